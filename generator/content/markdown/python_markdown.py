"""Python-Markdown, then cleaning: by itself, since it takes long to load, and most texts can do without it."""

import html
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.util import AMP_SUBSTITUTE as _AMPERSAND
from msgspec import Struct

from generator.content.markdown.collector import Collector
from generator.content.markdown.elements import BulletinExtension
from generator.content.markdown.footnotes import BACK_TO_TEXT
from generator.content.markdown.headings import anchor_of
from generator.content.markdown.passages import Doubt
from generator.content.markdown.sanitiser import cleaner, inspect_attributes, inspect_html
from generator.content.markdown.source import Source
from generator.content.markdown.structure.extension import StructureExtension
from generator.content.markdown.words import WordsExtension
from generator.errors import Language, Problem
from generator.model import Heading

_EXTENSIONS = ("attr_list", "footnotes", "toc")


class Converted(Struct, frozen=True):
    """The clean HTML of a text, its headings, and what is wrong with what its editor wrote."""

    html: str
    headings: tuple[Heading, ...]
    met: tuple[Problem, ...]


class PythonMarkdown:
    """Converts and cleans texts in one language, as often as wanted."""

    def __init__(self, language: Language, *, shortcuts: bool) -> None:
        self._structure = StructureExtension(language)
        ours = [self._structure, BulletinExtension(), *([WordsExtension()] if shortcuts else [])]
        self._markdown = markdown.Markdown(
            extensions=[*_EXTENSIONS, *ours],
            extension_configs={
                "footnotes": {"BACKLINK_TITLE": BACK_TO_TEXT[language]},
                "toc": {"slugify": lambda words, _separator: anchor_of(words, language), "marker": ""},
            },
            output_format="html",
        )
        # Making a cleaner takes longer than cleaning with it: so there is one, and the collector of the moment sees.
        self._collector: Collector | None = None
        self._cleaner = cleaner(self._collect)

    def convert(self, text: str, source: Source, collector: Collector) -> Converted:
        """What ``text`` makes, which is all of ``source`` or what is left of it.

        After a ``RuntimeError`` it is in the middle of its work, and of no more use. Raises ``Doubt`` where something
        is to be told of the lines of what is left.
        """
        self._markdown.reset()
        inspector = _Inspector(source)
        self._markdown.treeprocessors.register(inspector, "bantin-inspector", 2)
        converted = self._markdown.convert(text)
        if self._structure.found and text != source.text:
            # Where that stands is known only in a whole text.
            raise Doubt
        self._collector = collector
        clean = self._cleaner.clean(converted)
        headings = tuple(_headings(getattr(self._markdown, "toc_tokens", [])))
        return Converted(clean, headings, (*self._told(source), *inspector.met, *self._raw_html(source)))

    def _collect(self, tag: str, attribute: str, value: str) -> str | None:
        return self._collector.filter(tag, attribute, value) if self._collector else None

    def _told(self, source: Source) -> Iterator[Problem]:
        for told in self._structure.found:
            yield told.kind.at(source.find_line(told.number, told.line), **dict(told.values))

    def _raw_html(self, source: Source) -> Iterator[Problem]:
        for raw in self._markdown.htmlStash.rawHtmlBlocks:
            if isinstance(raw, str):
                begin = max(0, source.text.find(raw))
                for finding in inspect_html(raw):
                    yield finding.kind.at(source.find(finding.words, begin), **dict(finding.values))


class _Inspector(markdown.treeprocessors.Treeprocessor):
    """Looks at links and pictures written in Markdown while they still are what the editor wrote."""

    def __init__(self, source: Source) -> None:
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


def _headings(tokens: list[dict[str, Any]]) -> tuple[Heading, ...]:
    flat: list[Heading] = []
    for token in tokens:
        flat.append(Heading(token["level"], token["id"], html.unescape(token["name"])))
        flat.extend(_headings(token["children"]))
    return tuple(flat)
