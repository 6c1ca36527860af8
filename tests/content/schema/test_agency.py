"""An agency's file, as it is written."""

import pytest

from bantin.content.schema.agency import AgencyFields, ContactFields
from bantin.domain.model import Label, Level
from bantin.domain.text.dates import Edtf
from tests.content.readings import told
from tests.content.schema.forms import fields_of, form


def test_a_name_is_all_that_is_needed() -> None:
    found = fields_of(AgencyFields, "name: Bộ\n")
    assert found.name == Label("Bộ")
    assert found.contact == ContactFields()
    assert (found.parent, found.level, found.website) == (None, None, None)
    assert not any((found.former_names, found.abbreviations, found.aliases, found.predecessors, found.successors))


@pytest.mark.parametrize("level", list(Level))
def test_every_level_can_be_written(level: Level) -> None:
    assert fields_of(AgencyFields, f"name: x\nlevel: {level}\n").level is level


def test_a_succession_may_be_an_id_alone() -> None:
    found = fields_of(AgencyFields, "name: x\npredecessors: [a, {agency: b, on: 2016-08}]\n").predecessors
    assert [(one.agency, one.on) for one in found] == [("a", None), ("b", Edtf(2016, 8))]


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ("former_names: [Bộ cũ]\n", "2:16+5 expected-mapping"),
        ("former_names: [{name: x, form: 2010}]\n", "2:26+4 unknown-key"),
        ("successors: [{on: 2020}]\n", "2:14+1 missing-key"),
        ("contact: {fax: x}\n", "2:11+3 unknown-key"),
        ("abbreviations: {a: b}\n", "2:1+13 expected-list"),
        ("parent: [a]\n", "2:1+6 expected-text"),
        ("id: x\n", "2:1+2 unknown-key"),
    ],
)
def test_what_is_not_of_its_kind_is_reported_at_its_place(more: str, problem: str) -> None:
    assert told(form(AgencyFields, f"name: x\n{more}").problems) == [problem]
