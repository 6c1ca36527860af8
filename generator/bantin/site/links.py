"""Resolves links in texts: from a written path or address to an address of the site."""

import posixpath
from collections.abc import Mapping
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from bantin.content.checks.attachments import check_file
from bantin.content.paths import resolve
from bantin.content.problems import markdown
from bantin.content.problems.gone import REPLACED
from bantin.domain.model import Feature, ImageFacts, Link, Outline, Site
from bantin.domain.problems import Location, Problem
from bantin.domain.text.suggestions import misspelt
from bantin.domain.text.urls import decoded, is_local_file, tail_of
from bantin.site import problems
from bantin.site.addresses import WORDS, attachment
from bantin.site.cards import top_link
from bantin.site.expiries import Expiry, expiry_problems
from bantin.site.features import feature_of
from bantin.site.link_suggestions import LinkSuggestions
from bantin.site.page import PendingLink
from bantin.site.pictures import picture_view
from bantin.site.views.parts import PictureView


class Destinations(Struct, frozen=True):
    """The possible destinations of links in one language of a bulletin.

    ``addresses``: addresses of pages, by source file. ``anchors``: the anchors of texts, by source file. ``files``: all
    files of the content folder. ``hidden``: source files that are not published. ``broken``: source files with errors;
    links to them are not checked. ``counterparts``: addresses of pages in this language by those in the main one, which
    editors write. ``images``: valid images, by path. ``translated``: by the path of an original, its anchors with those
    of the same headings in the translation. ``texts``: the anchors of texts, by address from the root of all languages.
    ``replaced``: what to write instead of the source file of a page that is gone and replaced, by its path.
    ``single_items``: the addresses of single items by those of the lists that they would be alone in, both from the
    root of all languages. ``expiries``: the articles that are public for a time, by source file and by address from the
    root of all languages. ``nearby``: suggests corrections.
    """

    site: Site
    addresses: Mapping[str, str]
    anchors: Mapping[str, frozenset[str]]
    files: frozenset[str]
    hidden: frozenset[str]
    broken: frozenset[str]
    counterparts: Mapping[str, str] = {}
    images: Mapping[str, ImageFacts] = {}
    translated: Mapping[str, Mapping[str, str]] = {}
    texts: Mapping[str, frozenset[str]] = {}
    replaced: Mapping[str, str] = {}
    single_items: Mapping[str, str] = {}
    expiries: Mapping[str, Expiry] = {}
    nearby: LinkSuggestions = LinkSuggestions()

    def place(self, address: str) -> str:
        """``address``, or that of the single item to which it leads; both are from the root of all languages."""
        # Servers redirect ``/co-quan`` to ``/co-quan/``.
        return next((self.single_items[one] for one in (address, f"{address}/") if one in self.single_items), address)

    def local(self, address: str) -> str:
        """Converts an address from the root of all languages to one in this language, if the page exists in it."""
        # Servers redirect ``/co-quan`` to ``/co-quan/``.
        known = next((one for one in (address, f"{address}/") if one in self.counterparts), None)
        return self.site.up + address if known is None else self.counterparts[known]


class Resolved(Struct, frozen=True):
    """The destination of a link: an address of the site with query and fragment, or the problems of the link.

    ``file`` is a content file to publish, ``picture`` replaces an image. ``wanted`` is checked once all pages are
    known.
    """

    address: str = ""
    file: str | None = None
    picture: PictureView | None = None
    wanted: PendingLink | None = None
    problems: tuple[Problem, ...] = ()


class ResolvedBody(Struct, frozen=True):
    """The destinations of all links of a text: addresses relative to the root of the site, in the order of the links.

    ``pictures`` replace images; each is given with the number of its link.
    """

    addresses: tuple[str, ...]
    files: tuple[str, ...]
    wanted: tuple[PendingLink, ...]
    problems: tuple[Problem, ...]
    pictures: tuple[tuple[int, PictureView], ...] = ()


_NO_LINKS = ResolvedBody((), (), (), ())


def resolve_body(outline: Outline, path: str, destinations: Destinations) -> ResolvedBody:
    """Resolves all links in the text of the file ``path``."""
    if not outline.links and not outline.outward:
        return _NO_LINKS
    resolved = [resolve_link(link, path, destinations) for link in outline.links]
    own = [check_own(link, path, destinations) for link in outline.outward]
    return ResolvedBody(
        tuple(one.address for one in resolved),
        tuple(one.file for one in resolved if one.file),
        tuple(one.wanted for one in (*resolved, *own) if one.wanted),
        tuple(problem for one in (*resolved, *own) for problem in one.problems),
        tuple((number, one.picture) for number, one in enumerate(resolved) if one.picture),
    )


def resolve_link(link: Link, path: str, destinations: Destinations) -> Resolved:
    """Resolves ``link`` in the file ``path``: to a content file by its path, or to an address that begins with '/'."""
    at = link.place.within(path)
    parts = urlsplit(link.target)
    tail = tail_of(parts)
    target = resolve(decoded(parts.path), posixpath.dirname(path))
    if target is None:
        return Resolved(problems=(_bad_path(link, path, at, destinations),))
    if target in destinations.broken:
        return Resolved()
    if not link.is_image and (page := _to_page(link, target, at, destinations)):
        return page
    if target in destinations.files or link.is_image:
        return _to_content(link, target, path, destinations)
    if parts.path.startswith("/"):
        address = parts.path.lstrip("/")
        place, _, anchor = destinations.place(address).partition("#")
        tail = f"#{anchor}" if anchor else tail
        return Resolved(destinations.local(place) + tail, wanted=PendingLink(place, link.target, at))
    near = destinations.nearby.address(link.target, path)
    if near:
        return Resolved(problems=(problems.NEAR_LINK.at(at, target=link.target, mended=near),))
    return Resolved(problems=(problems.BROKEN_LINK.at(at, target=link.target, path=target),))


