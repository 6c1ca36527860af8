"""Destinations: what stands in the round brackets of a link, as CommonMark (6.3) reads it."""

import re

from msgspec import Struct

_OPENING = re.compile(r"\([ \t]*+\n?[ \t]*+")
_IN_ANGLES = re.compile(r"<((?:[^<>\n\\]|\\.)*+)>")
_PIECE = re.compile(r"[^\s()\\]++|\\[^\s]|\\|[()]")
_TITLE = re.compile(
    r"""[ \t]*+\n?[ \t]*+(?:"((?:[^"\\]|\\.)*+)"|'((?:[^'\\]|\\.)*+)'|\(((?:[^()\\]|\\.)*+)\))""", re.DOTALL
)
# Deeper brackets than any address has, as other programs limit them.
_DEEPEST = 32
_CLOSING = re.compile(r"[ \t]*+\n?[ \t]*+\)")


class Destination(Struct, frozen=True):
    """The address of a link, where it begins and ends in its text, its title if any, and where its brackets end."""

    address: str
    begin: int
    end: int
    title: str | None
    behind: int


def read_destination(text: str, at: int, stop: int | None = None) -> Destination | None:
    """The destination whose opening bracket stands at position ``at``; ``None`` if none begins and ends there.

    It is looked for before the position ``stop``.
    """
    stop = len(text) if stop is None else stop
    opening = _OPENING.match(text, at, stop)
    if opening is None:
        return None
    begin = opening.end()
    angles = _IN_ANGLES.match(text, begin, stop)
    if angles is not None:
        begin, end, behind = angles.start(1), angles.end(1), angles.end()
    elif text.startswith("<", begin):
        return None
    else:
        end = behind = _end_of_address(text, begin, stop)
    title = _TITLE.match(text, behind, stop) if behind < stop and text[behind] in " \t\n" else None
    closing = _CLOSING.match(text, title.end() if title else behind, stop)
    if closing is None:
        return None
    words = next((one for one in title.groups() if one is not None), None) if title else None
    return Destination(text[begin:end], begin, end, words, closing.end())


def _end_of_address(text: str, begin: int, stop: int) -> int:
    """Where the address that begins at ``begin`` ends: at a space, or at a bracket that it does not open itself."""
    depth, end = 0, begin
    while (piece := _PIECE.match(text, end, stop)) is not None:
        if piece[0] == "(":
            depth += 1
            if depth > _DEEPEST:
                return begin
        elif piece[0] == ")":
            if depth == 0:
                return end
            depth -= 1
        end = piece.end()
    return end if depth == 0 else begin
