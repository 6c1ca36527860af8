"""PLAN: the indexes of agencies, and a page for each with its agreements."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from bantin.domain.model import Agency, Feature, Level, Origin, RecordHome
from bantin.index import Bulletin, Directory
from bantin.site import labels
from bantin.site.addresses import WORDS
from bantin.site.agency_history import heir_views, stages
from bantin.site.calendars import calendar_of
from bantin.site.cards import agency_link, card, home_crumb, top_link
from bantin.site.feeds import feed_of
from bantin.site.indexes import Groups, by_letter, index_page
from bantin.site.page import ListContent, Page
from bantin.site.page_sources import origin_of, origin_view
from bantin.site.pagination import list_pages, pager
from bantin.site.register.change_feeds import changes_feed_of
from bantin.site.register.pairs import partner_links
from bantin.site.titles import titles_of
from bantin.site.views import AgencyView, AlternateView, GroupView, LinkView


def agency_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The index by letter, the index by level, and the pages of each agency."""
    site = bulletin.directory.site
    words, titles = WORDS[site.language], titles_of(site)
    index = top_link("agencies", site)
    by_level = LinkView(titles.agencies_by_level, f"{words.agencies}/{words.levels}/")
    home = home_crumb(site)
    links = _links(bulletin.directory.agencies, bulletin)
    yield index_page(index, by_letter((link.label, link) for link in links), (home,), by_level)
    yield index_page(by_level, _levels(bulletin), (home, index), index)
    for agency in bulletin.directory.agencies:
        yield from _pages(agency, (home, index), bulletin)


def counted_link(agency: Agency, bulletin: Bulletin) -> LinkView:
    """The link to an agency under its present name, with the number of its agreements."""
    return agency_link(agency.id, bulletin.directory, len(bulletin.homes_by_agency.get(agency.id, ())))


def _levels(bulletin: Bulletin) -> Groups:
    directory = bulletin.directory
    by_level = {level: [a for a in directory.agencies if directory.level_of(a) is level] for level in (*Level, None)}
    return tuple(
        (label.on(directory.site), level or "khac", _links(agencies, bulletin))
        for level, agencies in by_level.items()
        for label in [labels.LEVELS[level] if level else labels.LEVEL_UNKNOWN]
        if agencies
    )


def _links(agencies: Iterable[Agency], bulletin: Bulletin) -> tuple[LinkView, ...]:
    return tuple(counted_link(agency, bulletin) for agency in agencies)


def _pages(agency: Agency, crumbs: tuple[LinkView, ...], bulletin: Bulletin) -> Iterator[Page]:
    directory = bulletin.directory
    link = counted_link(agency, bulletin)
    homes = sorted(bulletin.homes_by_agency.get(agency.id, ()), key=_signed, reverse=True)
    parent = directory.agency.get(agency.parent or "")
    content = AgencyPage(
        items=tuple(homes),
        agency_id=agency.id,
        crumbs=crumbs,
        parent=counted_link(parent, bulletin) if parent else None,
        children=_links(directory.children.get(agency.id, ()), bulletin),
        partners=() if Feature.REGISTER in directory.site.off else partner_links(agency.id, bulletin),
        alternates=(
            *feed_of(link, bulletin.by_agency.get(agency.id, ()), directory),
            *changes_feed_of(link, bulletin.register.by_agency.get(agency.id, ()), directory),
            *calendar_of(link, bulletin.register.by_agency.get(agency.id, ()), directory),
        ),
        origin=origin_of(agency.path, bulletin),
    )
    size = directory.site.page_size
    yield from list_pages(link, content, size, template="agency.html", site=bulletin.directory.site, source=agency.path)


class AgencyPage(ListContent[RecordHome], frozen=True, kw_only=True):
    """Some of the agreements of an agency, with the links around them.

    The facts of the agency itself come from the directory. The links include the numbers of agreements.
    """

    agency_id: str
    crumbs: tuple[LinkView, ...]
    parent: LinkView | None
    children: tuple[LinkView, ...]
    partners: tuple[LinkView, ...]
    alternates: tuple[AlternateView, ...]
    origin: Origin

    def view(self, directory: Directory, url: str, title: str) -> AgencyView:
        """See :class:`PageContent`."""
        language = directory.site.language
        agency = directory.agency[self.agency_id]
        level = directory.level_of(agency)
        return AgencyView(
            url=url,
            title=title,
            crumbs=self.crumbs,
            alternates=self.alternates,
            abbreviations=agency.abbreviations,
            aliases=agency.aliases,
            level=labels.LEVELS[level].on(directory.site) if level else "",
            website=agency.website or "",
            address=agency.contact.address,
            phone=agency.contact.phone,
            email=agency.contact.email,
            parent=self.parent,
            children=self.children,
            history=stages(agency, directory),
            heirs=heir_views(agency.id, None, directory),
            partners=self.partners,
            groups=tuple(_groups(self.items, directory)),
            total=self.at.total,
            pager=pager(self.at, language),
            origin=origin_view(self.origin, directory),
        )


def _groups(homes: Iterable[RecordHome], directory: Directory) -> Iterator[GroupView]:
    titles = titles_of(directory.site)
    for year, group in groupby(homes, key=lambda home: _signed(home)[0]):
        label = titles.year.format(year=year) if year else titles.year_unknown
        yield GroupView(label, str(year or "0"), tuple(card(home, directory) for home in group))


def _signed(home: RecordHome) -> tuple[int, int, int]:
    signed = home.agreement.signed_on if home.agreement else None
    return signed.order if signed and signed.year else (0, 0, 0)
