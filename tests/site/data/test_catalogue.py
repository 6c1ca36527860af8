"""The catalogue: it passes the shapes of DCAT-AP, and says what the settings and the records say."""

import json
from functools import cache
from typing import Any

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, URIRef
from rdflib.namespace import SH, SKOS
from rdflib.term import Node

from bantin.index import Bulletin
from bantin.site.data.catalogue import span
from bantin.site.data.tables import TABLES
from tests.conftest import REPOSITORY
from tests.index.contents import SITE, bulletin, on
from tests.site.data.records import files_of, rich

SHAPES = REPOSITORY / "tests/schemas/dcat-ap"
# The library warns of its own parser.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
BASE = "https://bantin.example/"
HAS_EMAIL = URIRef("http://www.w3.org/2006/vcard/ns#hasEmail")


@cache
def shapes() -> Graph:
    """The shapes of DCAT-AP, and ours, which lead from one to the next."""
    graph = Graph()
    for name in ("shapes.ttl", "range.ttl", "nested.ttl"):
        graph.parse(SHAPES / name)
    # SHACL knows no sh:shape: where that is written, sh:node is meant, and days would not be looked at.
    for constraint, shape in graph.subject_objects(URIRef("http://www.w3.org/ns/shacl#shape")):
        graph.add((constraint, SH.node, shape))
    return graph


def graph_of(made: Bulletin) -> Graph:
    return Graph().parse(data=files_of(made)["catalogue.jsonld"], format="json-ld")


def check(graph: Graph) -> tuple[bool, str]:
    """Whether the catalogue passes, and the report."""
    conforms, _, text = validate(graph, shacl_graph=shapes(), inference="none", allow_warnings=True)
    return bool(conforms), text


def test_it_passes_the_shapes_of_dcat_ap() -> None:
    conforms, text = check(graph_of(rich()))
    assert conforms, text


def test_one_that_says_the_least_passes_too() -> None:
    conforms, text = check(graph_of(bulletin()))
    assert conforms, text


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        (DCAT.Catalog, DCTERMS.title),
        (DCAT.Catalog, DCTERMS.description),
        (DCAT.Catalog, DCTERMS.publisher),
        (DCAT.Dataset, DCTERMS.title),
        (DCAT.Distribution, DCAT.accessURL),
        (FOAF.Agent, FOAF.name),
        (SKOS.Concept, SKOS.prefLabel),
    ],
)
def test_the_shapes_see_what_is_missing(kind: URIRef, missing: URIRef) -> None:
    graph = graph_of(rich())
    for subject in graph.subjects(RDF.type, kind):
        graph.remove((subject, missing, None))
    assert not check(graph)[0]


NESTED = {
    "the dataset": [DCAT.dataset],
    "a distribution": [DCAT.dataset, DCAT.distribution],
    "the publisher": [DCTERMS.publisher],
    "the contact": [DCAT.dataset, DCAT.contactPoint],
    "the terms": [DCTERMS.license],
    "the period": [DCAT.dataset, DCTERMS.temporal],
    "the theme": [DCAT.dataset, DCAT.theme],
    "the themes": [DCAT.themeTaxonomy],
}


def led_to(graph: Graph, path: list[URIRef]) -> Node:
    node: Node | None = next(graph.subjects(RDF.type, DCAT.Catalog))
    for step in path:
        node = graph.value(node, step, any=True)
    assert node is not None
    return node


@pytest.mark.parametrize("path", NESTED.values(), ids=NESTED)
def test_the_shapes_see_what_has_lost_its_class_or_all_that_it_said(path: list[URIRef]) -> None:
    """Whatever a catalogue leads to is looked at, with a name of its own or without one."""
    graph = graph_of(rich())
    graph.remove((led_to(graph, path), RDF.type, None))
    assert not check(graph)[0]
    graph = graph_of(rich())
    node = led_to(graph, path)
    kinds = set(graph.objects(node, RDF.type))
    graph.remove((node, None, None))
    for kind in kinds:
        graph.add((node, RDF.type, kind))
    # Terms may be a link and no more.
    assert check(graph)[0] is (path == NESTED["the terms"])


