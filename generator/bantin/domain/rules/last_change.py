"""When a page last changed, for readers and programs that look for what is new."""

from datetime import datetime, tzinfo

from bantin.domain.model import Article, RecordHome


def changed_at(home: RecordHome, zone: tzinfo) -> datetime | None:
    """The instant at which an article or a record last changed, or else was published; ``None`` if none is known.

    A day is its first instant in ``zone``. The time of a build never counts: it would change every feed and calendar.
    """
    moments = home.last_changed, home.published if isinstance(home, Article) else None
    return next((instant for one in moments if one and (instant := one.at(zone))), None)
