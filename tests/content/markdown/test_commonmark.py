"""Our HTML is that of CommonMark and GitHub, except for a list of examples with reasons."""

import html
import re
from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bantin.content.markdown import Converter
from bantin.content.markdown.sanitiser import cleaner
from tests.conftest import REPOSITORY, missing
from tests.content.markdown.commonmark_differences import DIFFERENCES
from tests.content.markdown.reading import read
from tests.content.readings import ARTICLE, MARK
from tests.content.strategies import bounded

SPECIFICATION = REPOSITORY / "tests/node_modules/commonmark-spec/spec.txt"
_EXAMPLE = re.compile(
    r"^`{32} example[^\n]*\n(?P<text>.*?)^\.\n.*?^`{32}$|^#{1,6} (?P<section>[^\n]+)$", re.MULTILINE | re.DOTALL
)
_HEADING = re.compile("<(/?)h[1-6]>")
_STYLE = re.compile('style="text-align:([a-z]+)"')


@cache
def examples() -> dict[str, dict[int, str]]:
    """The examples of each section, by their numbers."""
    if not SPECIFICATION.exists():
        missing("the text of CommonMark (npm ci --prefix tests)")
    found: dict[str, dict[int, str]] = {}
    section, number = "", 0
    for one in _EXAMPLE.finditer(SPECIFICATION.read_text(encoding="utf-8")):
        section = one["section"] or section
        if one["text"] is not None:
            number += 1
            found.setdefault(section, {})[number] = one["text"].replace("→", "\t")
    return found


def ours(text: str) -> list[str]:
    body = Converter("vi", shortcuts=False).convert(text, ARTICLE, 1, MARK).value
    assert body is not None
    return read(body.html(tuple(html.escape(link.target) for link in body.outline.links)))


def theirs(text: str) -> list[str]:
    """The same as a parser of CommonMark would have it, cleaned as our HTML is, with GitHub's tables."""
    written = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").render(text).strip()
    # Headings of the first level are for the page itself, and would not be kept.
    written = _STYLE.sub(r'class="align-\1"', _HEADING.sub(r"<\1h2>", written))
    return read(cleaner(lambda _tag, _name, value: value).clean(written))


@pytest.mark.parametrize("section", DIFFERENCES)
def test_examples_of_commonmark_differ_only_on_purpose(section: str) -> None:
    differing = {number for number, text in examples()[section].items() if ours(text) != theirs(text)}
    assert differing == {number for numbers in DIFFERENCES[section].values() for number in numbers}


def test_every_section_is_compared() -> None:
    assert examples().keys() == DIFFERENCES.keys()


def test_each_example_differs_for_one_reason() -> None:
    for section, reasons in DIFFERENCES.items():
        numbers = [number for several in reasons.values() for number in several]
        assert len(numbers) == len(set(numbers))
        assert set(numbers) <= set(examples()[section])


@pytest.mark.parametrize(
    "text",
    [
        "Kinh phí:\n| Bên | Số |\n|---|---|\n| A | 1 |",
        "| a | b |\n| :- | -: |\n| c | d |",
        "| a | b |\n|:-:|---|\n| c |",
        "a | b\n- | -\nc | d",
        "| a |\n|---|\n| b \\| c |",
        "| a | b |\n|---|---|",
        "| a | b |\n|---|---|\n| c | d |\n> e",
        "| a | b |\n|---|---|\n| c | d |\n- e",
        "| a | b |\n|---|---|\n| c | d |\n# e",
        "| a | b |\n|---|---|\n| c | d |\n\ne",
        "- một:\n\n  | a | b |\n  |---|---|\n  | c | d |\n- hai",
        "1. một\n   | a | b |\n   |---|---|\n   | c | d |\n2. hai",
        "> | a | b |\n> |---|---|\n> | c | d |",
        "| a | *b* |\n|---|---|\n| **c** | [d](e.md) |",
    ],
)  # fmt: skip
def test_tables_are_those_of_github(text: str) -> None:
    assert ours(text) == theirs(text)


_words = st.sampled_from(("một", "hai ba", "Điều khoản chung;", "x", "trao đổi thông tin"))


@st.composite
def lists(draw: st.DrawFn, depth: int = 0) -> list[str]:
    """The lines of a list with items indented by 2 to 4 spaces, or by 3 or 4 below a number."""
    marker = draw(st.sampled_from(("-", "*", "+", "1.", "1)")))
    step = draw(st.integers(2 if len(marker) == 1 else 3, 4))
    is_loose = draw(st.booleans())
    written: list[str] = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        sign = marker if len(marker) == 1 else f"{number}{marker[-1]}"
        written.append(f"{sign} {draw(_words)}")
        if depth < 3 and draw(st.booleans()):
            if is_loose:
                written.append("")
            inner = draw(lists(depth=depth + 1))
            written += [" " * step + line if line else "" for line in inner]
        if is_loose:
            written.append("")
    return written


@bounded
@given(lists(), st.sampled_from(("", "Hai bên thống nhất:\n")))
def test_lists_in_lists_are_those_of_commonmark(lines: list[str], above: str) -> None:
    text = above + "\n".join(lines)
    assert ours(text) == theirs(text)


@bounded
@given(lists(), lists())
def test_lists_with_tabs_are_those_of_commonmark(outer: list[str], inner: list[str]) -> None:
    text = "\n".join((outer[0], *("\t" + line if line else "" for line in inner)))
    assert ours(text) == theirs(text)


# Indented items and rows in a row, which we take for what was pasted; and items without words, of which the other
# parser makes a list each where two empty lines are between them. After several signs it miscounts a tab.
_OTHERWISE = re.compile(
    r"(?m)(?:    |\t)[ \t]*(?:[-*>]|1\.)|^[ \t>*-]*\|.*\n[ \t>*-]*\||^[ \t>*-]*(?:[-*]|1\.)[ \t>]*$|[-*.] *\t"
    r"|^(?: *(?:[>*-]|1\.) ?){2,}.*\t|\S\t.*\n.*\S\t"
)
_SIGNS = ("- ", "* ", "1. ", "> ", ">", "# ", "    ", "  ", "\t", "---\n", "===\n", "\n", "\n\n", "a", "b c", "|")


# The other parser has bugs of its own: the texts are the same each time, so that none of these fails a build by chance.
@settings(bounded, derandomize=True)
@given(st.lists(st.sampled_from(_SIGNS), max_size=12).map("".join))
def test_signs_in_any_order_make_what_commonmark_makes_of_them(text: str) -> None:
    assume(not _OTHERWISE.search(text))
    assert ours(text) == theirs(text)
