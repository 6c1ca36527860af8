"""The archive: which articles belong to a year, a month, a day."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Article
from generator.text.dates import Edtf


@dataclass(frozen=True, order=True)
class Period:
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


def periods_of(article: Article) -> frozenset[Period]:
    """Every period in which the article was published or its agreement was signed; none if no year is known.

    Readers come with either date, so a day's page shows what was signed on it as well as what was published on it.
    """
    published = article.published.day if article.published else None
    signed = article.agreement.signed_on if article.agreement else None
    return frozenset(period for when in (published, signed) if when for period in _periods(when))


def _periods(when: Edtf) -> Iterator[Period]:
    if when.year is None:
        return
    yield Period(when.year)
    if when.month is not None:
        yield Period(when.year, when.month)
        if when.day is not None:
            yield Period(when.year, when.month, when.day)
