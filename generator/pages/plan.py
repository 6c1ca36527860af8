"""PLAN: :class:`~generator.bulletin.Bulletin` → :class:`Plan`: every page with its view, and every link checked."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from generator.bulletin import Bulletin
from generator.content.load import Content
from generator.errors import Checked, Location, Problem
from generator.model import Outline
from generator.pages import addresses, problems
from generator.pages.addresses import WORDS, output_path
from generator.pages.agencies import agency_pages
from generator.pages.articles import article_pages, redirects, static_pages
from generator.pages.calendars import calendar_pages
from generator.pages.charts import cooperation_page, statistics_page
from generator.pages.chrome import site_view
from generator.pages.data import data_pages, record_pages
from generator.pages.feeds import feed_pages, sitemap_pages
from generator.pages.home import home_page, not_found_page
from generator.pages.links import Destinations, ResolvedBody, resolve_body
from generator.pages.lists import archive_pages, news_pages, vocabulary_pages
from generator.pages.page import File, Page, Plan, Wanted
from generator.pages.register import register_pages
from generator.pages.search import search_pages

_INDEX = re.compile(r"(?:^|(?<=/))index\.html$")


def plan(bulletin: Bulletin, files: frozenset[str], others: Collection[str] = ()) -> Checked[Plan]:
    """The pages of ``bulletin``, whose references must all be sound.

    ``files`` are all files of the content folder, ``others`` the addresses of what else the site will have: the static
    files of the theme, and the receipt.
    """
    destinations = _destinations(bulletin, files, frozenset())
    bodies = _bodies(bulletin, destinations)
    pages = [
        *home_page(bulletin),
        *article_pages(bulletin, bodies),
        *news_pages(bulletin),
        *agency_pages(bulletin),
        *archive_pages(bulletin),
        *vocabulary_pages(bulletin),
        *register_pages(bulletin),
        *static_pages(bulletin, bodies),
        *not_found_page(bulletin),
        *search_pages(bulletin),
        *redirects(bulletin),
        *feed_pages(bulletin, bodies),
        *data_pages(bulletin),
        *record_pages(bulletin),
        *calendar_pages(bulletin),
        *statistics_page(bulletin),
        *cooperation_page(bulletin),
    ]
    pages += sitemap_pages(pages, bulletin)
    by_address = {page.url: page for page in pages}
    site, wanted, linked, met = site_view(bulletin, by_address, destinations)
    shown = {*linked, *(file for page in pages for file in page.files)}
    published = tuple(File(addresses.attachment(destinations.words, path), path) for path in sorted(shown & files))
    wanted += [one for page in pages for one in page.wanted]
    met += [problem for body in bodies.values() for problem in body.problems]
    met += _collisions([*_claims(pages, published), *(_Claim(other, other, "", f"“{other}”") for other in others)])
    met += _unknown(wanted, {*by_address, *(file.address for file in published), *others})
    return Checked(Plan(site, tuple(pages), published), tuple(met))


def check_texts(bulletin: Bulletin, content: Content) -> Iterator[Problem]:
    """What is wrong with the links and addresses of a bulletin that has too many errors to be planned.

    Links to files that could not be used, and to addresses that such files may give the site, are given the benefit of
    the doubt.
    """
    destinations = _destinations(bulletin, content.files, content.broken)
    for body in _bodies(bulletin, destinations).values():
        yield from body.problems
    for path, orphan in content.orphans:
        yield from resolve_body(orphan, path, destinations).problems
    yield from _collisions(
        [_Claim(output_path(address), address, source, source) for source, address in destinations.addresses.items()]
    )


def _destinations(bulletin: Bulletin, files: frozenset[str], broken: frozenset[str]) -> Destinations:
    words = WORDS[bulletin.directory.site.language]
    anchors = {path: outline.anchors for path, outline in _texts(bulletin)}
    found = addresses.by_source(bulletin, words)
    return Destinations(words, found, anchors, files, bulletin.hidden, broken)


def _bodies(bulletin: Bulletin, destinations: Destinations) -> dict[str, ResolvedBody]:
    return {path: resolve_body(outline, path, destinations) for path, outline in _texts(bulletin)}


def _texts(bulletin: Bulletin) -> Iterator[tuple[str, Outline]]:
    yield from ((article.path, article.outline) for article in bulletin.articles)
    yield from ((page.path, page.outline) for page in bulletin.pages)


class _Claim(NamedTuple):
    """A file of the site, the address that it is for, the file that wants it, if any, and what to call that."""

    path: str
    address: str
    source: str
    name: str


def _claims(pages: Iterable[Page], files: Iterable[File]) -> Iterator[_Claim]:
    for page in pages:
        url = page.url
        yield _Claim(output_path(url), url, page.source, page.source or f"“{page.title or url}”")
    for file in files:
        yield _Claim(file.address, file.address, file.source, file.source)


def _collisions(claims: Sequence[_Claim]) -> Iterator[Problem]:
    """Two things at one address, or one where another needs a folder; told at the later of the two source files."""
    if _fit_together([claim.path.lower() for claim in claims]):
        return
    files: dict[str, _Claim] = {}
    folders: dict[str, _Claim] = {}
    for claim in sorted(claims, key=lambda claim: (claim.path.lower(), claim.source)):
        parts = claim.path.lower().split("/")
        path = "/".join(parts)
        above = ["/".join(parts[:depth]) for depth in range(1, len(parts))]
        other = (
            files.get(path) or folders.get(path) or next((files[folder] for folder in above if folder in files), None)
        )
        if other is not None:
            at = Location(claim.source or other.source or claim.path)
            yield problems.COLLISION.at(at, address=claim.address, other=other.name if claim.source else claim.name)
        files[path] = claim
        folders.update(dict.fromkeys(above, claim))


def _fit_together(paths: Sequence[str]) -> bool:
    """Whether all paths differ and none is a folder of another, as most often: it is told soon."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return len(set(paths)) == len(paths) and folders.isdisjoint(paths)


def _unknown(wanted: Iterable[Wanted], known: Collection[str]) -> Iterator[Problem]:
    """Links to addresses that the site does not have. ``/co-quan`` is taken for ``/co-quan/``, as servers do."""
    for one in wanted:
        address = _INDEX.sub("", unquote(one.address))
        if address not in known and f"{address}/" not in known:
            yield problems.BROKEN_ADDRESS.at(one.location, target=one.written)
