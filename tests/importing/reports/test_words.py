"""Every code that a report can hold has words in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bantin.importing.drafts.places import place_words
from bantin.importing.drafts.placing import State
from bantin.importing.facts.documents.reading import read_document
from bantin.importing.facts.news.reading import read_news
from bantin.importing.facts.sheets.rows import read_rows
from bantin.importing.material import NoticeKind, Place, PlaceKind, Refusal
from bantin.importing.readers.plain_text import read_text
from bantin.importing.readers.sheets.sheet import read_sheet
from bantin.importing.reports.words import LEFT_OUT, NOTICES, REFUSALS, STATES
from tests.importing.facts.documents.further_layouts import further_cases
from tests.importing.facts.documents.later_layouts import later_cases
from tests.importing.facts.documents.layouts import all_cases
from tests.importing.facts.sheets.registers import Style, lines, register_sheet
from tests.importing.names import sample_names


def test_every_state_refusal_and_notice_has_words() -> None:
    assert set(STATES) == set(State)
    assert set(REFUSALS) == set(Refusal)
    assert set(NOTICES) == set(NoticeKind)


def test_every_kind_of_place_has_words() -> None:
    for kind in PlaceKind:
        assert place_words(Place(kind, 3), "vi").endswith(" 3")
    assert place_words(Place(PlaceKind.CELL, name="B7"), "en") == "cell B7"


def reasons_of_news() -> set[str]:
    raw = Path(__file__).parent.parent / "facts/news/raw"
    pages = (read_text(path.read_bytes(), path.name) for path in raw.rglob("*.txt"))
    return {str(one.reason) for page in pages for one in read_news(page, sample_names()).left_out}


def reasons_of_documents() -> set[str]:
    cases = (*all_cases(), *further_cases(), *later_cases())
    return {one.reason for case in cases for one in read_document(case.material, sample_names()).left_out}


def reasons_of_sheets() -> set[str]:
    files = [("so.csv" if "csv" in style.value else "so.xlsx", register_sheet(lines(12), style)) for style in Style]
    facts = [read_rows(sheet, sample_names()) for name, data in files for sheet in read_sheet(data, name)]
    return {one.reason for each in facts for one in (*each.left_out, *each.problems)}


@pytest.mark.parametrize("reasons", [reasons_of_news, reasons_of_documents, reasons_of_sheets])
def test_every_reason_to_leave_something_out_has_words(reasons: Callable[[], set[str]]) -> None:
    told = reasons()
    assert told
    assert told - set(LEFT_OUT) == set()
