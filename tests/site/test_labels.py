"""All values of front matter, and all generated pages, have labels in both languages."""

import string
from collections.abc import Collection, Mapping
from typing import Any, get_args

import pytest
from msgspec.structs import fields

from bantin.content.schema.agreement import DocumentFields
from bantin.domain.model import ChangeKind, EventKind, Label, Level, OnBehalf, RelationKind, Scope, Status
from bantin.domain.problems import LANGUAGES, Language
from bantin.site import labels
from bantin.site.titles import TITLES, Titles

DOCUMENT_KINDS = get_args(DocumentFields.model_fields["kind"].annotation)
TABLES: dict[str, tuple[Mapping[Any, Label], Collection[str | None]]] = {
    "scopes": (labels.SCOPES, list(Scope)),
    "levels": (labels.LEVELS, list(Level)),
    "capacities": (labels.CAPACITIES, list(OnBehalf)),
    "events": (labels.EVENTS, [*EventKind, None]),
    "changes": (labels.CHANGES, [ChangeKind.CORRECTION, ChangeKind.UPDATE]),
    "relations": (labels.RELATIONS, list(RelationKind)),
    "inverses": (labels.INVERSES, [kind for kind in RelationKind if kind is not RelationKind.RELATED]),
    "acted on": (labels.ACTED_ON, list(RelationKind)),
    "indirect": (labels.INDIRECT, ["cites", "line"]),
    "statuses": (labels.STATUSES, list(Status)),
    "documents": (labels.DOCUMENTS, DOCUMENT_KINDS),
}


@pytest.mark.parametrize("table", TABLES)
def test_every_value_has_a_name(table: str) -> None:
    names, values = TABLES[table]
    assert set(names) == set(values)


@pytest.mark.parametrize("table", TABLES)
def test_every_name_is_given_in_both_languages(table: str) -> None:
    names, _ = TABLES[table]
    assert [key for key, label in names.items() if not (label.vi and label.en)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", TABLES)
def test_no_two_values_have_one_name(table: str, language: Language) -> None:
    names = [label.text(language) for label in TABLES[table][0].values()]
    assert len(set(names)) == len(names)


def test_an_unknown_level_has_a_name_that_no_level_has() -> None:
    assert labels.LEVEL_UNKNOWN.vi not in {label.vi for label in labels.LEVELS.values()}
    assert labels.LEVEL_UNKNOWN.en not in {label.en for label in labels.LEVELS.values()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_relation_reads_otherwise_from_its_other_side(language: Language) -> None:
    sides = [{label.text(language) for label in table.values()} for table in (labels.RELATIONS, labels.INVERSES)]
    assert sides[0] & sides[1] == set()


@pytest.mark.parametrize("name", [field.name for field in fields(Titles)])
def test_every_title_is_given_in_both_languages_with_the_same_gaps_to_fill(name: str) -> None:
    titles = [getattr(TITLES[language], name) for language in LANGUAGES]
    assert all(titles)
    gaps = [{gap for _, gap, _, _ in string.Formatter().parse(title) if gap} for title in titles]
    assert gaps[0] == gaps[1]
