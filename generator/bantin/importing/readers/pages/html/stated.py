"""What a page states in places of their own: its title, days, authors, section, tags and lead.

Portals fill these places for all of their pages alike, so texts are believed only where readers can see them.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement
from msgspec import Struct

from bantin.domain.text.name_keys import name_key
from bantin.importing.material import Place, PlaceKind, Stated, StatedKey
from bantin.importing.readers.pages.html.json_ld import stated_in_json
from bantin.importing.readers.pages.html.tree import cleaned, marks_of, words_of

_METAS = {
    "article:published_time": StatedKey.PUBLISHED,
    "article:modified_time": StatedKey.UPDATED,
    "article:author": StatedKey.AUTHOR,
    "author": StatedKey.AUTHOR,
    "article:section": StatedKey.SECTION,
    "article:tag": StatedKey.TAG,
    "description": StatedKey.LEAD,
    "og:description": StatedKey.LEAD,
}
_VISIBLE = frozenset({StatedKey.AUTHOR, StatedKey.LEAD})
_DAYS = frozenset({StatedKey.PUBLISHED, StatedKey.UPDATED})
_SEVERAL = frozenset({StatedKey.AUTHOR, StatedKey.TAG})
_LEAD = re.compile(
    r"(?:^|[\s_-])(?:sapo|chapeau|lead|tom-?tat|(?:news|article|post)-?(?:summary|intro|lead))(?:$|[\s_-])"
)
_PUBLISHED = re.compile(r"(?:^|\s)(?:entry-date|published|post-date|ngay-?dang)(?:$|\s)")
_UPDATED = re.compile(r"(?:^|\s)updated(?:$|\s)")
# Accounts and programs, which write no news.
_NOBODY = re.compile(
    r"admin\w*|administrator|quản trị(?: viên)?|quantri\w*|editor|user|root|guest|ban quản trị|https?:.*"
)
_LONGEST_VALUE = 1_000
_YEAR = re.compile(r"(?<![0-9])(?:19[5-9][0-9]|20[0-9]{2})(?![0-9])")


class Head(Struct, frozen=True):
    """What a page states outside its text, whether readers see it or not."""

    metas: tuple[Stated, ...]
    in_json: tuple[Stated, ...]
    tags: tuple[Stated, ...]


def head_of(root: HtmlElement) -> Head:
    """What the page ``root`` states. Its scripts must still be in it."""
    # Of several articles on a page, each has topics of its own.
    is_one = len(list(islice(root.iter("article"), 2))) < 2
    return Head(tuple(_metas(root)), tuple(stated_in_json(root)), tuple(_tags(root)) if is_one else ())


def stated_of(head: Head, article: Sequence[HtmlElement], lines: Iterable[str]) -> tuple[Stated, ...]:
    """What is stated of the article in the elements ``article`` with these ``lines``, without its title."""
    shown = frozenset(name_key(line) for line in lines if len(line) <= _LONGEST_VALUE)
    found = [*head.metas, *head.in_json, *(stated for one in article for stated in _elements(one)), *head.tags]
    return tuple(one for one in found if one.key is not StatedKey.TITLE and _is_sound(one, shown))


def told_once(found: Iterable[Stated]) -> Iterator[Stated]:
    """The first value of each key, and all different ones of authors and tags."""
    keys: set[StatedKey] = set()
    values: set[tuple[StatedKey, str]] = set()
    for one in found:
        value = (one.key, name_key(one.value))
        if value not in values and (one.key in _SEVERAL or one.key not in keys):
            yield one
        keys.add(one.key)
        values.add(value)


def _is_sound(one: Stated, shown: Container[str]) -> bool:
    if one.key in _DAYS:
        return _YEAR.search(one.value) is not None
    if one.key in _VISIBLE and name_key(one.value) not in shown:
        return False
    return one.key is not StatedKey.AUTHOR or is_somebody(one.value)


def is_somebody(author: str) -> bool:
    """Whether ``author`` may be the name of who wrote something, and not that of an account such as ``admin``."""
    return bool(author.strip()) and _NOBODY.fullmatch(author.strip().lower()) is None


def _metas(root: HtmlElement) -> Iterator[Stated]:
    for meta in root.iter("meta"):
        key, value = next(((key, meta.get(key)) for key in ("property", "name") if meta.get(key)), ("", ""))
        content = cleaned(meta.get("content") or "")
        if content and value.lower() in _METAS:
            yield Stated(_METAS[value.lower()], content, Place(PlaceKind.ELEMENT, name=f'meta {key}="{value}"'))


def _tags(root: HtmlElement) -> Iterator[Stated]:
    for link in root.iter("a"):
        rel = (link.get("rel") or "").lower().split()
        words = words_of(link) if "tag" in rel else ""
        if words:
            yield _stated(
                StatedKey.SECTION if "category" in rel else StatedKey.TAG, words, f'a rel="{link.get("rel")}"'
            )


def _elements(article: HtmlElement) -> Iterator[Stated]:
    for element in article.iter():
        marks, prop = marks_of(element), element.get("itemprop") or ""
        if element.tag == "time" or prop in ("datePublished", "dateModified"):
            yield from _day(element, marks, prop)
        elif marks and _LEAD.search(marks) and (words := words_of(element)):
            yield _stated(StatedKey.LEAD, words, f'class="{element.get("class") or ""}"')


def _day(element: HtmlElement, marks: str, prop: str) -> Iterator[Stated]:
    moment = cleaned(element.get("datetime") or element.get("content") or "")
    is_update = prop == "dateModified" or (_UPDATED.search(marks) is not None and _PUBLISHED.search(marks) is None)
    is_published = prop == "datePublished" or element.get("pubdate") is not None or _PUBLISHED.search(marks) is not None
    if moment and (is_update or is_published):
        key = StatedKey.UPDATED if is_update else StatedKey.PUBLISHED
        yield _stated(key, moment, f"{element.tag} datetime")


def _stated(key: StatedKey, value: str, name: str) -> Stated:
    return Stated(key, value, Place(PlaceKind.ELEMENT, name=name))
