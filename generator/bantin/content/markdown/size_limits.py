"""Limits to the size of Markdown, beyond which Python-Markdown would take minutes or exhaust its stack."""

import re
from collections.abc import Iterator

from bantin.content.markdown.source import MarkdownSource
from bantin.content.problems import files
from bantin.content.problems import markdown as problems
from bantin.domain.problems import Problem

# For each, Python-Markdown scans the rest of its paragraph; no article has a tenth as many.
_MOST_BRACKETS = 5_000
_MOST_MARKS = 10_000
_ADDRESSES = ("@", "://", "www.", "Www.")
_MARKS = (*((mark, _MOST_BRACKETS) for mark in "[<"), *((mark, _MOST_MARKS) for mark in ("&", "\\", *_ADDRESSES)))
# Several in a row count as one mark: lines to write on consist of them.
_RUNS = tuple((mark, re.compile(f"[{mark}]+")) for mark in "*_`~")
# The sanitiser goes through the rest of a text for each of these characters, among them no-break spaces and fractions.
_SLOWLY_CLEANED = re.compile("[\x80-\xbf]")
_MOST_SLOWLY_CLEANED = 100_000
# Python-Markdown copies a paragraph for each mark in it: the limit for the characters copied, in all paragraphs.
_MOST_COPIED = 1_000_000_000
_MARK = re.compile(r"\*+|_+|`+|~~+|[\[<&\\@]|://|[Ww]ww\.")
# The HTML parser takes time in proportion to the square of the number of attributes of a tag.
_MOST_ATTRIBUTES = 5_000
# Python-Markdown copies all classes of an attribute list, ``{.a .b}``, to add one. A list ends on its line,
# and the lists of a line count as one.
_LISTS = re.compile(r"\{[^\n]*")
_CLASS = re.compile(r"""[ {:"']\.""")
_TAG = re.compile(r"""<[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*""")
# No code point is so long, and Python's HTML parser fails at one of thousands of digits.
_LONG_NUMBER = re.compile(r"&#[0-9]{20}")
_SHORT = 30_000
_MOST_LINES = 5_000
# Lines of all blocks together, without blank ones: each may become an element.
_MOST_IN_ALL = 50_000
# A line of other spaces, such as no-break ones, is not blank for Python-Markdown.
_BLOCK = re.compile(r"[^ \t\n][^\n]*(?:\n[ \t]*[^ \t\n][^\n]*)*")
_DEEPEST = 40
# A deeply nested line begins with at least as many characters of list and quotation markers and indentation. (The
# literal ``\n`` is searched fast; ``^`` is not.)
_PERHAPS_NESTED = re.compile(rf"\n([ \t>*+\d.)-]{{{_DEEPEST}}}[ \t>*+\d.)-]*)")
_MARKER = re.compile(r">|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|[ ]{4}|\t")


def find_excess(source: MarkdownSource) -> Iterator[Problem]:
    """Reports the first violation of each limit."""
    number = _LONG_NUMBER.search(source.text) if "&#" in source.text else None
    if number:
        yield files.CONTROL_CHARACTER.at(source.location(number.start(), len(number[0])), code=f"{number[0]}…;")
    # A text of ordinary length cannot exceed the other limits.
    if len(source.text) > _MOST_BRACKETS:
        yield from _marks(source)
        yield from _blocks(source)
        yield from _attributes(source)
    for nested in _PERHAPS_NESTED.finditer(f"\n{source.text}"):
        if len(_MARKER.findall(nested[1])) > _DEEPEST:
            # The searched text has one line feed more at its beginning.
            yield problems.TOO_DEEP.at(source.location(nested.start(), 1))
            break


def _marks(source: MarkdownSource) -> Iterator[Problem]:
    text = source.text
    over = [(mark, most) for mark, most in _MARKS if text.count(mark) > most]
    runs = [(mark, run) for mark, run in _RUNS if text.count(mark) > _MOST_MARKS]
    over += [(mark, _MOST_MARKS) for mark, run in runs if len(run.findall(text)) > _MOST_MARKS]
    for mark, most in over:
        yield problems.TOO_MUCH_MARKUP.at(source.location(text.find(mark), 1), limit=most, mark=mark)
    slow = _SLOWLY_CLEANED.findall(text)
    if len(slow) > _MOST_SLOWLY_CLEANED:
        signs = " ".join(sorted(set(slow))[:5])
        at = source.location(text.find(slow[0]), 1)
        yield problems.TOO_MUCH_MARKUP.at(at, limit=_MOST_SLOWLY_CLEANED, mark=signs)


def _attributes(source: MarkdownSource) -> Iterator[Problem]:
    for tag in _TAG.finditer(source.text):
        if len(tag[0]) > _MOST_ATTRIBUTES and len(tag[0].split()) > _MOST_ATTRIBUTES:
            at = source.location(tag.start(), 1)
            yield problems.TOO_MUCH_MARKUP.at(at, limit=_MOST_ATTRIBUTES, mark="<… …>")
            break
    for lists in _LISTS.finditer(source.text):
        if len(lists[0]) > _MOST_ATTRIBUTES and len(_CLASS.findall(lists[0])) > _MOST_ATTRIBUTES:
            yield problems.TOO_MUCH_MARKUP.at(source.location(lists.start(), 1), limit=_MOST_ATTRIBUTES, mark="{… …}")
            break


def _blocks(source: MarkdownSource) -> Iterator[Problem]:
    is_long = len(source.text) > _SHORT
    if not is_long and source.text.count("\n") <= _MOST_LINES:
        return
    copied = lines = 0
    for block in _BLOCK.finditer(source.text):
        if block[0].count("\n") > _MOST_LINES:
            yield problems.LONG_BLOCK.at(source.location(block.start(), 1), limit=_MOST_LINES)
            return
        lines += block[0].count("\n") + 1
        if lines > _MOST_IN_ALL:
            yield problems.TOO_MANY_LINES.at(source.location(block.start(), 1), limit=_MOST_IN_ALL)
            return
        copied += len(_MARK.findall(block[0])) * len(block[0]) if is_long else 0
        if copied > _MOST_COPIED:
            yield problems.LONG_PARAGRAPH.at(source.location(block.start(), 1))
            return
