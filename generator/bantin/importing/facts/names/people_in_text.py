"""People in running text: a name with the ranks and posts around it, each in its own place.

A name counts only with words that introduce it (a rank, ``đồng chí``, a post), with a post behind it, or in a list that
such words introduce: capitals alone may be a street or a prize.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from bantin.domain.text.letter_case import CAPITAL
from bantin.domain.text.person_names import is_surname, post_at, rank_at
from bantin.importing.facts.model import PersonFacts
from bantin.importing.facts.names.agencies_in_text import (
    MOST_UNKNOWN,
    AgencyMention,
    agencies_in,
    begins_other,
    is_unknown,
    next_part,
)
from bantin.importing.facts.names.known_names import KnownNames

_LEAST_WORDS, _MOST_WORDS = 2, 5
_LONGEST_POST = 160
_MOST_PARTS = 10
# With the mark of names from the Central Highlands: K'Thịnh.
_NAME_WORD = rf"{CAPITAL}[^\W\d_]*(?:['’][^\W\d_]+)?"
_MEMBERSHIP = re.compile(
    r"(?:nguyên )?(?:(?:tỉnh |thành |huyện |quận |thị |đảng )?[ủu][ỷy] viên|uỷ viên|uv[a-zđ]+|(?:phó )?bí thư"
    r"|đại biểu|thành viên|anh hùng)(?!\w)",
    re.IGNORECASE,
)


class PersonMention(Struct, frozen=True):
    """A person in a text, from ``start`` to ``end``, with the words around the name that belong to it."""

    start: int
    end: int
    person: PersonFacts


class _Head(Struct, frozen=True):
    """What stands before a name, which begins at ``end``. ``is_group`` if the post is that of several people."""

    end: int
    rank: str = ""
    posts: tuple[str, ...] = ()
    is_group: bool = False
    is_polite: bool = False


def people_in(
    text: str, known: KnownNames, agencies: Sequence[AgencyMention] | None = None
) -> tuple[PersonMention, ...]:
    """Finds the people in ``text``, in order; they do not overlap.

    ``agencies`` are those in the text where a caller has found them already.
    """
    mentions = agencies_in(text, known) if agencies is None else agencies
    return tuple(_scan(text, {one.start: one.end for one in mentions}))


def _scan(text: str, ends: dict[int, int]) -> Iterator[PersonMention]:
    """``ends`` are the ends of the agencies by their starts."""
    at = 0
    while found := _start().search(text, at):
        at = _behind_principal(text, found.start(), ends)
        if at > found.start():
            continue
        head = _head(text, found.start(), ends)
        mention = _mention(text, found.start(), head, ends)
        if mention is None:
            at = max(found.end(), ends.get(found.start(), 0)) if head.end == found.start() else found.end()
            continue
        yield mention
        at = mention.end
        if head.is_group:
            listed = tuple(_listed(text, at, head.posts, ends))
            yield from listed
            at = listed[-1].end if listed else at


def _behind_principal(text: str, at: int, ends: dict[int, int]) -> int:
    """The offset behind the post of somebody unnamed for whom others act: ``thừa lệnh Bộ trưởng, …``; else ``at``."""
    end = post_end(text, at, ends) if _for_others().search(text, max(0, at - _LONGEST_FOR_OTHERS), at) else at
    return end if text.startswith(",", end) else at


_LONGEST_FOR_OTHERS = 24


@cache
def _for_others() -> re.Pattern[str]:
    return re.compile(r"(?:[Ủủ]y|[Uu]ỷ|[Tt]hừa) (?:quyền|lệnh)(?: của)?[ \xa0](?:đồng chí[ \xa0])?\Z")


@cache
def _start() -> re.Pattern[str]:
    """A word with which a rank, a post, an honorific or a name may begin."""
    return re.compile(
        rf"\b(?:{CAPITAL}|(?:đồng chí|đ/c|ông|bà|anh|chị|nhà|các|đại|thượng|trung|thiếu|phó|giám đốc|bộ trưởng"
        rf"|thứ trưởng"
        r"|cục trưởng|chủ tịch|chủ nhiệm|chánh|viện trưởng|nguyên|quyền|hai)[ \xa0])\w*"
    )


@cache
def _polite() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:các |hai |ba )?(?:đồng chí|đ/c|ông|bà|ngài|anh|chị)(?:[ \xa0](?:và bà|bà))?)(?:[ \xa0]?:)?[ \xa0]+",
        re.IGNORECASE,
    )


@cache
def _several() -> re.Pattern[str]:
    return re.compile(r"(?:các|hai|ba|bốn|năm)[ \xa0]+", re.IGNORECASE)


def _head(text: str, at: int, ends: dict[int, int]) -> _Head:
    """The ranks, posts and honorifics that begin at ``at``."""
    ranks: list[tuple[int, int]] = []
    posts: list[str] = []
    several = _several().match(text, at)
    polite, end = False, several.end() if several else at
    for _ in range(_MOST_PARTS):
        begin = end
        honorific = _polite().match(text, begin)
        rank, post = rank_at(text, begin), post_end(text, begin, ends)
        if honorific:
            polite, end = True, honorific.end()
        elif rank > begin:
            ranks.append((begin, rank))
            end = _skip(text, rank, r"[ \xa0.,–-]*")
        elif post > begin:
            posts.append(_tidy(text[begin:post]))
            end = _skip(text, post, r"[ \xa0]?[:,–-]?[ \xa0]*")
        else:
            break
    written = text[ranks[0][0] : ranks[-1][1]].strip(" .") if ranks else ""
    return _Head(end, written, tuple(posts), several is not None, polite or bool(several and posts))


def _skip(text: str, at: int, pattern: str) -> int:
    found = re.compile(pattern).match(text, at)
    return found.end() if found else at


def post_end(text: str, at: int, ends: dict[int, int]) -> int:
    """The offset behind the post that begins at ``at``, with the agency in which it is held; ``at`` if none begins.

    ``ends`` are the ends of the agencies in the text by their starts.
    """
    end = post_at(text, at)
    if end == at:
        return at
    unknown = 0
    while end - at < _LONGEST_POST and unknown <= MOST_UNKNOWN:
        agency = max((ends[start] for start in range(at + 1, end + 2) if start in ends), default=end)
        if agency > end:
            return _of_whole(text, agency, ends)
        step = next_part(text, end)
        if step == end or _is_name(text, end + 1):
            return end
        unknown += is_unknown(text, end)
        end = step
    return at


def _of_whole(text: str, end: int, ends: dict[int, int]) -> int:
    """The body of which an agency is part belongs to the post: ``Ủy ban Quốc phòng và An ninh của Quốc hội``."""
    of = end + (len(" của ") if text.startswith(" của ", end) else 1)
    return ends[of] if of in ends and text[of - 1] == " " else end


def _is_name(text: str, at: int) -> bool:
    return name_end(text, at) > at


def name_end(text: str, at: int, *, introduced: bool = False) -> int:
    """The offset behind the person's name that begins at ``at``; ``at`` if none does.

    A name begins with a common family name unless it is ``introduced``.
    """
    first = _word().match(text, at)
    if first is None or not (introduced or is_surname(first[0])) or text.startswith("Hồ Chí Minh", at):
        return at
    end, count = first.end(), 1
    while count < _MOST_WORDS and (word := _next_word().match(text, end)):
        if begins_other(text, word.start(1), could_be_person=False):
            break
        end, count = word.end(), count + 1
    return end if count >= _LEAST_WORDS and not text[at:end].isupper() else at


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"{_NAME_WORD}(?![\w&/])")


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(rf"[ \xa0]({_NAME_WORD})(?![\w&/])")


def _mention(text: str, start: int, head: _Head, ends: dict[int, int]) -> PersonMention | None:
    """The person whose name stands behind ``head``; ``None`` if there is none, or nothing introduces it."""
    introduced = bool(head.rank or head.is_polite)
    end = name_end(text, head.end, introduced=introduced)
    if end == head.end or head.end in ends:
        return None
    rank, posts, behind = _tail(text, end, ends)
    if not (introduced or head.posts or posts):
        return None
    name = " ".join(text[head.end : end].split())
    return PersonMention(start, behind, _person(name, head.rank or rank, (head.posts, posts)))


def _listed(text: str, at: int, posts: tuple[str, ...], ends: dict[int, int]) -> Iterator[PersonMention]:
    """The further people of a list whose first one ends at ``at``; ``posts`` are those of each of them."""
    while glue := _between().match(text, at):
        head = _head(text, glue.end(), ends)
        end = name_end(text, head.end, introduced=bool(head.rank))
        if end == head.end or (head.posts and posts) or head.is_group:
            return
        rank, own, at = _tail(text, end, ends)
        name = " ".join(text[head.end : end].split())
        yield PersonMention(glue.end(), at, _person(name, head.rank or rank, (head.posts or posts, own)))


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r"[ \xa0]?[,;]?[ \xa0](?:và |cùng )?")


def _tail(text: str, at: int, ends: dict[int, int]) -> tuple[str, tuple[str, ...], int]:
    """The rank and the posts behind the name that ends at ``at``, and the offset behind them."""
    rank, posts = "", list[str]()
    while glue := _before_post().match(text, at):
        begin = glue.end()
        ranked, post = rank_at(text, begin), post_end(text, begin, ends)
        if ranked > begin and not rank and not _is_name(text, _skip(text, ranked, r"[ \xa0,]*")):
            rank, at = text[begin:ranked], ranked
        elif post > begin and not _is_name(text, _skip(text, post, r"[ \xa0]?:?[ \xa0]*")):
            posts.append(_tidy(text[begin:post]))
            at = post
        elif posts and begin in ends and text.startswith("Bộ ", begin) and " Bộ " not in posts[-1]:
            posts[-1], at = f"{posts[-1]}, {text[begin : ends[begin]]}", ends[begin]  # 'Cục trưởng Cục X, Bộ Y'
        else:
            break
    return rank, tuple(posts), at


@cache
def _before_post() -> re.Pattern[str]:
    return re.compile(r"(?:[ \xa0]?[,(]|[ \xa0][-–—]|[ \xa0]kiêm|,? là)[ \xa0]?")


def _person(name: str, rank: str, posts: tuple[tuple[str, ...], tuple[str, ...]]) -> PersonFacts:
    """A person with the posts before and behind the name: a post of state comes before membership and Party posts."""
    every = tuple(dict.fromkeys((*posts[0], *posts[1])))
    chief = next((post for post in every if not _MEMBERSHIP.match(post)), "")
    chief = chief or next((post for post in every if "í thư" in post), "") or (every[0] if every else "")
    return PersonFacts(name, _sentence(rank), chief, tuple(post for post in every if post != chief))


def _tidy(words: str) -> str:
    return _sentence(" ".join(words.split()).strip(" ,:;–-"))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
