"""The JSON Schema: it is one, it accepts what is published and refuses what is not so."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from bantin.domain.model import Article
from bantin.site.views import JsonView
from tests.index.contents import SITE, bulletin
from tests.site.data.records import FACTS, among, articles, json_of, rich, thorough
from tests.site.plans import view_at

RECORD = "bai-viet/2012/day-du/index.json"


def validator(schema: Any) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


SCHEMA = json_of(rich(), "schema.json")
VALIDATOR = validator(SCHEMA)


def test_it_is_found_where_it_says() -> None:
    assert SCHEMA["$id"] == "https://bantin.example/du-lieu/schema.json"
    assert json_of(rich(), "agreements.json")["schema"] == SCHEMA["$id"]


def test_it_is_shown_in_the_language_of_the_site() -> None:
    english = json_of(bulletin(site=SITE), "schema.json")
    assert english["$defs"]["agreement"]["properties"]["title"]["description"] == "Tên văn bản (trích yếu)."


@thorough
@given(articles())
def test_it_accepts_all_records(made: list[Article]) -> None:
    found = json_of(among(made), "agreements.json")
    VALIDATOR.validate(found)
    for record in found["agreements"]:
        VALIDATOR.validate(record)


def test_it_accepts_the_record_beside_an_article() -> None:
    made = rich()
    view = view_at(made, RECORD, JsonView, FACTS.path)
    found = next(one for one in json_of(made, "agreements.json")["agreements"] if one["id"] == "day-du")
    VALIDATOR.validate(found)
    assert view.value == _tuples(found)


def _tuples(value: Any) -> Any:
    """``value``, read from JSON, as views hold it."""
    if isinstance(value, dict):
        return {key: _tuples(one) for key, one in value.items()}
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("id",), "Không phải mã"),
        (("id",), None),
        (("signed_on",), "20/11/2012"),
        (("signed_on",), "2012-11-20 "),
        (("signed_on",), ""),
        (("status",), "valid"),
        (("status",), None),
        (("clauses",), "12"),
        (("clauses",), -1),
        (("indefinite",), "true"),
        (("review_every",), "1 năm"),
        (("legal_basis",), None),
        (("legal_basis",), [""]),
        (("parties",), {}),
        (("parties", 0, "agency"), "Cơ quan A"),
        (("parties", 0, "lead"), "true"),
        (("people", 0, "presence"), "slept"),
        (("events", 0, "kind"), None),
        (("relations", 0, "inverse"), None),
        (("documents", 0, "sha256"), "abc"),
        (("documents", 0, "pages"), 1.5),
    ],
)
def test_it_refuses_a_value_that_is_not_of_its_kind(path: tuple[str | int, ...], value: object) -> None:
    record = _full()
    place: Any = record
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not VALIDATOR.is_valid(record)


def test_it_refuses_a_record_that_lacks_a_member_or_has_one_too_many() -> None:
    for name in (full := _full()):
        assert not VALIDATOR.is_valid({key: value for key, value in full.items() if key != name}), name
    assert not VALIDATOR.is_valid({**full, "titel": "x"})


def _full() -> dict[str, Any]:
    records = json_of(rich(), "agreements.json")["agreements"]
    found: dict[str, Any] = deepcopy(next(one for one in records if one["id"] == "day-du"))
    VALIDATOR.validate(found)
    return found
