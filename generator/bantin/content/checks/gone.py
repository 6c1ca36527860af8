"""VALIDATE: checks what is said of pages that are not there any more, and references to them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from bantin.content.problems import dates
from bantin.content.problems import gone as problems
from bantin.domain.model import Gone, RecordHome, ReferenceTarget
from bantin.domain.problems import Location, Problem


def check_gone(gone: Iterable[Gone], today: date) -> Iterator[Problem]:
    """Reports days that cannot be true, and replacements that are none; ``gone`` are all pages that are not there."""
    by_path = {one.path: one for one in gone}
    for one in by_path.values():
        if one.on.earliest and one.on.earliest > today:
            yield dates.IN_THE_FUTURE.at(_at(one, ReferenceTarget.SIGNING_DAY), key="gone.on", date=one.on)
        since = one.published
        if since and since.earliest and one.on.latest and one.on.latest < since.earliest:
            at = _at(one, ReferenceTarget.SIGNING_DAY)
            yield dates.OUT_OF_ORDER.at(at, later="gone.on", later_date=one.on, earlier="published", earlier_date=since)
        if one.replaced_by == one.path:
            yield problems.REPLACED_BY_ITSELF.at(_at(one, ReferenceTarget.REPLACEMENT))
        elif one.replaced_by in by_path:
            yield problems.REPLACED_BY_GONE.at(_at(one, ReferenceTarget.REPLACEMENT), file=one.replaced_by)


def check_told(homes: Iterable[RecordHome], gone: Iterable[Gone], ids: Mapping[str, str]) -> Iterator[Problem]:
    """Reports articles about a record that another one has replaced; ``ids`` are those of records, by path.

    Relations to such a record are facts, which stay true.
    """
    replaced = {one.id: ids[one.replaced_by] for one in gone if one.id and one.replaced_by in ids}
    for home in homes if replaced else ():
        for reference in home.references:
            if reference.target is ReferenceTarget.ABOUT and reference.id in replaced:
                at = reference.place.within(home.path)
                yield problems.REPLACED.at(at, id=reference.id, mended=replaced[reference.id])


def _at(one: Gone, target: ReferenceTarget) -> Location:
    return next(reference for reference in one.references if reference.target is target).place.within(one.path)
