"""PLAN: feeds of the changes of the register: one for all, one for each agency, one for each record file.

A record within an article has no feed of its own: there would be one more file for each article, and its changes are in
the feeds of its agencies.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from heapq import nlargest
from operator import attrgetter
from typing import ClassVar

from msgspec import Struct

from bantin.domain.model import Article, Change, Feature, Gone
from bantin.domain.text.dates import Moment, iso_instant
from bantin.index import Bulletin, Directory, Record
from bantin.site import addresses, labels
from bantin.site.addresses import WORDS
from bantin.site.cards import agency_link, foreign, names_then, subject_link, subject_of
from bantin.site.gone import gone_link
from bantin.site.memoize import once
from bantin.site.page import Page, PageContent
from bantin.site.register.register_change import (
    RegisterChange,
    change_details,
    change_label,
    changes_link,
    changes_of,
)
from bantin.site.titles import titles_of
from bantin.site.views import AlternateView, ChangeEntryView, ChangesFeedView, LinkView


class FeedItem(Struct, frozen=True):
    """A change, or an agreement that is gone, with the instant at which that was true and public.

    ``id`` is that of the agreement; ``name`` distinguishes it from others of the same agreement. It has the day of the
    change, and no number that an older change, written later, would shift. In the key of a page it stands for the
    instant too, which follows from the day and the record.
    """

    key_fields: ClassVar = ("what", "name")

    at: datetime
    id: str
    name: str
    what: RegisterChange | Gone


def change_feed_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The feeds of changes (Atom, RFC 4287). A feed without entries is not published, since it would have no time."""
    directory, register = bulletin.directory, bulletin.register
    site = directory.site
    lists: list[tuple[LinkView, Iterable[FeedItem]]] = []
    if Feature.REGISTER not in site.off:
        whole = LinkView(site.title, changes_link(site).url)
        lists.append((whole, (*_gone(bulletin), *_of(register.records, directory))))
    if Feature.AGENCIES not in site.off:
        agencies = (agency_link(agency.id, directory) for agency in directory.agencies)
        of_agencies = (_of(register.by_agency.get(agency.id, ()), directory) for agency in directory.agencies)
        lists += zip(agencies, of_agencies, strict=True)
    records = ((file, register.by_id[file.agreement.id]) for file in bulletin.record_files)
    lists += ((subject_link(file, site), _items(record, directory)) for file, record in records)
    for link, found in lists:
        items = tuple(nlargest(site.feed_size, found, key=_order))
        if items:
            url = addresses.changes_feed(WORDS[site.language], link.url)
            title = titles_of(site).changes_of.format(title=link.label)
            yield Page(url, title, addresses.ATOM, ChangesFeed(listing=link.url, items=items), listed=False)


def changes_feed_of(link: LinkView, records: Iterable[Record], directory: Directory) -> tuple[AlternateView, ...]:
    """The feed of changes of the list ``link`` of ``records``, as an alternate of its pages; empty if it has none."""
    site = directory.site
    if Feature.FEEDS in site.off or not any(_items(record, directory) for record in records):
        return ()
    label = titles_of(site).changes_feed.format(title=link.label)
    url = addresses.changes_feed(WORDS[site.language], link.url)
    return (AlternateView(label, url, "application/atom+xml"),)


def register_feed(bulletin: Bulletin) -> tuple[AlternateView, ...]:
    """The feed of all changes, as an alternate of the page of the latest ones; empty if there is none."""
    site = bulletin.directory.site
    if Feature.REGISTER in site.off:
        return ()
    whole = LinkView(site.title, changes_link(site).url)
    return changes_feed_of(whole, bulletin.register.records, bulletin.directory)


class ChangesFeed(PageContent, frozen=True, kw_only=True):
    """The newest changes of some records; ``listing`` is the address of the page that tells of them."""

    listing: str
    items: tuple[FeedItem, ...]

    def view(self, directory: Directory, url: str, title: str) -> ChangesFeedView:
        """See :class:`PageContent`."""
        site = directory.site
        return ChangesFeedView(
            url=url,
            title=title,
            language=site.language,
            full=site.base_url + url,
            home=site.base_url + self.listing,
            publisher=site.published_by,
            license=site.license,
            hubs=site.hubs,
            updated=iso_instant(self.items[0].at),
            entries=tuple(_entry(item, directory) for item in self.items),
        )


