"""Data sets as files: what is read back is what was to be written, and no spreadsheet runs it."""

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.views import JsonView, TableView
from generator.render.writers import guarded, write_json, write_table

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
FORMULAS = (
    "+84-24-3943-1234",
    "+842439420000",
    "-1+2",
    "=1+1",
    "@SUM(A1)",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "\t=1",
    "\r=1",
    "＝1+1",
    "- gạch đầu dòng",
)
HARMLESS = (
    "",
    "1",
    "Điều 1",
    "a=b",
    "+84 24 3942 0000",
    "-12",
    "+84 (24) 3942-0000",
    "'",
    "'a'",
    "2012-11-20",
    "a@b.vn",
)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def table(*rows: tuple[str, ...], columns: tuple[str, ...] = ("a", "b")) -> str:
    return write_table(TableView(url="a.csv", title="", columns=columns, rows=rows))


def freed(cell: str) -> str:
    """As the page that explains the data tells people to undo the guard."""
    return cell[1:] if re.match(r"'+[=+\-@\t\r\n＝＋－＠]", cell) else cell


def test_a_table_has_a_header_commas_and_the_mark_that_spreadsheets_need() -> None:
    assert table(("Đ", "")) == "\ufeffa,b\r\nĐ,\r\n"


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_every_cell_is_read_back(rows: list[tuple[str, str]]) -> None:
    header, *found = read(table(*rows))
    assert header == ["a", "b"]
    assert [tuple(map(freed, row)) for row in found] == rows


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_could_run_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert read(table((text, "")))[1] == [f"'{text}", ""]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_it_could_not_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


@given(TEXTS)
def test_no_guarded_text_begins_a_formula_and_none_loses_anything(text: str) -> None:
    made = guarded(text)
    assert not re.match(r"[=@\t\r\n＝＋－＠]|[+-].*[^0-9 ().+-]", made, re.DOTALL)
    assert freed(made) == text


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS,
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=10,
)


@given(JSON)
def test_a_document_is_read_back(value: object) -> None:
    text = write_json(JsonView(url="a.json", title="", value=value))  # type: ignore[arg-type]
    assert text.endswith("\n")
    assert json.loads(text) == json.loads(json.dumps(value))


def test_a_document_is_laid_out_to_be_read_with_its_keys_in_their_order() -> None:
    text = write_json(JsonView(url="a.json", title="", value={"z": "Đ", "a": (1, None)}))
    assert text == '{\n  "z": "Đ",\n  "a": [\n    1,\n    null\n  ]\n}\n'
