"""Deadlines: the ends of terms, and reviews.

They are grouped by the ends of months, so that the list changes when a deadline passes or a month begins, not each day.
"""

import calendar
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from msgspec import Struct

from bantin.domain.model import Site, Status
from bantin.domain.rules.force import next_day
from bantin.domain.text.date_format import format_short
from bantin.domain.text.dates import Edtf
from bantin.domain.text.durations import Duration, later
from bantin.index import Bulletin, Record, next_review, overdue_review
from bantin.site import addresses, labels
from bantin.site.addresses import WORDS
from bantin.site.page import Page
from bantin.site.register.notes import Note, notes_pages
from bantin.site.titles import titles_of
from bantin.site.views import LinkView

_MONTH = Duration(months=1)
BANDS = (3, 6, 12)
"""The bands of deadlines: each ends with the month that begins so many months after the present one."""


class Deadline(Struct, frozen=True):
    """A day on which the term of an agreement ends or, if ``review``, its parties review it.

    ``computed`` is true if the sources give the period of reviews but not the day. ``chair`` is the id of the agency
    that chairs the review; ``None`` if unknown.
    """

    record: Record
    on: Edtf
    review: bool = False
    computed: bool = False
    chair: str | None = None


def due_pages(bulletin: Bulletin, crumbs: tuple[LinkView, ...]) -> Iterator[Page]:
    """The list of deadlines."""
    link = due_link(bulletin.directory.site)
    yield from notes_pages(link, "due.html", due_notes(bulletin), bulletin, crumbs=crumbs)


def due_link(site: Site) -> LinkView:
    """The link to the page of deadlines."""
    words = WORDS[site.language]
    return LinkView(titles_of(site).due, addresses.register(words, words.due))


def due_notes(bulletin: Bulletin) -> list[Note]:
    """Overdue reviews, and the deadlines within the bands, the nearest first."""
    site, as_of = bulletin.directory.site, bulletin.directory.as_of
    found = [(band_of(one.on, as_of), one) for one in deadlines(bulletin.register.records, as_of)]
    near = [(band, one) for band, one in found if band is not None and band <= len(BANDS)]
    groups = _groups(as_of, site)
    return [_note(one, groups[band], site) for band, one in sorted(near, key=lambda pair: (pair[0], pair[1].on.order))]


def deadlines(records: Iterable[Record], as_of: date) -> Iterator[Deadline]:
    """The future ends and reviews of ``records``, and the overdue reviews."""
    for record in records:
        agreement, life = record.agreement, record.lifecycle
        if life.status is Status.ENDED:
            continue
        if life.ends:
            yield Deadline(record, life.ends)
        overdue, ahead = overdue_review(agreement, life, as_of), next_review(agreement, life, as_of)
        if overdue:
            chair = agreement.review.chair if agreement.review else None
            yield Deadline(record, overdue, review=True, chair=chair)
        if ahead:
            yield Deadline(record, ahead.on, review=True, computed=ahead.computed, chair=ahead.chair)


def band_of(on: Edtf, as_of: date) -> int | None:
    """The band of a day, from 1; 0 if it has certainly passed, ``None`` if its year is unknown.

    Of a day that is known to the month or the year, the first possible day counts.
    """
    if on.earliest is None or on.latest is None:
        return None
    return 0 if on.latest < as_of else 1 + bisect_left(_ends(as_of), on.earliest)


def last_day_of_band(on: Edtf, as_of: date) -> date | None:
    """The last day of the band of a deadline, which names it; that of the deadline itself if it has passed.

    ``None`` if it is not in the list.
    """
    band = band_of(on, as_of)
    return None if band is None or band > len(BANDS) else _ends(as_of)[band - 1] if band else on.latest


def turns_of_bands(on: Edtf, as_of: date) -> Iterator[date]:
    """The days on which the band of a deadline may turn next: a month begins, or that from which it is listed."""
    yield next_day(_end_of_month(as_of, 0))
    if on.earliest and on.earliest > _ends(as_of)[-1]:
        yield next_day(_end_of_month(on.earliest, -BANDS[-1] - 1))


def _ends(as_of: date) -> list[date]:
    """The last days of the bands."""
    return [_end_of_month(as_of, months) for months in BANDS]


def _end_of_month(day: date, months: int) -> date:
    """The last day of the month that begins so many ``months`` after that of ``day``; within all days."""
    first = later(day.replace(day=1), _MONTH, months)
    if first is None:
        return date.max if months > 0 else date.min
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _groups(as_of: date, site: Site) -> tuple[tuple[str, str], ...]:
    """The label and the anchor of each band, from that of overdue reviews on."""
    titles, ends = titles_of(site), _ends(as_of)
    labels_of_bands = [titles.overdue, titles.due_by.format(last=_short(ends[0], site))]
    for before, last in pairwise(ends):
        labels_of_bands.append(titles.due_between.format(first=_short(next_day(before), site), last=_short(last, site)))
    return tuple((label, str(band)) for band, label in enumerate(labels_of_bands))


def _short(day: date, site: Site) -> str:
    return format_short(Edtf.of(day), site.language)


def _note(deadline: Deadline, group: tuple[str, str], site: Site) -> Note:
    return Note(
        record=deadline.record,
        label=(labels.REVIEW if deadline.review else labels.EVENTS[None]).on(site),
        on=deadline.on,
        more=labels.COMPUTED.on(site) if deadline.computed else "",
        group=group,
    )
