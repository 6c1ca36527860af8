"""The day of the last known change of the data.

It comes from the content, not from the build: the version of the data must not change when nothing in them has.
"""

from collections.abc import Iterator
from datetime import date

from bantin.domain.model import Article, RecordHome
from bantin.domain.rules.force import next_day
from bantin.index import Bulletin, Record


def last_change(bulletin: Bulletin) -> date | None:
    """The last day on which an article or a record changed, or an event changed a record; ``None`` if unknown.

    Events that have not happened, or may not have happened, do not count.
    """
    homes: tuple[RecordHome, ...] = (*bulletin.articles, *bulletin.record_files)
    days = [day for home in homes for day in _changes_of_file(home)]
    days += [day for day in _events(bulletin) if day <= bulletin.directory.as_of]
    return max(days, default=None)


def coming_changes(bulletin: Bulletin) -> Iterator[date]:
    """The days on which an event will be the last change."""
    return (day for day in _events(bulletin) if day > bulletin.directory.as_of)


def _events(bulletin: Bulletin) -> Iterator[date]:
    for record in bulletin.register.records:
        yield from _changes_of_record(record)


def _changes_of_file(home: RecordHome) -> Iterator[date]:
    published = home.published.day if isinstance(home, Article) and home.published else None
    if published and published.earliest:
        yield published.earliest
    changed = home.last_changed
    if changed and changed.day.earliest:
        yield changed.day.earliest


def _changes_of_record(record: Record) -> Iterator[date]:
    for action in record.lifecycle.history:
        on = action.on.latest if action.on else None
        if on:
            # A term that has run out changes the status on the day after its last one.
            yield next_day(on) if action.kind is None else on
        if action.until and action.until.latest:
            yield next_day(action.until.latest)
