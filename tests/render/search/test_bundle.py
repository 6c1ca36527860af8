"""An index is valid only if it is complete and covers all pages."""

import gzip
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from bantin.render.search.bundle import BadBundle, read_bundle
from tests.bulletins import files_of
from tests.render.search.engines import real_engine

PAGES = 3


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of the real engine for three pages."""
    pages = tmp_path_factory.mktemp("pages")
    for number in range(PAGES):
        text = f'<html lang="vi"><body><h1>Trang {number}</h1><i data-pagefind-filter="year:{number}"></i>'
        (pages / f"{number}.html").write_text(text, encoding="utf-8")
    out = tmp_path_factory.mktemp("out") / "index"
    engine = real_engine()
    command = [engine.program, "--site", str(pages), "--output-path", str(out), "--force-language", "vi", "--silent"]
    subprocess.run(command, check=True)
    return out


@pytest.fixture
def bundle(whole: Path, tmp_path: Path) -> Path:
    """A copy to be damaged."""
    return Path(shutil.copytree(whole, tmp_path / "index"))


def one(folder: Path, pattern: str) -> Path:
    return sorted(folder.glob(pattern))[0]


def test_a_whole_index_is_read_without_what_is_not_needed(whole: Path) -> None:
    files = read_bundle(files_of(whole), PAGES)
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"} < files.keys()
    assert sum(name.startswith("fragment/") for name in files) == PAGES
    assert not [name for name in files if "ui" in name or "highlight" in name]


@pytest.mark.parametrize(
    "damage",
    [
        shutil.rmtree,
        lambda folder: (folder / "pagefind-entry.json").write_text(""),
        lambda folder: (folder / "pagefind-entry.json").write_text('{"languages": {}}'),
        lambda folder: (folder / "pagefind-entry.json").write_text('{"languages": {"vi": {}}}'),
        lambda folder: (folder / "pagefind.js").unlink(),
        lambda folder: one(folder, "*.pf_meta").unlink(),
        lambda folder: one(folder, "wasm.*").unlink(),
        lambda folder: one(folder, "index/*").unlink(),
        lambda folder: one(folder, "filter/*").unlink(),
        lambda folder: one(folder, "fragment/*").unlink(),
        lambda folder: one(folder, "index/*").write_bytes(b""),
        lambda folder: one(folder, "fragment/*").write_bytes(one(folder, "fragment/*").read_bytes()[:-9]),
        lambda folder: one(folder, "index/*").write_bytes(gzip.compress(b"something else")),
        lambda folder: one(folder, "wasm.*").write_bytes(gzip.compress(b"")),
    ],
    ids=range(14),
)
def test_a_damaged_one_is_refused(bundle: Path, damage: Callable[[Path], object]) -> None:
    damage(bundle)
    with pytest.raises(BadBundle):
        read_bundle(files_of(bundle), PAGES)


@pytest.mark.parametrize("pages", [PAGES - 1, PAGES + 1])
def test_one_of_more_or_fewer_pages_is_refused(whole: Path, pages: int) -> None:
    with pytest.raises(BadBundle, match=f"of {pages} pages"):
        read_bundle(files_of(whole), pages)


def test_one_that_tells_of_more_pages_than_it_has_is_refused(bundle: Path) -> None:
    entry = json.loads((bundle / "pagefind-entry.json").read_text())
    entry["languages"]["vi"]["page_count"] = PAGES + 1
    (bundle / "pagefind-entry.json").write_text(json.dumps(entry))
    with pytest.raises(BadBundle):
        read_bundle(files_of(bundle), PAGES + 1)
