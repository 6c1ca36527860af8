"""Who signed: the lines of one party's signature → the party, the person, the post, and in what capacity.

``TM.`` is for a collective, ``KT.`` in the head's place, ``TL.`` by order, ``TUQ.`` by authorisation, ``Q.`` as acting
head (Decree 30/2020/NĐ-CP, annex I, part II, no. 7).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from functools import cache

import msgspec
from msgspec import Struct

from bantin.domain.model import OnBehalf
from bantin.domain.text.capital_names import begins_agency, names_several
from bantin.domain.text.person_names import is_surname, post_at, posts_in, read_name, split_rank
from bantin.importing.facts.documents.lines import Line, is_english
from bantin.importing.facts.documents.signatures import is_person, may_be_name

# A name of five words in which two are found is taken for two.
_BLANKS_OF_TWO = 4
# With these no name ends: the rest of it stands elsewhere.
_OPEN_ENDS = (" Văn", " Thị")


class Signature(Struct, frozen=True):
    """A signature as it stands: the words for the party, the own posts, rank and name; empty what is not there.

    ``for_post`` is the post in whose place or by whose order the person signs.
    """

    lines: tuple[Line, ...]
    party: str = ""
    posts: tuple[str, ...] = ()
    rank: str = ""
    name: str = ""
    on_behalf: OnBehalf | None = None
    for_post: str = ""

    @property
    def name_line(self) -> Line:
        """The line with the name; the first one if there is none."""
        return next((line for line in self.lines if self.name and self.name.split()[-1] in line.text), self.lines[0])


class _Kind(Enum):
    PARTY = auto()
    FOR_POST = auto()
    POST = auto()
    SIGNED = auto()
    NAME = auto()
    RANK = auto()
    OTHER = auto()


class _Part(Struct, frozen=True):
    kind: _Kind
    words: str
    capacity: OnBehalf | None = None


def read_signature(lines: Sequence[Line]) -> Signature:
    """Reads the lines of one party's signature; nothing is certain of one that holds the words of several parties."""
    lines = _mended(lines)
    if any(_is_of_several(line.text) for line in lines):
        return Signature(tuple(lines))
    is_english_only = all(is_english(line.text) or line.text.isascii() for line in lines)
    parts = _joined([_part(line.text) for line in (lines if is_english_only else _without_english(lines))])
    capacities = [part.capacity for part in parts if part.capacity]
    names = [part.words for part in parts if part.kind is _Kind.NAME]
    is_whole = len(names) == 1 and not names[0].title().endswith(_OPEN_ENDS)
    rank, position, name = _person(names[0]) if is_whole else ("", "", "")
    posts = (*_words(parts, _Kind.POST), *((position,) if position else ()))
    return Signature(
        tuple(lines),
        _party(parts, lines),
        posts,
        ", ".join((*_words(parts, _Kind.RANK), *((rank,) if rank else ()))),
        name,
        capacities[-1] if capacities else None,
        next(iter(_words(parts, _Kind.FOR_POST)), ""),
    )


