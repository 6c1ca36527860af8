"""Shortcuts: a text converted with them and without is the same to the last byte, with the same problems."""

import json
from itertools import cycle, permutations, product
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from markdown import Markdown

from bantin.content.frontmatter import split
from bantin.content.markdown import Converter
from bantin.domain.problems import Language
from tests.conftest import REPOSITORY, tried
from tests.content.markdown.snippets import FOOTNOTES, GAPS, OTHER, PLAIN, joined, sprinkled
from tests.content.readings import ARTICLE, MARK
from tests.content.strategies import HTML, MARKDOWN, bounded, soup

SHORT = {language: Converter(language) for language in get_args(Language)}
LONG = {language: Converter(language, shortcuts=False) for language in get_args(Language)}
DATA = Path(__file__).parent / "data"


def assert_same(text: str, language: Language = "vi") -> None:
    assert SHORT[language].convert(text, ARTICLE, 7, MARK) == LONG[language].convert(text, ARTICLE, 7, MARK)


def texts_of(name: str) -> list[str]:
    texts: list[str] = json.loads((DATA / name).read_text(encoding="utf-8"))
    return texts


def articles() -> list[Path]:
    return sorted((REPOSITORY / "tests/sites").rglob("*.md"))


@pytest.mark.parametrize("name", ["commonmark.json", "python_markdown.json"])
def test_the_examples_of_others_become_the_same(name: str) -> None:
    texts = texts_of(name)
    assert len(texts) > 600
    for text in texts:
        assert_same(text)
        # Beside what is taken out, too.
        assert_same(f"Trước\n\n{text}\n\n## Sau\n\n- một\n- hai\n\nHết")


def test_the_articles_of_the_golden_sites_become_the_same() -> None:
    parts = [split(path.read_text(encoding="utf-8", errors="replace"), str(path)).value for path in articles()]
    texts = [part.markdown for part in parts if part]
    assert len(texts) > 10
    for text in texts:
        assert_same(text)


def test_a_sign_at_any_place_makes_no_difference() -> None:
    text = "A **b** c\n\n## D\ne\n\n- f\n- g\n\n> *h*\n\n1. [i](/j)\n\n|k|l|\n|-|-|\n|m|n|\n\nÔ 9/10[^1]\n\n[^1]: p\n"
    pieces = [
        *"#*_`[]<>&\\{}|~!:=-+.1 \n\t\r\x00\x02\u00a0\u2028",
        "**",
        "\n\n",
        "  \n",
        "\n    ",
        "\n- ",
        "![",
        "[^1]",
    ]
    for at, piece in tried(product(range(len(text) + 1), pieces)):
        assert_same(text[:at] + piece + text[at:])


def test_neighbours_make_no_difference() -> None:
    ends = cycle(("Cuối", "- a", "    a", "1. a", "> a", "| a | b |\n|---|---|\n| c | d |"))
    for before, plain in tried(product(("Đầu", *OTHER), PLAIN)):
        assert_same(f"{before}\n\n{plain}\n\n{next(ends)}")
    gaps = cycle(("\n\n", "\n"))
    for plain, behind in tried(product(PLAIN, OTHER)):
        assert_same(f"Đầu\n\n{plain}{next(gaps)}{behind}")


def test_footnotes_make_no_difference_wherever_they_stand() -> None:
    for pieces in tried(permutations(("a", *FOOTNOTES))):
        assert_same("\n\n".join(pieces))
    for other, at in tried(product((*PLAIN, *OTHER), range(len(FOOTNOTES) + 1))):
        assert_same("\n\n".join((*FOOTNOTES[:at], other, *FOOTNOTES[at:])))


def test_two_of_a_kind_make_no_difference() -> None:
    gaps = cycle(GAPS)
    for one, other in tried(product(PLAIN, PLAIN)):
        for gap in ("\n\n", next(gaps)):
            assert_same(f"{one}{gap}{other}{gap}{one}")


def test_a_text_of_plain_blocks_has_no_need_of_python_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join((*FOOTNOTES[:2], "\n\nHết.\n\n".join(PLAIN), *FOOTNOTES[2:]))
    long = LONG["vi"].convert(text, ARTICLE, 7, MARK)
    monkeypatch.delattr(Markdown, "convert")
    assert SHORT["vi"].convert(text, ARTICLE, 7, MARK) == long
    with pytest.raises(AttributeError):
        SHORT["vi"].convert(f"{text}\n\n`a`", ARTICLE, 7, MARK)


def test_places_of_equal_links_follow_each_other_through_what_is_taken_out_and_what_is_left() -> None:
    text = "[a](x.md)\n\n`b` [c](x.md)\n\n![d](x.md) [e](#f)\n\n[g](x.md) [h](#f)"
    body = SHORT["vi"].convert(text, ARTICLE, 1, MARK)
    assert body.value is not None
    assert [link.place.line for link in body.value.outline.links] == [1, 3, 5, 7]
    assert [problem.location.line for problem in body.problems if problem.location] == [5, 7]
    assert_same(text)


@pytest.mark.parametrize("language", get_args(Language))
@bounded
@given(joined | sprinkled() | soup(*MARKDOWN, *HTML, *PLAIN, *GAPS))
def test_no_text_makes_a_difference(language: Language, text: str) -> None:
    assert_same(text, language)
