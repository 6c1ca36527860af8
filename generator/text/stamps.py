"""Stamps of secrecy: the marks that a document bears whose content is a state secret.

There are three levels, *Mật*, *Tối mật* and *Tuyệt mật* (Law on protection of state secrets, 29/2018/QH14, article 8),
and stamps show them in capitals (Decree 26/2020/NĐ-CP, article 2). Texts also say ``Độ mật: …``. Words about secrecy
(``bí mật nhà nước``) are no stamp.
"""

import re
from functools import cache
from html import unescape

from msgspec import Struct

from generator.text.hints import places

_LEVELS = ("TUYỆT MẬT", "TỐI MẬT", "MẬT")
_SIGNS = r"[\W_]*"
# What Markdown and HTML put around words: tags, the addresses of links, attributes.
_MARKUP = re.compile(r"<[^<>]*>|\]\([^()]*\)|\{[^{}]*\}")
# A stamp has this letter; 'Độ mật:' has the small one before a sign that a value follows.
_HINTS = (re.compile("Ậ"), re.compile(r"ậ(?=t(?:[^\w:：|\n]|_)*[:：|])"))
_BROKEN_WORDS = ("BÍ", "BẢO")
_ENDING = 20


class Stamp(Struct, frozen=True):
    """A stamp of secrecy: its ``level``, and where the line that bears it begins and ends in its text."""

    level: str
    start: int
    end: int


def find_stamp(text: str) -> Stamp | None:
    """The first line of ``text``, which is in NFC, that is a stamp: it alone, spaced out (``M Ậ T``) or not.

    Marks, signs and markup about it do not count; a cell of a table is as good as a line.
    """
    end = -1
    for hint in places(_HINTS, text):
        if hint < end:
            continue
        start = text.rfind("\n", 0, hint) + 1
        newline = text.find("\n", hint)
        end = newline if newline >= 0 else len(text)
        level = _level(text[start:end])
        if level and not (level == "MẬT" and _goes_on(text, start)):
            return Stamp(level, start, end)
    return None


def _level(line: str) -> str:
    """The level that ``line`` is a stamp of; empty if it is none."""
    bare = unescape(_MARKUP.sub("", line))
    labelled = _labelled().match(bare)
    if labelled:
        return _LEVELS[(labelled.lastindex or 1) - 1]
    alone = next(filter(None, map(_alone().fullmatch, bare.split("|"))), None)
    return _LEVELS[(alone.lastindex or 1) - 1] if alone else ""


def _goes_on(text: str, start: int) -> bool:
    """Whether the line at ``start`` is the rest of a word that the line before it begins: ``BẢO VỆ BÍ``, ``MẬT``."""
    before = text[max(0, start - _ENDING) : start].upper().split()
    return bool(before) and before[-1] in _BROKEN_WORDS


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"{_SIGNS}(?:\d{{1,3}}[.)]{_SIGNS})?{_any_level()}{_SIGNS}")


@cache
def _labelled() -> re.Pattern[str]:
    label = rf"(?:mức\s+)?{_spaced('độ mật')}(?:[^\w:：|]|_)*[:：|]"
    return re.compile(rf"{_SIGNS}(?:\d{{1,3}}[.)]{_SIGNS})?{label}{_SIGNS}{_any_level()}(?!\w)", re.IGNORECASE)


def _any_level() -> str:
    return f"(?:{'|'.join(f'({_spaced(level)})' for level in _LEVELS)})"


def _spaced(words: str) -> str:
    return _SIGNS.join(words.replace(" ", ""))
