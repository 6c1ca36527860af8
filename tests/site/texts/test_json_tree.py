"""Texts as JSON: the tree says all that the text says, keeps to its schema, and the schema refuses what is not so."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from msgspec import json
from msgspec.structs import replace

from bantin.domain.model import Provision
from bantin.render.writers import write_json
from bantin.site.texts.json_tree import text_json, text_schema
from bantin.site.texts.version import RecordText, TextVersion
from bantin.site.views import JsonView
from tests.index.contents import quick
from tests.site.texts.texts import DIRECTORY, RICH, record_texts


def read(text: RecordText, version: TextVersion) -> Any:
    value = text_json(text, version, DIRECTORY)
    return json.decode(write_json(JsonView(url="van-ban.json", title="Toàn văn", value=value)))


def schema(language: str = "vi") -> Any:
    directory = replace(DIRECTORY, site=replace(DIRECTORY.site, language=language))
    made = json.decode(json.encode(text_schema(directory)))
    Draft202012Validator.check_schema(made)
    return made


VALIDATOR = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_the_tree_of_a_consolidated_text() -> None:
    found = read(RICH, RICH.versions[1])
    assert list(found) == [
        "schema", "agreement", "url", "language", "version", "since", "preamble", "bases", "provisions", "closing"
    ]  # fmt: skip
    assert found["schema"] == schema()["$id"] == "https://bantin.example/du-lieu/text.schema.json"
    assert (found["agreement"], found["version"], found["since"]) == ("quy-che", 2, "2015-03-01")
    repealed = found["provisions"][1]["children"][0]["children"][0]
    assert repealed == {
        "kind": "article",
        "number": "3",
        "label": "Điều 3",
        "anchor": "dieu-3",
        "heading": None,
        "paragraphs": [],
        "children": [],
        "repealed": True,
        "since": "2015-03-01",
    }
    assert found["provisions"][0]["since"] == "2012-11-20"


@quick
@given(record_texts())
def test_every_tree_keeps_to_the_schema_and_says_all(text: RecordText) -> None:
    for version in text.versions:
        found = read(text, version)
        VALIDATOR.validate(found)
        told = [
            (one["kind"], one["number"], one["anchor"], tuple(one["paragraphs"])) for one in _walk(found["provisions"])
        ]
        assert told == [_told(provision) for provision in version.text.walk()]
        assert (tuple(found["preamble"]), tuple(found["bases"]), tuple(found["closing"])) == (
            version.text.preamble, version.text.bases, version.text.closing
        )  # fmt: skip


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kind", "article "), ("kind", "title"), ("number", None), ("label", ""), ("anchor", "Điều 1"), ("heading", ""),
        ("paragraphs", "x"), ("children", None), ("repealed", "false"), ("since", "20/11/2012"), ("line", 3),
    ],
)  # fmt: skip
def test_the_schema_refuses_a_provision_that_is_not_one(key: str, value: object) -> None:
    found = read(RICH, RICH.versions[0])
    faulty = deepcopy(found)
    faulty["provisions"][0]["children"][0][key] = value
    assert VALIDATOR.is_valid(found)
    assert not VALIDATOR.is_valid(faulty)


def test_the_schema_refuses_what_lacks_a_key() -> None:
    found = read(RICH, RICH.versions[0])
    assert not any(VALIDATOR.is_valid({name: found[name] for name in found if name != left}) for left in found)


def test_the_schema_is_shown_in_the_language_of_the_site() -> None:
    assert schema("en")["properties"]["closing"]["description"] == "Paragraphs at the end: the signatures."


def _walk(provisions: list[Any]) -> Iterator[Any]:
    for one in provisions:
        yield one
        yield from _walk(one["children"])


def _told(provision: Provision) -> tuple[str, str, str, tuple[str, ...]]:
    return (str(provision.kind), provision.number, provision.anchor, provision.paragraphs)
