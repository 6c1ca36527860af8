"""The tables: one row for each thing, every value as the sources give it, nothing made up, and keys that lead on."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given

from bantin.domain.model import Article
from bantin.site.data.columns import CellKind, Column, Table, explained
from bantin.site.data.tables import BY_NAME, MEMBERS, TABLES
from bantin.site.views import Json
from tests.index.contents import agency, bulletin
from tests.render.test_writers import freed
from tests.site.data.records import (
    AGENCIES,
    FACTS,
    HIDDEN,
    PLAIN,
    among,
    articles,
    files_of,
    json_of,
    rich,
    table_of,
    thorough,
)

COLUMNS = [(table, column) for table in TABLES for column in table.all_columns]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_table_has_two_columns_of_one_name(table: Table[Any]) -> None:
    names = [column.name for column in table.all_columns]
    assert len(names) == len(set(names))
    assert table.keys
    assert all(column.required for column in table.keys)


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda one: one.name)
def test_every_column_is_explained_in_both_languages(table: Table[Any], column: Column[Any]) -> None:
    assert column.about.vi != column.about.en
    for language in ("vi", "en"):
        assert explained(column, language).endswith(".")
    assert column.about.vi.endswith(":" if column.choices else ".")
    assert column.about.en.endswith(":" if column.choices else ".")


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda one: one.name)
def test_what_refers_to_a_table_is_an_identifier_of_one_key(table: Table[Any], column: Column[Any]) -> None:
    if column.refers:
        assert column.kind is CellKind.ID
        assert [key.name for key in BY_NAME[column.refers].keys] == ["id"]


def test_an_agreement_is_shown_with_all_that_is_known_of_it() -> None:
    (row,) = (row for row in table_of(rich(), "agreements") if row["id"] == "day-du")
    # What the record does not have is left empty, in columns that are added later as well.
    assert row == dict.fromkeys(row, "") | {
        "id": "day-du",
        "url": "https://bantin.example/bai-viet/2012/day-du/",
        "type": "quy-che",
        "type_label": "Quy chế",
        "title": "Quy chế phối hợp",
        "number": "01/QCPH-A-B",
        "signed_on": "2012-11-20",
        "signed_place": "Hà Nội",
        "signed_venue": "Trụ sở A",
        "scope": "central",
        "status": row["status"],
        "status_label": row["status_label"],
        "status_from": row["status_from"],
        "status_until": row["status_until"],
        "effective_on": "2012-11-20",
        "effective_method": "kể từ ngày ký",
        "expires_on": "2030-12-31",
        "indefinite": "false",
        "review_every": "P1Y",
        "review_next": "2026-06",
        "review_chair": "",
        "review_rotating": "true",
        "review_due": "2026-06",
        "review_due_computed": "false",
        "review_due_chair": row["review_due_chair"],
        "review_overdue": "",
        "clauses": "12",
        "legal_basis": '["Luật Tổ chức Chính phủ", "Nghị định 01; điều 2 | khoản 3"]',
        "contact": '["Văn phòng A"]',
        "text_public": "false",
        "text_reason": "Có nội dung nội bộ",
        "article_title": "Bài day-du",
        "article_lead": "Sa-pô.",
        "article_published": "2012-11-20T08:00:00+07:00",
        "article_updated": "2021-11-25T08:00:00+07:00",
        "article_authors": '["Phóng viên"]',
        "source_name": "Cổng thông tin",
        "source_code": "CTTĐT",
        "source_url": "https://nguon.example/",
        "license": "CC BY 4.0",
    }


def test_what_is_not_known_of_an_agreement_is_left_empty() -> None:
    (row,) = (row for row in table_of(rich(), "agreements") if row["id"] == "co-ban")
    known = {name for name, cell in row.items() if cell}
    assert known == {
        "id", "url", "type", "type_label", "status", "status_label",
        "article_title", "article_published", "license",
    }  # fmt: skip


def test_a_status_is_that_of_the_lifecycle() -> None:
    made = rich()
    for row in table_of(made, "agreements"):
        found = made.register.by_id[row["id"]].lifecycle.standing
        assert row["status"] == found.status
        assert row["status_from"] == str(found.since or "")
        assert row["status_until"] == str(found.until or "")
    events = [(row["kind"], row["on"]) for row in table_of(made, "events") if row["agreement"] == "day-du"]
    history = made.register.by_id["day-du"].lifecycle.history
    assert events == [(action.kind or "term_ends", str(action.on or "")) for action in history]
    assert ("amended", "2015") in events


def test_a_party_has_its_name_of_the_day_and_the_dates_of_the_agreement_unless_it_has_its_own() -> None:
    first, second = (row for row in table_of(rich(), "parties") if row["agreement"] == "day-du")
    assert (first["name"], first["role"], first["lead"]) == ("Tên cũ", "Bên A", "true")
    assert (first["signed_on"], first["effective_on"]) == ("2012-11-19", "2012-11-20")
    assert json.loads(first["heirs"]) == ["d"]
    assert (second["name"], second["lead"], second["heirs"]) == ("Cơ quan B", "false", "")
    assert (second["signed_on"], second["effective_on"]) == ("2012-11-20", "2012-12")


def test_nobody_is_said_not_to_lead_where_nobody_is_said_to() -> None:
    rows = [row for row in table_of(rich(), "parties") if row["agreement"] == "co-ban"]
    assert [row["lead"] for row in rows] == ["", ""]


def test_everybody_at_a_signing_is_reported_with_what_they_did_there() -> None:
    rows = table_of(rich(), "people")
    assert [(row["number"], row["presence"], row["name"]) for row in rows] == [
        ("1", "signed", "Nguyễn Văn A"),
        ("2", "signed", "Trần Thị B"),
        ("3", "presided", "Lê C"),
        ("4", "attended", "Phạm D"),
    ]
    assert rows[0] == {
        "agreement": "day-du",
        "number": "1",
        "presence": "signed",
        "name": "Nguyễn Văn A",
        "rank": "Đại tướng",
        "position": "Bộ trưởng",
        "other_positions": '["Ủy viên"]',
        "role": "chủ tọa",
        "party": "a",
        "party_name": "Tên cũ",
        "on_behalf": "KT",
    }


def test_relations_are_shown_from_both_sides_and_to_what_lies_outside() -> None:
    rows = [
        (row["agreement"], row["kind"], row["inverse"], row["other"], row["other_title"])
        for row in table_of(rich(), "relations")
    ]
    assert rows == [
        ("day-du", "amends", "false", "co-ban", "Bài co-ban"),
        ("day-du", "related", "false", "", "khong-hien"),
        ("day-du", "based_on", "false", "", "Luật X"),
        ("co-ban", "amends", "true", "day-du", "Quy chế phối hợp"),
    ]


def test_a_document_has_what_is_known_of_its_file() -> None:
    known, unknown = table_of(rich(), "documents")
    assert known["url"] == "https://bantin.example/tai-lieu/quy-che.pdf"
    assert (known["size"], known["pages"], known["sha256"]) == ("1234", "5", FACTS.sha256)
    assert (unknown["size"], unknown["pages"], unknown["sha256"]) == ("", "", "")


def test_an_agency_is_shown_with_its_names_and_what_became_of_it() -> None:
    made = rich()
    first, second, *_ = table_of(made, "agencies")
    assert (first["id"], first["phone"], first["level"]) == ("a", "+84 24 3942 0000", "central")
    # The level of an agency without one is that of the agency above it.
    assert (second["parent"], second["level"]) == ("a", "central")
    assert table_of(made, "agency-names") == [
        {
            "agency": "a",
            "number": "1",
            "name_vi": "Tên cũ",
            "name_en": "Old name",
            "since": "1990",
            "until": "2015-03-01",
        }
    ]
    assert table_of(made, "successions") == [
        {"predecessor": "a", "successor": "d", "on": "2025-03-01"},
        {"predecessor": "c", "successor": "d", "on": ""},
    ]


def test_what_is_hidden_is_in_no_file() -> None:
    assert HIDDEN.title == "Bài khong-hien"
    assert all(HIDDEN.title not in text and "2011/" not in text for text in files_of(rich()).values())


def test_an_empty_bulletin_has_tables_without_rows() -> None:
    made = bulletin(agency("a"))
    assert table_of(made, "agreements") == []
    assert json_of(made, "agreements.json")["agreements"] == []
    assert files_of(made)["people.csv"].startswith("\ufeffagreement,number,presence,name,")


def _cells(table: Table[Any], entry: dict[str, Json]) -> dict[str, str]:
    """An object of a JSON file as a CSV file has it."""
    made = {}
    for column in table.columns:
        value = entry[column.name]
        if isinstance(value, bool):
            made[column.name] = str(value).lower()
        elif isinstance(value, list):
            made[column.name] = json.dumps(value, ensure_ascii=False) if value else ""
        else:
            made[column.name] = "" if value is None else str(value)
    return made


@thorough
@given(articles())
def test_the_tables_say_what_the_records_say_in_their_order_and_nothing_else(made: list[Article]) -> None:
    found = among(made)
    files = files_of(found)
    records = json.loads(files["agreements.json"])["agreements"]
    assert [record["id"] for record in records] == [record.agreement.id for record in found.register.records]
    for table in (BY_NAME["agreements"], *MEMBERS):
        said: list[dict[str, str]] = []
        for record in records:
            if not table.member:
                said.append({"id": record["id"], **_cells(table, record)})
                continue
            for number, entry in enumerate(record[table.member], start=1):
                said.append({"agreement": record["id"], "number": str(number), **_cells(table, entry)})
        read = csv.DictReader(io.StringIO(files[table.file].removeprefix("\ufeff"), newline=""))
        assert [{name: freed(cell) for name, cell in row.items()} for row in read] == said


@thorough
@given(articles())
def test_the_order_of_the_files_changes_nothing(made: list[Article]) -> None:
    assert files_of(among(made)) == files_of(among(made[::-1], *AGENCIES[::-1]))


def test_the_tables_are_those_that_the_page_of_the_data_tells_of() -> None:
    assert PLAIN.agreement
    names = {name for name in files_of(rich()) if name.endswith(".csv")}
    assert names == {table.file for table in TABLES}
