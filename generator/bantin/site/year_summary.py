"""The newest year at a glance: what was signed and told in it, and in which months."""

from bantin.domain.text.date_format import month_name
from bantin.index import Bulletin, Directory, Period
from bantin.site.cards import year_link
from bantin.site.lists import period_link
from bantin.site.page import Part
from bantin.site.titles import TITLES
from bantin.site.views import LinkView, YearView

_MONTHS = range(1, 13)


def glance_parts(bulletin: Bulletin) -> dict[str, Part]:
    """The newest year in which anything was signed or published, as parts of a page; 0 where no year is known."""
    year = max((period.year for period in bulletin.by_period), default=0)
    records = bulletin.register.by_year.get(year, ())
    months = (Period(year, month) for month in _MONTHS)
    return {
        "year": year,
        "told": period_link(Period(year), bulletin) if year else None,
        "signed": len(records),
        "signers": len({party.agency for record in records for party in record.agreement.parties}),
        "months": tuple(period_link(month, bulletin) if month in bulletin.by_period else None for month in months),
    }


def year_view(
    directory: Directory,
    *,
    year: int,
    told: LinkView | None,
    signed: int,
    signers: int,
    months: tuple[LinkView | None, ...],
) -> YearView | None:
    """The year to show, made of :func:`glance_parts`; ``None`` where no year is known."""
    if told is None:
        return None
    language = directory.site.language
    titles = TITLES[language]
    return YearView(
        label=titles.glance.format(year=year),
        articles=LinkView(titles.articles, told.url, told.count),
        agreements=LinkView(titles.register, year_link(year, directory).url, signed) if signed else None,
        agencies=signers,
        months=tuple((month_name(number, language), link) for number, link in enumerate(months, start=1)),
    )
