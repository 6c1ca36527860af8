"""Guesses of an import that are still open."""

from pathlib import Path

import pytest

from tests.bulletins import ARTICLE, COMPLETE, problems_of, write

GUESSED = ARTICLE.replace("signed_on: 2020-05-05", "signed_on: 2020-05-05  #? “chiều 5/5” (dòng 3)").replace(
    "lead: Sa-pô.", "lead: Sa-pô.  #? “Sa-pô.” (dòng 2)"
)


def told(root: Path) -> list[tuple[str, str, str]]:
    return [(one.code, str(one.location), one.value("count")) for one in problems_of(root)]


@pytest.mark.parametrize("draft", ["", "draft: true\n"])
def test_a_build_says_how_many_guesses_are_open(draft: str, tmp_path: Path) -> None:
    text = GUESSED.replace("authors:", f"{draft}authors:")
    root = write(tmp_path, {**COMPLETE, "content/articles/2020/bai.md": text})
    assert told(root) == [("open-guesses", "content/articles/2020/bai.md:4:15", "2")]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/agencies/co-quan-a.yml", "name: Cơ quan A  #? “Cơ quan A” (tin.html)\n"),
        ("content/vocabulary.yml", "types:\n  quy-che:\n    vi: Quy chế  #? x\nfields:\n  an-ninh: {vi: An ninh}\n"),
    ],
)
def test_they_are_open_in_agencies_and_in_the_vocabulary_too(path: str, text: str, tmp_path: Path) -> None:
    root = write(tmp_path, {**COMPLETE, path: text})
    assert [(code, count) for code, _, count in told(root)] == [("open-guesses", "1")]


def test_what_is_confirmed_is_not_reported(tmp_path: Path) -> None:
    assert told(write(tmp_path, COMPLETE)) == []
