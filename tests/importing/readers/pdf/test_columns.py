"""Columns on a page are told from running text, and nothing that stands on it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.importing.material import Paragraph, Place, PlaceKind, Table
from bantin.importing.readers.pdf.columns import TAB, Piece, Row, lines_of, page_blocks

PAGE = Place(PlaceKind.PAGE, 7)


def row(*pieces: tuple[int, str]) -> Row:
    """Pieces with the place where each begins; a letter is ten wide."""
    return tuple(Piece(left, left + 10 * len(text), text) for left, text in pieces)


def test_two_agencies_side_by_side_are_two_columns() -> None:
    head = [
        row((10, "BỘ CÔNG AN"), (500, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        row((20, "Số: 01/QCPH"), (550, "Độc lập - Tự do - Hạnh phúc")),
        row((560, "Hà Nội, ngày 20 tháng 11 năm 2012")),
        row((200, "QUY CHẾ PHỐI HỢP GIỮA BỘ CÔNG AN VÀ VĂN PHÒNG")),
    ]
    assert lines_of(head) == [
        "BỘ CÔNG AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 01/QCPH\tĐộc lập - Tự do - Hạnh phúc",
        "\tHà Nội, ngày 20 tháng 11 năm 2012",
        "QUY CHẾ PHỐI HỢP GIỮA BỘ CÔNG AN VÀ VĂN PHÒNG",
    ]


def test_a_line_in_the_left_column_alone_belongs_to_it_only_between_others() -> None:
    signatures = [
        row((10, "CHỦ NHIỆM"), (500, "BỘ TRƯỞNG")),
        row((10, "VĂN PHÒNG")),
        row((10, "Nguyễn Văn An"), (500, "Trần Văn Bình")),
        row((10, "Nơi nhận:")),
        row((10, "- Lưu: VT.")),
    ]
    assert lines_of(signatures)[1:] == ["VĂN PHÒNG\t", "Nguyễn Văn An\tTrần Văn Bình", "Nơi nhận:", "- Lưu: VT."]


def test_columns_at_other_places_are_other_columns() -> None:
    rows = [row((10, "A"), (900, "B")), row((10, "C" * 40), (700, "D")), row((10, "E"), (200, "F"))]
    assert lines_of(rows) == ["A\tB", f"{'C' * 40}\tD", "E\tF"]
    below = list(page_blocks(7, lines_of([row((10, "A"), (900, "B")), row((10, "Điều 1." * 20))])))
    assert [type(block) for block in below] == [Table, Paragraph]


@pytest.mark.parametrize(
    ("pieces", "line"),
    [
        (((10, "Số:"), (100, "/QCPH-BCA")), "Số: /QCPH-BCA"),
        (((10, "Hà Nội, ngày"), (200, "tháng"), (300, "năm 2012")), "Hà Nội, ngày tháng năm 2012"),
        (((10, "Điều 1."), (200, "Phạm vi")), "Điều 1. Phạm vi"),
        (((10, "đ)"), (200, "Trao đổi;")), "đ) Trao đổi;"),
        (((10, "Số 1."), (200, "Hai")), "Số 1.\tHai"),
        (((10, "an"), (100, "Và"), (200, "Văn")), "an Và Văn"),
    ],
)
def test_gaps_to_fill_in_and_spread_lines_are_no_columns(pieces: tuple[tuple[int, str], ...], line: str) -> None:
    assert lines_of([row(*pieces)]) == [line]


def test_rows_of_three_or_more_pieces_are_a_table() -> None:
    rows = [row((10, "STT"), (100, "Tên"), (300, "Ngày")), row((10, "1"), (100, "Quy chế"), (300, "20/11/2012"))]
    assert lines_of(rows) == ["STT\tTên\tNgày", "1\tQuy chế\t20/11/2012"]


def test_a_table_of_two_columns_has_all_of_each_in_one_cell() -> None:
    (table,) = page_blocks(7, ["A\tB", "\tC", "D\t"])
    a, b, c, d = (Paragraph(text, PAGE) for text in "ABCD")
    assert table == Table((((a, d), (b, c)),), PAGE)


def test_a_table_of_three_columns_has_its_rows() -> None:
    (table,) = page_blocks(7, ["A\tB\tC", "D\t\tE"])
    assert isinstance(table, Table)
    assert [[len(cell) for cell in one] for one in table.rows] == [[1, 1, 1], [1, 0, 1]]


def test_a_line_is_a_paragraph_and_a_blank_one_is_none() -> None:
    assert list(page_blocks(7, ["Điều 1.", " ", "Phạm vi"])) == [Paragraph("Điều 1.", PAGE), Paragraph("Phạm vi", PAGE)]


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    texts = st.text("aBđ/1 ", min_size=1, max_size=5).filter(str.strip)
    spans = st.lists(st.tuples(st.integers(1, 30), texts), min_size=1, max_size=4)

    def placed(some: list[tuple[int, str]]) -> Row:
        at = 0
        pieces = []
        for gap, text in some:
            pieces.append(Piece(at + gap, at + gap + len(text), text.strip()))
            at += gap + len(text)
        return tuple(pieces)

    return draw(st.lists(spans.map(placed), max_size=8))


@given(rows())
def test_every_row_is_a_line_with_all_its_words(made: list[Row]) -> None:
    lines = lines_of(made)
    assert [line.split() for line in lines] == [" ".join(piece.text for piece in one).split() for one in made]
    texts = "".join(text for block in page_blocks(7, lines) for text in _texts(block))
    assert sorted("".join(texts.split())) == sorted("".join("".join(lines).replace(TAB, "").split()))


def _texts(block: object) -> list[str]:
    if isinstance(block, Table):
        return [one.text for line in block.rows for cell in line for one in cell if isinstance(one, Paragraph)]
    assert isinstance(block, Paragraph)
    return [block.text]
