"""What ended, was suspended or was amended in each year, in whole or in part."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.model import Agreement, EventKind, Site, Status
from bantin.domain.rules.force import ENDING, next_day
from bantin.domain.rules.lifecycle import status_on
from bantin.domain.text.collation import sort_key
from bantin.domain.text.date_format import format_short
from bantin.domain.text.dates import Edtf
from bantin.index import Directory, Record
from bantin.site import labels
from bantin.site.cards import names_then, type_link
from bantin.site.register.register_change import Happening, happenings, has_come, subject_and_number
from bantin.site.register.rows import row

Group = Status | None
"""What happened: the status that began, of the whole or a part; ``None`` is an amendment."""

GROUPS: tuple[Group, ...] = (Status.ENDED, Status.SUSPENDED, Status.PARTLY, Status.PARTLY_SUSPENDED, None)
"""The order of the official list (Decree 34/2016/NĐ-CP): first what concerns the whole, then what concerns parts."""

_OF_PARTS = {Status.ENDED: Status.PARTLY, Status.SUSPENDED: Status.PARTLY_SUSPENDED}


class YearEntry(Struct, frozen=True):
    """A row of a year's list: a record, the part that is concerned, the reason, and since when.

    Texts are in the site's language. The entry says all that a page shows, so a page of a past year stays as it is
    while the day changes.
    """

    type: str
    number: str
    signed: Edtf | None
    title: str
    lang: str
    url: str
    part: str
    reason: str
    on: Edtf


YearGroups = tuple[tuple[Group, tuple[YearEntry, ...]], ...]
"""The entries of a year, by what happened; only groups with entries, in the order of ``GROUPS``."""


class _Change(Struct, frozen=True):
    """What happened to an agreement, effective ``on`` a day."""

    group: Group
    on: Edtf
    happening: Happening


def year_changes(records: Iterable[Record], directory: Directory) -> Mapping[int, YearGroups]:
    """The years in which agreements ended, were suspended or amended, with these, the latest year first.

    Only what has certainly happened by the day of the build in a known year.
    """
    years: defaultdict[int, defaultdict[Group, list[YearEntry]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        for change in _changes(record):
            if change.on.year and has_come(change.on, directory.as_of):
                years[change.on.year][change.group].append(_entry(record, change, directory))
    return {
        year: tuple((group, tuple(sorted(years[year][group], key=_place))) for group in GROUPS if years[year][group])
        for year in sorted(years, reverse=True)
    }


def _place(entry: YearEntry) -> tuple[object, ...]:
    return entry.on.order, sort_key(entry.title), entry.url


def _changes(record: Record) -> Iterator[_Change]:
    for found in happenings(record):
        kind, on = found.action.kind, found.since
        if on is None:
            continue
        if kind is EventKind.AMENDED:
            yield _Change(None, on, found)
        elif kind is EventKind.SUSPENDED:
            yield _scoped(Status.SUSPENDED, on, found, record.agreement)
        elif kind in ENDING or kind is None:
            yield from _ending(found, on, record.agreement)


def _ending(found: Happening, on: Edtf, agreement: Agreement) -> Iterator[_Change]:
    """The end of an agreement or a part; an agreement that had ended before cannot end again."""
    if found.action.kind is None:
        # The last day of a term is a day in force.
        last = on.latest
        if last is None or status_on(agreement, next_day(last)) is not Status.ENDED:
            return
        on = replace(Edtf.of(next_day(last)), qualifier=on.qualifier) if on.exact else on
    first = on.earliest
    change = _scoped(Status.ENDED, on, found, agreement)
    before = first - timedelta(days=1) if first and first > date.min else None
    if change.group is Status.ENDED and before and status_on(agreement, before) is Status.ENDED:
        return
    yield change


def _scoped(whole: Status, on: Edtf, found: Happening, agreement: Agreement) -> _Change:
    """The change of the whole or of a part: what concerns some parties is a part unless nothing is left."""
    action, last = found.action, on.latest
    left = bool(action.parties) and not (last and status_on(agreement, last) is whole)
    return _Change(_OF_PARTS[whole] if action.part or left else whole, on, found)


def _entry(record: Record, change: _Change, directory: Directory) -> YearEntry:
    shown, agreement = row(record, directory), record.agreement
    return YearEntry(
        type=type_link(agreement.type, directory).label,
        number=agreement.number,
        signed=agreement.signed_on,
        title=shown.title,
        lang=shown.lang,
        url=shown.url,
        part=_part(record, change, directory),
        reason=_reason(change.happening, directory.site),
        on=change.on,
    )


def _part(record: Record, change: _Change, directory: Directory) -> str:
    action, site = change.happening.action, directory.site
    names = names_then(action.parties, record.agreement.signed_on, directory)
    parties = labels.FOR_PARTIES.on(site).format(parties="; ".join(names)) if names else ""
    whole = labels.WHOLE.on(site) if change.group in _OF_PARTS else ""
    return "; ".join(filter(None, (action.part, parties))) or whole


def _reason(found: Happening, site: Site) -> str:
    """What happened, with the document that says so and the words of the sources."""
    action = found.action
    documents = action.by or "; ".join(subject_and_number(cause) for cause in found.causes)
    until = labels.UNTIL.on(site).format(day=format_short(action.until, site.language)) if action.until else ""
    label = " ".join(filter(None, (labels.EVENTS[action.kind].on(site), until)))
    more = "; ".join(filter(None, (documents, action.note)))
    return f"{label}: {more}" if more else label
