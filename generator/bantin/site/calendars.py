"""PLAN: calendars of past and future events of agreements: one for the bulletin, one for each agency."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from bantin.domain.model import EventKind, Feature, RecordHome, SigningPlace
from bantin.domain.rules.last_change import changed_at
from bantin.index import Action, Bulletin, Directory, Record, UpcomingReview, current_successors, next_review
from bantin.site import addresses, labels
from bantin.site.addresses import WORDS
from bantin.site.cards import agency_link, field_links, name_then, names_then, subject_of
from bantin.site.memoize import once
from bantin.site.page import Page, PageContent
from bantin.site.titles import titles_of
from bantin.site.views import AlternateView, CalendarView, LinkView, OccasionView

_FORMAT = "calendar.ics"
# Calendar programs cannot handle many more events, and some refuse files over a megabyte; this is about half of that.
_MOST = 1_000
_A_MONTH_AT_MOST = timedelta(days=31)


def calendar_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The calendar of all agreements, and one of each agency's agreements.

    They contain only events whose exact day is known: a calendar cannot show a month or a year. Calendars without
    events are not published, since RFC 5545 does not allow them. If there are more than ``_MOST`` events, those nearest
    to the beginning of the month are kept.
    """
    directory, register = bulletin.directory, bulletin.register
    title = directory.site.title
    lists = [(LinkView(title, addresses.HOME), title, register.records)]
    for agency in directory.agencies if Feature.AGENCIES not in directory.site.off else ():
        link = agency_link(agency.id, directory)
        lists.append((link, f"{link.label} – {title}", register.by_agency.get(agency.id, ())))
    for link, name, records in lists:
        for calendar in calendar_of(link, records, directory):
            content = CalendarPage(link.url, records, _around(records, directory.as_of))
            yield Page(calendar.url, name, _FORMAT, content, listed=False)


def calendar_of(link: LinkView, records: Iterable[Record], directory: Directory) -> tuple[AlternateView, ...]:
    """The calendar for the list ``link`` of ``records``, as an alternate of that page; empty if there is none."""
    titles, words = titles_of(directory.site), WORDS[directory.site.language]
    label = titles.calendar.format(title=link.label)
    calendar = AlternateView(label, addresses.calendar(words, link.url), "text/calendar")
    if Feature.CALENDARS in directory.site.off:
        return ()
    return (calendar,) if any(True for record in records for _ in _days(record, directory.as_of)) else ()


class _Day(Struct, frozen=True):
    """An event or a review on an exact day. ``number`` distinguishes those with the same ``name``.

    The name does not include the day: if the day is corrected, calendar programs move the event instead of adding one.
    """

    record: Record
    told: Action | UpcomingReview
    on: date
    name: str
    number: int


def _days(record: Record, as_of: date) -> Iterator[_Day]:
    seen: Counter[str] = Counter()
    due = next_review(record.agreement, record.lifecycle, as_of)
    found: list[Action | UpcomingReview] = [*record.lifecycle.history, *([due] if due else [])]
    for told in found:
        name = "review" if isinstance(told, UpcomingReview) else " ".join((told.kind or "ends", *told.parties))
        seen[name] += 1
        on = told.on.certain if told.on else None
        if on:
            yield _Day(record, told, on, name, seen[name])


class CalendarPage(PageContent, frozen=True):
    """A calendar of the events of ``records``, or of those nearest to the day ``around``, if they are too many.

    ``listing`` is the address of the page that lists the records.
    """

    listing: str
    records: tuple[Record, ...]
    around: date | None

    def view(self, directory: Directory, url: str, title: str) -> CalendarView:
        """See :class:`PageContent`."""
        base, around = directory.site.base_url, self.around
        dated = [day for record in self.records for day in _dated(record, directory)]
        nearest = sorted(dated, key=lambda pair: _nearness(pair[0], around))[:_MOST] if around else dated
        shown = (occasion for _, occasion in nearest)
        return CalendarView(
            url=url,
            title=title,
            description=directory.site.description,
            home=base + self.listing,
            source=base + url,
            occasions=tuple(sorted(shown, key=lambda occasion: (occasion.on, occasion.url, occasion.id))),
        )


