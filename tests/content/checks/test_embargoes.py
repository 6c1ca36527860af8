"""What a file under embargo says is said by no other file before."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from bantin.content.checks.embargoes import check_embargoes
from bantin.domain.model import Agency, Position, RecordFile, Reference, ReferenceTarget
from tests.index.contents import NOW, ZONE, agency, record, when

LATER = when("2026-02-01T09:00+07:00")
END = datetime(2026, 2, 1, 9, tzinfo=ZONE)


def naming(name: str, *agencies: str, **changes: Any) -> RecordFile:
    references = tuple(Reference(ReferenceTarget.AGENCY, one, Position(3, 1)) for one in agencies)
    return record(name, references=references, **changes)


def codes(*items: RecordFile | Agency, now: datetime = NOW) -> list[str]:
    homes = [one for one in items if isinstance(one, RecordFile)]
    agencies = [one for one in items if isinstance(one, Agency)]
    return [f"{one.location.path} {one.code}" for one in check_embargoes(homes, agencies, now, ZONE)]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, True),
        ({"embargo": when("2026-02-01T08:59+07:00")}, True),
        ({"embargo": LATER}, False),
        ({"embargo": when("2026-02-02")}, False),
        ({"draft": True}, False),
    ],
)
def test_an_agency_is_not_named_before_its_embargo_ends(changes: dict[str, Any], told: bool) -> None:
    made = (naming("lo", "a", "kin", **changes), naming("cu", "a"), agency("a"), agency("kin", embargo=LATER))
    assert codes(*made) == (["content/agreements/lo.md embargoed-agency"] if told else [])
    assert "content/agreements/lo.md embargoed-agency" not in codes(*made, now=END)


def test_an_agency_under_another_is_not_named_either() -> None:
    above = Reference(ReferenceTarget.AGENCY, "kin", Position(2, 9))
    below = replace(agency("a", parent="kin"), references=(above,))
    assert codes(below, agency("kin", embargo=LATER)) == ["content/agencies/a.yml embargoed-agency"]


def test_an_agency_that_only_embargoed_files_name_is_pointed_out() -> None:
    waiting = naming("kin", "a", "b", "b", embargo=LATER)
    made = (waiting, naming("cu", "a"), agency("a"), agency("b"), agency("c"))
    assert codes(*made) == ["content/agreements/kin.md agency-of-embargoed"]
    assert codes(*made, now=END) == []
    assert codes(*made, now=END - timedelta(seconds=1)) != []
    assert codes(naming("khac", "b"), *made) == []
    assert codes(waiting, naming("cu", "a"), agency("a"), agency("b", embargo=LATER)) == []
