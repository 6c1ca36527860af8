"""The places of link addresses in a text, so that each problem is reported at its own link.

Python-Markdown and the sanitiser do not keep positions, but they yield the links in the order of the text. So all
places where an address is a link are found by searching, and handed out in order.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from bantin.content.markdown.autolinks import find_bare
from bantin.content.markdown.link_destination import read_destination
from bantin.content.markdown.source import MarkdownSource
from bantin.domain.model import Position
from bantin.domain.problems import Location
from bantin.domain.text.html_entities import unescape

_TITLE = r"(?:\n[ ]*)?(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\))[ ]*"
DEFINITION = re.compile(
    rf"^[ ]{{0,3}}\[(?!\^)([^\[\]\n]+)\]:[ ]*(?:\n[ ]*)?<?([^\s>]+)>?[ ]*(?:{_TITLE})?$", re.MULTILINE
)
"""The definition of a link: its label and its address."""

NOTE = re.compile(r"^[ ]{0,3}\[\^([^\]\n]*)\]:", re.MULTILINE)
"""The beginning of a footnote, with its label."""

MENTION = re.compile(r"\[\^([^\]\n]*)\]")
"""A reference to a footnote, with its label, or the beginning of one."""

USE = re.compile(r"\[([^\[\]]+)\](?:\[([^\[\]]*)\])?(?![(:])")
"""A possible reference to the definition of a link: words and a label, or a label alone."""

_INLINE = re.compile(r"\]\(")
_ATTRIBUTE = re.compile(r"""(?i:\b(?:href|src))\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>}]+))""")
_ANGLES = re.compile(r"<(?:((?i:https?|mailto|tel):[^\s<>]*)|([^\s<>@]+@[^\s<>@]+))>")
_TAG = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ANCHOR = r"(?:\bid\s*=\s*[\"']?|\{{[^}}\n]*#){}\b"
_BEHIND_NOTE = re.compile(r"\n[ \t]*\n(?![ ]{4}|\t|[ \t]*\n)|\n(?=[ ]{0,3}\[\^)")
# Signs of code, HTML, escapes, entities and footnotes.
_COMPLICATING = ("`", "~", "\t", "\\", "<", "&", "^", "\n    ")
_BEHIND_ADDRESS = (")", " ", "\n")
# No link has more words than this.
_LONGEST = 1_000
# For so many different addresses, searching the text for each is faster than reading all of its links.
_FEW = 20
_SPACES = re.compile(r"\s+")


class LinkPlace(NamedTuple):
    """The span of an address in the text; ``order`` sorts links as they follow each other in the page.

    ``scheme`` is the beginning of the address that the text omits.
    """

    order: tuple[int, int]
    begin: int
    end: int
    scheme: str


def label_of(words: str) -> str:
    """A label in the form for comparison, which ignores case and the number of spaces."""
    return _SPACES.sub(" ", words).strip().lower()


def opening_of(shown: str, closing: int) -> int:
    """The offset of the square bracket that opens before the one at ``closing``, in its paragraph; -1 if none does."""
    opening = shown.rfind("[", max(0, closing - _LONGEST), closing)
    return opening if "\n\n" not in shown[opening:closing] else -1


def read_notes(shown: str) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """The beginnings of footnotes, and the references to them, in a text whose code is hidden."""
    if "[^" not in shown:
        return [], []
    notes = list(NOTE.finditer(shown))
    begun = {note.start(1) for note in notes}
    return notes, [one for one in MENTION.finditer(shown) if one.start(1) not in begun]


class LinkPlaces:
    """Hands out the places of addresses in a text; each call with the same address returns its next place."""

    def __init__(self, source: MarkdownSource) -> None:
        self._source = source
        self._given: dict[str, int] = {}
        # Whether an address occurs only in the brackets of links: then a plain search finds its places.
        self._in_brackets: dict[str, bool] = {}

    def next(self, address: str) -> Position:
        """The place of the next link to ``address``; the beginning of the text if there is none."""
        if address not in self._in_brackets:
            self._in_brackets[address] = len(self._in_brackets) < _FEW and self._is_in_brackets(address)
        if self._in_brackets[address]:
            return self._next_in_brackets(address)
        known = self._by_address.get(address, ())
        number = self._given.get(address, 0)
        self._given[address] = number + 1
        if known:
            place = known[min(number, len(known) - 1)]
            return self._source.place(place.begin, place.end - place.begin)
        return self._anywhere(address)

    def _is_in_brackets(self, address: str) -> bool:
        text, times = self._source.text, self._source.text.count(address)
        return times > 0 and times == text.count(f"]({address}") and (times == 1 or self._is_plain)

    def _next_in_brackets(self, address: str) -> Position:
        text, words, at = self._source.text, f"]({address}", self._given.get(address, 0)
        while (at := text.find(words, at)) >= 0:
            at += len(words)
            if text[at : at + 1] in _BEHIND_ADDRESS:
                self._given[address] = at
                return self._source.place(at - len(address), len(address))
        return self._anywhere(address)

    def _anywhere(self, address: str) -> Position:
        at = self._source.text.find(address) if address else -1
        return self._source.place(at, len(address)) if at >= 0 else self._source.place(0, 1)

    def location(self, address: str) -> Location:
        """Like ``next``, with the file: for a problem."""
        return self.next(address).within(self._source.path)

    def anchor(self, name: str) -> Location:
        """The place where an anchor of this name is set; the last if there are several."""
        found = [one.span() for one in re.finditer(_ANCHOR.format(re.escape(name)), self._source.shown)]
        if found:
            end = found[-1][1]
            return self._source.location(end - len(name), len(name))
        return self._source.find(name)

    @cached_property
    def _is_plain(self) -> bool:
        """Whether the text has nothing that only looks like a link, and no footnotes, which the page shows last."""
        text = self._source.text
        return all(sign not in text for sign in _COMPLICATING)

    @cached_property
    def _by_address(self) -> Mapping[str, tuple[LinkPlace, ...]]:
        places_by_address: dict[str, list[LinkPlace]] = {}
        for place in sorted(set(self._all_places())):
            places_by_address.setdefault(self._read(place), []).append(place)
        return {address: tuple(places) for address, places in places_by_address.items()}

    def _read(self, place: LinkPlace) -> str:
        return place.scheme + unescape(_ESCAPE.sub(r"\1", self._source.text[place.begin : place.end]))

    def _all_places(self) -> Iterator[LinkPlace]:
        shown, notes = self._source.shown, _NoteBodies(self._source.shown)
        for use, begin, end in self._spans():
            yield LinkPlace(notes.order(use), begin, end, "")
        for found in _ANGLES.finditer(shown) if "<" in shown else ():
            begin, end = found.span(found.lastindex or 0)
            yield LinkPlace(notes.order(found.start()), begin, end, "mailto:" if found[2] else "")
        for bare in find_bare(shown):
            scheme = bare.address.removesuffix(shown[bare.begin : bare.end])
            yield LinkPlace(notes.order(bare.begin), bare.begin, bare.end, scheme)

    def _spans(self) -> Iterator[tuple[int, int, int]]:
        """The offset of each link with words of its own, and the span of its address."""
        text, shown = self._source.text, self._source.shown
        for found in _INLINE.finditer(shown):
            read = read_destination(text, found.start() + 1) if opening_of(shown, found.start()) >= 0 else None
            if read is not None:
                yield found.start(), read.begin, read.end
        for found in _ATTRIBUTE.finditer(shown) if "=" in shown else ():
            begin, end = found.span(found.lastindex or 0)
            yield found.start(), begin, end
        yield from self._uses()

    def _uses(self) -> Iterator[tuple[int, int, int]]:
        defined = {label_of(one[1]): one.span(2) for one in DEFINITION.finditer(self._source.shown)}
        if defined:
            for use in USE.finditer(self._source.shown):
                address = defined.get(label_of(use[2] or use[1]))
                if address:
                    yield use.start(), *address


class TagPlaces:
    """Hands out the offsets of pieces of HTML; each call with the same piece returns its next offset."""

    def __init__(self, source: MarkdownSource) -> None:
        self._source = source
        self._searched: dict[str, int] = {}

    def next(self, raw: str) -> int:
        """The next offset of ``raw`` outside code, else its first anywhere, else 0."""
        at = self._source.shown.find(raw, max(self._searched.get(raw, 0), self._first_of(raw)))
        if at < 0:
            return max(0, self._source.text.find(raw))
        self._searched[raw] = at + len(raw)
        return at

    def _first_of(self, raw: str) -> int:
        """The offset before which ``raw`` cannot begin, so that the text is not searched from there for each piece."""
        tag, end, _ = raw.partition(">")
        # A piece that breaks off within a tag may begin earlier, in a longer one.
        return self._tags.get(tag + end, 0) if end else 0

    @cached_property
    def _tags(self) -> Mapping[str, int]:
        """The first offset of each tag outside code."""
        found: dict[str, int] = {}
        for tag in _TAG.finditer(self._source.shown):
            found.setdefault(tag[0], tag.start())
        return found


class _NoteBodies:
    """The footnotes of a text, which the page shows at its end in the order of the references to them."""

    def __init__(self, shown: str) -> None:
        notes, mentions = read_notes(shown)
        first: dict[str, int] = {}
        for mention in mentions:
            first.setdefault(mention[1], mention.start())
        self._begin = [note.start() for note in notes]
        self._end = [_end_of_note(shown, note.end()) for note in notes]
        self._mentioned = [first.get(note[1], len(shown)) + 1 for note in notes]

    def order(self, at: int) -> tuple[int, int]:
        """The sort key of the position ``at``."""
        number = bisect_right(self._begin, at) - 1
        return (self._mentioned[number], at) if number >= 0 and at < self._end[number] else (0, at)


def _end_of_note(text: str, begin: int) -> int:
    """The end of the footnote whose words begin at ``begin``: a blank line without an indented one after it."""
    end = _BEHIND_NOTE.search(text, begin)
    return end.start() if end else len(text)
