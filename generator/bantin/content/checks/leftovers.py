"""VALIDATE: remains in a file that were not meant to be published: conflicts, gaps, notes, personal numbers."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from msgspec.structs import replace

from bantin.content.checks.text import place_at
from bantin.content.frontmatter import FrontMatter
from bantin.content.problems import leftovers as problems
from bantin.domain.problems import Kind, Location, Problem
from bantin.domain.text.leftovers import (
    Leftover,
    LeftoverKind,
    find_conflict,
    leftovers_in,
    leftovers_in_markdown,
    leftovers_in_values,
    without_comments,
)
from bantin.domain.text.personal_numbers import NumberKind as Number
from bantin.domain.text.personal_numbers import bare, find_personal_numbers, may_have_personal_number

_KINDS: dict[LeftoverKind, Kind] = {
    LeftoverKind.PLACEHOLDER: problems.PLACEHOLDER,
    LeftoverKind.NOTE: problems.UNFINISHED,
    LeftoverKind.SAMPLE: problems.SAMPLE_TEXT,
    LeftoverKind.ADDRESS: problems.SAMPLE_ADDRESS,
}
_NUMBERS = {
    Number.IDENTITY: {"vi": "số căn cước, chứng minh hoặc hộ chiếu", "en": "number of the identity card or passport"},
    Number.MOBILE: {"vi": "số điện thoại riêng", "en": "mobile number"},
}
# Problems reported for one file; fixing these shows the rest.
_ENOUGH = 10


def check_conflict(text: str, path: str) -> tuple[Problem, ...]:
    """Reports where Git left two versions in a file; nothing else in it is worth checking then."""
    found = find_conflict(text)
    if found is None:
        return ()
    place = place_at(text, found.start(), found.end() - found.start())
    return (problems.CONFLICT.at(place.within(path)),)


def check_leftovers(parts: FrontMatter, path: str, known: Sequence[Problem]) -> Iterator[Problem]:
    """Reports leftovers in an article or page that is not a draft, except on lines with ``known`` problems."""
    text = parts.markdown
    values = tuple(check_values(parts.yaml, path, known, parts.yaml_line))
    yield from values
    found = tuple(leftovers_in_markdown(text))
    if found:
        # In the sample article, one report is enough.
        is_sample = any(problem.kind is problems.SAMPLE_TEXT for problem in values)
        others = [one for one in found if not (is_sample and one.kind is LeftoverKind.SAMPLE)]
        yield from _problems(text, others, Location(path, parts.markdown_line))


def check_values(yaml: str, path: str, known: Sequence[Problem], line: int = 1) -> Iterator[Problem]:
    """Reports leftovers in ``yaml``, which begins on ``line`` of the file, except on lines with ``known`` problems."""
    found = (*leftovers_in_values(yaml), *leftovers_in(yaml))
    if found:
        plain = without_comments(yaml)
        known_lines = {problem.location.line for problem in known}
        shown = [one for one in found if plain[one.start : one.end] == yaml[one.start : one.end]]
        yield from (one for one in _problems(yaml, shown, Location(path, line)) if one.location.line not in known_lines)


def check_personal(text: str, data: bytes, path: str, public: Iterable[str]) -> Iterator[Problem]:
    """Reports personal numbers in ``text``, whose UTF-8 is ``data``, except those that ``public`` texts contain."""
    if not may_have_personal_number(data):
        return
    agreed = None
    for one in islice(find_personal_numbers(text), _ENOUGH):
        agreed = {digits for value in public for digits in _digits(value)} if agreed is None else agreed
        if one.digits not in agreed:
            place = place_at(text, one.start, one.end - one.start)
            yield problems.PERSONAL_NUMBER.at(
                place.within(path), number=text[one.start : one.end], **_NUMBERS[one.kind]
            )


def _digits(public: str) -> Iterator[str]:
    yield bare(public)
    yield from (one.digits for one in find_personal_numbers(public))


def _problems(text: str, found: Iterable[Leftover], first: Location) -> Iterator[Problem]:
    """Reports the leftovers ``found``, each place once; ``first`` is the beginning of ``text``."""
    end = -1
    for one in islice(sorted(found, key=lambda one: (one.start, -one.end)), _ENOUGH):
        if one.start >= end:
            end = one.end
            place = place_at(text, one.start, one.end - one.start)
            at = replace(place.within(first.path), line=place.line + first.line - 1)
            yield _KINDS[one.kind].at(at, text=text[one.start : one.end].strip())
