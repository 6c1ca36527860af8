"""People in cells: names apart from rank and position, and several people apart from each other."""

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from bantin.domain.model import OnBehalf
from bantin.domain.text.name_keys import name_key
from bantin.domain.text.person_names import is_surname, read_name
from bantin.importing.facts.model import Found, LeftOut, PersonFacts
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.facts.sheets.entries import Entry, Reading, lines_of

_LEAST_WORDS, _MOST_WORDS = 2, 6
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*")
# Words of posts and agencies, which no personal name has.
_NO_NAMES = (
    "bộ | sở | cục | vụ | ban | viện trưởng | giám đốc | trưởng | phó | chủ tịch | thứ trưởng | ủy ban | ubnd "
    "| văn phòng | công an tỉnh | công an thành phố | chánh | bí thư | cơ quan | đơn vị | phòng "
    "| hội đồng | đại diện | lãnh đạo "
    "| director | minister | deputy | chairman | head"
)
_NUMBER = re.compile(r"[0-9]{1,2}[.)]\s*")


def read_people(entry: Entry, _known: KnownNames) -> Reading[PersonFacts]:
    """The people of a cell, one or several. A cell in which a name is not certain is left open as a whole."""
    people: list[Found[PersonFacts]] = []
    lines = lines_of(entry.words)
    for line in lines:
        found = _in_line(_NUMBER.sub("", line, count=1), line if len(lines) > 1 else "", entry)
        if not found:
            return entry.problem("unclear-people")
        people += found
    return Reading(tuple(people)) if people else entry.problem("unclear-people")


def _in_line(text: str, words: str, entry: Entry) -> tuple[Found[PersonFacts], ...]:
    read = read_name(text)
    if read is None:
        is_plain = _is_plain_name(text)
        person = PersonFacts(" ".join(text.split()))
        # A name that begins with no common family name may be that of a member of a smaller people, or none.
        return (entry.found(person, is_certain=is_surname(text.split(maxsplit=1)[0]), words=words),) if is_plain else ()
    if not all(_is_plain_name(name) for name in read.names):
        return ()
    if len(read.names) > 1:
        return tuple(entry.found(PersonFacts(name), is_certain=False, words=words) for name in read.names)
    capacity = OnBehalf(read.capacity) if read.capacity else None
    person = PersonFacts(read.names[0], read.rank, read.position, on_behalf=capacity)
    is_certain = not (read.rank or read.position or read.capacity)
    return (entry.found(person, is_certain=is_certain, words=words),)


def _is_plain_name(text: str) -> bool:
    """Whether ``text`` is a name and nothing else: words with capitals, none of which is from a post or an agency."""
    words = text.split()
    if not _LEAST_WORDS <= len(words) <= _MOST_WORDS:
        return False
    is_written_so = all(_WORD.fullmatch(word) and word[:1].isupper() for word in words)
    return is_written_so and not _no_names().search(name_key(text))


@cache
def _no_names() -> re.Pattern[str]:
    words = (re.escape(name_key(word)) for word in _NO_NAMES.split("|"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?![\w\u0300-\u036f])")


def with_posts(people: Sequence[Found[PersonFacts]], entry: Entry, key: str) -> Reading[PersonFacts]:
    """``people`` with the ``rank`` or the ``position`` that another column gives them, in the same order.

    Left as they are if the cell has another number of lines, or if the other cell says something else.
    """
    lines = lines_of(entry.words) if len(people) > 1 else (" ".join(entry.words.replace(";", ",").split()),)
    given = [getattr(one.value, key) for one in people]
    is_doubled = any(before and name_key(before) != name_key(line) for before, line in zip(given, lines, strict=False))
    if len(lines) != len(people) or is_doubled or not all(lines):
        return Reading(tuple(people), (LeftOut(entry.words, f"unclear-{key}", entry.place),))
    added = zip(people, lines, strict=True)
    return Reading(tuple(_with(one, key, line, is_computed=entry.is_computed) for one, line in added))


def _with(one: Found[PersonFacts], key: str, words: str, *, is_computed: bool) -> Found[PersonFacts]:
    return Found(replace(one.value, **{key: words}), one.evidence, one.is_stated and not is_computed)
