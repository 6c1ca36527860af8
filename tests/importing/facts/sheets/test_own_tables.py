"""Tables of our own data as rows."""

import pytest

from bantin.importing.facts.sheets.own_tables import rows_of, wrong_cells
from tests.importing.facts.sheets.registers import sheet_of

TABLE = sheet_of(
    ("agreement", "number", "lead", "signed_on"), ("a", "1", "true", "2012-11"), ("b", None, "yes", "2012-13")
)


def test_cells_are_found_by_the_names_of_their_columns() -> None:
    first, _ = rows_of(TABLE, "parties")
    assert [first[name] for name in ("agreement", "number", "lead", "signed_on", "none")] == [
        *("a", "1", "true", "2012-11"),
        "",
    ]
    assert (first.cell_place("lead").name, first.place.number) == ("C2", 2)
    assert list(first.names_with("l")) == ["lead"]


def test_what_a_column_cannot_have_is_told_and_empty() -> None:
    _, second = rows_of(TABLE, "parties")
    assert [second[name] for name in ("number", "lead", "signed_on")] == ["", "", ""]
    assert [(cell.words, cell.place.name) for cell in wrong_cells(TABLE, "parties")] == [
        ("yes", "C3"),
        ("2012-13", "D3"),
    ]


@pytest.mark.parametrize(
    ("table", "column", "good", "bad"),
    [
        ("people", "presence", "signed", "slept"),
        ("agreements", "clauses", "12", "-1"),
        ("agreements", "clauses", "0", "²"),
        ("agreements", "review_every", "P1Y", "1 năm"),
        ("agreements", "id", "quy-che-1", "Quy chế"),
        ("relations", "kind", "amends", "hates"),
    ],
)
def test_values_are_checked_by_the_declaration_of_their_column(table: str, column: str, good: str, bad: str) -> None:
    assert list(wrong_cells(sheet_of((column,), (good,)), table)) == []
    assert [one.words for one in wrong_cells(sheet_of((column,), (bad,)), table)] == [bad]


def test_a_table_or_column_of_a_later_version_is_not_checked() -> None:
    assert list(wrong_cells(sheet_of(("x",), ("y",)), "parties")) == []
    assert list(wrong_cells(sheet_of(("lead",), ("y",)), "later")) == []
    assert list(rows_of(sheet_of(), "parties")) == []