def _without_english(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines without English ones, of which the second may have no word that tells: ``PUBLIC SECURITY``."""
    above = False
    for line in lines:
        above = is_english(line.text) or (above and line.text.isascii() and not is_person(line.text))
        if not above:
            yield line


def _mended(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with a name that a narrow column broke in two made whole: ``Thượng tá Ngô``, ``Văn Bụi``."""
    mended: list[Line] = []
    for line in lines:
        above = mended[-1] if mended else None
        if above and _goes_on_in(above.text, line.text):
            mended[-1] = msgspec.structs.replace(above, text=f"{above.text} {line.text}")
        else:
            mended.append(line)
    return tuple(mended)


def _goes_on_in(above: str, text: str) -> bool:
    name, words = split_rank(above)[1].split(), text.split()
    return (
        bool(name)
        and is_surname(name[0])
        and len(name) <= 3
        and len(words) <= 2
        and all(word.istitle() for word in (*name, *words))
        and not is_person(text)
    )


def _is_of_several(text: str) -> bool:
    """Whether a line has the words for two parties side by side: two agencies, two posts or two names."""
    opening = _opening().match(text)
    words = text[opening.end() :] if opening else text
    if begins_agency(words) and not post_at(words, 0):
        return names_several(words)
    posts = [at for at in posts_in(words) if not words[at:].lower().startswith("thường trực")]
    if any(_apart().search(words, 0, at) is None for at in posts[1:]):
        return True
    blanks = [at for at, letter in enumerate(words) if letter == " "] if is_person(words) else []
    return len(blanks) >= _BLANKS_OF_TWO and any(
        is_person(words[:at]) and is_person(words[at:].strip()) for at in blanks
    )


@cache
def _apart() -> re.Pattern[str]:
    """What stands between two posts of one person."""
    return re.compile(r"(?:[,;–-]|kiêm) ?\Z", re.IGNORECASE)


def _party(parts: Sequence[_Part], lines: Sequence[Line]) -> str:
    """The words for the party; empty if the headings of several stand above one name, as where columns were lost."""
    is_mixed = parts[0].kind is _Kind.OTHER or sum(_heading().match(line.text) is not None for line in lines) > 1
    return "" if is_mixed else next(iter(_words(parts, _Kind.PARTY)), "")


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(r"ĐẠI DIỆN|Đại diện|TM\.|T/M")


def _words(parts: Iterable[_Part], kind: _Kind) -> tuple[str, ...]:
    return tuple(part.words for part in parts if part.kind is kind and part.words)


def _person(text: str) -> tuple[str, str, str]:
    """The rank, the post and the name in a line."""
    parts = read_name(text)
    if parts and len(parts.names) == 1:
        return parts.rank, parts.position, parts.names[0]
    rank, rest = split_rank(text)
    return rank, "", rest


def _part(text: str) -> _Part:
    """What a line of a signature is."""
    if _signed().fullmatch(text):
        return _Part(_Kind.SIGNED, text)
    found = _opening().match(text)
    if found:
        return _opened(found["capacity"] or "", _standing().sub("", text[found.end() :]).strip(" :"))
    if is_person(text):
        return _Part(_Kind.NAME, text)
    if post_at(text, 0):
        return _Part(_Kind.NAME if _has_name_behind_post(text) else _Kind.POST, text)
    if begins_agency(text):
        return _Part(_Kind.PARTY, text)
    rank, rest = split_rank(text)
    if rank and not rest:
        return _Part(_Kind.RANK, rank.capitalize() if " " in rank else rank)
    return _Part(_Kind.NAME if may_be_name(rest) else _Kind.OTHER, text)


def _has_name_behind_post(text: str) -> bool:
    # In capitals, the end of an agency may look like a name: BỘ TRƯỞNG BỘ GIÁO DỤC VÀ ĐÀO TẠO.
    if text.isupper() and begins_agency(text[post_at(text, 0) :].strip()):
        return False
    parts = read_name(text)
    return parts is not None and len(parts.names) == 1 and is_person(parts.names[0])


def _opened(capacity: str, rest: str) -> _Part:
    kind = {"": None, "T/M": OnBehalf.TM, "K/T": OnBehalf.KT, "T/L": OnBehalf.TL}.get(capacity) or (
        OnBehalf(capacity) if capacity else None
    )
    if kind is OnBehalf.Q:
        return _Part(_Kind.POST, rest, kind)
    return _Part(_Kind.PARTY if kind in (None, OnBehalf.TM) else _Kind.FOR_POST, rest, kind)


def _joined(parts: Iterable[_Part]) -> list[_Part]:
    """The parts with the further lines of a name or post that is broken into several."""
    joined: list[_Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if last and part.kind is _Kind.OTHER and _continues(last, part):
            joined[-1] = _Part(last.kind, f"{last.words} {part.words}".strip(), last.capacity)
        elif last and part.kind is _Kind.PARTY and last.kind is _Kind.PARTY and is_organ(last.words):
            joined[-1] = _Part(_Kind.PARTY, part.words, last.capacity)
        else:
            joined.append(part)
    return joined


def _continues(above: _Part, part: _Part) -> bool:
    """Whether a line is a further one of the name or the post above it, in the same kind of letters."""
    return above.kind in (_Kind.PARTY, _Kind.POST, _Kind.FOR_POST) and (
        not above.words or above.words.isupper() == part.words.isupper()
    )


@cache
def _standing() -> re.Pattern[str]:
    """What stands before a council: its standing members sign for it."""
    return re.compile(r"^thường trực (?=\w)", re.IGNORECASE)


def is_organ(words: str) -> bool:
    """Whether ``words`` name no agency, but what every agency of a kind has: ``BAN THƯỜNG VỤ``; or nothing at all."""
    return _organ().fullmatch(words) is not None


@cache
def _organ() -> re.Pattern[str]:
    return re.compile(
        r"(?:ban thường vụ|ban chấp hành|ban thường trực|thường trực|ban giám đốc|ban lãnh đạo|lãnh đạo|tập thể"
        r"|ban cán sự(?: đảng)?|hội đồng quản trị)?",
        re.IGNORECASE,
    )


@cache
def _opening() -> re.Pattern[str]:
    represents = "(?i:đại diện)(?: (?i:cho|lãnh đạo|của))?|(?i:for and on behalf of|on behalf of|thay mặt)"
    return re.compile(rf"(?:(?P<capacity>TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\.? ?(?=\w)(?<=[. ])|(?:{represents})\b) ?")


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(r"[(\[]?\s?(?i:đã ký|ký tên|ký, |ký và|ký điện tử|signed)[^()\[\]]{0,60}[)\]]?|\W*")
