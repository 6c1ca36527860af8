"""Differences between two versions of a paragraph, word by word.

Words are separated by spaces, and include punctuation.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from msgspec import Struct

_WORD = re.compile(r"\S+")
# Up to so many pairs of equal items, all are compared. The fewer of them match, the longer that takes.
_MOST_PAIRS = 20_000


class WordChangeKind(StrEnum):
    """Whether words are in both versions, in the earlier one only or in the later one only."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


class WordChange(Struct, frozen=True, array_like=True):
    """Consecutive words of one kind."""

    kind: WordChangeKind
    text: str


class _Version(Struct, frozen=True):
    """One version of a paragraph: its words, and their offsets."""

    text: str
    words: Sequence[str]
    places: Sequence[tuple[int, int]]


class _Block(Struct, frozen=True):
    """Items of both versions, from each start to each end, that have not been compared yet."""

    start: int
    end: int
    other_start: int
    other_end: int


def word_changes(before: str, after: str) -> tuple[WordChange, ...]:
    """The changes from ``before`` to ``after``; deleted words come before those inserted in their place.

    The same and deleted texts together are exactly ``before``, the same and inserted ones ``after``. Changes consist of
    whole words. If very long paragraphs differ in nearly all words, a whole passage may be marked as changed, so that
    the time stays proportional to the length.
    """
    old, new = _version(before), _version(after)
    return tuple(
        WordChange(kind, text) for kind, text in _joined(_told(old, new, list(matching(old.words, new.words)))) if text
    )


def _version(text: str) -> _Version:
    found = list(_WORD.finditer(text))
    return _Version(text, [one[0] for one in found], [one.span() for one in found])


def matching(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The indexes of items, such as words or paragraphs, that are the same in both sequences, in order."""
    whole = _Block(0, len(old), 0, len(new))
    fixed = [] if _is_small(old, new, whole) else _unique_in_both(old, new)
    at, other_at = 0, 0
    for place, other_place in [*fixed, (len(old), len(new))]:
        yield from _within(old, new, _Block(at, place, other_at, other_place))
        if place < len(old):
            yield place, other_place
        at, other_at = place + 1, other_place + 1


def _is_small(old: Sequence[str], new: Sequence[str], block: _Block) -> bool:
    """Whether a block has so few pairs of equal items that all of them can be compared."""
    counted = Counter(old[block.start : block.end])
    return sum(counted[item] for item in new[block.other_start : block.other_end]) <= _MOST_PAIRS


def _unique_in_both(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The longest sequence of items that occur exactly once in each version, in the same order in both.

    This is the patience diff of Bram Cohen: such items almost certainly correspond.
    """
    counts, other_counts = Counter(old), Counter(new)
    places = {word: at for at, word in enumerate(new) if other_counts[word] == 1}
    pairs = [(at, places[word]) for at, word in enumerate(old) if counts[word] == 1 and word in places]
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for number, (_, other) in enumerate(pairs):
        length = bisect_left(ends, other)
        before.append(last[length - 1] if length else None)
        ends[length:] = [other, *ends[length + 1 :]] if length < len(ends) else [other]
        last[length:] = [number, *last[length + 1 :]] if length < len(last) else [number]
    row: list[tuple[int, int]] = []
    link = last[-1] if last else None
    while link is not None:
        row.append(pairs[link])
        link = before[link]
    return row[::-1]


def _within(old: Sequence[str], new: Sequence[str], block: _Block) -> Iterator[tuple[int, int]]:
    """The items of a block that are the same: at its beginning, at its end, and in between if they are few."""
    shortest = min(block.end - block.start, block.other_end - block.other_start)
    head = 0
    while head < shortest and old[block.start + head] == new[block.other_start + head]:
        head += 1
    tail = 0
    while tail < shortest - head and old[block.end - 1 - tail] == new[block.other_end - 1 - tail]:
        tail += 1
    yield from ((block.start + at, block.other_start + at) for at in range(head))
    inner = _Block(block.start + head, block.end - tail, block.other_start + head, block.other_end - tail)
    if _is_small(old, new, inner):
        items, others = old[inner.start : inner.end], new[inner.other_start : inner.other_end]
        for at, other, size in SequenceMatcher(None, items, others, autojunk=False).get_matching_blocks():
            yield from ((inner.start + at + one, inner.other_start + other + one) for one in range(size))
    yield from ((inner.end + at, inner.other_end + at) for at in range(tail))


def _told(old: _Version, new: _Version, matches: Sequence[tuple[int, int]]) -> Iterator[tuple[WordChangeKind, str]]:
    """All parts of both versions in order, given the words that are the same."""
    at, other_at = 0, 0
    for place, other_place in matches:
        (start, end), (other_start, other_end) = old.places[place], new.places[other_place]
        yield from _gap(old.text[at:start], new.text[other_at:other_start])
        yield WordChangeKind.SAME, old.text[start:end]
        at, other_at = end, other_end
    yield from _gap(old.text[at:], new.text[other_at:])


def _gap(before: str, after: str) -> Iterator[tuple[WordChangeKind, str]]:
    """The parts between two words that are the same; common spaces at their ends count as the same."""
    lead, other_lead = _spaces_before(before), _spaces_before(after)
    shared = lead if lead == other_lead else ""
    before, after = before[len(shared) :], after[len(shared) :]
    trail, other_trail = before[len(before.rstrip()) :], after[len(after.rstrip()) :]
    kept = trail if trail == other_trail else ""
    yield WordChangeKind.SAME, shared
    yield WordChangeKind.DELETED, before[: len(before) - len(kept)]
    yield WordChangeKind.INSERTED, after[: len(after) - len(kept)]
    yield WordChangeKind.SAME, kept


def _spaces_before(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _joined(parts: Iterator[tuple[WordChangeKind, str]]) -> Iterator[tuple[WordChangeKind, str]]:
    """The parts, with neighbours of one kind merged."""
    kind, texts = WordChangeKind.SAME, [""]
    for next_kind, text in parts:
        if text and next_kind is not kind:
            yield kind, "".join(texts)
            kind, texts = next_kind, []
        texts.append(text)
    yield kind, "".join(texts)
