"""The next moment at which anything on a site changes, although no file of its bulletin does.

A site is made of the files of its bulletin and of the moment of the build: of which files are public at that moment,
and of what is so on that day. The former turns at the moments that the files name. The latter turns only on days that
follow from dates in the files, since each rule compares such a date with the day. These days are tried: the first one
on which a rule has another result than today is that of the next change. It can be too early, if no page shows the
result; it is never too late.
"""

from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, date, datetime
from typing import Protocol

from msgspec import Struct

from bantin.domain.model import Agreement, AgreementText, Content
from bantin.domain.provisions.versions import consolidate
from bantin.domain.rules.force import next_day
from bantin.domain.rules.lifecycle import Lifecycle, lifecycle
from bantin.domain.rules.review import next_review_day
from bantin.domain.rules.showing import File, next_turn
from bantin.domain.text.dates import Edtf, first_instant
from bantin.index import Bulletin, Record, next_review, overdue_review, party_standing
from bantin.index.texts import amending_homes
from bantin.site.calendars import turns_of_calendars
from bantin.site.data.last_change import coming_changes
from bantin.site.home import turns_of_home
from bantin.site.register.due import last_day_of_band, turns_of_bands


def next_change(content: Content, bulletin: Bulletin, now: datetime) -> datetime | None:
    """The first moment after ``now`` at which the site of ``content`` changes, in the site's time zone.

    ``bulletin`` is the index of ``content`` at ``now``. ``None`` if nothing is to come. What plugins show is not
    considered.
    """
    zone = bulletin.directory.site.timezone
    files: Iterable[File] = (*content.articles, *content.records, *content.pages, *content.agencies, *content.gone)
    turns = (next_turn(one, now, zone, drafts=bulletin.drafts) for one in files)
    moments = [one for one in turns if one and one.year < MAXYEAR]
    day = _next_day(content, bulletin)
    moments += [first_instant(day, zone)] if day else []
    return min(moments).astimezone(zone) if moments else None


def _next_day(content: Content, bulletin: Bulletin) -> date | None:
    """The first day after that of ``bulletin`` on which what it shows is different."""
    today = bulletin.directory.as_of
    certain = (
        *_years(bulletin),
        *_successions(bulletin),
        *_certificates(bulletin),
        *_removals(content),
        *turns_of_calendars(bulletin),
        *coming_changes(bulletin),
        *turns_of_home(bulletin),
    )
    limit = min((day for day in certain if day > today), default=date.max)
    tried = [(day, one) for one in _watched(bulletin) for day in set(one.days(today)) if today < day < limit]
    for day, one in sorted(tried, key=lambda pair: pair[0]):
        if one.result(day) != one.result(today):
            return day
    return limit if limit < date.max else None


def _years(bulletin: Bulletin) -> Iterator[date]:
    """The next New Year's Day, if there is a page of the past year, or a folder for the articles of this one."""
    today = bulletin.directory.as_of
    if (bulletin.register.records or bulletin.directory.site.editors) and today.year < date.max.year:
        yield date(today.year + 1, 1, 1)


def _successions(bulletin: Bulletin) -> Iterator[date]:
    """The days from which agencies may hold the duties of others."""
    for later in bulletin.directory.successors.values():
        yield from (one.on.earliest for one in later if one.on and one.on.earliest)


def _certificates(bulletin: Bulletin) -> Iterator[date]:
    """The days from which signatures of documents may have expired."""
    for facts in bulletin.documents.values():
        yield from (next_day(one.good_until.date()) for one in facts.signatures if one.good_until)


def _removals(content: Content) -> Iterator[date]:
    """The days since which files may be gone, and certainly are: those that are ahead are warned of, and in no feed."""
    for one in content.gone:
        yield from (day for day in (one.on.earliest, one.on.latest) if day)


class _Watched(Protocol):
    """Something of which another thing may be so on another day."""

    def days(self, today: date) -> Iterator[date]:
        """The days after ``today`` on which the result can turn, among others."""

    def result(self, day: date) -> object:
        """What is so on ``day``."""


class _Life(Struct, frozen=True):
    """The life of an agreement: its status, for each party too, its history and its deadlines."""

    record: Record

    def days(self, today: date) -> Iterator[date]:
        """See :class:`_Watched`. A deadline also turns where its band of the list of deadlines does."""
        yield from _turns(self.record.agreement, today)
        for on in _deadlines(self.record.agreement, self.record.lifecycle, today):
            yield from turns_of_bands(on, today)
            yield from (next_day(on.latest),) if on.latest else ()

    def result(self, day: date) -> object:
        """See :class:`_Watched`."""
        agreement = self.record.agreement
        life = lifecycle(agreement, day)
        review = next_review(agreement, life, day), overdue_review(agreement, life, day)
        bands = [last_day_of_band(on, day) for on in _deadlines(agreement, life, day)]
        parties = [party_standing(agreement, life.standing, one.agency, day) for one in agreement.parties]
        happened = [bool(one.on and one.on.latest and one.on.latest <= day) for one in life.history]
        return life, review, bands, parties, happened


class _Versions(Struct, frozen=True):
    """The versions of the text of an agreement that others amend, and which of them holds."""

    agreement: Agreement
    text: AgreementText
    others: tuple[Agreement, ...]

    def days(self, today: date) -> Iterator[date]:
        """See :class:`_Watched`. An event without a date has happened by the day, which is then that of a version."""
        for one in (self.agreement, *self.others):
            yield from _turns(one, today)
            yield from (next_day(today) for on in _dates(one) if on is None or on.year is None)

    def result(self, day: date) -> object:
        """See :class:`_Watched`."""
        found = consolidate(self.agreement, self.text, self.others, day)
        versions = [(one.first, one.last, one.by, one.open) for one in found.versions]
        return versions, found.failures, found.conflicts, found.on(day).first


def _watched(bulletin: Bulletin) -> Iterator[_Watched]:
    yield from map(_Life, bulletin.register.records)
    amending = amending_homes(record.home for record in bulletin.register.records)
    for file in bulletin.record_files:
        others = tuple(home.agreement for home in amending.get(file.agreement.id, ()) if home.agreement)
        if file.text and others:
            yield _Versions(file.agreement, file.text, others)


def _turns(agreement: Agreement, today: date) -> Iterator[date]:
    """The days after ``today`` on which the order of a date of ``agreement`` and the day changes."""
    for on in _dates(agreement):
        # Most dates are of years long past.
        if on and on.year and on.year >= today.year and on.earliest and on.latest:
            for day in (on.earliest, on.latest):
                yield from (day, next_day(day))


def _dates(agreement: Agreement) -> Iterable[Edtf | None]:
    """All dates of ``agreement``; ``None`` for those of events without one."""
    yield from (on for on in (agreement.signed_on, agreement.effective_on, agreement.expires_on) if on)
    yield from (agreement.review.next,) if agreement.review and agreement.review.next else ()
    for party in agreement.parties:
        yield from (on for on in (party.signed_on, party.effective_on) if on)
    for event in agreement.events:
        yield event.on
        yield from (event.until,) if event.until else ()


def _deadlines(agreement: Agreement, life: Lifecycle, day: date) -> Iterator[Edtf]:
    """The end of the term and the reviews of ``agreement``, whose life is that on ``day``."""
    if life.ends:
        yield life.ends
    if agreement.review:
        overdue, ahead = overdue_review(agreement, life, day), next_review_day(agreement, life, day)
        yield from (overdue,) if overdue else ()
        yield from (ahead,) if ahead else ()
