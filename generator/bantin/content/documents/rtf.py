"""Reads the text and the traces in an RTF file (version 1.9.1). Runs only in the sandbox."""

import re

from bantin.content.documents.messages import Traces
from bantin.content.documents.parts import Part, TooLarge

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\"
)
_DEEPEST = 1_000
_BREAKS = frozenset((b"par", b"line", b"cell", b"row", b"sect", b"page", b"nestcell"))
# Groups that are not shown. Others that begin with \* are not shown either, except those in ``_SHOWN``.
_HIDDEN = frozenset((b"fonttbl", b"colortbl", b"stylesheet", b"pict", b"listtable", b"themedata", b"datastore", b"sn"))
_SHOWN = frozenset((b"shpinst", b"shptxt", b"background", b"shppict", b"annotation", b"nesttableprops", b"ud", b"upr"))
# Groups whose text is separate from that around them.
_SEPARATE = frozenset(
    (
        b"annotation", b"footer", b"footerf", b"footerl", b"footerr", b"footnote", b"header", b"headerf", b"headerl",
        b"headerr", b"shptxt", b"sv",
    )
)  # fmt: skip
_AUTHORS = frozenset((b"author", b"operator", b"manager", b"company"))
_CHANGES = frozenset((b"revised", b"deleted"))
_OBJECTS = frozenset((b"objdata", b"objocx"))


class _Group:
    """The formatting state within a pair of braces."""

    def __init__(self, above: "_Group | None" = None) -> None:
        self.shown: bool = above.shown if above else True
        self.author: bool = above.author if above else False
        self.capitals: bool = above.capitals if above else False
        self.vanished: bool = above.vanished if above else False
        self.fallback: int = above.fallback if above else 1
        self.optional = self.apart = False


class _Reader:
    """Reads an RTF file from its beginning to its end."""

    def __init__(self) -> None:
        self._groups = [_Group()]
        self._texts: list[str] = []
        self._authors: list[str] = []
        self._comments = self._changes = self._hidden = self._objects = 0
        self._codepage = "cp1258"
        self._skipped = 0

    def part(self, name: str) -> Part:
        authors = tuple(dict.fromkeys(filter(None, map(str.strip, self._authors))))
        unread = (f"{name}/OLE" if name else "OLE",) if self._objects else ()
        traces = Traces(self._comments, self._changes, self._hidden, authors, unread)
        return Part(name, "".join(self._texts), traces)

    def read(self, data: bytes) -> None:
        position = 0
        while match := _TOKEN.match(data, position):
            position = match.end()
            word, number, byte, sign, brace, text = match.groups()
            if word:
                # Binary data may follow, which can contain braces.
                position += max(0, int(number or 0)) if word == b"bin" else 0
                self._control(word, int(number) if number else None)
            elif brace:
                self._brace(brace)
            elif byte:
                self._add_bytes(bytes([int(byte, 16)]))
            elif text:
                self._add_bytes(text)
            elif sign:
                self._sign(sign)

    def _brace(self, brace: bytes) -> None:
        if brace == b"{":
            if len(self._groups) > _DEEPEST:
                raise TooLarge
            self._groups.append(_Group(self._groups[-1]))
        elif len(self._groups) > 1 and self._groups.pop().apart:
            self._texts.append("\n")
        self._skipped = 0

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._groups[-1].optional = True
        elif sign in (b"~", b"_"):
            self._add_bytes(b" " if sign == b"~" else b"-")
        elif sign in (b"\\", b"{", b"}"):
            self._add_bytes(sign)
        elif sign in (b"\n", b"\r"):
            self._texts.append("\n")

    def _control(self, word: bytes, number: int | None) -> None:
        group = self._groups[-1]
        if group.optional or word in _HIDDEN:
            group.optional = False
            group.shown = group.shown and word in _SHOWN
        self._count(word, number)
        if word in _BREAKS or word in _SEPARATE:
            group.apart = group.apart or word in _SEPARATE
            self._texts.append("\n")
        elif word == b"tab":
            self._texts.append("\t")
        elif word == b"u" and number is not None:
            self._add_text(chr(number % 0x10000))
            self._skipped = group.fallback
        elif word == b"uc":
            group.fallback = number or 0
        elif word == b"ansicpg" and number:
            self._codepage = f"cp{number}"
        elif word in (b"caps", b"scaps", b"v"):
            setattr(group, "vanished" if word == b"v" else "capitals", number != 0)
        elif word == b"plain":
            group.capitals = group.vanished = False
        elif word in _AUTHORS:
            group.author = True
            self._authors.append("")

    def _count(self, word: bytes, number: int | None) -> None:
        if word in _CHANGES and number != 0:
            self._changes += 1
        elif word == b"annotation":
            self._comments += 1
        elif word in _OBJECTS:
            self._objects += 1

    def _add_bytes(self, data: bytes) -> None:
        skipped = min(self._skipped, len(data))
        self._skipped -= skipped
        try:
            self._add_text(data[skipped:].decode(self._codepage, "replace"))
        except LookupError:
            self._add_text(data[skipped:].decode("cp1258", "replace"))

    def _add_text(self, text: str) -> None:
        group = self._groups[-1]
        if group.author:
            self._authors[-1] += text
        elif group.shown and text:
            self._texts.append(text.upper() if group.capitals else text)
            self._hidden += group.vanished


def read_rtf(data: bytes, name: str) -> Part:
    """Reads the RTF file ``data``. Raises :class:`TooLarge` if it is nested too deeply."""
    reader = _Reader()
    reader.read(data)
    return reader.part(name)
