"""The converter: Python-Markdown, then cleaning, then taking the internal links out to be given addresses later."""

import hashlib
import html
import re
from collections.abc import Iterator
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.util import AMP_SUBSTITUTE as _AMPERSAND

from generator.content.markdown.elements import BulletinExtension
from generator.content.markdown.passages import Doubt, Passages, take_out
from generator.content.markdown.sanitiser import cleaner, inspect_attributes, inspect_html
from generator.content.markdown.words import WordsExtension
from generator.content.problems import files
from generator.content.problems import markdown as problems
from generator.content.prose import find_control, place_at
from generator.errors import Checked, Language, Location, Problem
from generator.model import Body, Heading, Link, Outline, Place
from generator.text.slugs import slugify
from generator.text.urls import scheme_of

# Python-Markdown's inline patterns take time that grows with the square of these; no article has a tenth as many.
_MOST_MARKS = 5_000
_MARKS = ("[", "<")
_MOST_LINES = 5_000
_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_DEEPEST = 40
# Markers of lists and quotations, and indentation, at the beginning of a line.
_NESTED = re.compile(r"^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}\.(?=[ \t]))|[ \t]{4})+", re.MULTILINE)
# No line is nested deeper than it begins with characters of markers.
_PERHAPS_NESTED = re.compile(rf"^[ \t>*+\d.-]{{{_DEEPEST}}}", re.MULTILINE)
_MARKER = re.compile(r">|[-*+]|\d+\.|[ ]{4}|\t")
_BACK_TO_TEXT: dict[Language, str] = {
    "vi": "Trở lại chú thích %d trong bài",
    "en": "Back to note %d in the text",
}
_EXTENSIONS = ("attr_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc")
_NAMELESS_HEADING: dict[Language, str] = {"vi": "muc", "en": "section"}


class Converter:
    """Converts the Markdown of articles in one language. Not to be shared between threads.

    What holds no markup goes past Python-Markdown. Without ``shortcuts`` nothing does: the result is the same, later.
    """

    def __init__(self, language: Language, *, shortcuts: bool = True) -> None:
        self._language = language
        self._shortcuts = shortcuts
        self._markdown = _python_markdown(language, shortcuts=shortcuts)
        # Making a cleaner takes longer than cleaning with it: so there is one, and the collector of the moment sees.
        self._collector: _Collector | None = None
        self._cleaner = cleaner(self._collect)

    def convert(self, text: str, path: str, first_line: int) -> Checked[Body]:
        """The body that ``text`` makes, and what is wrong with it; it begins on ``first_line`` of the file ``path``."""
        source = _Source(text, path, first_line)
        excess = tuple(_excess(source))
        if excess:
            return Checked(None, excess)
        if self._shortcuts:
            try:
                return self._convert(source, take_out(text, source.mark, partial(_anchor, self._language)))
            except Doubt:
                pass
        return self._convert(source, Passages(text))

    def _convert(self, source: "_Source", passages: Passages) -> Checked[Body]:
        self._markdown.reset()
        inspector = _Inspector(source)
        self._markdown.treeprocessors.register(inspector, "bantin-inspector", 2)
        try:
            converted = self._markdown.convert(passages.rest)
        except RecursionError:
            # It is left in the middle of its work, and of no more use.
            self._markdown = _python_markdown(self._language, shortcuts=self._shortcuts)
            return Checked(None, (problems.TOO_DEEP.at(source.location(0, 1)),))
        collector = self._collector = _Collector(source)
        rest = self._cleaner.clean(converted)
        headings = tuple(_headings(getattr(self._markdown, "toc_tokens", [])))
        clean = passages.put_back(rest, headings, collector.anchors)
        collector.anchors.update(heading.anchor for heading in passages.headings)
        met = [*inspector.met, *self._raw_html(source), *collector.met, *_unknown_anchors(collector)]
        if find_control(rest):
            met.append(files.CONTROL_CHARACTER.at(source.find("&#"), code="&#…;"))
        kept = tuple(one for one in (*headings, *passages.headings) if one.anchor in collector.anchors)
        return Checked(collector.body(clean, kept), tuple(met))

    def _collect(self, tag: str, attribute: str, value: str) -> str | None:
        return self._collector.filter(tag, attribute, value) if self._collector else None

    def _raw_html(self, source: "_Source") -> Iterator[Problem]:
        for raw in self._markdown.htmlStash.rawHtmlBlocks:
            if isinstance(raw, str):
                begin = max(0, source.text.find(raw))
                for finding in inspect_html(raw):
                    yield finding.kind.at(source.find(finding.words, begin), **dict(finding.values))


def _python_markdown(language: Language, *, shortcuts: bool) -> markdown.Markdown:
    return markdown.Markdown(
        extensions=[*_EXTENSIONS, BulletinExtension(), *([WordsExtension()] if shortcuts else [])],
        extension_configs={
            "footnotes": {"BACKLINK_TITLE": _BACK_TO_TEXT[language]},
            "toc": {"slugify": lambda words, _separator: _anchor(language, words), "marker": ""},
        },
        output_format="html",
    )


