"""Text of a source as Markdown: what stood there stands on the page."""

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bantin.content.markdown import Converter
from bantin.importing.drafts.body import markdown, plain
from bantin.importing.material import Paragraph, Picture, Place, PlaceKind, Table

HERE = Place(PlaceKind.LINE, 1)
SIGNS = st.text(st.sampled_from("aă đ1.*_`[]()<>!&;#=-+|~\\^$\":'"), max_size=40)
ITEM = re.compile(r"\s*(?:[-+*]|\d+[.)])(?:\s|\w|$)")


def shown(text: str) -> str:
    """The words on the page that ``text`` becomes."""
    body = Converter("vi").convert(text, "bai.md", 1, "mark").value
    assert body is not None
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", "".join(body.parts))).split())


@pytest.mark.parametrize(
    "text",
    [
        "Quy chế *phối hợp* gồm 9 điều",
        "Tệp quy_che_phoi_hop.docx & biểu mẫu <MẪU 01>",
        "# 5 nội dung; giá ~~cũ~~ và `mã` [1] (2)",
        "Điều 1. Phạm vi [xem bảng](dưới) &amp; phụ lục",
        "> lời dẫn",
        "| a | b |",
        "---",
        "Ảnh: ![a]",
    ],
)
def test_words_are_shown_as_they_stood(text: str) -> None:
    assert shown(plain(text)) == " ".join(text.split())


@given(SIGNS.filter(lambda text: not ITEM.match(text)))
@example("a*b*c _d_ __e__")
@example("\\# &lt; <b>x</b> <!-- x -->")
def test_no_sign_becomes_markup(text: str) -> None:
    assert "".join(shown(plain(text)).split()) == "".join(text.split())


def test_lists_stay_lists() -> None:
    assert plain("- Công an tỉnh") == "- Công an tỉnh"
    assert plain("1. Nội dung") == "1. Nội dung"


def test_a_table_has_its_cells_and_short_rows_are_filled_up() -> None:
    def cell(text: str) -> tuple[Paragraph, ...]:
        return (Paragraph(text, HERE),)

    table = Table(((cell("Bên"), cell("Số | ngày")), (cell("A"),)), HERE)
    assert markdown([table], lambda _: "") == "| Bên | Số \\| ngày |\n| --- | --- |\n| A |  |"


def test_blocks_stand_apart_and_headings_below_that_of_the_page() -> None:
    blocks = (
        Paragraph("Mục", HERE, level=1),
        Picture("anh.jpg", HERE),
        Paragraph("đậm", HERE, markdown="**đậm**"),
        Paragraph("Nội dung", HERE, label="Điều 1."),
    )
    assert markdown(blocks, lambda one: f"![]({one.path})") == "## Mục\n\n![](anh.jpg)\n\n**đậm**\n\nĐiều 1. Nội dung"
