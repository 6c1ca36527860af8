"""Reads XML files of other programs: nothing is fetched, no entity is expanded, size and depth are limited."""

import re
import unicodedata
from collections.abc import Mapping

import lxml.etree
from lxml.etree import _Element as Element

from bantin.importing.material import Refusal, Unreadable
from bantin.importing.readers.safe_xml import parse_safely

# Those that XML 1.0 does not allow, which programs write all the same. They are one byte in UTF-8 and its like.
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_PREFIXES = {
    "": "",
    "http://purl.org/rss/1.0/": "",
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
}
_WORDPRESS = re.compile(r"https?://wordpress\.org/export/[0-9.]+/(excerpt/)?")


def parse_xml(data: bytes, largest: int) -> Element:
    """The root of an XML file of at most ``largest`` bytes.

    Raises ``Unreadable`` if it is larger, not well-formed, nested too deeply, or declares entities of its own.
    """
    if len(data) > largest:
        raise Unreadable(Refusal.TOO_LARGE)
    if not data.strip():
        raise Unreadable(Refusal.EMPTY)
    try:
        root = parse_safely(data)
    except lxml.etree.XMLSyntaxError:
        root = _parse_cleaned(data)
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise Unreadable(Refusal.TOO_COSTLY, "entities")
    return root


def _parse_cleaned(data: bytes) -> Element:
    try:
        return parse_safely(_CONTROLS.sub(b"", data.lstrip()))
    except lxml.etree.XMLSyntaxError as error:
        raise Unreadable(Refusal.DAMAGED, str(error)) from error


def name_of(element: Element) -> str:
    """The name of an element with the usual prefix of its namespace: ``content:encoded``, ``wp:status``, ``title``.

    That of an unknown namespace is empty, so that ``media:title`` is not taken for the title.
    """
    if not isinstance(element.tag, str):
        return ""
    name = lxml.etree.QName(element)
    space = name.namespace or ""
    wordpress = _WORDPRESS.fullmatch(space)
    prefix = ("excerpt:" if wordpress[1] else "wp:") if wordpress else _PREFIXES.get(space)
    return "" if prefix is None else f"{prefix}{name.localname}"


def fields_of(element: Element) -> Mapping[str, list[Element]]:
    """The elements right below ``element``, by their names."""
    found: dict[str, list[Element]] = {}
    for child in element:
        found.setdefault(name_of(child), []).append(child)
    return found


def text_in(element: Element | None) -> str:
    """The text of an element in NFC, spaces at the ends left out; empty if there is no element."""
    return "" if element is None else unicodedata.normalize("NFC", "".join(element.itertext())).strip()


def first_text(fields: Mapping[str, list[Element]], *names: str) -> str:
    """The first text that an element with one of ``names`` has; empty if none has one."""
    return next((text for name in names for element in fields.get(name, ()) if (text := text_in(element))), "")
