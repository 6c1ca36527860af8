"""Own fields on pages, in the register, in the data and in the editors' form: where the settings say, by their kind."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from bantin.content.schema.own_fields import article_fields
from bantin.domain.model import Label, OwnField, OwnFieldKind, ShownIn, Term
from bantin.index import Bulletin
from bantin.site.cms.fields import form
from bantin.site.cms.names import spellings
from bantin.site.data.columns import DataSources
from bantin.site.data.schema import schema
from bantin.site.data.tables import csv_rows, records_json, tables_of
from bantin.site.own_fields import own_facts
from bantin.site.views import OwnFactView
from tests.bulletins import ARTICLE, COMPLETE, files_of, write
from tests.bulletins import SITE as SETTINGS
from tests.edits import build_warm, cold, replace_in
from tests.index.contents import SITE, agreement, article, bulletin
from tests.site.data.test_schema import validator

CHOICES = (Term("mot", Label("Một", "One")), Term("hai", Label("Hai", "Two")))
OWN = tuple(
    OwnField(f"x_{kind}", Label(f"Trường {kind}", f"Field {kind}"), kind, choices, tuple(ShownIn))
    for kind in OwnFieldKind
    for choices in [CHOICES if kind is OwnFieldKind.CHOICE else ()]
)
GIVEN = {
    "x_text": "Chữ",
    "x_long_text": "Nhiều chữ.",
    "x_date": "2024-12-01",
    "x_yes_no": "false",
    "x_number": "12000",
    "x_choice": "hai",
}


def as_json(value: object) -> Any:
    return json.loads(json.dumps(value))


def having(given: Mapping[str, str], own: tuple[OwnField, ...] = OWN, **changes: Any) -> Bulletin:
    """A bulletin of one agreement in which own fields are ``given``."""
    one = article(agreement=agreement(own=tuple(given.items())))
    return bulletin(one, site=replace(SITE, own_fields=own, **changes))


def facts(made: Bulletin, shown: ShownIn = ShownIn.PAGE) -> tuple[OwnFactView, ...]:
    return own_facts(made.register.records[0].agreement, shown, made.directory)


def test_a_fact_is_shown_by_its_kind_in_the_language_of_the_site() -> None:
    text, long_text, day, answer, number, chosen = facts(having(GIVEN, language="en"))
    assert text == OwnFactView("Field text", "Chữ", in_words_of_article=True)
    assert long_text == OwnFactView("Field long_text", "Nhiều chữ.", in_words_of_article=True)
    assert day.date is not None
    assert (day.label, day.text, day.date.iso) == ("Field date", "", "2024-12-01")
    assert answer == OwnFactView("Field yes_no", "No")
    assert number == OwnFactView("Field number", number=12000)
    assert chosen == OwnFactView("Field choice", "Two")


@pytest.mark.parametrize("given", [{}, {"x_number": "0"}])
def test_a_fact_that_is_not_given_is_not_known(given: dict[str, str]) -> None:
    made = facts(having(given))
    assert [one.label for one in made if one.is_known] == [f"Trường {key[2:]}" for key in given]
    assert len(made) == len(OWN)


@pytest.mark.parametrize("shown", ShownIn)
def test_a_field_is_shown_where_the_settings_say_and_nowhere_else(shown: ShownIn) -> None:
    made = having({"x_text": "Chữ"}, (OwnField("x_text", Label("Tên"), shown=(shown,)),))
    assert {where: [one.label for one in facts(made, where)] for where in (ShownIn.PAGE, ShownIn.REGISTER)} == {
        where: ["Tên"] if where is shown else [] for where in (ShownIn.PAGE, ShownIn.REGISTER)
    }
    columns = [one.name for one in tables_of(made.directory.site)[0].all_columns]
    assert ("own_x_text" in columns) == (shown is ShownIn.DATA)


def test_the_data_have_each_value_by_its_type() -> None:
    made = having(GIVEN)
    holdings = DataSources(made.directory, made.register.records)
    (record,) = records_json(holdings)
    assert {key: value for key, value in record.items() if key.startswith("own_")} == {
        "own_x_text": "Chữ",
        "own_x_long_text": "Nhiều chữ.",
        "own_x_date": "2024-12-01",
        "own_x_yes_no": False,
        "own_x_number": 12000,
        "own_x_choice": "hai",
    }
    (row,) = csv_rows(tables_of(made.directory.site)[0], holdings)
    assert row[-len(OWN) :] == ("Chữ", "Nhiều chữ.", "2024-12-01", "false", "12000", "hai")


@pytest.mark.parametrize("key", ["own_x_date", "own_x_yes_no", "own_x_number", "own_x_choice"])
def test_the_schema_of_the_data_knows_the_fields(key: str) -> None:
    made = having(GIVEN)
    (record,) = records_json(DataSources(made.directory, made.register.records))
    known = validator(as_json(schema(made.directory)))
    assert list(known.iter_errors(as_json(record))) == []
    assert not known.is_valid(as_json({**record, key: "X"}))


def test_the_form_of_the_editors_asks_for_each_field_by_its_kind() -> None:
    directory = having({}).directory
    whole = {str(one.field["name"]): one for one in form(article_fields(OWN), directory)}
    inner: Any = whole["agreement"].field["fields"]
    asked = {one["name"]: one for one in inner if one["name"].startswith("x_")}
    assert list(asked) == [one.key for one in OWN]
    widgets = {key: one["widget"] for key, one in asked.items()}
    assert widgets == {
        "x_text": "string",
        "x_long_text": "text",
        "x_date": "string",
        "x_yes_no": "select",
        "x_number": "string",
        "x_choice": "select",
    }
    assert asked["x_choice"]["options"] == ({"value": "mot", "label": "Một"}, {"value": "hai", "label": "Hai"})
    assert asked["x_number"]["pattern"][0] == "^unknown$|^(?:0|[1-9][0-9]{0,11})$"
    assert not any(one["required"] for one in asked.values())
    assert spellings(directory)["own.x_choice"]["two"] == "hai"


DECLARED = f"""\
{SETTINGS}search: off
fields:
  du_an: {{label: Dự án, shown: [page, register, data]}}
  von: {{label: Vốn, kind: choice, choices: {{a: Một, b: Hai}}, shown: [page, register, data]}}
"""
ARTICLE_PATH = "content/articles/2020/bai.md"


def test_a_build_that_remembers_follows_each_change_of_the_settings(tmp_path: Path) -> None:
    article = ARTICLE.replace("  scope:", "  du_an: Nước sạch\n  von: a\n  scope:")
    root = write(tmp_path, COMPLETE, {"content/site.yml": DECLARED, ARTICLE_PATH: article})
    build_warm(root)
    for path, old, new in (
        ("content/site.yml", "label: Dự án", "label: Tên dự án"),
        ("content/site.yml", "a: Một", "a: Mốt"),
        ("content/site.yml", "shown: [page, register, data]}\n  von", "shown: [page]}\n  von"),
        (ARTICLE_PATH, "von: a", "von: b"),
        ("content/site.yml", "kind: choice, choices: {a: Mốt, b: Hai}", "kind: text"),
        (ARTICLE_PATH, "Nội dung.", "Nội dung khác."),
    ):
        before = files_of(root / "site")
        replace_in(root, path, old, new)
        build_warm(root)
        after = files_of(root / "site")
        assert after != before
        assert after == cold(root)
