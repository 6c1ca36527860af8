"""Reads feeds of an old portal: RSS 2.0, RSS 1.0 (RDF) and Atom; each item becomes ``Material``."""

from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from html import escape

import lxml.etree
from lxml.etree import _Element as Element

from bantin.importing.material import (
    Form,
    Material,
    Notice,
    NoticeKind,
    Picture,
    Place,
    PlaceKind,
    Refusal,
    Stated,
    StatedKey,
    Unreadable,
)
from bantin.importing.readers.feeds.xml_file import fields_of, first_text, name_of, parse_xml, text_in
from bantin.importing.readers.pages.html.addresses import path_of
from bantin.importing.readers.pages.html.blocks import Blocks
from bantin.importing.readers.pages.html.fragment import fragment_blocks, plain_text
from bantin.importing.readers.pages.html.stated import is_somebody, told_once

LARGEST_FEED = 20_000_000
"""The size of the largest feed that is read, in bytes."""

_ROOTS = frozenset({"rss", "rdf:RDF", "feed"})
_LONGEST_LEAD = 600

Fields = Mapping[str, list[Element]]


def is_feed(root: Element) -> bool:
    """Whether ``root`` is that of a feed."""
    return name_of(root) in _ROOTS


def read_feed(data: bytes, name: str) -> tuple[Material, ...]:
    """Reads the items of the feed ``name``, in its order.

    Raises ``Unreadable`` if it is no feed, damaged, or too large.
    """
    root = parse_xml(data, LARGEST_FEED)
    if not is_feed(root):
        raise Unreadable(Refusal.UNKNOWN_KIND)
    items = (element for element in root.iter() if name_of(element) in ("item", "entry"))
    return tuple(_material(fields_of(item), name, number) for number, item in enumerate(items, 1))


def _material(fields: Fields, source: str, number: int) -> Material:
    link = _link(fields)
    content = _content(fields)
    blocks = (*_enclosures(fields, content), *content.blocks)
    place = Place(PlaceKind.ELEMENT, name=f"item {number}")
    empty = () if blocks else (Notice(NoticeKind.NO_TEXT, first_text(fields, "title"), place),)
    return Material(
        source=source,
        form=Form.PAGE,
        blocks=blocks,
        part=link or first_text(fields, "guid", "id") or str(number),
        stated=tuple(told_once(_stated(fields, content))),
        notices=(*content.notices, *empty),
        address=path_of(link),
    )


def _link(fields: Fields) -> str:
    """The address of an item; of several links of Atom, that of the page itself."""
    for link in fields.get("link", ()):
        address = text_in(link) or (link.get("href", "") if link.get("rel", "alternate") == "alternate" else "")
        if address:
            return address
    guid = next(iter(fields.get("guid", ())), None)
    is_address = guid is not None and guid.get("isPermaLink") != "false" and text_in(guid).startswith("http")
    return text_in(guid) if is_address else ""


def _content(fields: Fields) -> Blocks:
    """The text of an item, or its summary if it has no more."""
    for name in ("content:encoded", "content", "description", "summary", "dc:description"):
        for element in fields.get(name, ()):
            blocks = fragment_blocks(_html(element))
            if blocks.blocks:
                return blocks
    return Blocks(())


def _html(element: Element) -> str:
    """The HTML in an element. Atom may have it as elements (``xhtml``), and has plain text unless it says otherwise."""
    if len(element):
        return "".join(lxml.etree.tostring(child, encoding="unicode") for child in element)
    is_plain = name_of(element) in ("content", "summary") and element.get("type", "text") == "text"
    return escape(text_in(element), quote=False) if is_plain else text_in(element)


def _enclosures(fields: Fields, content: Blocks) -> Iterator[Picture]:
    shown = {block.path for block in content.blocks if isinstance(block, Picture)}
    for enclosure in fields.get("enclosure", ()):
        url = (enclosure.get("url") or "").strip()
        if url and url not in shown and (enclosure.get("type") or "").startswith("image/"):
            yield Picture(url, Place(PlaceKind.ELEMENT, name="enclosure"))


def _stated(fields: Fields, content: Blocks) -> Iterator[Stated]:
    yield from _texts(StatedKey.TITLE, fields, "title")
    for name in ("pubDate", "published", "dc:date"):
        for element in fields.get(name, ()):
            if text_in(element):
                yield _value(StatedKey.PUBLISHED, moment_of(text_in(element)), name)
    yield from _texts(StatedKey.UPDATED, fields, "updated")
    yield from _authors(fields)
    for category in fields.get("category", ()):
        words = plain_text(category.get("label") or category.get("term") or text_in(category))
        if words:
            yield _value(StatedKey.TAG, words, "category")
    yield from _lead(fields, content)


def moment_of(text: str) -> str:
    """A moment as RSS writes it (RFC 5322) in RFC 3339; anything else as typed."""
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, OverflowError):
        return text


def _authors(fields: Fields) -> Iterator[Stated]:
    for author in (*fields.get("author", ()), *fields.get("dc:creator", ())):
        words = first_text(fields_of(author), "name") or text_in(author)
        # RSS has the address of a mailbox, with the name behind it in brackets.
        name = words.partition("(")[2].rstrip(")") if "@" in words else words
        if is_somebody(name):
            yield _value(StatedKey.AUTHOR, plain_text(name), name_of(author))


def _lead(fields: Fields, content: Blocks) -> Iterator[Stated]:
    """The summary of an item, unless a program made it: then it is the beginning of the text, or has been cut."""
    summary = plain_text(first_text(fields, "description", "summary"))
    text = " ".join(getattr(block, "text", "") for block in content.blocks)
    is_cut = summary.endswith(("…", "...", "]"))
    if summary and len(summary) <= _LONGEST_LEAD and not is_cut and not text.startswith(summary):
        yield _value(StatedKey.LEAD, summary, "description")


def _texts(key: StatedKey, fields: Fields, name: str) -> Iterator[Stated]:
    for element in fields.get(name, ()):
        words = plain_text(text_in(element))
        if words:
            yield _value(key, words, name)


def _value(key: StatedKey, value: str, name: str) -> Stated:
    return Stated(key, value, Place(PlaceKind.ELEMENT, name=name))
