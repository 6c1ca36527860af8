"""Link destinations: the address and title in the round brackets of a link (CommonMark 0.31, section 6.3)."""

import re

from msgspec import Struct

_OPENING = re.compile(r"\([ \t]*+\n?[ \t]*+")
_IN_ANGLES = re.compile(r"<((?:[^<>\n\\]|\\.)*+)>")
_PIECE = re.compile(r"[^\s()\\]++|\\[^\s]|\\|[()]")
_TITLE = re.compile(
    r"""[ \t]*+\n?[ \t]*+(?:"((?:[^"\\]|\\.)*+)"|'((?:[^'\\]|\\.)*+)'|\(((?:[^()\\]|\\.)*+)\))""", re.DOTALL
)
# Deeper nested brackets than in any address; other implementations have the same limit.
_DEEPEST = 32
_CLOSING = re.compile(r"[ \t]*+\n?[ \t]*+\)")


class Destination(Struct, frozen=True):
    """The address of a link with its span in the text, its title if any, and the offset ``behind`` the brackets."""

    address: str
    begin: int
    end: int
    title: str | None
    behind: int


def read_destination(text: str, at: int, stop: int | None = None) -> Destination | None:
    """Reads the destination whose opening bracket is at offset ``at``; ``None`` if there is none before ``stop``."""
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
    """The end of the address at ``begin``: before a space or a closing bracket that it did not open."""
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
