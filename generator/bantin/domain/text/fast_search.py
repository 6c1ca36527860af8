"""Searching a text for what is rare in it, fast.

A search leaps to the one letter that its pattern begins with, and walks through a text where that may be one of
several. So what is sought is looked for by hints, simple patterns that begin with one letter each, and only where one
of them fits is the pattern proper tried, which is not even made until then. Whether a letter is there at all is told
faster still, and capitals seldom are.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache


def matches(
    hints: Sequence[re.Pattern[str]], pattern: Callable[[], re.Pattern[str]], text: str
) -> Iterator[re.Match[str]]:
    """Each place of ``text`` where one of ``hints`` fits and then ``pattern`` does, in order.

    ``pattern`` is tried where the hint begins, or its group if it has one. It is as if ``text`` were searched with it,
    provided that some hint fits wherever it would, and that no two places overlap.
    """
    return (match for start in places(hints, text) if (match := pattern().match(text, start)))


def places(hints: Sequence[re.Pattern[str]], text: str) -> list[int]:
    """Where one of ``hints``, each of which begins with a letter, fits in ``text``: it or its group, if it has one."""
    present = (hint for hint in hints if hint.pattern[0] in text)
    return sorted(found.start(hint.groups) for hint in present for found in hint.finditer(text))


@cache
def ignoring_case(source: str) -> re.Pattern[str]:
    """The pattern that ``source`` writes, for letters of either case; made when it is first needed."""
    return re.compile(source, re.IGNORECASE)
