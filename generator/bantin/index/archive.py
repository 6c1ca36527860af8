"""The archive: the years, months and days to which articles belong."""

from functools import lru_cache
from typing import NamedTuple

from bantin.domain.model import Article, RecordHome
from bantin.domain.text.dates import Edtf


class Period(NamedTuple):
    """A year, a month or a day. ``month`` and ``day`` are 0 where the period is a whole year or month."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def above(self) -> "Period | None":
        """The enclosing period: a day's month, a month's year; ``None`` for a year."""
        if self.day:
            return Period(self.year, self.month)
        return Period(self.year) if self.month else None


def periods_of(home: RecordHome) -> tuple[Period, ...]:
    """All periods in which an article was published or its own agreement was signed; none if no year is known.

    Readers look for either date, so the page of a day shows what was signed as well as what was published on it. A
    record with a file of its own is listed itself, instead of the articles about it.
    """
    published = home.published.day if isinstance(home, Article) and home.published else None
    signed = home.agreement.signed_on if home.agreement else None
    return _periods_of_both(published, signed)


@lru_cache(maxsize=20_000)
def _periods_of_both(one: Edtf | None, other: Edtf | None) -> tuple[Period, ...]:
    return tuple(dict.fromkeys((*_periods(one), *_periods(other))))


@lru_cache(maxsize=20_000)
def _periods(when: Edtf | None) -> tuple[Period, ...]:
    """The periods that contain ``when``. Cached: many articles have the same date."""
    if when is None or when.year is None:
        return ()
    year = Period(when.year)
    if when.month is None:
        return (year,)
    month = Period(when.year, when.month)
    return (year, month) if when.day is None else (year, month, Period(when.year, when.month, when.day))
