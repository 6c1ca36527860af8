"""Bare addresses: ``https://…``, ``www.…`` and mail addresses in running text, which become links as on GitHub.

By GitHub's rules (GFM 0.29, section 6.9) such an address ends before spaces, ``<`` and trailing punctuation. In
addition, it ends before the typographic quotation marks, dashes and ellipses of Vietnamese texts.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

_URL = r"(?<!\w)(?i:https?)://[^\s<“”‘’«»…–—]++|(?<![\w./@:-])[Ww]ww\.[^\s<“”‘’«»…–—]++"
_MAIL = r"(?<![\w.+/@-])(?:(?i:mailto):)?[A-Za-z0-9._+-]++@[A-Za-z0-9_-]++(?:\.[A-Za-z0-9_-]++)++"
BARE = rf"{_URL}|{_MAIL}"
"""Matches a possible bare address with any punctuation after it."""

_BARE = re.compile(BARE)
_HOST = re.compile(r"(?:[Hh][Tt]{2}[Pp][Ss]?://|(?=[Ww]))(?:[A-Za-z0-9_-]+\.)*[A-Za-z0-9-]+(?::[0-9]{1,5})?(?=[/?#]|$)")
_WWW = re.compile(r"[Ww]ww\.(?:[A-Za-z0-9_-]+\.)+[A-Za-z0-9-]+")
_SIGNS = ("://", "@", "ww.")
_SPACE = re.compile(r"\s")
_ENTITY = re.compile(r"&[A-Za-z0-9]+;\Z")
_TRAILING = frozenset("?!.,:*_~'\"")
_PAIRS = {")": "(", "]": "["}


class BareAddress(Struct, frozen=True):
    """A bare address: where it begins and ends in its text, and the address that it leads to."""

    begin: int
    end: int
    address: str


def find_bare(text: str) -> Iterator[BareAddress]:
    """Finds the bare addresses in ``text``."""
    end = 0
    for at in bare_signs(text):
        if at < end:
            continue
        # An address contains no space: only the word around the sign is searched.
        begin = max(text.rfind(" ", end, at), text.rfind("\n", end, at), end - 1) + 1
        space = _SPACE.search(text, at)
        end = space.start() if space else len(text)
        for found in _BARE.finditer(text, begin, end):
            bare = read_bare(found[0], found.start())
            if bare is not None:
                yield bare


def bare_signs(text: str) -> list[int]:
    """The sorted offsets of the signs that every bare address contains; plain searches, for speed."""
    found: list[int] = []
    for sign in _SIGNS:
        at = text.find(sign)
        while at >= 0:
            found.append(at)
            at = text.find(sign, at + len(sign))
    found.sort()
    return found


def read_bare(words: str, begin: int) -> BareAddress | None:
    """The bare address at the beginning of ``words``, a match of ``BARE`` at ``begin``; ``None`` if there is none."""
    if "://" in words or (words[0] in "Ww" and "@" not in words):
        words = _without_punctuation(words)
        host = _HOST.match(words)
        if host is None:
            return None
        if "://" in words:
            return BareAddress(begin, begin + len(words), words)
        return BareAddress(begin, begin + len(words), f"http://{words}") if _WWW.match(words) else None
    if words[-1] in "-_":
        return None
    address = words if words[:7].lower() == "mailto:" else f"mailto:{words}"
    return BareAddress(begin, begin + len(words), address)


def _without_punctuation(words: str) -> str:
    """``words`` without trailing punctuation; closing brackets are kept if they have an opening one."""
    more = {closing: words.count(closing) - words.count(opening) for closing, opening in _PAIRS.items()}
    end = len(words)
    while end:
        last = words[end - 1]
        if last == ";":
            entity = _ENTITY.search(words, max(0, end - 40), end)
            end = entity.start() if entity else end - 1
        elif last in _TRAILING:
            end -= 1
        elif more.get(last, 0) > 0:
            more[last] -= 1
            end -= 1
        else:
            break
    return words[:end]
