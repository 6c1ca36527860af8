"""Links in texts: from what an editor wrote to an address of the site."""

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from generator.content.attachments import check_file
from generator.content.paths import resolve
from generator.content.problems import markdown
from generator.errors import Location, Problem
from generator.model import ImageFacts, Link, Outline, Site
from generator.pages import problems
from generator.pages.addresses import attachment
from generator.pages.page import Wanted
from generator.pages.pictures import picture_view
from generator.pages.views.parts import PictureView


class Destinations(Struct, frozen=True):
    """What a link can lead to.

    ``addresses`` and ``anchors`` are by source file; ``files`` are all files of the content folder; ``hidden`` exist
    but are not published; ``broken`` have errors of their own, so nothing is said of links to them. ``counterparts``
    are the addresses of pages by those of the same pages in the main language: editors write these. ``images`` are
    those that can be shown, by path.
    """

    site: Site
    addresses: Mapping[str, str]
    anchors: Mapping[str, frozenset[str]]
    files: frozenset[str]
    hidden: frozenset[str]
    broken: frozenset[str]
    counterparts: Mapping[str, str] = {}
    images: Mapping[str, ImageFacts] = {}

    def local(self, address: str) -> str:
        """An address from the root of all, as the site has it: in its own language, if the page is there in it."""
        # Servers take ``/co-quan`` for ``/co-quan/``.
        known = next((one for one in (address, f"{address}/") if one in self.counterparts), None)
        return self.site.up + address if known is None else self.counterparts[known]


class Resolved(Struct, frozen=True):
    """Where a link leads: an address of the site with its query and fragment; ``file`` is a content file to publish.

    ``picture`` is what to show in the place of an image.
    """

    address: str = ""
    file: str | None = None
    picture: PictureView | None = None
    wanted: Wanted | None = None
    problems: tuple[Problem, ...] = ()


class ResolvedBody(Struct, frozen=True):
    """Where the links of a text lead: addresses relative to the root of the site, in the order of the links.

    ``pictures`` are shown in the place of images, each given with the number of its link.
    """

    addresses: tuple[str, ...]
    files: tuple[str, ...]
    wanted: tuple[Wanted, ...]
    problems: tuple[Problem, ...]
    pictures: tuple[tuple[int, PictureView], ...] = ()


_NO_LINKS = ResolvedBody((), (), (), ())


def resolve_body(outline: Outline, path: str, destinations: Destinations) -> ResolvedBody:
    """The links of the text of the file ``path``, resolved."""
    if not outline.links:
        return _NO_LINKS
    resolved = [resolve_link(link, path, destinations) for link in outline.links]
    return ResolvedBody(
        tuple(one.address for one in resolved),
        tuple(one.file for one in resolved if one.file),
        tuple(one.wanted for one in resolved if one.wanted),
        tuple(problem for one in resolved for problem in one.problems),
        tuple((number, one.picture) for number, one in enumerate(resolved) if one.picture),
    )


def resolve_link(link: Link, path: str, destinations: Destinations) -> Resolved:
    """Where ``link``, in the file ``path``, leads: to a content file by its path, or to an address beginning with /."""
    at = link.place.within(path)
    parts = urlsplit(link.target)
    tail = (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
    target = resolve(unquote(parts.path), posixpath.dirname(path))
    if target is None:
        return Resolved(problems=(problems.BAD_PATH.at(at, target=link.target),))
    if target in destinations.broken:
        return Resolved()
    if target in destinations.addresses:
        address = destinations.addresses[target] + tail
        return Resolved(address, problems=_anchor(target, parts.fragment, at, destinations))
    if target in destinations.hidden:
        return Resolved(problems=(problems.NOT_SHOWN.at(at, path=target),))
    if target in destinations.files or link.is_image:
        found = tuple(check_file(target, destinations.files, at, image=link.is_image))
        return Resolved(problems=found) if found else _to_file(target, tail, destinations, is_image=link.is_image)
    if parts.path.startswith("/"):
        address = parts.path.lstrip("/")
        return Resolved(destinations.local(address) + tail, wanted=Wanted(address, link.target, at))
    return Resolved(problems=(problems.BROKEN_LINK.at(at, target=link.target, path=target),))


def _to_file(path: str, tail: str, destinations: Destinations, *, is_image: bool) -> Resolved:
    """Where a link to a content file leads: with an image, to its largest size, which tells less than the file does."""
    image = destinations.images.get(path)
    if image is None:
        return Resolved(attachment(destinations.site, path) + tail, path)
    picture = picture_view(image, destinations.site)
    return Resolved(picture.url + tail, path, picture if is_image else None)


def _anchor(target: str, anchor: str, at: Location, destinations: Destinations) -> tuple[Problem, ...]:
    known = destinations.anchors.get(target)
    if not anchor or known is None or unquote(anchor) in known:
        return ()
    return (markdown.NO_ANCHOR.at(at, anchor=anchor),)
