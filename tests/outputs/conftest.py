"""Sites to look at: the sample, an English one, an empty one, and one with lists of several pages."""

from pathlib import Path

import pytest

from benchmarks.corpus import Corpus, write_corpus
from tests.bulletins import build_site
from tests.conftest import REPOSITORY

SITES = REPOSITORY / "tests/sites"
NAMES = ("sample", "english", "empty", "synthetic")


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The output folder of each site, by its name."""
    made = tmp_path_factory.mktemp("sites")
    corpus = write_corpus(made / "corpus", Corpus(articles=60, agencies=12))
    roots = {
        "sample": REPOSITORY,
        "english": SITES / "english/input",
        "empty": SITES / "empty/input",
        "synthetic": corpus,
    }
    for name, root in roots.items():
        build_site(root, made / name)
    return {name: made / name for name in roots}
