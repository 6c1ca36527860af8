"""The words and names known to the form: enough to open everything that the schema accepts."""

from collections.abc import Iterator, Mapping
from typing import Any

from bantin.content.schema.agency import AgencyFields
from bantin.content.schema.article import ArticleFields, PageFields
from bantin.domain.text.name_keys import name_key
from bantin.site.cms.fields import form, shape_of
from bantin.site.cms.names import spellings
from tests.index.contents import bulletin

DIRECTORY = bulletin().directory
KNOWN = spellings(DIRECTORY)


def kinds_in(shape: Any) -> Iterator[str]:
    """The kinds of names that a shape refers to."""
    if isinstance(shape, Mapping):
        yield from shape.get("named", ())
        for inner in shape.values():
            yield from kinds_in(inner)


def test_every_kind_of_name_that_a_field_refers_to_is_there() -> None:
    for fields in (ArticleFields, PageFields, AgencyFields):
        shapes = shape_of(tuple(form(fields, DIRECTORY)))
        for kind in {kind for shape in shapes.values() for kind in kinds_in(shape)}:
            assert kind in KNOWN


def test_agencies_and_terms_are_known_by_their_names() -> None:
    for agency in DIRECTORY.agencies:
        assert KNOWN["agency"].get(name_key(agency.name.vi), agency.id) == agency.id
    for term in DIRECTORY.vocabulary.types:
        assert KNOWN["type"].get(name_key(term.label.vi), term.id) == term.id


def test_answers_and_choices_are_known_in_vietnamese() -> None:
    assert KNOWN["answer"][name_key("Có")] == "true"
    assert KNOWN["answer"][name_key("không")] == "false"
    assert KNOWN["Scope"][name_key("Trung ương")] == "central"
    assert KNOWN["rotating"][name_key("luân phiên")] == "rotating"
    assert KNOWN["indefinite"][name_key("vô thời hạn")] == "indefinite"
