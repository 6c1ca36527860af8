"""PLAN: :class:`~bantin.index.Bulletin` → :class:`Plan`: every page with its content, and every link checked."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from msgspec.structs import replace

from bantin.content.discover import CONTENT, ROOT_FILES
from bantin.domain.model import Content, Outline
from bantin.domain.problems import Checked, Location, Problem
from bantin.domain.text.slugs import fits
from bantin.domain.text.urls import scheme_of
from bantin.index import Bulletin
from bantin.site import addresses, problems
from bantin.site.addresses import WORDS, output_path
from bantin.site.counterparts import counterparts
from bantin.site.expiries import expiries_of, expiry_problems
from bantin.site.kinds import Bodies, PageKind, kinds_of
from bantin.site.language_pages import LanguagePages, in_languages
from bantin.site.ledger import settle
from bantin.site.link_suggestions import LinkSuggestions, matching_anchors
from bantin.site.links import Destinations, ResolvedBody, feature_off, resolve_body
from bantin.site.page import CopiedFile, Image, Page, PendingLink, Plan
from bantin.site.pictures import renditions
from bantin.site.plugin_failures import FAULTS, failure
from bantin.site.redirects import moved, query_collisions, redirects_from
from bantin.site.shared_parts import site_view
from bantin.site.single_items import single_item_addresses
from bantin.site.sitemap_xml import sitemap_pages
from bantin.site.views import SiteView

# Addresses from plugins: in lower case, like all addresses, and without ``..``.
_ADDRESS = re.compile(r"(?!.*\.\.)[a-z0-9_-][a-z0-9._-]*(?:/[a-z0-9_-][a-z0-9._-]*)*/?")
_INDEX = re.compile(r"(?:^|(?<=/))index\.html$")


def plan(
    bulletin: Bulletin, files: frozenset[str], others: Collection[str] = (), added: Iterable[PageKind] = ()
) -> Checked[Plan]:
    """Plans the pages of ``bulletin`` in all its languages; its references must be valid.

    ``files`` are all files of the content folder. ``others`` are the addresses of further files of the site: the static
    files of the theme, and the receipt. ``added`` are the kinds of pages of plugins.
    """
    first, *rest = _destinations(bulletin, files, frozenset())
    kinds = kinds_of(bulletin.directory.site, added)
    everywhere = tuple(kind for kind in kinds if kind.in_every_language)
    main = _draft(bulletin, first, everywhere, tuple(kind for kind in kinds if not kind.in_every_language))
    listed = [page.url for page in main.sheets.pages]
    drafts = [main]
    for one, destinations in zip(bulletin.others, rest, strict=True):
        known = counterparts(one, bulletin, listed)
        drafts.append(_draft(one, replace(destinations, counterparts=known), everywhere))
    pages = [*in_languages([one.sheets for one in drafts])] if bulletin.others else [*main.sheets.all_pages]
    pages += sitemap_pages(pages, bulletin)
    site = bulletin.directory.site
    shown = frozenset(path for one in drafts for path in one.shown)
    drawn = {path: renditions(bulletin.images[path], site) for path in sorted(shown & bulletin.images.keys())}
    copied = frozenset(path for one in drafts for path in one.files) | (shown - drawn.keys())
    attached = (CopiedFile(addresses.attachment(site, path), path) for path in sorted(copied & files))
    at_root = (CopiedFile(path.removeprefix(ROOT_FILES), path) for path in sorted(files) if path.startswith(ROOT_FILES))
    published = (*attached, *at_root)
    cards = (page.card for page in pages if page.card)
    images: tuple[Image, ...] = (*(image for made in drawn.values() for image in made), *cards)
    met = [problem for one in drafts for problem in one.problems]
    redirected = {old: new for old, new, _source in moved(bulletin)}
    addressed = {*(page.address for page in pages), *(one.address for one in (*published, *images)), *others}
    settled = settle(bulletin, pages, addressed, {**first.single_items, **redirected})
    former = tuple(redirects_from(settled.former, pages, bulletin))
    pages += former
    met += settled.problems
    claims = [*_claims(pages, published, images), *(_Claim(other, other, "", f"“{other}”") for other in others)]
    met += [*_collisions(claims), *_too_long(claims), *query_collisions(bulletin)]
    addressed.update(page.address for page in former)
    met += _unknown((one for draft in drafts for one in draft.wanted), addressed, first)
    sites = {one.sheets.site.prefix: one.site for one in drafts}
    # A page without a translation has the same problems in every language; they are reported once.
    made = Plan(
        sites=sites,
        pages=tuple(pages),
        files=published,
        images=images,
        moved=(*redirected.items(), *settled.moved),
        lost=settled.lost,
        ledger=settled.ledger,
    )
    return Checked(made, tuple(dict.fromkeys(met)))


class _Draft(NamedTuple):
    """The plan of one language: its pages, the view of the site, and the files and addresses that these refer to."""

    sheets: LanguagePages
    site: SiteView
    files: frozenset[str]
    shown: frozenset[str]
    wanted: tuple[PendingLink, ...]
    problems: tuple[Problem, ...]


def _draft(
    bulletin: Bulletin,
    destinations: Destinations,
    everywhere: Sequence[PageKind],
    apart: Sequence[PageKind] = (),
) -> _Draft:
    """Plans the pages in the language of ``bulletin``: those ``everywhere``, and those only in this one, ``apart``."""
    bodies = _bodies(bulletin, destinations)
    made, made_apart = ([_planned(kind, bulletin, bodies) for kind in kinds] for kinds in (everywhere, apart))
    sheets = LanguagePages(
        bulletin,
        tuple(page for one in made for page in one.value or ()),
        tuple(page for one in made_apart for page in one.value or ()),
        destinations.counterparts,
    )
    pages = sheets.all_pages
    site, wanted, linked, met = site_view(bulletin, {page.url: page for page in pages}, destinations)
    return _Draft(
        sheets=sheets,
        site=site,
        files=frozenset(path for page in pages for path in page.files),
        shown=frozenset([*linked, *(path for page in pages for path in page.shown)]),
        wanted=(*wanted, *(one for page in pages for one in page.wanted)),
        problems=(
            *met,
            *(problem for one in (*made, *made_apart) for problem in one.problems),
            *(problem for body in bodies.values() for problem in body.problems),
        ),
    )


def _planned(kind: PageKind, bulletin: Bulletin, bodies: Bodies) -> Checked[tuple[Page, ...]]:
    """The pages of ``kind``. If a plugin raises an error or its pages are invalid, the problem names it."""
    if not kind.plugin:
        return Checked(tuple(kind.plan(bulletin, bodies)))
    try:
        return Checked(tuple(_of_plugin(page, kind.plugin) for page in kind.plan(bulletin, bodies)))
    except FAULTS as error:
        return Checked((), (failure(problems.PLUGIN_PLAN_FAILED, kind.plugin, error, kind=kind.name),))


def _of_plugin(page: object, plugin: str) -> Page:
    if not isinstance(page, Page):
        raise TypeError(f"{page!r} is no Page")
    if not _ADDRESS.fullmatch(page.url):
        raise ValueError(f"“{page.url}” is no address of a page")
    if page.texts:
        raise ValueError(f"the page “{page.url}” shows texts, which only Bantin's own pages can")
    # Raises ``TypeError`` if the page has no key, without which changes of it would go unnoticed.
    page.blank_key(b"")
    return replace(page, plugin=plugin)


def check_texts(bulletin: Bulletin, content: Content) -> Iterator[Problem]:
    """The problems of links and addresses in a bulletin that cannot be planned because of other errors.

    Links to files with errors, and to addresses that such files may have, are not reported.
    """
    every = _destinations(bulletin, content.files, content.broken)
    for one, destinations in zip(bulletin.in_all_languages, every, strict=True):
        for path, body in _bodies(one, destinations).items():
            yield from body.problems if one is bulletin or path in one.originals else ()
    destinations = every[0]
    for path, orphan in content.orphans:
        yield from resolve_body(orphan, path, destinations).problems
    yield from _collisions(
        [_Claim(output_path(address), address, source, source) for source, address in destinations.addresses.items()]
    )


def _destinations(bulletin: Bulletin, files: frozenset[str], broken: frozenset[str]) -> list[Destinations]:
    """The destinations of links in each language. Pages in any language can link to translations."""
    every = bulletin.in_all_languages
    sites = [one.directory.site for one in every]
    found = [addresses.by_source(one, WORDS[site.language]) for one, site in zip(every, sites, strict=True)]
    translations = {
        path: site.prefix + address
        for site, by_source in zip(sites, found, strict=True)
        for path, address in by_source.items()
        if path in bulletin.originals
    }
    outlines = {path: outline for one in every for path, outline in _texts(one)}
    texts = {
        site.prefix + by_source[path]: outline.anchors
        for one, site, by_source in zip(every, sites, found, strict=True)
        for path, outline in _texts(one)
    }
    single_items = dict(single_item_addresses(bulletin))
    expiries = dict(expiries_of(bulletin))
    nearby = LinkSuggestions({*files, *found[0]})
    replaced = dict(_replaced(bulletin, found[0]))
    return [
        Destinations(
            site=site,
            addresses={**{path: site.up + address for path, address in translations.items()}, **by_source},
            anchors={path: outline.anchors for path, outline in (*outlines.items(), *_in_place(one, outlines))},
            files=files,
            hidden=frozenset(_hidden(one)) | (bulletin.originals.keys() - translations.keys()),
            broken=broken,
            images=one.images,
            translated={
                one.originals[path]: matching_anchors(outlines[one.originals[path]], outline)
                for path, outline in _texts(one)
                if one.originals.get(path) in outlines
            },
            texts=texts,
            replaced=replaced,
            single_items=single_items,
            expiries=expiries,
            nearby=nearby,
        )
        for one, site, by_source in zip(every, sites, found, strict=True)
    ]


def _hidden(bulletin: Bulletin) -> Iterator[str]:
    """The files of what is not shown in the language of ``bulletin``; of a translation, the original as well."""
    for path in bulletin.hidden:
        yield path
        if path in bulletin.originals:
            yield bulletin.originals[path]


def _replaced(bulletin: Bulletin, sources: Collection[str]) -> Iterator[tuple[str, str]]:
    """What is gone, by path, with what links write instead: the last of its replacements, if that is there.

    ``sources`` are all files that have a page.
    """
    gone = {one.path: one.replaced_by for one in bulletin.gone}
    for path, replacement in gone.items():
        last, met = replacement, {path}
        while last in gone and last not in met:
            met.add(last)
            last = gone[last]
        if scheme_of(last) or (last in sources and last not in gone):
            yield path, re.sub(rf"^{CONTENT}(?=/)", "", last)


def _in_place(bulletin: Bulletin, outlines: Mapping[str, Outline]) -> Iterator[tuple[str, Outline]]:
    """The paths of originals, with the outlines of the translations that replace them in ``bulletin``."""
    for path, _ in _texts(bulletin):
        if path in bulletin.originals:
            yield bulletin.originals[path], outlines[path]


def _bodies(bulletin: Bulletin, destinations: Destinations) -> dict[str, ResolvedBody]:
    return {path: resolve_body(outline, path, destinations) for path, outline in _texts(bulletin)}


def _texts(bulletin: Bulletin) -> Iterator[tuple[str, Outline]]:
    yield from ((article.path, article.outline) for article in bulletin.articles)
    yield from ((page.path, page.outline) for page in bulletin.pages)


class _Claim(NamedTuple):
    """A file of the site: its path and address, its source file, if it has one, and its name in messages."""

    path: str
    address: str
    source: str
    name: str


def _claims(pages: Iterable[Page], files: Iterable[CopiedFile], images: Iterable[Image]) -> Iterator[_Claim]:
    for page in pages:
        address = page.address
        yield _Claim(output_path(address), address, page.source, page.source or f"“{page.title or address}”")
    for file in files:
        yield _Claim(file.address, file.address, file.source, file.source)
    for image in images:
        yield _Claim(image.address, image.address, image.source, image.source)


def _collisions(claims: Sequence[_Claim]) -> Iterator[Problem]:
    """The problems of two files with the same path, or of a file whose path is a folder of another.

    The problem is reported at the later of the two source files, and only once for each pair of source files: if their
    pages collide, so do their data.
    """
    if _fit_together([claim.path.lower() for claim in claims]):
        return
    files: dict[str, _Claim] = {}
    folders: dict[str, _Claim] = {}
    told: set[tuple[str, str]] = set()
    for claim in sorted(claims, key=lambda claim: (claim.path.lower(), claim.source)):
        parts = claim.path.lower().split("/")
        path = "/".join(parts)
        above = ["/".join(parts[:depth]) for depth in range(1, len(parts))]
        other = (
            files.get(path) or folders.get(path) or next((files[folder] for folder in above if folder in files), None)
        )
        if other is not None and (claim.source, other.source) not in told:
            told |= {(claim.source, other.source)} if claim.source and other.source else set()
            at = Location(claim.source or other.source or claim.path)
            kind = problems.TAKEN if at.path.startswith(ROOT_FILES) else problems.COLLISION
            yield kind.at(at, address=claim.address, other=other.name if claim.source else claim.name)
        files[path] = claim
        folders.update(dict.fromkeys(above, claim))


def _too_long(claims: Iterable[_Claim]) -> Iterator[Problem]:
    """The problems of addresses that are too long for a file, one for each source file."""
    long = {claim.source or claim.path: claim for claim in claims if not fits(claim.path)}
    yield from (problems.LONG_ADDRESS.at(Location(path), address=claim.address) for path, claim in long.items())


def _fit_together(paths: Sequence[str]) -> bool:
    """Fast check for the common case: all paths differ, and none is a folder of another."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return len(set(paths)) == len(paths) and folders.isdisjoint(paths)


def _unknown(wanted: Iterable[PendingLink], known: Collection[str], main: Destinations) -> Iterator[Problem]:
    """The problems of links to addresses that the site does not have.

    Like servers, takes ``/co-quan`` for ``/co-quan/``.
    """
    pages = LinkSuggestions(f"{CONTENT}/{address}".rstrip("/") for address in known)
    for one in wanted:
        address = _INDEX.sub("", unquote(one.address))
        if address in known or f"{address}/" in known:
            yield from expiry_problems(address if address in known else f"{address}/", one.location, main.expiries)
            continue
        near = main.nearby.address(one.written, one.location.path)
        near = near or pages.address(f"/{one.address}".rstrip("/"), "")
        if off := feature_off(main.site, address):
            yield problems.FEATURE_OFF.at(one.location, target=one.written, feature=off)
        elif near:
            mended = f"{near}/" if f"{near[1:]}/" in known else near
            yield problems.NEAR_ADDRESS.at(one.location, target=one.written, mended=mended)
        else:
            yield problems.BROKEN_ADDRESS.at(one.location, target=one.written)