def _anchor(language: Language, words: str) -> str:
    return slugify(words) or _NAMELESS_HEADING[language]


def _excess(source: "_Source") -> Iterator[Problem]:
    """What would keep Python-Markdown busy for minutes, or exhaust its stack: the first of each kind."""
    for mark in _MARKS:
        if source.text.count(mark) > _MOST_MARKS:
            at = source.location(source.text.find(mark), 1)
            yield problems.TOO_MUCH_MARKUP.at(at, limit=_MOST_MARKS, mark=mark)
    if source.text.count("\n") > _MOST_LINES:
        for block in _BLOCK.finditer(source.text):
            if block[0].count("\n") > _MOST_LINES:
                yield problems.LONG_BLOCK.at(source.location(block.start(), 1), limit=_MOST_LINES)
                break
    if _PERHAPS_NESTED.search(source.text):
        for nested in _NESTED.finditer(source.text):
            if len(_MARKER.findall(nested[0])) > _DEEPEST:
                yield problems.TOO_DEEP.at(source.location(nested.start(), 1))
                break


class _Source:
    """The Markdown being converted. Python-Markdown forgets positions, so places are found by searching for them."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        # A word that the text cannot hold, because it is a digest of the text.
        self.mark = hashlib.blake2b(text.encode(), digest_size=12).hexdigest()

    def place(self, offset: int, width: int) -> Place:
        place = place_at(self.text, offset, width)
        return Place(place.line + self.first_line - 1, place.column, place.width)

    def location(self, offset: int, width: int) -> Location:
        return self.place(offset, width).within(self.path)

    def find(self, words: str, begin: int = 0) -> Location:
        """Where ``words`` first stand from position ``begin`` on, capital letters or not."""
        found = re.compile(re.escape(words), re.IGNORECASE).search(self.text, begin)
        return self.location(found.start(), len(words)) if found else self.location(0, 1)


class _Inspector(markdown.treeprocessors.Treeprocessor):
    """Looks at links and pictures written in Markdown while they still are what the editor wrote."""

    def __init__(self, source: _Source) -> None:
        super().__init__()
        self.met: list[Problem] = []
        self._source = source

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.attrib and isinstance(element.tag, str):
                # Python-Markdown hides the letters of mail addresses behind a stand-in for '&'.
                given = ((name, value.replace(_AMPERSAND, "&")) for name, value in element.items())
                for finding in inspect_attributes(element.tag, given):
                    self.met.append(finding.kind.at(self._source.find(finding.words), **dict(finding.values)))


class _Collector:
    """Sees every attribute that cleaning keeps; takes out the addresses of internal links and notes the anchors."""

    def __init__(self, source: _Source) -> None:
        self.met: list[Problem] = []
        self.anchors: set[str] = set()
        self.local: list[tuple[str, Place]] = []
        self._links: list[Link] = []
        self._source = source
        self._searched: dict[str, int] = {}

    @property
    def source(self) -> _Source:
        return self._source

    def filter(self, tag: str, attribute: str, value: str) -> str | None:
        if attribute == "id":
            if value in self.anchors:
                self.met.append(problems.ANCHOR_TWICE.at(self._source.find(value), anchor=value))
            self.anchors.add(value)
        elif (tag, attribute) in (("a", "href"), ("img", "src")) and not scheme_of(value):
            place = self._next(value)
            if value.startswith("#"):
                self.local.append((value[1:], place))
                return value
            self._links.append(Link(value, place, is_image=tag == "img"))
            return f"{self._source.mark}{len(self._links) - 1}."
        return value

    def body(self, clean: str, headings: tuple[Heading, ...]) -> Body:
        first, *others = clean.split(self._source.mark)
        numbered = [piece.partition(".") for piece in others]
        links = tuple(self._links[int(number)] for number, _, _ in numbered)
        parts = (first, *(part for _, _, part in numbered))
        return Body(parts, Outline(links, headings, frozenset(self.anchors)))

    def _next(self, words: str) -> Place:
        """The place of the next ``words`` in the text after the one found before; its beginning if there is none."""
        after = self._searched.get(words, 0)
        found = self._source.text.find(words, after) if words else -1
        if found < 0:
            return self._source.place(0, 1)
        self._searched[words] = found + len(words)
        return self._source.place(found, len(words))


def _unknown_anchors(collector: _Collector) -> Iterator[Problem]:
    for anchor, place in collector.local:
        if anchor and anchor not in collector.anchors:
            yield problems.NO_ANCHOR.at(place.within(collector.source.path), anchor=anchor)


def _headings(tokens: list[dict[str, Any]]) -> tuple[Heading, ...]:
    flat: list[Heading] = []
    for token in tokens:
        flat.append(Heading(token["level"], token["id"], html.unescape(token["name"])))
        flat.extend(_headings(token["children"]))
    return tuple(flat)
