"""Fast searches for things that are rare in a text.

The ``re`` module jumps to the next candidate if a pattern begins with a fixed letter, but tests every position if it
begins with a choice of letters. So a text is first searched with hints, simple patterns that begin with one letter
each; the full pattern is only tried where a hint matches, and not compiled before. A substring test for the letter of a
hint is faster still, and often rules out capitals.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache


def matches(
    hints: Sequence[re.Pattern[str]], pattern: Callable[[], re.Pattern[str]], text: str
) -> Iterator[re.Match[str]]:
    """The matches of ``pattern`` in ``text`` that start where one of ``hints`` matches, in order.

    ``pattern`` is tried at the start of the hint, or of its group if it has one. The result is that of a plain search
    for ``pattern``, provided that a hint matches wherever ``pattern`` would and that matches do not overlap.
    """
    return (match for start in places(hints, text) if (match := pattern().match(text, start)))


def places(hints: Sequence[re.Pattern[str]], text: str) -> list[int]:
    """The offsets in ``text`` at which one of ``hints``, or its group if it has one, begins.

    Each hint begins with a literal letter.
    """
    present = (hint for hint in hints if hint.pattern[0] in text)
    return sorted(found.start(hint.groups) for hint in present for found in hint.finditer(text))


@cache
def ignoring_case(source: str) -> re.Pattern[str]:
    """Compiles ``source`` for letters of either case, on first use."""
    return re.compile(source, re.IGNORECASE)
