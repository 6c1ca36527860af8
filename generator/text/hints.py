"""Searching a text for what is rare in it, fast.

A search leaps to the one letter that its pattern begins with, and walks through a text where that may be one of
several. So what is sought is looked for by hints, simple patterns that begin with one letter each, and only where one
of them fits is the pattern proper tried, which is not even made until then.
"""

import re
from collections.abc import Callable, Iterator, Sequence


def matches(
    hints: Sequence[re.Pattern[str]], pattern: Callable[[], re.Pattern[str]], text: str
) -> Iterator[re.Match[str]]:
    """Each place of ``text`` where one of ``hints`` fits and then ``pattern`` does, in order.

    ``pattern`` is tried where the hint begins, or its group if it has one. It is as if ``text`` were searched with it,
    provided that some hint fits wherever it would, and that no two places overlap.
    """
    starts = sorted(found.start(hint.groups) for hint in hints for found in hint.finditer(text))
    return (match for start in starts if (match := pattern().match(text, start)))