_order = attrgetter("at", "id", "name")


def _gone(bulletin: Bulletin) -> Iterator[FeedItem]:
    """The agreements that are gone since an exact day. They belong to no list any more."""
    site, as_of = bulletin.directory.site, bulletin.directory.as_of
    for one in bulletin.gone:
        at = Moment(one.on).at(site.timezone) if one.on.certain else None
        if one.id and at and at.date() <= as_of:
            yield FeedItem(at, one.id, f"gone/{one.on}", one)


def _of(records: Iterable[Record], directory: Directory) -> Iterator[FeedItem]:
    return (item for record in records for item in _items(record, directory))


def _items_of(record: Record, directory: Directory) -> tuple[FeedItem, ...]:
    """The changes of a record that can be in a feed: those on an exact day, and none that is still to come."""
    seen: Counter[str] = Counter()
    found: list[FeedItem] = []
    for change in changes_of(record, directory.as_of):
        at = _at(change, directory)
        if at:
            name = _name(change)
            seen[name] += 1
            numbered = f"{name}/{seen[name]}" if seen[name] > 1 else name
            found.append(FeedItem(at, record.agreement.id, numbered, change))
    return tuple(found)


_items = once(lambda record: record.agreement.id, _items_of)
"""The changes of a record for feeds, cached: each is in several feeds."""


def _at(change: RegisterChange, directory: Directory) -> datetime | None:
    """When a change was true and public; ``None`` if its day is not known for certain, or is not over but has to be.

    The term of an agreement ends with its last day. What an article tells is public since it was published.
    """
    zone, day, home = directory.site.timezone, change.on.day.certain, change.record.home
    if day is None:
        return None
    if change.what.kind is None:
        if day >= directory.as_of:
            return None
        day += timedelta(days=1)
    at = change.on.instant or datetime.combine(day, time(), zone)
    published = home.published.at(zone) if isinstance(home, Article) and home.published else None
    return max(at, published) if published else at


def _name(change: RegisterChange) -> str:
    what, causes = change.what, (cause.agreement.id for cause in change.causes if cause.agreement)
    parties = () if isinstance(what, Change) else what.parties
    return "/".join((what.kind or "ended", str(change.on), *parties, *causes))


def _entry(item: FeedItem, directory: Directory) -> ChangeEntryView:
    what = item.what
    return _gone_entry(item, what, directory) if isinstance(what, Gone) else _change_entry(item, what, directory)


def _gone_entry(item: FeedItem, gone: Gone, directory: Directory) -> ChangeEntryView:
    site, label = directory.site, labels.REMOVED.on(directory.site)
    return ChangeEntryView(
        id=f"{site.base_url}#{gone.id}/{item.name}",
        url=site.base_url + gone_link(gone, directory).url,
        title=f"{label}: {gone.title}",
        summary=" – ".join(filter(None, (gone.number, gone.reason))),
        at=iso_instant(item.at),
        category=label,
        lang=foreign(gone.lang, site),
    )


def _change_entry(item: FeedItem, change: RegisterChange, directory: Directory) -> ChangeEntryView:
    site, agreement, home = directory.site, change.record.agreement, change.record.home
    label, link = change_label(change, site), subject_link(home, site)
    parties = "; ".join(names_then((party.agency for party in agreement.parties), agreement.signed_on, directory))
    return ChangeEntryView(
        id=f"{site.base_url}#{agreement.id}/{item.name}",
        url=site.base_url + link.url,
        title=f"{label}: {subject_of(home)}",
        summary=" – ".join(filter(None, (agreement.number, parties, *change_details(change, directory)))),
        at=iso_instant(item.at),
        category=label,
        lang=foreign(home.lang, site),
    )
