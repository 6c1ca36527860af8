"""PLAN: the home page."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from msgspec.structs import replace

from bantin.domain.model import Article, EventKind, Feature, Status
from bantin.domain.text.dates import Edtf
from bantin.domain.text.durations import Duration, later
from bantin.index import Action, Bulletin, Directory
from bantin.site import addresses
from bantin.site.agencies import counted_link
from bantin.site.archive import year_links
from bantin.site.cards import as_of_view, card, section_link, status_link, top_link
from bantin.site.counter import Figures, figures_of, figures_view
from bantin.site.page import Page, PageContent
from bantin.site.register.changes import change_note
from bantin.site.register.due import due_link, due_notes
from bantin.site.register.notes import Note, views_of
from bantin.site.register.register_change import RegisterChange, changes, changes_link
from bantin.site.views import CardView, HomeView, LinkView
from bantin.site.year_summary import YearSummary, newest_year, year_view

_LATEST = 4


_IN_A_SECTION = 3


_AGENCIES = 12


_NOTES = 3


_BEGINNING = (EventKind.SIGNED, EventKind.EFFECTIVE)


_RECENT = 6
"""What happened is news until so many months have begun since."""


def home_page(bulletin: Bulletin) -> Iterator[Page]:
    """The home page: the newest article and the next ones, what concerns agreements now, and links to other lists.

    What concerns them are the nearest deadlines, what has entered into force, and what has changed lately. The other
    lists are: the newest of each section, the newest year at a glance, the agencies with most articles, the years. No
    article or record stands there twice.

    It is the only page that says for which day the site was built.
    """
    directory = bulletin.directory
    site, newest = directory.site, bulletin.articles[: _LATEST + 1]
    has_register = Feature.REGISTER not in site.off and bool(bulletin.register.records)
    shown = {one.path for one in newest}
    due = _unshown(due_notes(bulletin) if has_register else (), shown)
    recent = _recent(bulletin) if has_register else ()
    in_force = _unshown((change_note(one, directory) for one in recent if _kind(one) is EventKind.EFFECTIVE), shown)
    changed = _unshown((change_note(one, directory) for one in recent if _kind(one) not in _BEGINNING), shown)
    content = HomePage(
        as_of=bulletin.directory.as_of,
        newest=newest,
        total=len(bulletin.articles),
        sections=tuple(_sections(bulletin, shown)),
        agencies=() if Feature.AGENCIES in site.off else tuple(_busiest(bulletin)),
        years=year_links(bulletin),
        due=due,
        in_force=in_force,
        changed=changed,
        register=top_link("register", site, len(bulletin.register.records)) if has_register else None,
        statuses=tuple(_statuses(bulletin)) if has_register else (),
        year=None if Feature.ARCHIVE in site.off else newest_year(bulletin),
        figures=figures_of(bulletin),
    )
    yield Page(addresses.HOME, site.title, "home.html", content, dated=True)


class HomePage(PageContent, frozen=True, kw_only=True):
    """The content of the home page; ``total`` is the number of all articles."""

    as_of: date
    newest: tuple[Article, ...]
    total: int
    sections: tuple[tuple[LinkView, tuple[Article, ...]], ...]
    agencies: tuple[LinkView, ...]
    years: tuple[LinkView, ...]
    due: tuple[Note, ...]
    in_force: tuple[Note, ...]
    changed: tuple[Note, ...]
    register: LinkView | None
    statuses: tuple[LinkView, ...]
    year: YearSummary | None
    figures: Figures | None

    def view(self, directory: Directory, url: str, title: str) -> HomeView:
        """See :class:`PageContent`."""
        news = top_link("articles", directory.site, self.total)
        cards = _cards(self.newest, directory)
        return HomeView(
            url=url,
            title=title,
            description=directory.site.description,
            as_of=as_of_view(self.as_of, directory.site.language),
            lead=cards[0] if cards else None,
            latest=cards[1:],
            sections=tuple((link, _cards(articles, directory)) for link, articles in self.sections),
            agencies=self.agencies,
            years=self.years,
            year=year_view(self.year, directory) if self.year else None,
            due=views_of(self.due, directory),
            all_due=due_link(directory.site),
            in_force=views_of(self.in_force, directory),
            changed=views_of(self.changed, directory),
            all_changed=changes_link(directory.site),
            register=self.register,
            statuses=self.statuses,
            more=news if self.total > len(self.newest) else None,
            figures=figures_view(self.figures) if self.figures else None,
        )


def _cards(articles: tuple[Article, ...], directory: Directory) -> tuple[CardView, ...]:
    return tuple(card(article, directory) for article in articles)


def turns_of_home(bulletin: Bulletin) -> Iterator[date]:
    """The day from which something that happened may not be news any more: a month begins."""
    begins = _month(bulletin.directory.as_of, 1)
    if begins and _recent(bulletin):
        yield begins


def _recent(bulletin: Bulletin) -> list[RegisterChange]:
    """The recent changes of the register, the latest first."""
    as_of = bulletin.directory.as_of
    since = _month(as_of, -_RECENT) or date.min
    every = bulletin.register.records
    # Most agreements were left in peace for years.
    near = [
        one
        for one in every
        if one.ties or one.home.changes or any(_is_since(a.on, since) for a in one.lifecycle.history)
    ]
    return [one for one in changes(near, as_of) if _is_since(one.on.day, since)]


def _is_since(on: Edtf | None, since: date) -> bool:
    return bool(on and on.earliest and on.earliest >= since)


def _month(day: date, months: int) -> date | None:
    """The first day of the month that begins so many ``months`` after that of ``day``; ``None`` outside all days."""
    return later(day.replace(day=1), Duration(months=1), months)


def _kind(change: RegisterChange) -> EventKind | None:
    """What happened to an agreement; ``None`` for the end of a term, and for what the bulletin changed."""
    return change.what.kind if isinstance(change.what, Action) else None


def _unshown(notes: Iterable[Note], shown: set[str]) -> tuple[Note, ...]:
    """The first notes about what is not ``shown`` yet, one for each page; adds these pages to ``shown``."""
    found: list[Note] = []
    for note in notes:
        if len(found) < _NOTES and note.record.home.path not in shown:
            shown.add(note.record.home.path)
            found.append(note)
    return tuple(found)


def _statuses(bulletin: Bulletin) -> Iterator[LinkView]:
    """The register's lists of each status that agreements have."""
    for status in Status:
        found = bulletin.register.by_status.get(status, ())
        if found:
            yield replace(status_link(status, bulletin.directory), count=len(found))


def _sections(bulletin: Bulletin, shown: set[str]) -> Iterator[tuple[LinkView, tuple[Article, ...]]]:
    """The newest articles of each section that are not ``shown`` above."""
    for section in bulletin.directory.site.sections:
        link = section_link(section.id, bulletin.directory)
        others = (one for one in bulletin.by_section.get(section.id, ()) if one.path not in shown)
        newest = tuple(islice(others, _IN_A_SECTION))
        if link and newest:
            yield link, newest


def _busiest(bulletin: Bulletin) -> list[LinkView]:
    """The agencies with the most agreements, in Vietnamese order."""
    agencies = bulletin.directory.agencies
    count = {agency.id: len(bulletin.homes_by_agency.get(agency.id, ())) for agency in agencies}
    busiest = sorted((a for a in agencies if count[a.id]), key=lambda agency: -count[agency.id])[:_AGENCIES]
    chosen = {agency.id for agency in busiest}
    return [counted_link(agency, bulletin) for agency in agencies if agency.id in chosen]
