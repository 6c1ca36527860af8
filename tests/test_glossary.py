"""One Vietnamese word for one thing, as the table in ``docs/glossary.md`` lays down."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.conftest import REPOSITORY, SAMPLE

GLOSSARY = REPOSITORY / "docs/glossary.md"
PROGRAM = REPOSITORY / "generator/bantin"
UNDERSTOOD = ("importing", "content/schema/words.py", "domain/text", "site/question_words.py")
"""Modules with words that Bantin understands, whoever wrote them; it does not say them itself."""


def unwanted() -> dict[str, str]:
    """The words that are not used, each with the one that is."""
    table = GLOSSARY.read_text(encoding="utf-8").split("<!-- words of the interface -->")[1].split("<!-- end -->")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.strip().splitlines()[2:]]
    return {word.strip(): row[1] for row in rows for word in row[2].split(",") if word.strip()}


def spoken() -> Iterator[tuple[str, str]]:
    """Every text that Bantin writes for people, with its place."""
    for path in sorted(PROGRAM.rglob("*.py")):
        place = path.relative_to(PROGRAM).as_posix()
        if not place.startswith(UNDERSTOOD):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield f"{place}:{node.lineno}", node.value
    catalogue = REPOSITORY / "themes/default/locale/vi/LC_MESSAGES/messages.po"
    with catalogue.open("rb") as file:
        for message in read_po(file, locale="vi"):
            yield f"{catalogue.name}:{message.lineno}", str(message.string)
    for path in _prose():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            yield f"{path.relative_to(REPOSITORY)}:{number}", line


def _prose() -> Iterator[Path]:
    yield from sorted((REPOSITORY / "docs").glob("*.vi.md"))
    yield from sorted((PROGRAM / "scaffold/files/vi").rglob("*.md"))
    yield from sorted((SAMPLE / "content/pages").glob("*[!.en].md"))


def test_the_table_has_words() -> None:
    assert unwanted()["người đọc"] == "bạn đọc"
    assert len(unwanted()) > 20


@pytest.mark.parametrize("text", ["Người đọc sẽ thấy", "để người đọc biết"])
def test_a_word_is_found_whatever_its_case(text: str) -> None:
    assert _found(text) == ["người đọc"]


def test_bantin_says_one_word_for_one_thing() -> None:
    wrong = [
        f"{place}: “{word}”; the word is “{unwanted()[word]}”" for place, text in spoken() for word in _found(text)
    ]
    assert wrong == []


def _found(text: str) -> list[str]:
    return _PATTERN.findall(text.lower())


_PATTERN = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(unwanted(), key=len, reverse=True)))})\b")
