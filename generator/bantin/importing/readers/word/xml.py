"""The XML of Word files (WordprocessingML, ECMA-376 part 1): reading elements and their values."""

from collections.abc import Iterator
from typing import TypeAlias

from lxml.etree import _Element

from bantin.importing.readers.safe_xml import parse_safely

Element: TypeAlias = _Element

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "o": "urn:schemas-microsoft-com:office:office",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
_PREFIXES = {space: prefix for prefix, space in _SPACES.items()}
_OFF = frozenset({"0", "false", "off", "none"})
_LONGEST_NUMBER = 9


class ForbiddenMarkup(Exception):
    """XML that no office program writes."""


def parse(data: bytes) -> Element:
    """Parses a part of a Word file.

    Raises :class:`ForbiddenMarkup` for a document type, and ``etree.XMLSyntaxError`` as :func:`parse_safely` does.
    """
    root = parse_safely(data)
    if root.getroottree().docinfo.doctype:
        raise ForbiddenMarkup
    return root


def name_of(element: Element) -> str:
    """The name of an element with the usual prefix of its namespace: ``w:p``; without one if that is unknown here."""
    space, _, local = str(element.tag)[1:].partition("}")
    prefix = _PREFIXES.get(space)
    return f"{prefix}:{local}" if prefix else local


def child(element: Element | None, path: str) -> Element | None:
    """The first element at ``path`` (``w:pPr/w:numPr``) below ``element``."""
    return None if element is None else element.find(path, _SPACES)


def children(element: Element | None, path: str) -> Iterator[Element]:
    """The elements at ``path`` below ``element``, in their order."""
    return iter(()) if element is None else element.iterfind(path, _SPACES)


def value(element: Element | None, name: str = "w:val") -> str:
    """The value of the attribute ``name`` of ``element``; empty if either is missing."""
    if element is None:
        return ""
    prefix, _, local = name.rpartition(":")
    return str(element.get(f"{{{_SPACES[prefix]}}}{local}" if prefix else local, ""))


def number(element: Element | None, name: str = "w:val") -> int | None:
    """The value of an attribute as a whole number; ``None`` if it is none, or out of all proportion."""
    text = value(element, name)
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_NUMBER else None


def is_on(element: Element | None) -> bool | None:
    """Whether a property such as ``w:b`` is switched on; ``None`` if it is not given."""
    return None if element is None else value(element) not in _OFF


def text_of(element: Element) -> str:
    """All text in ``element``, its paragraphs parted by spaces; only to tell of it."""
    wanted = (f"{{{_SPACES['w']}}}{name}" for name in ("p", "t", "delText"))
    return " ".join("".join(one.text or " " for one in element.iter(*wanted)).split())


def shown_alternative(element: Element) -> Element | None:
    """The alternative of an ``mc:AlternateContent`` that Word shows: both hold the same, in a new and an old form."""
    choice = child(element, "mc:Choice")
    return child(element, "mc:Fallback") if choice is None else choice
