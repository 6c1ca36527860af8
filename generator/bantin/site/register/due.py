"""Deadlines: the ends of terms, and reviews."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from bantin.domain.model import Site, Status
from bantin.domain.text.dates import Edtf
from bantin.index import Bulletin, Record, next_review, overdue_review
from bantin.site import addresses, labels
from bantin.site.addresses import WORDS
from bantin.site.page import Page
from bantin.site.register.notes import Note, notes_pages
from bantin.site.titles import titles_of
from bantin.site.views import LinkView

BANDS = (90, 180, 365)
"""The bands of deadlines, in days from today; later ones are not shown."""


class Deadline(Struct, frozen=True):
    """A day on which the term of an agreement ends or, if ``review``, its parties review it.

    ``computed`` is true if the sources give the period of reviews but not the day.
    """

    record: Record
    on: Edtf
    review: bool = False
    computed: bool = False


def due_pages(bulletin: Bulletin, crumbs: tuple[LinkView, ...]) -> Iterator[Page]:
    """The list of deadlines."""
    link = due_link(bulletin.directory.site)
    yield from notes_pages(link, "due.html", due_notes(bulletin), bulletin, crumbs)


def due_link(site: Site) -> LinkView:
    """The link to the page of deadlines."""
    words = WORDS[site.language]
    return LinkView(titles_of(site).due, addresses.register(words, words.due))


def due_notes(bulletin: Bulletin) -> list[Note]:
    """Overdue reviews, and the deadlines within the bands, the nearest first."""
    site, as_of = bulletin.directory.site, bulletin.directory.as_of
    found = [(band_of(one.on, as_of), one) for one in deadlines(bulletin.register.records, as_of)]
    near = [(band, one) for band, one in found if band is not None and band <= len(BANDS)]
    return [_note(one, band, site) for band, one in sorted(near, key=lambda pair: (pair[0], pair[1].on.order))]


def deadlines(records: Iterable[Record], as_of: date) -> Iterator[Deadline]:
    """The future ends and reviews of ``records``, and the overdue reviews."""
    for record in records:
        agreement, life = record.agreement, record.lifecycle
        if life.status is Status.ENDED:
            continue
        if life.until:
            yield Deadline(record, life.until)
        overdue, ahead = overdue_review(agreement, life, as_of), next_review(agreement, life, as_of)
        if overdue:
            yield Deadline(record, overdue, review=True)
        if ahead:
            yield Deadline(record, ahead.on, review=True, computed=ahead.computed)


def band_of(on: Edtf, as_of: date) -> int | None:
    """The band of a day, from 1; 0 if it has certainly passed, ``None`` if its year is unknown.

    Of a day that is known to the month or the year, the first possible day counts.
    """
    if on.earliest is None or on.latest is None:
        return None
    return 0 if on.latest < as_of else 1 + bisect_left(BANDS, (on.earliest - as_of).days)


def _note(deadline: Deadline, band: int, site: Site) -> Note:
    titles = titles_of(site)
    if band == 0:
        group = titles.overdue
    elif band == 1:
        group = titles.within_days.format(last=BANDS[0])
    else:
        group = titles.after_days.format(first=BANDS[band - 2] + 1, last=BANDS[band - 1])
    return Note(
        record=deadline.record,
        label=(labels.REVIEW if deadline.review else labels.EVENTS[None]).on(site),
        on=deadline.on,
        more=labels.COMPUTED.on(site) if deadline.computed else "",
        group=(group, str(band)),
    )
