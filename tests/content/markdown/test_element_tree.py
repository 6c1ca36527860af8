"""Changes to the tree of elements: headings below the page's own, figures, scrolling tables."""

import re
from itertools import pairwise

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.markdown.element_tree import BulletinExtension
from tests.content.strategies import bounded


def html_of(text: str) -> str:
    return markdown.markdown(text, extensions=["attr_list", "tables", BulletinExtension()], output_format="html")


def levels_of(*written: int) -> list[int]:
    html = html_of("\n\n".join(f"{'#' * level} Đề mục" for level in written))
    return [int(level) for level in re.findall(r"<h(\d)>", html)]


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ([1], [2]),
        ([2], [2]),
        ([6], [2]),
        ([1, 2, 3], [2, 3, 4]),
        ([2, 3, 4], [2, 3, 4]),
        ([1, 2, 1, 2], [2, 3, 2, 3]),
        ([2, 4, 2], [2, 3, 2]),
        ([1, 6], [2, 3]),
        ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]),
        ([3, 1, 4, 2], [2, 2, 3, 3]),
        ([4, 5, 4], [2, 3, 2]),
        ([], []),
    ],
)
def test_headings_are_fitted_below_the_pages_own(written: list[int], levels: list[int]) -> None:
    assert levels_of(*written) == levels


@bounded
@given(st.lists(st.integers(1, 6), min_size=1, max_size=12))
def test_no_level_is_skipped_on_the_way_down(written: list[int]) -> None:
    levels = levels_of(*written)
    assert len(levels) == len(written)
    assert levels[0] == 2
    assert all(2 <= level <= 6 for level in levels)
    assert all(below <= above + 1 for above, below in pairwise(levels))


@bounded
@given(st.lists(st.integers(1, 6), min_size=1, max_size=12), st.integers(-5, 5))
def test_headings_that_are_well_ordered_only_move_together(written: list[int], shift: int) -> None:
    ordered = [2]
    for level in written:
        ordered.append(min(max(level, 2), ordered[-1] + 1))
    moved = [level + shift for level in ordered]
    if all(1 <= level <= 6 for level in moved):
        assert levels_of(*moved) == ordered


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            '![Lễ ký](anh.jpg "Toàn cảnh")',
            '<figure><img alt="Lễ ký" src="anh.jpg"><figcaption>Toàn cảnh</figcaption></figure>',
        ),
        (
            '![Lễ ký](anh.jpg "A < B & *C*")',
            '<figure><img alt="Lễ ký" src="anh.jpg"><figcaption>A &lt; B &amp; *C*</figcaption></figure>',
        ),
        ("![Lễ ký](anh.jpg)", '<p><img alt="Lễ ký" src="anh.jpg"></p>'),
        ('![a](b.jpg "x") và', '<p><img alt="a" src="b.jpg" title="x"> và</p>'),
        ('Và ![a](b.jpg "x")', '<p>Và <img alt="a" src="b.jpg" title="x"></p>'),
        (
            '![a](b.jpg "x") ![c](d.jpg "y")',
            '<p><img alt="a" src="b.jpg" title="x"> <img alt="c" src="d.jpg" title="y"></p>',
        ),
        ('[![a](b.jpg "x")](c.md)', '<p><a href="c.md"><img alt="a" src="b.jpg" title="x"></a></p>'),
        ('[a](b.md "x")', '<p><a href="b.md" title="x">a</a></p>'),
        (
            '> ![a](b.jpg "x")',
            '<blockquote>\n<figure><img alt="a" src="b.jpg"><figcaption>x</figcaption></figure>\n</blockquote>',
        ),
    ],
)
def test_a_titled_picture_that_stands_alone_becomes_a_figure(text: str, html: str) -> None:
    assert html_of(text) == html


def test_a_table_scrolls_by_itself_and_needs_no_style() -> None:
    html = html_of("Trước\n\n| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |\n\nSau")
    assert html.startswith('<p>Trước</p>\n<div class="table" tabindex="0"><table>\n')
    assert html.endswith("</table></div>\n<p>Sau</p>")
    assert "style" not in html
    assert re.findall("<th(?: [^>]*)?>", html) == [
        '<th scope="col">',
        '<th class="align-left" scope="col">',
        '<th class="align-center" scope="col">',
        '<th class="align-right" scope="col">',
    ]
    assert re.findall("<td(?: [^>]*)?>", html) == [
        "<td>",
        '<td class="align-left">',
        '<td class="align-center">',
        '<td class="align-right">',
    ]


def test_every_table_has_its_own_box() -> None:
    table = "| a |\n|---|\n| b |"
    html = html_of(f"{table}\n\n{table}\n\n- x\n\n    | a |\n    |---|\n    | b |\n")
    assert html.count("<table>") == 3
    assert html.count('<div class="table" tabindex="0"><table>') == 3
    assert html.count("</table></div>") == 3


def test_a_text_without_any_of_these_is_left_alone() -> None:
    assert html_of("Một **hai**\n\n- ba\n") == "<p>Một <strong>hai</strong></p>\n<ul>\n<li>ba</li>\n</ul>"
