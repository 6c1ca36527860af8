"""Bulletins that the tests of commands share. Tests must not change them."""

from pathlib import Path

import pytest

from tests.bulletins import ARTICLE, COMPLETE, write

BAI = "content/articles/2020/bai.md"


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bulletin without problems."""
    return write(tmp_path_factory.mktemp("sound"), COMPLETE)


@pytest.fixture(scope="session")
def lacking(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bulletin with a warning: its article has no lead."""
    return write(tmp_path_factory.mktemp("lacking"), COMPLETE, {BAI: ARTICLE.replace("lead: Sa-pô.\n", "")})


@pytest.fixture(scope="session")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bulletin with a warning and an error: its article has no lead, and its scope is not a valid value."""
    text = ARTICLE.replace("lead: Sa-pô.\n", "").replace("central", "world")
    return write(tmp_path_factory.mktemp("wrong"), COMPLETE, {BAI: text})