def feature_off(site: Site, address: str) -> Feature | None:
    """The feature that would have a page at ``address`` but is turned off in ``site``; ``None`` if there is none.

    ``address`` is relative to the root of a language or to that of all languages.
    """
    for one in site.in_all_languages if site.off else ():
        feature = feature_of(WORDS[one.language], address.removeprefix(one.prefix))
        if feature in site.off:
            return feature
    return None


def check_own(link: Link, path: str, destinations: Destinations) -> Resolved:
    """Checks a link with a full address, which may lead to the bulletin itself. The link is kept unchanged."""
    root = urlsplit(destinations.site.root_url)
    parts = urlsplit(link.target)
    inside = parts.netloc.lower() == root.netloc.lower() and f"{parts.path}/".startswith(root.path)
    if not inside or parts.scheme not in ("http", "https"):
        return Resolved()
    at = link.place.within(path)
    address = decoded(parts.path).removeprefix(root.path).lstrip("/")
    known = next((destinations.texts[one] for one in (address, f"{address}/") if one in destinations.texts), None)
    missing = _missing(link.target, parts.fragment, known, at)
    return Resolved(wanted=PendingLink(address, link.target, at), problems=missing)


def _to_page(link: Link, target: str, at: Location, destinations: Destinations) -> Resolved | None:
    """Resolves a link to the source file of a page, which may not be shown; ``None`` if it is no such file."""
    if target in destinations.addresses:
        found = _to_text(link, target, at, destinations)
        return replace(found, problems=(*found.problems, *expiry_problems(target, at, destinations.expiries)))
    if target in destinations.expiries:
        every = top_link("articles", destinations.site)
        return Resolved(every.url, problems=expiry_problems(target, at, destinations.expiries))
    if target in destinations.hidden:
        return Resolved(problems=(problems.NOT_SHOWN.at(at, path=target),))
    return None


def _to_text(link: Link, target: str, at: Location, destinations: Destinations) -> Resolved:
    """Resolves a link to the source file of a page: to the page and the anchor, translated if necessary."""
    parts = urlsplit(link.target)
    address = destinations.addresses[target] + (f"?{parts.query}" if parts.query else "")
    known, anchor = destinations.anchors.get(target), decoded(parts.fragment)
    # Texts always have pages; only the pages of agencies may be turned off.
    if known is None and (off := feature_off(destinations.site, destinations.addresses[target])):
        return Resolved(problems=(problems.FEATURE_OFF.at(at, target=link.target, feature=off),))
    if target in destinations.replaced:
        mended = destinations.replaced[target]
        return Resolved(address, problems=(REPLACED.at(at, id=link.target, mended=mended),))
    if not anchor or known is None or anchor in known:
        return Resolved(address + (f"#{parts.fragment}" if parts.fragment else ""))
    translated = destinations.translated.get(target, {})
    if anchor not in translated:
        return Resolved(problems=_missing(link.target, parts.fragment, known, at))
    if translated[anchor]:
        return Resolved(f"{address}#{translated[anchor]}")
    return Resolved(address, problems=(problems.ANCHOR_NOT_TRANSLATED.at(at, anchor=anchor, path=target),))


def _missing(written: str, anchor: str, known: frozenset[str] | None, at: Location) -> tuple[Problem, ...]:
    if not anchor or known is None or decoded(anchor) in known:
        return ()
    near = misspelt(decoded(anchor), known)
    if near:
        mended = f"{written.partition('#')[0]}#{near}"
        return (markdown.NEAR_ANCHOR.at(at, anchor=anchor, mended=mended),)
    return (markdown.NO_ANCHOR.at(at, anchor=anchor),)


def _bad_path(link: Link, path: str, at: Location, destinations: Destinations) -> Problem:
    if is_local_file(link.target):
        return markdown.ON_A_COMPUTER.at(at, address=link.target)
    near = destinations.nearby.address(link.target, path) if "\\" in link.target else ""
    if near:
        return problems.BACKSLASH.at(at, target=link.target, mended=near)
    return problems.BAD_PATH.at(at, target=link.target)


def _to_content(link: Link, target: str, path: str, destinations: Destinations) -> Resolved:
    """Resolves a link to a photo or document, if the file exists and its type may be published."""
    at = link.place.within(path)
    near = destinations.nearby.address(link.target, path) if target not in destinations.files else ""
    if near:
        return Resolved(problems=(problems.NEAR_FILE.at(at, path=target, mended=near),))
    found = tuple(check_file(target, destinations.files, at, image=link.is_image))
    if found:
        return Resolved(problems=found)
    parts = urlsplit(link.target)
    tail = tail_of(parts)
    return _to_file(target, tail, destinations, is_image=link.is_image)


def _to_file(path: str, tail: str, destinations: Destinations, *, is_image: bool) -> Resolved:
    """Resolves a link to a content file; for an image, to its largest rendition, which has no metadata."""
    image = destinations.images.get(path)
    if image is None:
        return Resolved(attachment(destinations.site, path) + tail, path)
    picture = picture_view(image, destinations.site)
    return Resolved(picture.url + tail, path, picture if is_image else None)
