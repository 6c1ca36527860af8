"""The title of a page, without the name of its site."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement
from msgspec import Struct

from bantin.domain.text.name_keys import name_key
from bantin.importing.material import Place, PlaceKind, Stated, StatedKey
from bantin.importing.readers.pages.html.tree import cleaned, words_of

_SEPARATOR = re.compile(r"\s+(?:[-–—|»:·•]|::)\s+|\s*[|»]\s*")
# What portals call themselves and their lists, in place of the title of an article.
_GENERIC = re.compile(
    r"(?!.*(?:ký|tổ chức|ra mắt|triển khai|phối hợp|khai trương))(?:cổng|trang|báo|tạp chí|website|hệ thống)\s.{0,30}"
    r"(?:thông tin|điện tử|portal).{0,60}|trang chủ|tin tức|tin tức\s*(?:-|và|–)\s*sự kiện|chi tiết(?: tin| bài viết)?"
    r"|home|index|untitled.*|default|news|bài viết|view|details?|nội dung(?: chi tiết)?",
    re.IGNORECASE,
)
TITLE_ELEMENT = "title"
"""The name of the element ``title``, which says least of an article."""

_MOST_PARTS, _MOST_CANDIDATES = 8, 20
# Shorter ones are the names of sections.
_SHORTEST_HEADING = 25


class _Candidate(Struct, frozen=True):
    """A text that may be the title, and the element that states it."""

    text: str
    name: str


def title_of(root: HtmlElement, shows: Callable[[str], bool], in_json: Iterable[Stated]) -> Stated | None:
    """The title that a page states, if readers see it.

    ``shows`` tells whether a text is a line of the page. ``in_json`` is what its JSON-LD states.
    """
    heads = [*_metas(root, "og:title"), *_headlines(in_json), *_titles(root)]
    sites = {name_key(one.text) for one in _metas(root, "og:site_name")} | set(_sites(heads, shows))
    known = {name_key(one.text) for one in heads}
    headings = [one for one in _headings(root) if len(one.text) >= _SHORTEST_HEADING or name_key(one.text) in known]
    # The element ``title`` comes last: it is what most pages state least carefully.
    ordered = sorted(
        [_without_site(one, shows, sites) for one in heads] + headings, key=lambda one: one.name == TITLE_ELEMENT
    )
    usable = [one for one in ordered if name_key(one.text) not in sites and not _GENERIC.fullmatch(one.text)]
    best = next((one for one in usable if shows(one.text)), None)
    return Stated(StatedKey.TITLE, best.text, Place(PlaceKind.ELEMENT, name=best.name)) if best else None


def _headlines(in_json: Iterable[Stated]) -> list[_Candidate]:
    titles = (one for one in in_json if one.key is StatedKey.TITLE)
    return [_Candidate(one.value, one.place.name) for one in islice(titles, _MOST_CANDIDATES)]


def _titles(root: HtmlElement) -> list[_Candidate]:
    return [_Candidate(text, TITLE_ELEMENT) for title in root.iter("title") if (text := words_of(title))][:1]


def _headings(root: HtmlElement) -> list[_Candidate]:
    return [
        _Candidate(text, "h1") for heading in islice(root.iter("h1"), _MOST_CANDIDATES) if (text := _heading(heading))
    ]


def _metas(root: HtmlElement, name: str) -> list[_Candidate]:
    found = (cleaned(meta.get("content") or "") for meta in root.iter("meta") if meta.get("property") == name)
    return [_Candidate(text, f'meta property="{name}"') for text in islice(found, _MOST_CANDIDATES) if text]


def _heading(heading: HtmlElement) -> str:
    """The words of a heading; none for that of a site, which is a link to its home page."""
    home = any((link.get("href") or "").rstrip("/").count("/") in (0, 2) for link in heading.iter("a"))
    return "" if home else words_of(heading)


def _parts(text: str) -> list[tuple[str, str]]:
    """The ways to part a title in two."""
    return [(text[: cut.start()], text[cut.end() :]) for cut in islice(_SEPARATOR.finditer(text), _MOST_PARTS)]


def _sites(candidates: Iterable[_Candidate], shows: Callable[[str], bool]) -> Iterator[str]:
    """The keys of what stands before or behind a title that readers see."""
    for one in candidates:
        for first, last in _parts(one.text):
            title, site = (first, last) if len(first) >= len(last) else (last, first)
            if shows(title) and not shows(one.text):
                yield name_key(site)


def _without_site(candidate: _Candidate, shows: Callable[[str], bool], sites: set[str]) -> _Candidate:
    """The candidate without the name of the site before or behind it, if it has one."""
    if shows(candidate.text):
        return candidate
    for first, last in _parts(candidate.text):
        for title, site in ((first, last), (last, first)):
            if name_key(site) in sites or (title == first and _GENERIC.fullmatch(site)):
                return _Candidate(title, candidate.name)
    return candidate
