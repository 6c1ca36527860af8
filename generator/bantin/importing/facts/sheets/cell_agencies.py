"""Agencies in cells: names apart from each other, where the separators may be part of a name.

``Bộ Lao động - Thương binh và Xã hội`` is one ministry. So ``và``, commas and dashes separate agencies only where a
name certainly begins behind them; otherwise the cell is left open.
"""

import re
from functools import cache

from bantin.domain.text.name_keys import name_key
from bantin.importing.facts.model import AgencyName, Found, PartyFacts
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.facts.sheets.entries import Entry, Reading, lines_of

_MOST_PARTS, _LONGEST = 40, 2_000
_LONGEST_NAME = 200
_JOINTS = re.compile(r"(\s*,\s*(?:và\s+)?|\s+(?:và|với|and|&|phối hợp với)\s+|\s+[-–—]\s+|\s*[+/|]\s*)")
_BEFORE = re.compile(r"\A(?:giữa|between|[0-9]{1,2}[.)]|[-•*+])\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"[()\[\]]")
_ABBREVIATION = re.compile(r"\s*\((?:sau đây gọi tắt là|viết tắt là|gọi tắt là)?\s*[A-ZĐ0-9-]{2,20}\)")
_SIDE_BEFORE = re.compile(r"\Abên\s+(?:[a-d]|[1-4])\s*[:.-]\s*", re.IGNORECASE)
# What the name of an agency begins with.
_HEADS = (
    "bộ | sở | cục | tổng cục | ban | viện | ủy ban | ubnd | văn phòng | công an | hội | tòa án | thanh tra | đảng ủy "
    "| tỉnh ủy | thành ủy | liên đoàn | tổng liên đoàn | mặt trận | ủy ban nhân dân | bộ tư lệnh | bộ chỉ huy "
    "| ngân hàng | tập đoàn | tổng công ty | học viện | trường | đại học | kho bạc | kiểm toán | hải quan | chi cục "
    "| đài | thông tấn xã | bảo hiểm xã hội | đại sứ quán | quân khu | quân chủng | binh chủng "
    "| bệnh viện | hiệp hội | nha | tòa án nhân dân | viện kiểm sát | huyện ủy "
    "| đoàn thanh niên | ministry | department | office | committee | bureau | agency | people's committee | institute"
)
# Names of these go on behind ‘và’ and dashes with words that begin other names: ‘Văn phòng Đoàn ĐBQH và HĐND tỉnh’.
_OPEN_ENDED = "văn phòng | thường trực | ban | trường | trung tâm"
# Bodies whose names list their fields: ‘Bộ Văn hóa, Thể thao và Du lịch’.
_COMPOUND = "bộ | sở | ủy ban | cục | tổng cục | viện | ministry | department"
# What begins names that are left open, since it may as well go on with one.
_OTHERS = (
    "đoàn | hội đồng | hđnd | đảng | tổng | trung tâm | quân | lực lượng | biên phòng | cảnh sát | chi | tỉnh | huyện"
)
_CAPITALS = re.compile(r"[A-ZĐ]{2,}(?!\w)")
# Words for several that are not named: ‘các đơn vị liên quan’.
_UNNAMED = "các | một số | những | lãnh đạo | đại diện | hai | ba | bốn | toàn thể | liên quan | all | other | several"
_OF_PLACE = re.compile(r"\b(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường|các|hai|ba)\b", re.IGNORECASE)


def read_party(entry: Entry, known: KnownNames) -> Reading[PartyFacts]:
    """The single agency of a column for one side."""
    parts = lines_of(entry.words)
    name = _without_brackets(_named(" ".join(entry.words.split())), known)
    if len(parts) != 1 or len(name) > _LONGEST_NAME or not any(map(str.isalpha, name)):
        return entry.problem("no-agency")
    if _is_unnamed(name) or _BRACKETS.search(name):
        return entry.problem("unclear-agencies")
    if _all_known(name, known):
        return entry.problem("several-agencies")
    return Reading((entry.found(PartyFacts(known.agency(name))),))


def read_parties(entry: Entry, known: KnownNames) -> Reading[PartyFacts]:
    """The agencies of a column for all sides."""
    lines = tuple(_without_brackets(_named(line), known) for line in lines_of(entry.words))
    if len(entry.words) > _LONGEST or any(_is_unnamed(line) or _BRACKETS.search(line) for line in lines):
        return entry.problem("unclear-agencies")
    if len(lines) > 1:
        found = tuple(one for line in lines for one in _in_line(line, entry, known))
    else:
        found = _apart(" ".join(lines), entry, known)
    return Reading(found) if found else entry.problem("unclear-agencies")


def _named(words: str) -> str:
    """The name in a line, without what is written before it."""
    return _SIDE_BEFORE.sub("", _BEFORE.sub("", words)).strip(" .,;:")


def _without_brackets(name: str, known: KnownNames) -> str:
    """The name without an abbreviation in brackets; other words there may be a person, and stay."""
    return name if known.knows_agency(name) else " ".join(_ABBREVIATION.sub(" ", name).split())


def _in_line(line: str, entry: Entry, known: KnownNames) -> tuple[Found[PartyFacts], ...]:
    """The agencies of one line of several: one, unless the line is made of known names."""
    names = _all_known(line, known) or (line,)
    return tuple(
        entry.found(PartyFacts(known.agency(name)), words=line) for name in names if len(name) <= _LONGEST_NAME
    )


def _apart(words: str, entry: Entry, known: KnownNames) -> tuple[Found[PartyFacts], ...]:
    """The agencies of a single line; none if it is not certain where a name ends."""
    names = (words,) if known.knows_agency(words) else _all_known(words, known)
    if names:
        return tuple(entry.found(PartyFacts(known.agency(name))) for name in names)
    return tuple(entry.found(PartyFacts(name), is_certain=False) for name in _by_heads(words, known))


def _all_known(words: str, known: KnownNames) -> tuple[str, ...]:
    """The names in ``words`` if all are known, and more than one; the longest known name is taken first."""
    pieces = _JOINTS.split(words)
    if not 1 < len(pieces) // 2 + 1 <= _MOST_PARTS:
        return ()
    names, begin = [], 0
    while begin < len(pieces):
        ends = range(len(pieces), begin, -2)
        end = next((end for end in ends if known.knows_agency("".join(pieces[begin:end]).strip())), 0)
        if not end:
            return ()
        names.append("".join(pieces[begin:end]).strip())
        begin = end + 1
    return tuple(names) if len(names) > 1 else ()


def _by_heads(words: str, known: KnownNames) -> tuple[AgencyName, ...]:
    """The names in ``words``, each from a word that names begin with up to the next; empty if that is not certain."""
    pieces = _JOINTS.split(words)
    if len(pieces) // 2 + 1 > _MOST_PARTS or not _begins_name(pieces[0]):
        return ()
    names = [pieces[0]]
    for joint, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if known.knows_agency(piece.strip()) or (_begins_name(piece) and not _begins(names[-1], _OPEN_ENDED)):
            names.append(piece)
        elif _goes_on(names[-1], piece):
            names[-1] += f"{joint}{piece}"
        else:
            return ()
    if len(names) < 2 or any(len(name) > _LONGEST_NAME for name in names):
        return ()
    return tuple(known.agency(name.strip()) for name in names)


def _goes_on(name: str, piece: str) -> bool:
    """Whether ``piece`` certainly belongs to the name before it, which is that of a body for several fields.

    ``Công an tỉnh Bắc, Nam`` may be two agencies, and an abbreviation may be one.
    """
    is_several = _begins(piece, _UNNAMED) or _begins(piece, _OTHERS) or _OF_PLACE.search(name)
    is_abbreviated = _CAPITALS.match(piece) is not None
    return _begins(name, _COMPOUND) and not (_begins_name(piece) or is_several or is_abbreviated)


def _begins_name(piece: str) -> bool:
    return piece[:1].isupper() and _begins(piece, _HEADS)


def _is_unnamed(piece: str) -> bool:
    return _begins(piece, _UNNAMED)


def _begins(piece: str, words: str) -> bool:
    """Whether ``piece`` begins with one of ``words``, which stand between bars."""
    return _beginning(words).match(name_key(piece)) is not None


@cache
def _beginning(words: str) -> re.Pattern[str]:
    """A pattern for the keys of names that begin with one of ``words``."""
    keys = sorted((name_key(word) for word in words.split("|")), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, keys))})(?![\w\u0300-\u036f])")
