"""The lines of a text, without traces of pasting, and with their quotations marked."""

import re
import unicodedata

from msgspec import Struct

_LINE_END = re.compile(r"\r\n|\r|\n")
# Bold markup of Markdown; longer runs of asterisks are separators or blanks to fill in.
_BOLD = re.compile(r"(?<!\*)\*{2,3}(?!\*)")
_EMPHASIS = ("*", "_")
_HEADING_MARK = re.compile(r"(?:#{1,6} )+")
# Characters without width: zero-width spaces and optional line breaks.
_INVISIBLE = dict.fromkeys((0x200B, 0xFEFF, 0x00AD))
_STRAIGHT_OPENING = re.compile(r"^\"|[:;] ?\"")
_STRAIGHT_CLOSING = re.compile(r"\"[.;,]*$")


class Line(Struct, frozen=True):
    """A line with words: ``text`` has single spaces; ``follows_blank`` if the line above has no words.

    ``is_quoted`` is true for all lines of a quotation except the first, which opens it.
    """

    number: int
    text: str
    follows_blank: bool
    is_quoted: bool = False


def lines_of(text: str, first_line: int) -> list[Line]:
    """The lines of ``text`` that have words. ``first_line`` is the number of its first line in the file."""
    text = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    cleaned = [_clean(line) for line in _LINE_END.split(text)]
    quoted = _quoted([line for line in cleaned if line])
    lines: list[Line] = []
    after_blank = True
    for number, line in enumerate(cleaned, start=first_line):
        if line:
            lines.append(Line(number, line, after_blank, quoted[len(lines)]))
        after_blank = not line
    return lines


def _clean(line: str) -> str:
    return without_emphasis(" ".join(_BOLD.sub("", line).split()))


def without_emphasis(text: str) -> str:
    """``text`` without heading markup before it, or emphasis around all of it."""
    before = ""
    while before != text:
        before = text
        mark = _HEADING_MARK.match(text)
        text = text[mark.end() :] if mark else text
        inner = text[1:-1]
        if text[:1] in _EMPHASIS and text[-1:] == text[0] and text[0] not in inner and inner.strip() == inner != "":
            text = inner
    return text


def _quoted(lines: list[str]) -> list[bool]:
    """For each line, whether it continues a quotation that an earlier line opened and that is closed later."""
    quoted = [False] * len(lines)
    for opening, closing in (*_curly(lines), *_straight(lines)):
        quoted[opening + 1 : closing + 1] = [True] * (closing - opening)
    return quoted


def _curly(lines: list[str]) -> list[tuple[int, int]]:
    """The first and last lines of quotations in “ and ” (or « and »), without nested ones.

    A mark that is never closed is ignored.
    """
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for index, line in enumerate(lines):
        balance = line.count("“") + line.count("«") - line.count("”") - line.count("»")
        if balance > 0:
            opened.extend([index] * balance)
        elif balance < 0 and opened:
            first = opened[max(0, len(opened) + balance)]
            del opened[max(0, len(opened) + balance) :]
            while pairs and pairs[-1][0] >= first:
                pairs.pop()
            pairs.append((first, index))
    return pairs


def _straight(lines: list[str]) -> list[tuple[int, int]]:
    """The first and last lines of quotations in straight quotation marks."""
    pairs: list[tuple[int, int]] = []
    opening: int | None = None
    for index, line in enumerate(lines):
        if line.count('"') % 2 == 0:
            continue
        if opening is not None and _STRAIGHT_CLOSING.search(line):
            pairs.append((opening, index))
            opening = None
        elif _STRAIGHT_OPENING.search(line):
            opening = index
    return pairs
