"""The data of whole sites conform to their formats, and every page of an agreement links to its own data."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from frictionless import validate
from jsonschema import Draft202012Validator
from lxml import html
from rdflib import Graph

from tests.conftest import REPOSITORY
from tests.outputs.conftest import NAMES
from tests.site.data.records import rows_in
from tests.site.data.test_catalogue import check

WORDS = {"english": "data"}


def data_of(name: str, sites: dict[str, Path]) -> Path:
    return sites[name] / WORDS.get(name, "du-lieu")


def read(path: Path) -> Any:
    return json.loads(path.read_text())


def records(site: Path) -> dict[str, Any]:
    """The records beside pages, by their ids."""
    return {made["id"]: made for path in site.rglob("index.json") for made in [read(path)]}


@pytest.mark.parametrize("name", NAMES)
def test_the_package_is_sound(name: str, sites: dict[str, Path]) -> None:
    report = validate(str(data_of(name, sites) / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize("name", NAMES)
def test_the_catalogue_keeps_to_the_shapes_of_dcat_ap(name: str, sites: dict[str, Path]) -> None:
    conforms, told = check(Graph().parse(data_of(name, sites) / "catalogue.jsonld", format="json-ld"))
    assert conforms, told


@pytest.mark.parametrize("name", NAMES)
def test_the_records_keep_to_their_schema_and_are_the_same_everywhere(name: str, sites: dict[str, Path]) -> None:
    data = data_of(name, sites)
    validator = Draft202012Validator(read(data / "schema.json"))
    whole = read(data / "agreements.json")
    validator.validate(whole)
    beside = records(sites[name])
    assert {record["id"]: record for record in whole["agreements"]} == beside
    assert [row["id"] for row in rows_in((data / "agreements.csv").read_text())] == [
        record["id"] for record in whole["agreements"]
    ]
    for record in beside.values():
        validator.validate(record)


@pytest.mark.parametrize("name", NAMES)
def test_the_feed_keeps_to_its_schema(name: str, sites: dict[str, Path]) -> None:
    Draft202012Validator(read(REPOSITORY / "tests/schemas/jsonfeed.json")).validate(read(sites[name] / "feed.json"))


@pytest.mark.parametrize("name", NAMES)
def test_every_page_of_an_agreement_leads_to_its_record(name: str, sites: dict[str, Path]) -> None:
    # A copy at an old address has the address of its record.
    written = {path.parent: json.loads(path.read_text("utf-8"))["url"] for path in sites[name].rglob("index.json")}
    beside = {folder for folder, url in written.items() if url.endswith(f"/{folder.relative_to(sites[name])}/")}
    led = set()
    for path in sites[name].rglob("index.html"):
        links = html.parse(path).xpath("//link[@rel='alternate'][@type='application/json']/@href")
        leads = {(path.parent / link).resolve().parent for link in links if link.endswith("index.json")}
        # A page in another language leads to the record of its original: there is one of each agreement.
        assert leads == {path.parent} & beside or (path.is_relative_to(sites[name] / "en") and leads <= beside), path
        led |= leads
    assert led == beside


@pytest.mark.parametrize("name", NAMES)
def test_the_page_of_the_data_explains_every_column_at_an_anchor(name: str, sites: dict[str, Path]) -> None:
    data = data_of(name, sites)
    page = html.parse(data / "index.html")
    anchors = set(page.xpath("//@id"))
    for path in data.glob("*.csv"):
        header = path.read_text(encoding="utf-8-sig").splitlines()[0].split(",")
        assert {f"bt-{path.stem}-{column}" for column in header} <= anchors
        assert page.xpath(f"//a[contains(@href, '/{path.name}')]")
    shown = {path.name for path in data.iterdir()} - {"index.html"}
    linked = {link.rpartition("/")[2] for link in page.xpath("//main//a/@href") if re.search(r"\.\w+$", link)}
    assert shown <= linked
