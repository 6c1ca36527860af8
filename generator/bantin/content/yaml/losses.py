"""PARSE: values that YAML silently cuts or changes, found by comparing them with the typed lines.

YAML cuts a value at `` #`` and, in braces, at a comma; it appends the lines below to a value; and it takes the quotes
and bullets of word processors for letters.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct

from bantin.content.problems import yaml as problems
from bantin.content.yaml.keys import is_key_itself
from bantin.content.yaml.source import YamlSource
from bantin.content.yaml.suggested_fixes import BULLET, BULLETS, is_hashtag, is_not_quite_key, quoted
from bantin.domain.problems import Problem

# The type stubs do not declare the attributes of events.
_Event = Any

# A comment needs two spaces before the sign and one after it, as yamllint requires by default. One space before it is
# enough after a value that cannot be part of a sentence (a day, a number, an id, yes or no). An import marks guesses
# with ``#?``, which cannot begin a hashtag.
_COMMENT = re.compile(r"([ \t]*)#(.*)$")
_NO_TEXT = re.compile(r"[0-9TXZ:+.~?%-]+|[a-z0-9]+(?:-[a-z0-9]+)+|yes|no|true|false|indefinite|unknown")
_COMMENT_BELOW = re.compile(r"( *)#[^\s#!?]")
_COMMENT_BEHIND_KEY = re.compile(r"\s*(?:- +)*[a-z_]+[0-9]*: +(#[^\s#!?].*?)\s*$")
# A key at the beginning of a line, perhaps misspelt: inside a multi-line plain value there can be no correct one.
_KEY_LINE = re.compile(r"\s*(?:- +)?([a-z_]+[0-9]*) *[:\uff1a=](?!//)[ \t\xa0]*(.*)$")
_BULLET = re.compile(rf"(?:{BULLET}|o(?=\s))[ \t\xa0]*(?=\S)")
_OPENING, _CLOSING = "“”„«‘’", "”“»’‘"
_TYPOGRAPHIC = re.compile(rf"[{_OPENING}][^{_OPENING}{_CLOSING}]*[{_CLOSING}\"']")
_BEGINS_TYPOGRAPHIC = re.compile(rf"(?:[:,\[{{-] ?|^) *[{_OPENING}]", re.MULTILINE)
# First characters of a single-line text that is worth a closer look.
_SUSPICIOUS = frozenset({*_OPENING, *BULLETS, "o"})
_AFTER_LETTER = frozenset(".)")


def may_be_typographic(text: str) -> bool:
    """Whether a value may begin with a typographic quote."""
    # Substring tests are faster than a pattern, and this runs for every file.
    is_there = "“" in text or "”" in text or "‘" in text or "’" in text or "«" in text or "„" in text
    return is_there and _BEGINS_TYPOGRAPHIC.search(text) is not None


class Loss(Struct, frozen=True):
    """A loss, and the ``text`` that was meant; ``None`` if the rest of the tree is wrong as well."""

    problem: Problem
    text: str | None = None


def may_be_lost(event: _Event) -> bool:
    """Whether a scalar in a text without comments may have lost anything: cheap, and rarely true on a single line."""
    text: str = event.value
    if event.start_mark.line != event.end_mark.line or event.style in (">", "|"):
        return True
    return not event.style and (text[:1] in _SUSPICIOUS or text[1:2] in _AFTER_LETTER or text[2:3] in _AFTER_LETTER)


def lines_below(key: _Event, value: _Event) -> range:
    """The lines of a plain text that begins below its key; empty if it begins on the line of the key."""
    start, end = value.start_mark.line, value.end_mark.line
    return range(start, end + 1) if not value.style and start > key.end_mark.line else range(0)


def losses(event: _Event, source: YamlSource, *, in_brackets: bool) -> Iterator[Loss]:
    """Finds text that the scalar ``event`` lost, or gained by mistake."""
    start, end = event.start_mark, event.end_mark
    if event.style in (">", "|"):
        if not event.value:
            at = source.at(start.line, start.column)
            yield Loss(problems.RESERVED_MENDED.at(at, char=event.style, mended=quoted(event.style)))
        lines = range(start.line + 1, end.line + (end.column > 0))
        yield from _swallowed(source, lines, start, is_block=True)
        return
    if not event.style and not in_brackets:
        yield from _bullets(event, source)
    if start.line != end.line and not in_brackets:
        lines = range(start.line + 1, end.line + 1)
        yield from (_swallowed_by_quote if event.style else _swallowed)(source, lines, start)
    yield from _comment(event, source)
    if not event.style:
        yield from _comment_above(event, source)
        yield from _typographic(event, source)


def _typographic(event: _Event, source: YamlSource) -> Iterator[Loss]:
    text: str = event.value
    if not text or text[0] not in _OPENING:
        return
    goes_on = source.line(event.end_mark.line)[event.end_mark.column :].lstrip().startswith(":")
    is_open = not goes_on and not any(sign in text[1:] for sign in (*_CLOSING, '"'))
    if not is_open and _TYPOGRAPHIC.fullmatch(text) is None:
        return
    start, end = event.start_mark, event.end_mark
    inner = text[1:].strip() if is_open else text[1:-1].strip()
    # Without quotes, YAML may read it differently.
    mended = inner if is_plain(inner) else quoted(inner)
    at = source.at(start.line, start.column, end.column - start.column if start.line == end.line else 1)
    yield Loss(problems.TYPOGRAPHIC_QUOTES.at(at, quoted=text, mended=mended), inner)


def is_plain(text: str) -> bool:
    """Tells texts that YAML reads as they are without quotes, also as items of a list in brackets."""
    return re.fullmatch(r"[^\W_](?:[^:#,\[\]{}\n\t]|:(?=\S))*(?<![\s:])", text) is not None and text not in ("null",)


def _comment(event: _Event, source: YamlSource) -> Iterator[Loss]:
    start, end, text = event.start_mark, event.end_mark, event.value
    line = source.line(end.line)
    rest = line[end.column :]
    if not rest.strip() and not event.style:
        yield from _comment_below(event, source)
        return
    found = _COMMENT.match(rest) if "#" in rest else None
    if found is None or _is_comment(event, found[1], found[2]):
        return
    lost = f"#{found[2].rstrip()}"
    if start.line != end.line:
        at = source.at(end.line, end.column + len(found[1]), len(lost))
        yield Loss(problems.COMMENT_IN_TEXT.at(at, lost=lost), text)
        return
    begin = start.column if text or event.style else end.column + len(found[1])
    written = line[begin:].rstrip()
    whole = f"{text}{found[1]}{lost}" if event.style else written
    at = source.at(start.line, begin, len(written))
    if whole == lost and is_hashtag(whole):
        yield Loss(problems.COMMENT_CUTS.at(at, lost=lost, mended=whole[1:]), whole[1:])
        return
    yield Loss(problems.COMMENT_CUTS.at(at, lost=lost, mended=quoted(whole)), whole)


def comment_behind(end: _Event, source: YamlSource) -> Problem | None:
    """Reports a possible comment after a list or mapping in brackets that is not properly separated."""
    mark = end.end_mark
    found = _COMMENT.match(source.line(mark.line)[mark.column :])
    if found is None or (found[1] and _is_set_off(found[2]) and not _closes_more(found[2])):
        return None
    lost = f"#{found[2].rstrip()}"
    return problems.COMMENT_IN_TEXT.at(source.at(mark.line, mark.column + len(found[1]), len(lost)), lost=lost)


def _closes_more(comment: str) -> bool:
    """Whether ``comment`` has more closing than opening brackets, and so belongs to a value in brackets."""
    return any(comment.count(closing) > comment.count(opening) for opening, closing in ("{}", "[]"))


def _is_comment(event: _Event, before: str, comment: str) -> bool:
    if event.style or not event.value:
        return bool(before) and _is_set_off(comment)
    is_far = len(before) > 1 or before == "\t"
    return _is_set_off(comment) and (is_far or _NO_TEXT.fullmatch(event.value) is not None)


def _is_set_off(comment: str) -> bool:
    return comment[:1] in ("", " ", "\t", "#", "!", "?")


def _comment_below(event: _Event, source: YamlSource) -> Iterator[Loss]:
    """Finds a line below a value, indented as its continuation, that YAML takes for a comment."""
    start, end, text = event.start_mark, event.end_mark, event.value
    below = source.line(end.line + 1)
    found = _COMMENT_BELOW.match(below) if "#" in below else None
    if found and len(found[1]) > _depth(source.line(start.line)):
        lost = below.strip()
        at = source.at(end.line + 1, len(found[1]), len(lost))
        yield Loss(problems.COMMENT_IN_TEXT.at(at, lost=lost), text)


def _comment_above(event: _Event, source: YamlSource) -> Iterator[Loss]:
    """Finds what YAML takes for a comment after a key whose value begins further down, perhaps below more comments."""
    first, column = event.start_mark.line, event.start_mark.column
    if source.line(first)[:column].strip():
        return
    number = first - 1
    while number >= 0 and source.line(number).lstrip()[:1] in ("", "#"):
        number -= 1
    above = source.line(number) if number >= 0 else ""
    found = _COMMENT_BEHIND_KEY.match(above) if "#" in above else None
    if found and column > _depth(above):
        at = source.at(number, found.start(1), len(found[1]))
        yield Loss(problems.COMMENT_IN_TEXT.at(at, lost=found[1]), event.value)


def _swallowed(source: YamlSource, lines: range, start: yaml.Mark, *, is_block: bool = False) -> Iterator[Loss]:
    """Finds the first of ``lines`` that was meant as an entry of its own.

    In a text after ``|`` or ``>`` (``is_block``) only a complete key counts.
    """
    opening = source.line(start.line)
    if not is_block and not opening[: start.column].strip(" -") and is_not_quite_key(opening):
        return
    depth = _depth(opening)
    for number in lines:
        line = source.line(number)
        found = _KEY_LINE.match(line)
        if found and is_key_itself(found[1]) and (not is_block or ": " in line or line.rstrip().endswith(":")):
            mended = f"{' ' * depth}{found[1]}: {found[2]}".rstrip()
            at = source.at(number, 0, len(line))
            yield Loss(problems.SWALLOWED.at(at, key=found[1], line=source.first_line + start.line, mended_line=mended))
            return
        bullet = None if is_block else re.match(r" +[-•] +(?=\S)", line)
        if bullet and not opening.lstrip(" ").startswith("- "):
            yield Loss(problems.YAML_DASH.at(source.at(number, len(line) - len(line.lstrip(" ")))))
            return
        if bullet:
            dashes = len(opening) - len(opening.lstrip(" "))
            mended = f"{' ' * dashes}- {line[bullet.end() :]}"
            at = source.at(number, 0, len(line))
            yield Loss(problems.SWALLOWED_ITEM.at(at, line=source.first_line + start.line, mended_line=mended))
            return


def _swallowed_by_quote(source: YamlSource, lines: range, start: yaml.Mark) -> Iterator[Loss]:
    """Finds a quote that was not closed before a line that begins with a key."""
    found = (_KEY_LINE.match(source.line(number)) for number in lines)
    if any(one and is_key_itself(one[1]) for one in found):
        value = source.line(start.line)[start.column :].rstrip()
        at = source.at(start.line, start.column, len(value))
        yield Loss(problems.UNCLOSED_QUOTE.at(at, sign=value[0], mended=value + value[0]))


def _depth(line: str) -> int:
    """The column of the key that begins a line, after any dashes."""
    return len(line) - len(line.lstrip(" -"))


def _bullets(event: _Event, source: YamlSource) -> Iterator[Loss]:
    start = event.start_mark
    line = source.line(start.line)
    before = line[: start.column]
    is_item = not before.strip(" ") and (before or not is_not_quite_key(line))
    found = None if not is_item else _BULLET.match(line, start.column)
    if found:
        rest = line[found.end() :].rstrip()
        at = source.at(start.line, start.column, len(line.rstrip()) - start.column)
        yield Loss(problems.BULLET.at(at, sign=found[0].strip(), mended_line=f"{before}- {rest}"))
