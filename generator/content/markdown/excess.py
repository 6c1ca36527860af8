"""Excess: what would keep Python-Markdown busy for minutes, or exhaust its stack."""

import re
from collections.abc import Iterator

from generator.content.markdown.source import Source
from generator.content.problems import markdown as problems
from generator.errors import Problem

# Python-Markdown's inline patterns take time that grows with the square of these; no article has a tenth as many.
_MOST_MARKS = 5_000
_MARKS = ("[", "<")
_MOST_LINES = 5_000
_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_DEEPEST = 40
# A line that is nested deeply begins with as many characters of markers of lists and quotations, and of indentation.
# (A literal beginning is found fast; ``^`` is not.)
_PERHAPS_NESTED = re.compile(rf"\n([ \t>*+\d.)-]{{{_DEEPEST}}}[ \t>*+\d.)-]*)")
_MARKER = re.compile(r">|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|[ ]{4}|\t")


def find_excess(source: Source) -> Iterator[Problem]:
    """What there is too much of in a text: the first of each kind."""
    for mark in _MARKS:
        if mark in source.text and source.text.count(mark) > _MOST_MARKS:
            at = source.location(source.text.find(mark), 1)
            yield problems.TOO_MUCH_MARKUP.at(at, limit=_MOST_MARKS, mark=mark)
    # Each of them has a character and its end.
    if len(source.text) > 2 * _MOST_LINES and source.text.count("\n") > _MOST_LINES:
        for block in _BLOCK.finditer(source.text):
            if block[0].count("\n") > _MOST_LINES:
                yield problems.LONG_BLOCK.at(source.location(block.start(), 1), limit=_MOST_LINES)
                break
    for nested in _PERHAPS_NESTED.finditer(f"\n{source.text}"):
        if len(_MARKER.findall(nested[1])) > _DEEPEST:
            # One line feed more stands before what was searched.
            yield problems.TOO_DEEP.at(source.location(nested.start(), 1))
            break
