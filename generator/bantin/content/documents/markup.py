"""Reads the text and the traces in the XML of office files (ECMA-376, ODF 1.3). Runs only in the sandbox.

The parser is Python's expat: it fetches nothing, and a file that declares an entity is refused.
"""

import re
from collections.abc import Iterable
from typing import IO
from xml.parsers import expat

from bantin.content.documents.messages import Traces
from bantin.content.documents.parts import Budget, Part

_PIECE = 1 << 16
_LINES = frozenset(("p", "h", "si", "c", "br", "cr", "line-break", "txbxContent", "tc", "sheet"))
_HEADERS = frozenset(
    f"{which}{what}" for which in ("odd", "even", "first") for what in ("Header", "Footer")
)  # of a spreadsheet; in a text document they are parts of their own
_TEXTS = frozenset(("t", "delText"))
_CHANGES = frozenset(("ins", "del", "moveFrom", "moveTo"))
_AUTHORS = frozenset(("creator", "lastModifiedBy", "initial-creator", "printed-by", "Manager", "Company"))
_SEEN_ATTRIBUTES = ("string", "descr", "title")
_OFF = ("0", "false", "off", "none")
# Codes in the header of a sheet: font, size, colour, place.
_CODES = re.compile(r"&(?:\"[^\"]*\"|\d+|K[0-9A-F]{6}|[A-Za-z])")
_MOST_SPACES = 100


class ForbiddenMarkup(Exception):
    """XML that no office program writes."""


def read_markup(name: str, stream: IO[bytes], budget: Budget, *, all_text: bool) -> Part:
    """Reads the part ``name`` of a document; ``all_text`` if all character data is shown, as in OpenDocument.

    Raises :class:`TooLarge`, :class:`ForbiddenMarkup` and ``expat.ExpatError``.
    """
    reader = _PartReader(name, all_text=all_text)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.add_text
    parser.EntityDeclHandler = _refuse
    while piece := stream.read(_PIECE):
        budget.take(len(piece))
        parser.Parse(piece, False)  # noqa: FBT003 - the parser takes no keyword
    parser.Parse(b"", True)  # noqa: FBT003
    return reader.part


def _refuse(*_declared: object) -> None:
    raise ForbiddenMarkup


class _PartReader:
    """Handles the parser's events in one part, and collects its text and traces."""

    def __init__(self, name: str, *, all_text: bool) -> None:
        self._name = name
        self._all_text = all_text
        self._holds_comments = "comments" in name
        self._texts: list[str] = []
        self._authors: list[str] = []
        self._comments = self._changes = self._hidden = 0
        self._shown = self._in_author = self._capitals = self._vanished = self._computed = False

    @property
    def part(self) -> Part:
        authors = tuple(dict.fromkeys(filter(None, map(str.strip, self._authors))))
        traces = Traces(self._comments, self._changes, self._hidden, authors)
        return Part(self._name, "".join(self._texts), traces)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local in _LINES:
            self._texts.append("\n")
        elif local == "tab":
            self._texts.append("\t")
        elif local == "s" and self._all_text:
            self._texts.append(" " * min(int(attributes.get("text:c", "1")), _MOST_SPACES))
        self._shown = self._all_text or local in _TEXTS or local in _HEADERS or (local == "v" and self._computed)
        if local == "c":
            self._computed = attributes.get("t") == "str"
        if local in _AUTHORS:
            self._in_author = True
            self._authors.append("")
        self._count_traces(local, attributes)
        self._apply_format(local, attributes)

    def end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        self._shown = self._all_text
        if local in _LINES or local in _HEADERS:
            self._texts.append("\n")
        elif local == "r":
            self._capitals = self._vanished = False
        elif local in _AUTHORS:
            self._in_author = False

    def add_text(self, text: str) -> None:
        if self._in_author:
            self._authors[-1] += text
        elif self._shown:
            text = _CODES.sub("  ", text) if "&" in text else text
            self._texts.append(text.upper() if self._capitals else text)
            self._hidden += self._vanished

    def _count_traces(self, local: str, attributes: dict[str, str]) -> None:
        if local == "annotation" or (local == "comment" and self._holds_comments):
            self._comments += 1
        elif local == "changed-region" or (
            (local in _CHANGES or local.endswith("Change")) and _has(attributes, "author")
        ):
            self._changes += 1
        elif local == "sheet":
            self._texts.append(attributes.get("name", ""))
            self._hidden += attributes.get("state", "") in ("hidden", "veryHidden")
        elif local in ("hidden-text", "hidden-paragraph") or attributes.get("table:display") == "false":
            self._hidden += 1

    def _apply_format(self, local: str, attributes: dict[str, str]) -> None:
        if local in ("caps", "smallCaps") or attributes.get("cap", "none") != "none":
            self._capitals = _value(attributes) not in _OFF
        elif local == "vanish":
            self._vanished = _value(attributes) not in _OFF
        for key in _SEEN_ATTRIBUTES:
            if key in attributes:
                self._texts += ("\n", attributes[key], "\n")


def _value(attributes: dict[str, str]) -> str:
    return next((value for key, value in attributes.items() if key.rpartition(":")[2] == "val"), "")


def _has(attributes: Iterable[str], local: str) -> bool:
    return any(key.rpartition(":")[2] == local for key in attributes)
