"""'Did you mean': the known word nearest to an unknown one."""

from collections.abc import Iterable
from difflib import get_close_matches

from generator.text.folding import fold

_NEAR = 0.6


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``, marks and case aside; ``None`` when none is near."""
    by_folded = {fold(candidate): candidate for candidate in sorted(known, reverse=True)}
    matches = get_close_matches(fold(word), by_folded, n=1, cutoff=_NEAR)
    return by_folded[matches[0]] if matches else None
