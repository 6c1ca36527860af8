"""VALIDATE: problems of any text whatever its subject: encoding, letters, tones, weekdays, secrecy stamps."""

import re
from collections.abc import Iterator
from itertools import islice

from bantin.content.problems import dates, documents, files, values
from bantin.domain.model import Position
from bantin.domain.problems import Checked, Location, Problem
from bantin.domain.text.date_format import weekday
from bantin.domain.text.encodings import NotUtf8, decode, find_legacy
from bantin.domain.text.legacy_encodings import Legacy, LegacyPassage
from bantin.domain.text.secrecy_stamps import find_stamp
from bantin.domain.text.spelling import look_alikes, mixed_tones
from bantin.domain.text.weekdays import dated_weekdays

# Control characters except tab and line feed; separators that only some programs take for line ends; characters that
# reverse the direction of the text (which hides what a line says); and characters that XML cannot contain.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
CONTROL_HINT = _CONTROL.pattern
"""A pattern that matches every text in which :func:`find_control` finds something."""
# The same in UTF-8, where the search is much faster: the bytes that are no such character by themselves (there, a
# carriage return is part of a line end), and the longer sequences by their first byte.
_HARMLESS_BYTES = bytes(byte for byte in range(0x100) if byte in b"\t\n\r" or (byte >= 0x20 and byte != 0x7F))
_LONG_CONTROLS = (
    (b"\xc2", re.compile(rb"\xc2[\x80-\x9f]")),
    (b"\xe2", re.compile(rb"\xe2(?:\x80[\xa8-\xae]|\x81[\xa6-\xa9])")),
    (b"\xef", re.compile(rb"\xef(?:\xbb\xbf|\xbf[\xbe\xbf])")),
)

# Problems of one kind reported for one file; fixing these shows the rest.
_ENOUGH = 10
_MOST_DATES = 500
_LONGEST_SAMPLE, _LONGEST_MENDED = 60, 160


def place_at(text: str, offset: int, width: int = 1) -> Position:
    """The line and column of ``offset`` in ``text``."""
    line = text.count("\n", 0, offset) + 1
    return Position(line, offset - (text.rfind("\n", 0, offset) + 1) + 1, max(1, width))


def find_control(text: str) -> re.Match[str] | None:
    """Finds the first character of ``text`` that no page may contain."""
    return _CONTROL.search(text)


def read_text(data: bytes, path: str) -> Checked[str]:
    """Decodes the file ``path``; the value is ``None`` if it is not UTF-8 or has forbidden characters."""
    text = read_utf8(data, path)
    problems = tuple(check_usable(text.value, data, path)) if text.value is not None else text.problems
    return Checked(None if problems else text.value, problems)


def read_utf8(data: bytes, path: str) -> Checked[str]:
    """Decodes the file ``path``; the value is ``None`` if it is not UTF-8."""
    try:
        return Checked(decode(data))
    except NotUtf8 as error:
        place = place_at(error.text, len(error.text))
        kind = files.NOT_UTF8_AT_ALL if error.legacy is Legacy.UNKNOWN else files.NOT_UTF8
        return Checked(None, (kind.at(Location(path, place.line, place.column), legacy=error.legacy),))


def check_usable(text: str, data: bytes, path: str) -> Iterator[Problem]:
    """Reports characters in ``text`` that no page may contain; ``data`` is its UTF-8."""

    def at(offset: int, width: int) -> Location:
        return place_at(text, offset, width).within(path)

    control = find_control(text) if _may_hold_control(data) else None
    if control is not None:
        yield files.CONTROL_CHARACTER.at(at(control.start(), 1), code=f"U+{ord(control[0]):04X}")
    garbled = find_legacy(text)
    if garbled is not None:
        yield _garbled(garbled, text, at(garbled.start, garbled.end - garbled.start))


def _garbled(garbled: LegacyPassage, text: str, at: Location) -> Problem:
    """Reports text in a legacy encoding, with its reading in that encoding if this is certain."""
    typed, reading = text[garbled.start : garbled.end], garbled.reading
    shown = typed if len(typed) <= _LONGEST_SAMPLE else f"{typed[:_LONGEST_SAMPLE]}…"
    if reading and len(reading) <= _LONGEST_MENDED:
        return files.LEGACY_WORDS.at(at, legacy=garbled.legacy, sample=shown, mended=reading)
    if reading:
        begins = f"{reading[:_LONGEST_SAMPLE]}…"
        return files.LEGACY_PARAGRAPH.at(at, legacy=garbled.legacy, sample=shown, reading=begins)
    return files.LEGACY_TEXT.at(at, legacy=garbled.legacy, sample=shown)


def _may_hold_control(data: bytes) -> bool:
    """Whether ``find_control`` may find something in the text whose UTF-8 is ``data``."""
    if data.translate(None, _HARMLESS_BYTES):
        return True
    return any(first in data and pattern.search(data) for first, pattern in _LONG_CONTROLS)


def check_secrecy(text: str, path: str) -> Iterator[Problem]:
    """Reports a secrecy stamp: a text with one must not be published."""
    stamp = find_stamp(text)
    if stamp is not None:
        at = place_at(text, stamp.start, stamp.end - stamp.start).within(path)
        yield documents.STAMPED_TEXT.at(at, level=stamp.level)


def check_spelling(text: str, path: str) -> Iterator[Problem]:
    """Reports what proofreaders overlook: look-alike letters, misplaced tones, weekdays that do not match dates."""

    def at(offset: int, width: int) -> Location:
        return place_at(text, offset, width).within(path)

    for letter in islice(look_alikes(text), _ENOUGH):
        code = f"U+{ord(letter.typed):04X}"
        here, meant = at(letter.start, 1), letter.meant
        yield values.LOOK_ALIKE.at(here, typed=letter.typed, meant=meant, code=code, mended=meant)
    mixed = mixed_tones(text)
    if mixed is not None:
        yield values.MIXED_TONES.at(at(mixed.start, len(mixed.word)), word=mixed.word, other=mixed.other)
    for found in islice(dated_weekdays(text), _MOST_DATES):
        if not found.fits:
            here = at(found.start, found.end - found.start)
            shown = " ".join(text[found.start : found.end].split())
            vi, en = weekday(found.day, "vi"), weekday(found.day, "en")
            mended = " ".join(found.mended.split())
            yield dates.WRONG_WEEKDAY.at(here, text=shown, vi=vi, en=en, mended=mended)
