"""PLAN: the list of agencies by level, and a page for each with its agreements."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from bantin.domain.model import BINDING, Agency, Feature, Level, Origin, Status
from bantin.domain.text.dates import Edtf
from bantin.index import Bulletin, Directory, Record
from bantin.site import labels
from bantin.site.addresses import WORDS
from bantin.site.agency_history import heir_views, inheritances, stages
from bantin.site.calendars import calendar_of
from bantin.site.cards import agency_link, card, date_view, home_crumb, top_link
from bantin.site.feeds import feed_of
from bantin.site.page import ListContent, Page, PageContent
from bantin.site.page_sources import origin_of, origin_view
from bantin.site.pagination import list_pages, pager
from bantin.site.redirects import redirect_page
from bantin.site.register.change_feeds import changes_feed_of
from bantin.site.register.pairs import partner_links
from bantin.site.register.rows import row
from bantin.site.titles import titles_of
from bantin.site.views import (
    AgenciesView,
    AgencyEntryView,
    AgencyFiguresView,
    AgencyView,
    AlternateView,
    GroupView,
    LinkView,
)


def agency_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The list of agencies, the redirect from the former one by level, and the pages of each agency."""
    site = bulletin.directory.site
    words = WORDS[site.language]
    index, home = top_link("agencies", site), home_crumb(site)
    counted = tuple((agency, counted_link(agency, bulletin)) for agency in bulletin.directory.agencies)
    entries = tuple((agency.id, link.count or 0) for agency, link in counted)
    yield Page(index.url, index.label, "agencies.html", AgenciesPage(agencies=entries, crumbs=(home,)))
    yield redirect_page(f"{index.url}{words.levels}/", index.url, site)
    inherited = inheritances(bulletin.directory)
    for agency, link in counted:
        yield from _pages(agency, link, (home, index), inherited.get(agency.id, ()), bulletin)


def counted_link(agency: Agency, bulletin: Bulletin) -> LinkView:
    """The link to an agency under its present name, with the number of its agreements."""
    return agency_link(agency.id, bulletin.directory, len(bulletin.register.by_agency.get(agency.id, ())))


def other_names(agency: Agency, directory: Directory) -> tuple[str, ...]:
    """Other names by which readers may look for an agency: its abbreviations, its aliases and its former names."""
    former = (one.name.text(directory.site.language) for one in agency.former_names)
    return (*agency.abbreviations, *agency.aliases, *former)


class AgenciesPage(PageContent, frozen=True, kw_only=True):
    """The list of agencies: the id of each, in Vietnamese order, and the number of its agreements."""

    agencies: tuple[tuple[str, int], ...]
    crumbs: tuple[LinkView, ...]

    def view(self, directory: Directory, url: str, title: str) -> AgenciesView:
        """See :class:`PageContent`."""
        by_level: dict[Level | None, list[AgencyEntryView]] = {level: [] for level in (*Level, None)}
        for agency_id, count in self.agencies:
            agency = directory.agency[agency_id]
            entry = AgencyEntryView(agency_link(agency_id, directory, count), other_names(agency, directory))
            by_level[directory.level_of(agency)].append(entry)
        known = any(by_level[level] for level in Level)
        groups = (
            ((labels.LEVELS[level] if level else labels.LEVEL_UNKNOWN).on(directory.site), level or "khac", entries)
            for level, entries in by_level.items()
            if entries
        )
        return AgenciesView(
            url=url,
            title=title,
            crumbs=self.crumbs,
            groups=tuple((label if known else "", anchor, tuple(entries)) for label, anchor, entries in groups),
            total=len(self.agencies),
        )


class AgencyFigures(Struct, frozen=True):
    """Numbers of the agreements of an agency that are in force and of unknown force, and of its partners."""

    in_force: int
    unknown: int
    partners: int


def _figures(agency: Agency, records: Sequence[Record]) -> AgencyFigures:
    statuses = [record.lifecycle.status for record in records]
    partners = {party.agency for record in records for party in record.agreement.parties} - {agency.id}
    return AgencyFigures(
        in_force=sum(status in BINDING for status in statuses),
        unknown=statuses.count(Status.UNKNOWN),
        partners=len(partners),
    )


def _pages(
    agency: Agency, link: LinkView, crumbs: tuple[LinkView, ...], former: tuple[str, ...], bulletin: Bulletin
) -> Iterator[Page]:
    directory = bulletin.directory
    records = bulletin.register.by_agency.get(agency.id, ())
    parent = directory.agency.get(agency.parent or "")
    content = AgencyPage(
        items=records,
        agency_id=agency.id,
        crumbs=crumbs,
        parent=counted_link(parent, bulletin) if parent else None,
        children=tuple(counted_link(child, bulletin) for child in directory.children.get(agency.id, ())),
        partners=() if Feature.REGISTER in directory.site.off else partner_links(agency.id, bulletin),
        inherited=tuple(one for one in (counted_link(directory.agency[id_], bulletin) for id_ in former) if one.count),
        figures=_figures(agency, records),
        latest=records[0].agreement.signed_on if records and records[0].year else None,
        alternates=(
            *feed_of(link, bulletin.by_agency.get(agency.id, ()), directory),
            *changes_feed_of(link, records, directory),
            *calendar_of(link, records, directory),
        ),
        origin=origin_of(agency.path, bulletin),
    )
    size = directory.site.page_size
    yield from list_pages(link, content, size, template="agency.html", site=directory.site, source=agency.path)


class AgencyPage(ListContent[Record], frozen=True, kw_only=True):
    """Some of the agreements of an agency, with its figures, the day of its latest signing, and the links around it.

    The facts of the agency itself come from the directory. The links include the numbers of agreements.
    """

    agency_id: str
    crumbs: tuple[LinkView, ...]
    parent: LinkView | None
    children: tuple[LinkView, ...]
    partners: tuple[LinkView, ...]
    inherited: tuple[LinkView, ...]
    figures: AgencyFigures
    latest: Edtf | None
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
            inherited=self.inherited,
            groups=tuple(_groups(self.items, directory)),
            total=self.at.total,
            pager=pager(self.at, language),
            rows=tuple(row(record, directory) for record in self.items),
            figures=self._figures_view(directory) if self.at.number == 1 else None,
            origin=origin_view(self.origin, directory),
        )

    def _figures_view(self, directory: Directory) -> AgencyFiguresView:
        figures = self.figures
        return AgencyFiguresView(
            agreements=self.at.total,
            in_force=figures.in_force,
            unknown=figures.unknown,
            partners=figures.partners,
            latest=date_view(self.latest, directory.site.language),
        )


def _groups(records: Iterable[Record], directory: Directory) -> Iterator[GroupView]:
    titles = titles_of(directory.site)
    for year, group in groupby(records, key=lambda record: record.year):
        label = titles.year.format(year=year) if year else titles.year_unknown
        yield GroupView(label, str(year or "0"), tuple(card(record.home, directory) for record in group))
