"""The page of the data: it explains every file and every column, and counts what they hold."""

import pytest

from bantin.domain.problems import Language
from bantin.site.data.tables import TABLES
from bantin.site.views import DataView
from tests.index.contents import bulletin
from tests.site.data.records import FACTS, files_of, rich, rows_in
from tests.site.plans import view_at

ADDRESSES: dict[Language, str] = {"vi": "du-lieu/", "en": "data/"}


def data_page(language: Language = "vi") -> DataView:
    return view_at(rich(language=language), ADDRESSES[language], DataView, FACTS.path)


def test_it_lists_every_file_and_no_other() -> None:
    assert {file.link.label for file in data_page().files} == {*files_of(rich()), "agreements.xlsx"}
    assert [file.link.url for file in data_page().files][:3] == [
        "du-lieu/agreements.xlsx",
        "du-lieu/agreements.json",
        "du-lieu/agreements.csv",
    ]


def test_it_counts_the_rows_of_every_table() -> None:
    files = files_of(rich())
    counted = {file.link.label: file.rows for file in data_page().files if file.format == "CSV"}
    assert counted == {name: len(rows_in(text)) for name, text in files.items() if name.endswith(".csv")}
    assert counted["agreements.csv"] == data_page().files[0].rows == 2


@pytest.mark.parametrize("language", ADDRESSES)
def test_it_explains_every_column(language: Language) -> None:
    shown = [
        (guide.file.label, column.name, column.about)
        for guide in data_page(language).tables
        for column in guide.columns
    ]
    assert shown == [
        (table.file, column.name, column.about.text(language)) for table in TABLES for column in table.all_columns
    ]


def test_every_anchor_is_of_its_own_and_every_reference_leads_to_one() -> None:
    page = data_page()
    anchors = [guide.anchor for guide in page.tables] + [one.anchor for guide in page.tables for one in guide.columns]
    assert len(anchors) == len(set(anchors))
    assert {one.refers[1] for guide in page.tables for one in guide.columns if one.refers} <= set(anchors)
    assert {file.guide for file in page.files if file.guide} == {guide.anchor for guide in page.tables}


@pytest.mark.parametrize(
    ("language", "meanings"),
    [
        ("vi", {"2012": "năm 2012", "2012-11": "tháng 11 năm 2012"}),
        ("en", {"2012": "2012", "2012-11": "November 2012"}),
    ],
)
def test_it_says_how_dates_are_written(language: Language, meanings: dict[str, str]) -> None:
    shown = dict(data_page(language).dates)
    assert {written: shown[written] for written in meanings} == meanings
    assert len(shown) == 6


def test_an_empty_bulletin_has_one_too() -> None:
    page = view_at(bulletin(), "du-lieu/", DataView)
    assert page.files[0].rows == 0
    assert len(page.tables) == len(TABLES)
