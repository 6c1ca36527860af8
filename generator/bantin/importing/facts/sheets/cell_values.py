"""Values in cells: numbers of documents, titles, days, counts, places, choices."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from bantin.content.schema.words import INDEFINITE, YES, YES_NO, single, words_of
from bantin.domain.model import Scope
from bantin.domain.text.dates import ImpossibleDate
from bantin.domain.text.durations import Duration
from bantin.domain.text.name_keys import name_key
from bantin.domain.text.typed_dates import Ambiguity, parse_typed_date
from bantin.importing.facts.model import Found, ReviewFacts
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.facts.sheets.entries import Entry, Reading, is_not_given, lines_of
from bantin.importing.material import CellKind

# The numbers that stand for a day in a date column: a year, the serial number of a day, a day in eight digits.
_DAY_NUMBER = re.compile(
    r"(?:19|20)[0-9]{2}|[2-7][0-9]{4}|[0-3][0-9][01][0-9](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[01][0-9][0-3][0-9]"
)
_YEAR = re.compile(r"[0-9]{4}")
_CLAUSES = re.compile(r"0*([1-9][0-9]{0,3})(?:\s*(?:điều|articles?|clauses?))?", re.IGNORECASE)
_VENUE = re.compile(
    r"(?:tại )?(?:trụ sở|hội trường|văn phòng|nhà|phòng họp|trung tâm|khách sạn|số [0-9])", re.IGNORECASE
)
_LONGEST_NUMBER, _LONGEST_PLACE = 120, 200
# Earlier days come from small numbers that were formatted as dates.
_EARLIEST, _DAY_LENGTH = "1930", len("2012-11-20")
_FILE = re.compile(
    r"(?:https?://|www\.|\\\\|/)\S+|[^\n]*\S\.[A-Za-z]{2,5}|[^\n]*[^\s/\\][/\\][^\s][^\n]*", re.IGNORECASE
)

Reader = Callable[[Entry, KnownNames], Reading[Any]]


def read_text(entry: Entry, _known: KnownNames) -> Reading[str]:
    """Words as they stand, on one line."""
    if entry.kind is not CellKind.TEXT:
        return entry.problem("no-text")
    return Reading((entry.found(" ".join(entry.words.split())),))


def read_number(entry: Entry, _known: KnownNames) -> Reading[str]:
    """The number of a document. A spreadsheet may have made a day of it (``12/2011``), which cannot be undone."""
    if entry.kind not in (CellKind.TEXT, CellKind.NUMBER) or (entry.kind is CellKind.NUMBER and "." in entry.words):
        return entry.problem("no-number")
    if len(entry.words) > _LONGEST_NUMBER or len(lines_of(entry.words)) != 1:
        return entry.problem("no-number")
    # Digits alone may also count something else.
    return Reading((entry.found(" ".join(entry.words.split()), is_certain=not entry.words.isdecimal()),))


def read_day(entry: Entry, _known: KnownNames) -> Reading[str]:
    """A day in EDTF, as exact as it is written. What a convention decides is a guess: a century, a serial number."""
    if entry.kind is CellKind.DATE:
        return _read_date(entry)
    if entry.kind not in (CellKind.TEXT, CellKind.NUMBER):
        return entry.problem("no-date")
    is_number = entry.kind is CellKind.NUMBER or entry.words.isdecimal()
    if is_number and not _DAY_NUMBER.fullmatch(entry.words):
        return entry.problem("no-date")
    try:
        typed = parse_typed_date(" ".join(entry.words.split()))
    except ImpossibleDate:
        return entry.problem("impossible-date")
    if typed is None:
        return entry.problem("no-date")
    if typed.doubt is Ambiguity.ORDER and entry.column.is_month_first and typed.other:
        return entry.problem("date-order")
    is_reversed = typed.doubt is Ambiguity.ORDER and not typed.other
    is_certain = not (is_reversed or typed.doubt is Ambiguity.CENTURY) and (not is_number or _is_year(entry.words))
    return Reading((entry.found(typed.day, is_certain=is_certain),))


def _read_date(entry: Entry) -> Reading[str]:
    """The day of a cell that the spreadsheet itself takes for a date."""
    if entry.column.is_converted:
        return entry.problem("date-order")
    return entry.problem("no-date") if entry.words < _EARLIEST else Reading((entry.found(entry.words[:_DAY_LENGTH]),))


def _is_year(words: str) -> bool:
    return _YEAR.fullmatch(words) is not None


def read_issue_day(entry: Entry, known: KnownNames) -> Reading[str]:
    """The day of issue, which is a guess at the day of signing."""
    reading = read_day(entry, known)
    return Reading(tuple(Found(one.value, one.evidence) for one in reading.values), reading.problems)


def read_expiry(entry: Entry, known: KnownNames) -> Reading[str]:
    """The last day of a term, or ``indefinite``."""
    if single(INDEFINITE).read(entry.words):
        return Reading((entry.found(INDEFINITE),))
    return read_day(entry, known)


def read_term(entry: Entry, known: KnownNames) -> Reading[str]:
    """A term, if its last day is named. That of a length (``5 năm``) is not computed."""
    if Duration.parse_words(entry.words) is not None:
        return entry.problem("term")
    reading = read_expiry(entry, known)
    return reading if reading.values else entry.problem("term")


def read_clauses(entry: Entry, _known: KnownNames) -> Reading[int]:
    """A number of articles: ``9``, ``9 điều``."""
    found = _CLAUSES.fullmatch(entry.words) if entry.kind in (CellKind.TEXT, CellKind.NUMBER) else None
    return Reading((entry.found(int(found[1])),)) if found else entry.problem("no-count")


def read_place(entry: Entry, known: KnownNames) -> Reading[str]:
    """A town or province. A building is none: such a cell is read by :func:`read_venue`."""
    if len(entry.words) > _LONGEST_PLACE or is_venue(entry.words) or any(map(str.isdigit, entry.words)):
        return entry.problem("no-place")
    return read_text(entry, known)


def read_venue(entry: Entry, known: KnownNames) -> Reading[str]:
    """The building of a signing."""
    return read_text(entry, known) if len(entry.words) <= _LONGEST_PLACE else entry.problem("no-place")


def is_venue(words: str) -> bool:
    """Whether ``words`` name a building and not only a town or province."""
    return _VENUE.match(words) is not None


def read_scope(entry: Entry, _known: KnownNames) -> Reading[Scope]:
    """A scope, in the words of the schema or in Vietnamese ones."""
    read = words_of(Scope.__name__, Scope).read(entry.words)
    return Reading((entry.found(Scope(read)),)) if read else entry.problem("no-choice")


def read_review(entry: Entry, _known: KnownNames) -> Reading[ReviewFacts]:
    """How often the agreement is reviewed: ``hằng năm``, ``6 tháng``."""
    every = Duration.parse_words(entry.words)
    return Reading((entry.found(ReviewFacts(str(every))),)) if every else entry.problem("no-length")


def read_text_public(entry: Entry, _known: KnownNames) -> Reading[str]:
    """Whether the full text is public. A reason why it is not cannot be told from ``không`` alone."""
    return Reading((entry.found("yes"),)) if YES_NO.read(entry.words) == YES else entry.problem("no-choice")


def read_fields(entry: Entry, known: KnownNames) -> Reading[str]:
    """Fields. Parts between commas are fields if all of them are known; otherwise the words may be one field."""
    parts = [part for line in lines_of(entry.words) for part in _fields(line, known)]
    return Reading(tuple(entry.found(part) for part in dict.fromkeys(parts)))


def _fields(words: str, known: KnownNames) -> tuple[str, ...]:
    parts = known.fields_in(words)
    return parts if all(known.field_id(part) for part in parts) else (words,)


def read_list(entry: Entry, _known: KnownNames) -> Reading[str]:
    """A list with an item on each line or between semicolons."""
    if entry.kind is not CellKind.TEXT:
        return entry.problem("no-text")
    return Reading(tuple(entry.found(part, words=part) for part in lines_of(entry.words)))


def read_files(entry: Entry, known: KnownNames) -> Reading[str]:
    """Names and addresses of files. Other words (``có``, ``bản giấy``) name none."""
    reading = read_list(entry, known)
    is_whole = all(_FILE.fullmatch(one.value) for one in reading.values)
    return reading if is_whole and reading.values else entry.problem("no-file")


READERS: Mapping[str, tuple[str, Reader]] = {
    "number": ("number", read_number),
    "title": ("title", read_text),
    "type": ("type", read_text),
    "signed_on": ("signed_on", read_day),
    "issued_on": ("signed_on", read_issue_day),
    "effective_on": ("effective_on", read_day),
    "expires_on": ("expires_on", read_expiry),
    "term": ("expires_on", read_term),
    "venue": ("venue", read_venue),
    "scope": ("scope", read_scope),
    "clauses": ("clauses", read_clauses),
    "review": ("review", read_review),
    "text_public": ("text_public", read_text_public),
}
"""By what a column holds: the single fact of an agreement that it gives, and how it is read."""

LISTS: Mapping[str, Reader] = {
    "fields": read_fields,
    "legal_basis": read_list,
    "contact": read_list,
    "documents": read_files,
}
"""By what a column holds: the list of an agreement that it gives, and how it is read."""


def is_empty(entry: Entry) -> bool:
    """Whether an entry says nothing. An end of the term may be said to be missing: ``không thời hạn``."""
    if entry.column.key in ("expires_on", "term") and single(INDEFINITE).read(entry.words):
        return False
    return is_not_given(entry.words) or not name_key(entry.words)