def turns_of_calendars(bulletin: Bulletin) -> Iterator[date]:
    """The next day on which a calendar may have other events, although nothing has happened."""
    around = _around(bulletin.register.records, bulletin.directory.as_of)
    if around and Feature.CALENDARS not in bulletin.directory.site.off:
        yield (around + _A_MONTH_AT_MOST).replace(day=1)


def _around(records: Iterable[Record], as_of: date) -> date | None:
    """The day near which a calendar of ``records`` has events, if there may be too many of them.

    That is the first of the month, so that such a calendar changes once a month and not every night.
    """
    events = sum(len(record.lifecycle.history) + 1 for record in records)
    return as_of.replace(day=1) if events > _MOST else None


def _nearness(day: _Day, around: date) -> tuple[object, ...]:
    return (abs(day.on - around), day.record.agreement.id, day.name, day.number)


def _occasion(day: _Day, directory: Directory) -> OccasionView:
    record, site = day.record, directory.site
    agreement, home = record.agreement, record.home
    label, more = _told(day.told, record, directory)
    parties = "; ".join(names_then((party.agency for party in agreement.parties), agreement.signed_on, directory))
    fields = tuple(field.label for field in field_links(agreement.fields, directory))
    place = agreement.signed_at if day.name == EventKind.SIGNED else SigningPlace()
    return OccasionView(
        # RFC 7986 (5.3) requires UUIDs. This one is derived from the name of the event, so every build gives the same.
        id=str(uuid5(NAMESPACE_URL, f"{site.root_url}#{agreement.id}/{day.name}/{day.number}")),
        on=day.on,
        changed=_changed(home, directory),
        summary=f"{label}: {subject_of(home)}",
        description="\n".join(filter(None, (agreement.number, parties, *more))),
        location=", ".join(filter(None, (place.venue, place.place))),
        url=site.base_url + addresses.home(WORDS[site.language], home),
        categories=(label, *fields),
    )


def _occasions(record: Record, directory: Directory) -> tuple[tuple[_Day, OccasionView], ...]:
    return tuple((day, _occasion(day, directory)) for day in _days(record, directory.as_of))


_dated = once(lambda record: record.agreement.id, _occasions)
"""The events of a record, cached: each is in the calendar of the bulletin and in those of the parties."""


def _told(told: Action | UpcomingReview, record: Record, directory: Directory) -> tuple[str, tuple[str, ...]]:
    """The label of an event or a review, and the lines of its description."""
    if isinstance(told, UpcomingReview):
        chaired = _chaired(told.chair, record, directory) if told.chair else ()
        return labels.REVIEW.on(directory.site), (*chaired, labels.COMPUTED.on(directory.site) if told.computed else "")
    parties = names_then(told.parties, record.agreement.signed_on, directory)
    return labels.EVENTS[told.kind].on(directory.site), (*parties, told.part, told.note, told.by)


def _chaired(chair: str, record: Record, directory: Directory) -> Iterator[str]:
    """The chair of a review, and the agencies that hold the chair's duties today if it no longer does."""
    language, signed = directory.site.language, record.agreement.signed_on
    yield labels.CHAIRED_BY.on(directory.site).format(agency=name_then(chair, signed, directory))
    for heir in current_successors(chair, signed, directory):
        yield labels.NOW.on(directory.site).format(agency=directory.agency[heir.agency].name.text(language))


def _changed(home: RecordHome, directory: Directory) -> datetime:
    """When the record last changed, in UTC; if that is unknown, the day of signing or else the first one of Unix."""
    zone = directory.site.timezone
    signed = home.agreement.signed_on.certain if home.agreement and home.agreement.signed_on else None
    begun = datetime.combine(signed, time(), zone) if signed else datetime.fromtimestamp(0, UTC)
    return (changed_at(home, zone) or begun).astimezone(UTC)
