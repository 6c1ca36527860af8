"""The archive: which articles belong to a year, a month, a day."""

from functools import lru_cache
from typing import NamedTuple

from bantin.domain.model import Article
from bantin.domain.text.dates import Edtf


class Period(NamedTuple):
    """A year, a month of a year or a day of a month; 0 stands for the whole."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def above(self) -> "Period | None":
        """The period that holds this one: a day's month, a month's year."""
        if self.day:
            return Period(self.year, self.month)
        return Period(self.year) if self.month else None


def periods_of(article: Article) -> tuple[Period, ...]:
    """Every period in which the article was published or its agreement was signed; none if no year is known.

    Readers come with either date, so a day's page shows what was signed on it as well as what was published on it.
    """
    published = article.published.day if article.published else None
    signed = article.agreement.signed_on if article.agreement else None
    return _periods_of_both(published, signed)


@lru_cache(maxsize=20_000)
def _periods_of_both(one: Edtf | None, other: Edtf | None) -> tuple[Period, ...]:
    return tuple(dict.fromkeys((*_periods(one), *_periods(other))))


@lru_cache(maxsize=20_000)
def _periods(when: Edtf | None) -> tuple[Period, ...]:
    """The periods of a day, which many articles share."""
    if when is None or when.year is None:
        return ()
    year = Period(when.year)
    if when.month is None:
        return (year,)
    month = Period(when.year, when.month)
    return (year, month) if when.day is None else (year, month, Period(when.year, when.month, when.day))
