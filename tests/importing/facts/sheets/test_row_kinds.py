"""Rows that are records, and rows that are not."""

from collections.abc import Sequence

import pytest

from bantin.importing.facts.sheets.columns import find_table
from bantin.importing.facts.sheets.row_kinds import reason_to_leave_out
from bantin.importing.material import Cell
from tests.importing.facts.sheets.registers import Value, sheet_of

HEADER = ("STT", "Số văn bản", "Trích yếu", "Ngày ký", "Người ký")


def reason(*row: Value | Cell) -> str:
    table = find_table(sheet_of(HEADER, row))
    assert table
    return reason_to_leave_out(table.rows[0], table.columns)


@pytest.mark.parametrize(
    "row",
    [
        (1, "01/QC", "Quy chế", "2012"),
        (1, None, "Quy chế"),
        ("1", None, "Năm học an toàn"),
        (None, "01/QC", "Quy chế"),
        (None, "01/QC", None, "2012"),
    ],
)
def test_rows_that_tell_of_an_agreement_are_records(row: Sequence[Value]) -> None:
    assert reason(*row) == ""


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("Tổng cộng", None, "12 văn bản"), "sum"),
        (("TỔNG SỐ: 12",), "sum"),
        ((None, "Cộng", None, "12"), "sum"),
        (HEADER, "repeated-header"),
        (("(1)", "(2)", "(3)", "(4)", "(5)"), "column-numbers"),
        (("A", "B", 1, 2, 3), "column-numbers"),
        (("I", None, "Năm 2005"), "section"),
        (("II.", "Cấp bộ"), "section"),
        ((Cell("Năm 2006", 1, width=5),), "section"),
        ((None, None, "Giai đoạn 2005–2010"), "section"),
        ((7,), "no-record"),
        (("Người lập biểu", None, None, "Thủ trưởng"), "footer"),
        ((None, None, "Kiểm soát", None, "Giám đốc"), "no-record"),
        ((None, None, None, "Hà Nội, ngày 1", "Thủ trưởng"), "no-record"),
    ],
)
def test_other_rows_are_left_out_with_the_reason(row: Sequence[Value | Cell], expected: str) -> None:
    assert reason(*row) == expected
