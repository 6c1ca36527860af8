"""Suggestions for broken links."""

import pytest

from bantin.domain.model import Heading, Outline
from bantin.site.link_suggestions import LinkSuggestions, matching_anchors

HERE = "content/articles/2020/bai.md"
FILES = (
    HERE,
    "content/articles/2020/bai-hai.md",
    "content/articles/2020/ky-ket-1.md",
    "content/articles/2021/khac/index.md",
    "content/articles/2020/khac/index.md",
    "content/documents/Quy chế (1).pdf",
    "content/media/anh.png",
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("www.x.vn", "https://www.x.vn"),
        ("x.gov.vn/a?b=c", "https://x.gov.vn/a?b=c"),
        ("a@x.vn", "mailto:a@x.vn"),
        ("024.3936.1234", "tel:+842439361234"),
        ("+84%2024%203936%201234", "tel:+842439361234"),
        ("https:/x.vn", "https://x.vn"),
        ("Bai-Hai.md", "bai-hai.md"),
        ("bài_hai.md#a", "bai-hai.md#a"),
        ("bai-hai", "bai-hai.md"),
        ("bai-hay.md", "bai-hai.md"),
        ("../2019/bai-hai.md", "bai-hai.md"),
        ("..\\2020\\bai-hai.md", "bai-hai.md"),
        ("quy che (1).pdf", "/documents/Quy%20chế%20%281%29.pdf"),
        ("/anh.png", "/media/anh.png"),
    ],
)
def test_what_is_near_is_written_as_it_works(written: str, meant: str) -> None:
    assert LinkSuggestions(FILES).address(written, HERE) == meant


@pytest.mark.parametrize(
    "written",
    ["", "#a", "khong-he-co.md", "ky-ket-2.md", "index.md", "bao.md", "123", "a.b", "/", "?a=b", "a@", "\x00"],
)
def test_of_what_is_not_near_nothing_is_said(written: str) -> None:
    assert LinkSuggestions(FILES).address(written, HERE) == ""


def outline(*headings: tuple[int, str], anchors: tuple[str, ...] = ()) -> Outline:
    found = tuple(Heading(level, anchor, anchor) for level, anchor in headings)
    return Outline(headings=found, anchors=frozenset((*anchors, *(anchor for _, anchor in headings))))


def test_headings_of_a_translation_are_found_by_their_place() -> None:
    original = outline((2, "mot"), (3, "hai"), anchors=("fn:1",))
    assert matching_anchors(original, outline((2, "one"), (3, "two"))) == {"mot": "one", "hai": "two", "fn:1": ""}
    assert matching_anchors(original, outline((2, "one"), (2, "two"))) == {"mot": "", "hai": "", "fn:1": ""}
    assert matching_anchors(original, outline((2, "one"))) == {"mot": "", "hai": "", "fn:1": ""}
