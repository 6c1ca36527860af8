"""'Did you mean': the known word nearest to an unknown one."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from generator.text.folding import fold

_NEAR = 0.6
_NEARLY_THE_SAME = 0.8
_LONG_ENOUGH = 5
_NUMBER = re.compile(r"[0-9]+")
_APART = re.compile(r"[\s_-]+")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``, marks and case aside; ``None`` when none is near."""
    by_folded = {fold(candidate): candidate for candidate in sorted(known, reverse=True)}
    matches = get_close_matches(fold(word), by_folded, n=1, cutoff=_NEAR)
    return by_folded[matches[0]] if matches else None


def misspelt(word: str, known: Iterable[str]) -> str:
    """The known name or anchor that ``word`` is with a slip: in marks, case, spaces or a letter; empty when none is.

    Names with other numbers in them are other names, and short ones are too much alike.
    """
    by_key = {_key(candidate): candidate for candidate in sorted(known, reverse=True)}
    key = _key(word)
    if key in by_key:
        return by_key[key]
    alike = [other for other in by_key if _NUMBER.findall(other) == _NUMBER.findall(key)]
    matches = get_close_matches(key, alike, n=1, cutoff=_NEARLY_THE_SAME) if len(key) >= _LONG_ENOUGH else []
    return by_key[matches[0]] if matches else ""


def _key(name: str) -> str:
    return _APART.sub("-", fold(name)).strip("-")
