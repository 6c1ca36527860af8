"""The converter: Python-Markdown, then cleaning, then taking the internal links out to be given addresses later."""

import hashlib
import html
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.util import AMP_SUBSTITUTE as _AMPERSAND

from generator.content.markdown.elements import BulletinExtension
from generator.content.markdown.sanitiser import cleaner, inspect_attributes, inspect_html
from generator.content.problems import files
from generator.content.problems import markdown as problems
from generator.content.prose import find_control, place_at
from generator.errors import Checked, Language, Location, Problem
from generator.model import Body, Heading, Link, Place
from generator.text.slugs import slugify
from generator.text.urls import scheme_of

# Python-Markdown's inline patterns take time that grows with the square of these; no article has a tenth as many.
_MOST_MARKS = 5_000
_MARKS = ("[", "<")
_MOST_LINES = 5_000
_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
# Markers of lists and quotations, and indentation, at the beginning of a line.
_NESTED = re.compile(r"^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}\.(?=[ \t]))|[ \t]{4})+", re.MULTILINE)
_MARKER = re.compile(r">|[-*+]|\d+\.|[ ]{4}|\t")
_DEEPEST = 40
_BACK_TO_TEXT: dict[Language, str] = {
    "vi": "Trở lại chú thích %d trong bài",
    "en": "Back to note %d in the text",
}
_NAMELESS_HEADING: dict[Language, str] = {"vi": "muc", "en": "section"}


class Converter:
    """Converts the Markdown of articles in one language. Not to be shared between threads."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._markdown = _python_markdown(language)

    def convert(self, text: str, path: str, first_line: int) -> Checked[Body]:
        """The body that ``text`` makes, and what is wrong with it; it begins on ``first_line`` of the file ``path``."""
        source = _Source(text, path, first_line)
        excess = tuple(_excess(source))
        if excess:
            return Checked(None, excess)
        self._markdown.reset()
        inspector = _Inspector(source)
        self._markdown.treeprocessors.register(inspector, "bantin-inspector", 2)
        try:
            converted = self._markdown.convert(text)
        except RecursionError:
            # It is left in the middle of its work, and of no more use.
            self._markdown = _python_markdown(self._language)
            return Checked(None, (problems.TOO_DEEP.at(source.location(0, 1)),))
        collector = _Collector(source)
        clean = cleaner(collector.filter).clean(converted)
        met = [*inspector.met, *self._raw_html(source), *collector.met, *_unknown_anchors(collector)]
        if find_control(clean):
            met.append(files.CONTROL_CHARACTER.at(source.find("&#"), code="&#…;"))
        headings = _headings(getattr(self._markdown, "toc_tokens", []))
        body = collector.body(clean, tuple(one for one in headings if one.anchor in collector.anchors))
        return Checked(body, tuple(met))

    def _raw_html(self, source: "_Source") -> Iterator[Problem]:
        for raw in self._markdown.htmlStash.rawHtmlBlocks:
            if isinstance(raw, str):
                begin = max(0, source.text.find(raw))
                for finding in inspect_html(raw):
                    yield finding.kind.at(source.find(finding.words, begin), **dict(finding.values))


def _python_markdown(language: Language) -> markdown.Markdown:
    nameless = _NAMELESS_HEADING[language]
    return markdown.Markdown(
        extensions=["attr_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc", BulletinExtension()],
        extension_configs={
            "footnotes": {"BACKLINK_TITLE": _BACK_TO_TEXT[language]},
            "toc": {"slugify": lambda words, _separator: slugify(words) or nameless, "marker": ""},
        },
        output_format="html",
    )


def _excess(source: "_Source") -> Iterator[Problem]:
    """What would keep Python-Markdown busy for minutes, or exhaust its stack: the first of each kind."""
    for mark in _MARKS:
        if source.text.count(mark) > _MOST_MARKS:
            at = source.location(source.text.find(mark), 1)
            yield problems.TOO_MUCH_MARKUP.at(at, limit=_MOST_MARKS, mark=mark)
    for block in _BLOCK.finditer(source.text):
        if block[0].count("\n") > _MOST_LINES:
            yield problems.LONG_BLOCK.at(source.location(block.start(), 1), limit=_MOST_LINES)
            break
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
        self._searched: dict[str, int] = {}

    def place(self, offset: int, width: int) -> Place:
        place = place_at(self.text, offset, width)
        return Place(place.line + self.first_line - 1, place.column, place.width)

    def location(self, offset: int, width: int) -> Location:
        return self.place(offset, width).within(self.path)

    def next(self, words: str) -> Place:
        """The place of the next ``words`` in the text after the one found before; its beginning if there is none."""
        after = self._searched.get(words, 0)
        found = self.text.find(words, after) if words else -1
        if found < 0:
            return self.place(0, 1)
        self._searched[words] = found + len(words)
        return self.place(found, len(words))

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
        # A mark that the text cannot hold, because it is a digest of the text.
        self._mark = hashlib.blake2b(source.text.encode(), digest_size=12).hexdigest()

    @property
    def source(self) -> _Source:
        return self._source

    def filter(self, tag: str, attribute: str, value: str) -> str | None:
        if attribute == "id":
            if value in self.anchors:
                self.met.append(problems.ANCHOR_TWICE.at(self._source.find(value), anchor=value))
            self.anchors.add(value)
        elif (tag, attribute) in (("a", "href"), ("img", "src")) and not scheme_of(value):
            place = self._source.next(value)
            if value.startswith("#"):
                self.local.append((value[1:], place))
                return value
            self._links.append(Link(value, place, is_image=tag == "img"))
            return f"{self._mark}{len(self._links) - 1}."
        return value

    def body(self, clean: str, headings: tuple[Heading, ...]) -> Body:
        pieces = re.split(rf"{self._mark}(\d+)\.", clean)
        links = tuple(self._links[int(number)] for number in pieces[1::2])
        return Body(tuple(pieces[::2]), links, headings, frozenset(self.anchors))


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
