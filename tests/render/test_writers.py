"""Data sets as files: parsing gives the original values, and no spreadsheet runs them."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.render.writers import guarded, unguarded, write_json, write_table
from bantin.site.views import JsonView, TableView
from tests.conftest import REPOSITORY

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
FORMULAS = (
    "+84-24-3943-1234",
    "+842439420000",
    "-1+2",
    "-1\r1",
    "=1+1",
    "@SUM(A1)",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "＝1+1",
    "- gạch đầu dòng",
    " =1",
    "\u00a0=1",
    "\u3000@a",
    '"=1"',
    '" +1+1"',
    "\tmột",
    "\nmột",
    "'=1",
    "'-12",
    "-1,",
    "-1; -2",
    "+84 24 3942 0000; +84 24 3942 0001",
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
    " -12",
    "từ -12; -13",
    "Máy: +84 24 3942 0000, +84 24 3942 0001",
    '["+84 24 3942 0000"]',
    "một; hai, ba | bốn\tnăm\nsáu",
    "một - hai",
)
SEPARATED = (
    ("một;=1", "một;'=1"),
    ("một; =1", "một; '=1"),
    ("một,@b", "một,'@b"),
    ("một\t-x", "một\t'-x"),
    ("một|+x", "một|'+x"),
    ("một\n=1", "một\n'=1"),
    ("một\r\n=1", "một\r\n'=1"),
    ("\t=1", "'\t'=1"),
    ("\r=1", "'\r'=1"),
    ("a;;=1;\u3000＝2", "a;;'=1;\u3000'＝2"),
    ('một;"=1"', 'một;"\'=1"'),
    ("một;'=1", "một;''=1"),
    ("Máy: +84 24 3942 0000; +84-24-3942", "Máy: +84 24 3942 0000; '+84-24-3942"),
    ("một;-1|2", "một;'-1|2"),
    ("một;-1;2", "một;-1;2"),
    ("một\n-1\n2", "một\n'-1\n2"),
    ('["một", "=1"]', '["một", "\'=1"]'),
)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def table(*rows: tuple[str, ...], columns: tuple[str, ...] = ("a", "b")) -> str:
    return write_table(TableView(url="a.csv", title="", columns=columns, rows=rows))


def documented() -> Callable[[str], str]:
    """How ``docs/data.md`` tells people to undo the guard."""
    (code,) = re.findall(r"```python\n(.*?)```", (REPOSITORY / "docs/data.md").read_text("utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    exec(code, names)
    return cast("Callable[[str], str]", names["freed"])


freed = documented()


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


@pytest.mark.parametrize(("text", "safe"), SEPARATED)
def test_a_formula_behind_what_some_take_for_a_separator_is_guarded_where_it_begins(text: str, safe: str) -> None:
    assert guarded(text) == safe
    assert freed(safe) == text
    assert read(table((text, "")))[1] == [safe, ""]


DANGEROUS = st.text(st.sampled_from("=+-@＝'\"; ,|\t\r\n\u00a012a"), max_size=12)
HARMFUL = re.compile(r"\s*(?:[=@＝＋－＠]|[+-](?![0-9]{1,7}\s*$)(?![0-9()]+ [0-9 ().+-]*$))")


@given(st.lists(st.tuples(TEXTS | DANGEROUS, DANGEROUS), min_size=1, max_size=3), st.sampled_from(",;\t|"))
def test_no_cell_begins_a_formula_whatever_separator_a_file_is_opened_with(
    rows: list[tuple[str, str]], separator: str
) -> None:
    opened = csv.reader(io.StringIO(table(*rows).removeprefix("\ufeff"), newline=""), delimiter=separator)
    assert [cell for row in opened for cell in row if HARMFUL.match(cell)] == []


@given(TEXTS | DANGEROUS)
def test_no_text_loses_anything_by_the_guard(text: str) -> None:
    assert freed(guarded(text)) == text
    assert unguarded(guarded(text)) == text


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
