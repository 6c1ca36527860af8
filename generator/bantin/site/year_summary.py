"""The newest year at a glance: the numbers of agreements and articles, and the months with articles."""

from msgspec import Struct

from bantin.domain.model import Feature
from bantin.domain.text.date_format import month_name
from bantin.index import Bulletin, Directory, Period
from bantin.site.archive import period_link
from bantin.site.cards import year_link
from bantin.site.titles import titles_of
from bantin.site.views import LinkView, YearView

_MONTHS = range(1, 13)


class YearSummary(Struct, frozen=True):
    """A year: the link to its articles, the number of agreements signed in it and of their parties, and its months."""

    year: int
    news: LinkView
    signed: int
    signers: int
    months: tuple[LinkView | None, ...]


def newest_year(bulletin: Bulletin) -> YearSummary | None:
    """The newest year with a signed agreement or a published article; ``None`` if no year is known."""
    year = max((period.year for period in bulletin.by_period), default=0)
    if not year:
        return None
    has_register = Feature.REGISTER not in bulletin.directory.site.off
    records = bulletin.register.by_year.get(year, ()) if has_register else ()
    months = (Period(year, month) for month in _MONTHS)
    return YearSummary(
        year=year,
        news=period_link(Period(year), bulletin),
        signed=len(records),
        signers=len({party.agency for record in records for party in record.agreement.parties}),
        months=tuple(period_link(month, bulletin) if month in bulletin.by_period else None for month in months),
    )


def year_view(summary: YearSummary, directory: Directory) -> YearView:
    """The view of ``summary``."""
    language = directory.site.language
    titles, year, signed = titles_of(directory.site), summary.year, summary.signed
    return YearView(
        label=titles.glance.format(year=year),
        articles=LinkView(titles.articles, summary.news.url, summary.news.count),
        agreements=LinkView(titles.register, year_link(year, directory).url, signed) if signed else None,
        agencies=summary.signers,
        months=tuple((month_name(number, language), link) for number, link in enumerate(summary.months, start=1)),
    )
