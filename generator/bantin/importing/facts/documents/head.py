"""The head of a document, all that stands above its type (Decree 30/2020/NĐ-CP, annex I): who issues it, number, date.

It is a table of two columns or more, or lines: the agencies with the number below on the left; the name of the state,
its motto, the place and the date on the right.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.text.capital_names import begins_agency, is_kind_alone, names_several
from bantin.domain.text.dates import Edtf
from bantin.domain.text.document_numbers import NUMBER
from bantin.domain.text.letter_case import SMALL
from bantin.domain.text.mentioned_dates import mentions
from bantin.domain.text.name_keys import name_key
from bantin.importing.facts.documents.agencies import NamedAgency
from bantin.importing.facts.documents.lines import Line, cells_of, is_english, is_rule, pieces_of
from bantin.importing.facts.model import Found, LeftOut
from bantin.importing.material import Block, Paragraph, Table

# What stands for a day that is filled in by hand.
_BLANK = r"[ .…_]*"
_DASHES = re.compile(r" ?[–—-] ?")
_LONGEST_WORDS = 300


class Head(Struct, frozen=True):
    """What a head says. ``issuers`` are the agencies side by side, ``above`` those that they belong to.

    ``date`` is the day in EDTF, of which the year alone may be known.
    """

    issuers: tuple[NamedAgency, ...] = ()
    above: tuple[NamedAgency, ...] = ()
    number: Found[str] | None = None
    date: Found[str] | None = None
    place: Found[str] | None = None
    left_out: tuple[LeftOut, ...] = ()


def read_head(blocks: Iterable[Block]) -> Head:
    """Reads the blocks above the type of a document."""
    fragments = [one for line in _lines(blocks) for one in _fragments(line)]
    named = list(_names(fragments))
    columns = [column for column in _columns(named) if column]
    numbers = _values(fragments, "number")
    dates = [found for one in fragments if one.kind == "date" for found in _date(one)]
    issuers, above = _by_rank(columns)
    used = {line for agency in (*issuers, *above) for line in (agency.line, *_wrapped(agency, named))}
    return Head(
        issuers,
        above,
        _only(numbers),
        _only([day for day, _ in dates]),
        _only([place for _, place in dates if place]),
        tuple(_left_out(fragments, used)),
    )


def head_end(blocks: Sequence[Block]) -> int:
    """The index behind the last block that is certainly part of a head."""
    ends = (index for index, block in enumerate(blocks, start=1) if _is_of_head(block))
    return max(ends, default=0)


def is_number_line(text: str) -> bool:
    """Whether a line has a number alone: ``Số: 01/QCPH-BCA-VPQH``."""
    return (found := _fixed().fullmatch(text)) is not None and found["number"] is not None


def is_date_line(text: str) -> bool:
    """Whether a line has a place and a date alone: ``Hà Nội, ngày 20 tháng 11 năm 2012``."""
    return (found := _fixed().fullmatch(text)) is not None and found["date"] is not None


def read_date_line(line: Line) -> tuple[Found[str] | None, Found[str] | None]:
    """The day and the place of a line with nothing else."""
    return next((found for one in _fragments(line) for found in _date(one)), (None, None))


class _Fragment(Struct, frozen=True):
    """A part of a line: ``kind`` is ``motto``, ``number``, ``date``, ``name`` or ``other``."""

    kind: str
    words: str
    line: Line
    value: str = ""
    place: str = ""


def _is_of_head(block: Block) -> bool:
    return any(
        is_date_line(line.text)
        or names_state_or_party(line.text)
        or any(found["motto"] or (found["number"] and not found.start()) for found in _fixed().finditer(line.text))
        for line in _lines((block,))
    )


def names_state_or_party(text: str) -> bool:
    """Whether a line has the name of the state or of the party as a head has it: in capitals, or alone.

    Prose names both as well.
    """
    return any(
        found["name"] and (found[0].isupper() or is_rule(text.replace(found[0], "", 1)))
        for found in _fixed().finditer(text[:_LONGEST_WORDS])
    )


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Table):
            yield from cells_of(block)
        elif isinstance(block, Paragraph):
            yield from pieces_of(block)


def _fragments(line: Line) -> Iterator[_Fragment]:
    """The parts of a line in their order: those in fixed words, and what stands between."""
    at = 0
    for found in _fixed().finditer(line.text[:_LONGEST_WORDS]):
        yield from _between(line, at, found.start())
        yield _fixed_fragment(found, line)
        at = found.end()
    yield from _between(line, at, len(line.text))


def _fixed_fragment(found: re.Match[str], line: Line) -> _Fragment:
    if found["date"]:
        return _Fragment("date", found[0], line, _edtf(found), (found["place"] or "").strip())
    number = re.sub(r"\s", "", _DASHES.sub("-", found["value"] or ""))
    return _Fragment("number" if found["number"] else "motto", found[0], line, number)


def _between(line: Line, start: int, end: int) -> Iterator[_Fragment]:
    words = line.text[start:end].strip(" .;")
    mention = next((one for one in mentions(words) if one.year), None)
    if mention and not begins_agency(words):
        day = str(Edtf(mention.year, mention.month, mention.day))
        yield _Fragment("date", words, line, day, words[: mention.start].strip(" ,"))
    elif words:
        is_name = not names_several(words) and (words.isupper() or begins_agency(words.lstrip("–—- ")))
        yield _Fragment("name" if is_name and not is_english(words) else "other", words, line)


@cache
def _fixed() -> re.Pattern[str]:
    """The parts of a head that have fixed words."""
    name = (
        r"Cộng h(?:òa|oà) xã hội chủ nghĩa(?: Việt(?: Nam)?)?|Đảng Cộng sản Việt Nam"
        r"|(?:the )?Socialist Republic of Viet ?Nam"
    )
    motto = r"Độc lập ?[–—-] ?Tự do ?[–—-] ?Hạnh phúc|Independence ?[–—-] ?Freedom ?[–—-] ?Happiness"
    number = rf"(?:S[ốÔỐ]|No\.?|NO\.?) ?[:.]? ?(?:(?P<value>{NUMBER})|{_BLANK}[/-] ?[^\s]+)"
    word = rf"[^\W\d_](?=[^\W\d_]*{SMALL})[^\W\d_]*"
    day = rf"(?i:ngày)(?P<day>{_BLANK}[0-9]{{0,2}}{_BLANK})(?i:tháng)(?P<month>{_BLANK}[0-9]{{0,2}}{_BLANK})"
    place = rf"(?:(?P<place>(?:TP\.? ?)?{word}(?: {word}){{0,5}}), ?)?"
    date = rf"{place}{day}(?i:năm){_BLANK}(?P<year>(?:19|20)[0-9]{{2}})"
    return re.compile(rf"(?P<name>(?i:{name}))|(?P<motto>(?i:{motto}))|(?P<number>{number})|(?P<date>{date})")


def _edtf(found: re.Match[str]) -> str:
    """The day of a date line in EDTF, as far as it is filled in; empty if there is no such day."""
    day, month = (int(found[name].strip(" .…_") or 0) or None for name in ("day", "month"))
    try:
        return str(Edtf.parse(str(Edtf(int(found["year"]), month, day if month else None))))
    except ValueError:
        return ""


def _date(fragment: _Fragment) -> Iterator[tuple[Found[str] | None, Found[str] | None]]:
    if fragment.kind == "date":
        evidence = fragment.line.evidence(fragment.words)
        day = Found(fragment.value, evidence, is_stated=True) if fragment.value else None
        yield day, Found(fragment.place, evidence, is_stated=True) if fragment.place else None


def _values(fragments: Iterable[_Fragment], kind: str) -> list[Found[str]]:
    return [
        Found(one.value, one.line.evidence(one.words), is_stated=True)
        for one in fragments
        if one.kind == kind and one.value
    ]


def _only(found: Sequence[Found[str] | None]) -> Found[str] | None:
    """What all of ``found`` say; nothing if they differ."""
    values = {one.value for one in found if one}
    return next((one for one in found if one), None) if len(values) == 1 else None


def _names(fragments: Iterable[_Fragment]) -> Iterator[_Fragment]:
    """The names of agencies, and what goes on with one in the next line; not the rest of a line of something else.

    A narrow column breaks the name of the state, too: ``CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT``, ``NAM``.
    """
    above: _Fragment | None = None
    for one in fragments:
        if one.kind == "name" and (begins_agency(one.words.lstrip("–—- ")) or (above and above.kind == "name")):
            yield one
        if above is None or above.line != one.line or one.kind == "name":
            above = one


def _columns(named: Iterable[_Fragment]) -> Iterator[list[list[NamedAgency]]]:
    """The agencies of each column from top to bottom, those that a dash joins in one group."""
    columns: dict[int, list[_Fragment]] = {}
    for one in named:
        columns.setdefault(one.line.column, []).append(one)
    for _, fragments in sorted(columns.items()):
        yield _groups(_mended(fragments))


def _mended(fragments: Iterable[_Fragment]) -> Iterator[_Fragment]:
    """The fragments with those joined between which a name is broken in its first word: ``SỞ Y TẾ - CÔNG``, ``AN``."""
    held: _Fragment | None = None
    for one in fragments:
        if held and _is_broken(held.words, one.words):
            held = replace(held, words=f"{held.words} {one.words}")
            continue
        if held:
            yield held
        held = one
    if held:
        yield held


def _is_broken(above: str, words: str) -> bool:
    *before, last = _DASHES.split(above)
    return bool(before and last) and not begins_agency(last) and begins_agency(f"{last} {words}")


def _groups(fragments: Iterable[_Fragment]) -> list[list[NamedAgency]]:
    groups: list[list[NamedAgency]] = []
    joins = False
    for fragment in fragments:
        starts_joined = joins or fragment.words[0] in "–—-"
        for index, words in enumerate(_parted(fragment.words)):
            joined = index > 0 or starts_joined
            last = groups[-1][-1] if groups else None
            if last and (not begins_agency(words) or _is_cut(last.words, words, joined=joined)):
                groups[-1][-1] = NamedAgency(f"{last.words} {words}", last.line)
            elif begins_agency(words) and joined and groups:
                groups[-1].append(NamedAgency(words, fragment.line))
            elif begins_agency(words):
                groups.append([NamedAgency(words, fragment.line)])
        joins = fragment.words[-1] in "–—-"
    return groups


def _is_cut(above: str, words: str, *, joined: bool) -> bool:
    """Whether a name goes on although what follows begins like another: ``VĂN PHÒNG``, ``BỘ CÔNG AN``."""
    is_committee = above.endswith((" ỦY", " UỶ")) and words.startswith("BAN ")
    return is_committee or (is_kind_alone(above) and not joined)


def _parted(words: str) -> Iterator[str]:
    """The agencies that dashes join; a dash within a name is followed by something else."""
    start = 0
    for dash in _DASHES.finditer(words):
        if dash.start() > start and begins_agency(words[dash.end() :]):
            yield words[start : dash.start()]
            start = dash.end()
    rest = words[start:].strip("–—- ")
    if rest:
        yield rest


def _by_rank(columns: Sequence[list[list[NamedAgency]]]) -> tuple[tuple[NamedAgency, ...], tuple[NamedAgency, ...]]:
    """The agencies that issue, at the bottom of each column, and those above them."""
    issuers = [agency for column in columns for agency in _with_shared_place(column[-1])]
    above = [agency for column in columns for group in column[:-1] for agency in group]
    return tuple(issuers), tuple(above)


def _with_shared_place(group: Sequence[NamedAgency]) -> Iterator[NamedAgency]:
    """The agencies of a group: ``HỘI ĐỒNG NHÂN DÂN – ỦY BAN NHÂN DÂN TỈNH LÀO CAI`` are both of the province."""
    place = _place_at_end().search(group[-1].words)
    for agency in group:
        if place and agency.key in _of_places():
            yield NamedAgency(f"{agency.words}{place[0]}", agency.line, agency.words)
        else:
            yield agency


@cache
def _place_at_end() -> re.Pattern[str]:
    return re.compile(r" (?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG) \w+(?: \w+){0,3}$")


@cache
def _of_places() -> frozenset[str]:
    """The keys of agencies that every place has."""
    return frozenset(map(name_key, ("Ủy ban nhân dân", "Hội đồng nhân dân")))


def _wrapped(agency: NamedAgency, named: Iterable[_Fragment]) -> Iterator[Line]:
    """The further lines of a name that is broken into several."""
    return (one.line for one in named if one.words in agency.words)


def _left_out(fragments: Iterable[_Fragment], used: set[Line]) -> Iterator[LeftOut]:
    """What no fact rests on."""
    for one in fragments:
        is_fact = (one.kind == "name" and one.line in used) or (one.kind in ("number", "date") and one.value)
        if not is_fact:
            reason = "motto" if one.kind == "motto" else "rule" if is_rule(one.words) else "head"
            yield LeftOut(one.words, reason, one.line.place)
