"""VALIDATE: embargoes: what a file under one says must not be said by another file before."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo

from bantin.content.problems import references as problems
from bantin.domain.model import Agency, RecordHome, Reference, ReferenceTarget
from bantin.domain.problems import Problem
from bantin.domain.rules.showing import is_withheld, public_since

_TO_AGENCIES = (ReferenceTarget.AGENCY, ReferenceTarget.SIGNING_PARTY, ReferenceTarget.EVENT_PARTY)


def check_embargoes(
    homes: Sequence[RecordHome], agencies: Sequence[Agency], now: datetime, zone: tzinfo
) -> Iterator[Problem]:
    """Reports agencies under embargo that a file names in public before, and agencies that only embargoed files name.

    Each is reported once for a file. Moments are aware; days are those of ``zone``.
    """
    if not any(is_withheld(one, now, zone) for one in (*homes, *agencies)):
        return
    waiting = {one.id: one for one in agencies if not one.draft and is_withheld(one, now, zone)}
    named_by: dict[str, list[RecordHome | Agency]] = {}
    for one in (*homes, *agencies):
        if one.draft:
            continue
        since = public_since(one, zone)
        for reference in _named(one):
            named_by.setdefault(reference.id, []).append(one)
            agency = waiting.get(reference.id)
            ends = public_since(agency, zone) if agency else None
            if agency and ends and (since is None or since < ends):
                at = reference.place.within(one.path)
                yield problems.EMBARGOED_AGENCY.at(at, id=agency.id, file=agency.path)
    yield from _named_only_by_embargoed(agencies, named_by, now, zone)


def _named_only_by_embargoed(
    agencies: Iterable[Agency], named_by: dict[str, list[RecordHome | Agency]], now: datetime, zone: tzinfo
) -> Iterator[Problem]:
    """Agencies whose own pages are public although all that names them is under embargo."""
    for agency in agencies:
        naming = named_by.get(agency.id, [])
        if agency.draft or is_withheld(agency, now, zone) or not naming:
            continue
        if all(is_withheld(one, now, zone) for one in naming):
            first = naming[0]
            reference = next(one for one in _named(first) if one.id == agency.id)
            yield problems.AGENCY_OF_EMBARGOED.at(reference.place.within(first.path), id=agency.id, file=agency.path)


def _named(one: RecordHome | Agency) -> Iterable[Reference]:
    """The first reference to each agency that a file names."""
    named = [reference for reference in one.references if reference.target in _TO_AGENCIES]
    return {reference.id: reference for reference in reversed(named)}.values()