DAYS = {
    "the catalogue": ([], DCTERMS.modified),
    "the dataset": ([DCAT.dataset], DCTERMS.modified),
    "the first signing": ([DCAT.dataset, DCTERMS.temporal], DCAT.startDate),
    "the last signing": ([DCAT.dataset, DCTERMS.temporal], DCAT.endDate),
}


@pytest.mark.parametrize(("path", "day"), DAYS.values(), ids=DAYS)
def test_the_shapes_see_a_day_that_is_none(path: list[URIRef], day: URIRef) -> None:
    graph = graph_of(rich())
    graph.set((led_to(graph, path), day, Literal("20/11/2012")))
    assert not check(graph)[0]


@pytest.mark.parametrize("way", ["vp@bantin.example", "https://bantin.example/"])
def test_the_shapes_see_a_contact_that_cannot_be_written_to(way: str) -> None:
    graph = graph_of(rich())
    graph.set((led_to(graph, NESTED["the contact"]), HAS_EMAIL, URIRef(way)))
    assert not check(graph)[0]


def test_the_shapes_see_a_value_of_another_class() -> None:
    graph = graph_of(rich())
    catalogue = next(graph.subjects(RDF.type, DCAT.Catalog))
    graph.set((catalogue, DCTERMS.publisher, URIRef(BASE)))
    assert not check(graph)[0]


def test_it_says_who_publishes_what_in_which_language_and_on_what_terms() -> None:
    graph = graph_of(rich())
    data = next(graph.subjects(RDF.type, DCAT.Dataset))
    publisher = graph.value(data, DCTERMS.publisher)
    assert graph.value(publisher, FOAF.name) == Literal("Văn phòng", lang="vi")
    assert graph.value(data, DCTERMS.title) == Literal("Dữ liệu của Bản tin", lang="vi")
    assert str(graph.value(data, DCTERMS.language)).endswith("/language/VIE")
    assert set(graph.objects(data, DCAT.keyword)) == {Literal("An ninh", lang="vi"), Literal("Y tế", lang="vi")}
    terms = {str(one) for one in graph.objects(None, DCTERMS.license)}
    assert terms == {f"{BASE}du-lieu/#bt-license"}


def test_its_distributions_are_the_files() -> None:
    graph = graph_of(rich())
    data = next(graph.subjects(RDF.type, DCAT.Dataset))
    found = {str(graph.value(one, DCAT.downloadURL)) for one in graph.objects(data, DCAT.distribution)}
    assert found == {
        f"{BASE}du-lieu/{name}" for name in ("agreements.json", "agreements.xlsx", *(table.file for table in TABLES))
    }


def test_it_covers_the_time_from_the_first_signing_to_the_last() -> None:
    graph = graph_of(rich())
    period = graph.value(next(graph.subjects(RDF.type, DCAT.Dataset)), DCTERMS.temporal)
    assert graph.value(period, DCAT.startDate) == Literal("2012-11-20", datatype=XSD.date)
    assert graph.value(period, DCAT.endDate) == Literal("2012-11-20", datatype=XSD.date)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((), None),
        ((None, "XXXX-05-06", "2012?"), None),
        (("2012",), ("2012", "2012")),
        (("2012-11-20", "2012", "2013-01"), ("2012", "2013-01")),
        (("2013-12-31", "2013", "2012", "2012-01-01"), ("2012-01-01", "2013-12-31")),
        (("2013", "2013-12-31", "2012-01-01", "2012"), ("2012-01-01", "2013-12-31")),
    ],
)
def test_only_what_is_certain_counts(days: tuple[str | None, ...], expected: tuple[str, str] | None) -> None:
    found = span(on(day) if day else None for day in days)
    assert (tuple(map(str, found)) if found else None) == expected


def test_nothing_is_said_of_terms_and_contacts_that_nobody_stated() -> None:
    text = files_of(bulletin(site=SITE))["catalogue.jsonld"]
    assert "dct:license" not in text
    assert "dcat:contactPoint" not in text
    assert "dct:temporal" not in text


def test_it_can_be_read_without_the_network() -> None:
    context: Any = json.loads(files_of(rich())["catalogue.jsonld"])["@context"]
    assert all(isinstance(value, str) and value.startswith("http") for value in context.values())
