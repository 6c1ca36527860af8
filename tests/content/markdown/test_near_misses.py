"""Mistakes in links and notes are reported at their place with a correction; ordinary words are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.markdown.near_misses import find_near_misses
from bantin.content.markdown.source import MarkdownSource
from tests.content.readings import ARTICLE, MARK, told
from tests.content.strategies import HTML, MARKDOWN, bounded, soup

DEFINED = "\n\n[qcc]: /co-quan/"


def slips_of(text: str) -> list[tuple[str, str]]:
    """Each mistake as its place and code, with the correction."""
    found = sorted(find_near_misses(MarkdownSource(text, ARTICLE, 1, MARK)), key=lambda one: one.location)
    return list(zip(told(found), [problem.value("mended") for problem in found], strict=True))


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("(x)[https://a.vn]", ("1:1+17 link-syntax", "[x](https://a.vn)")),
        ("(xem thêm)[../2020/a.md]", ("1:1+24 link-syntax", "[xem thêm](../2020/a.md)")),
        ("Một\n[x]  (www.a.vn)", ("2:1+15 link-syntax", "[x](https://www.a.vn)")),
        ("[x](https://a.vn/b c.pdf)", ("1:5+20 link-syntax", "https://a.vn/b%20c.pdf")),
        ("[x]( https://a.vn Trang )", ("1:6+18 link-syntax", 'https://a.vn "Trang"')),
        ("[x](a.md ”Tên”)", ("1:5+10 link-syntax", 'a.md "Tên"')),
        ("[x](0243 936 1234)", ("1:5+13 link-syntax", "tel:+842439361234")),
        ("[x](https://a.vn.", ("1:5+12 link-syntax", "https://a.vn)")),
        ("[x](https://a.vn\n\nhai)", ("1:5+12 link-syntax", "https://a.vn)")),
        ("[x](a.md và (b)", ("1:5+4 link-syntax", "a.md)")),
        ("[www.a.vn](Trang chủ)", ("1:1+21 link-syntax", "[Trang chủ](https://www.a.vn)")),
        ("[](a.md)", ("1:1+8 link-syntax", "")),
        ("[x](D:\\Văn bản\\a.pdf)", ("1:5+16 dangerous-url", "")),
        ("a[^x]", ("1:2+4 undefined-footnote", "")),
        ("a[^chu1]\n\n[^chu2]: b", ("1:2+7 undefined-footnote", "[^chu2]")),
        ("a\n\n[^1]: b", ("3:3+1 unused-footnote", "")),
        ("a[^1]\n\n[^1]: b\n[^1]: c", ("4:3+1 footnote-twice", "")),
        (f"[x][qc]{DEFINED}", ("1:5+2 undefined-reference", "qcc")),
        (f"[qc]{DEFINED}", ("1:2+2 undefined-reference", "qcc")),
        (f"![x][qc]{DEFINED}", ("1:6+2 undefined-reference", "qcc")),
        ("[x][quy chế]", ("1:1+12 undefined-reference", "")),
        (f"a{DEFINED}", ("3:1+1 unused-reference", "\\[")),
        (f"[qcc]{DEFINED}\n[QCC]: b", ("4:2+3 reference-twice", "")),
    ],
)
def test_a_slip_is_reported_at_its_place(text: str, slip: tuple[str, str]) -> None:
    assert slips_of(text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "[a](b.md) [a](<b c.md>) [a](b(c).md 't') ![](a.png) [![a](b.png)](c.md)",
        "Theo [1], [2][3], [...], [sic], [A] và [khoản 2] Điều 5 (sửa đổi).",
        "[1] (https://a.vn) [tài liệu] (sửa đổi) (khoản 2)[3] (a)[b]",
        "- [x] (https://a.vn)\n- [ ] việc",
        f"[qcc] [x][qcc] [qcc][]{DEFINED}",
        "a[^1]: b[^2]\n\n[^1]: c\n[^2]: d",
        "a[^1] a[^1]\n\n[^1]: c",
        "`[x](a b)` `[^9]` `[x][y]`",
        "```\n[x](a b)\n[^9]\n```",
        "    [x](a b) [^9]",
        "<!-- [x](a b) [^9] -->",
        "\\[x](a b) \\[^9] [x\\](a b)",
        "f(x)](y) và a](b",
    ],
)
def test_what_is_right_or_meant_so_is_no_slip(text: str) -> None:
    assert slips_of(text) == []


def test_not_all_slips_of_a_kind_are_reported() -> None:
    assert len(slips_of("[x](a b.md)\n\n" * 1000)) == 10
    assert len(slips_of("".join(f"a[^n{number}x] " for number in range(1000)))) == 10


@bounded
@given(soup(*MARKDOWN, *HTML, "[^1]: ", "[a](b c)", "](", "][", ") [", "(", "https://a.vn "), st.integers(1, 9))
def test_every_slip_stands_in_the_text(text: str, first: int) -> None:
    lines = text.split("\n")
    for problem in find_near_misses(MarkdownSource(text, ARTICLE, first, MARK)):
        line = lines[problem.location.line - first]
        assert 1 <= problem.location.column <= len(line) + 1
