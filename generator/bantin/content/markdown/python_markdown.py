"""Python-Markdown, then cleaning: by itself, since it takes long to load, and most texts can do without it."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.util import STX
from msgspec import Struct

from bantin.content.markdown.atomic_strings import WordsExtension
from bantin.content.markdown.element_tree import BulletinExtension
from bantin.content.markdown.fast.extract import NotPlain
from bantin.content.markdown.footnote_order import NotesExtension
from bantin.content.markdown.footnotes import BACK_TO_TEXT
from bantin.content.markdown.headings import anchor_of
from bantin.content.markdown.html_tags import keep_words
from bantin.content.markdown.inline import InlineExtension
from bantin.content.markdown.link_collector import Collector
from bantin.content.markdown.link_places import LinkPlaces, TagPlaces
from bantin.content.markdown.sanitiser import cleaner, inspect_attributes, inspect_html
from bantin.content.markdown.source import MarkdownSource
from bantin.content.markdown.structure.extension import StructureExtension
from bantin.content.problems import markdown as problems
from bantin.domain.model import Heading
from bantin.domain.problems import Language, Problem
from bantin.domain.text.html_entities import unescape

# Findings that are told of in one piece of HTML: each is looked for, and who mends them will see the rest.
_ENOUGH = 100
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
        self._inline = InlineExtension()
        ours = [self._structure, NotesExtension(), self._inline, BulletinExtension()]
        self._markdown = markdown.Markdown(
            extensions=[*_EXTENSIONS, *ours, *([WordsExtension()] if shortcuts else [])],
            extension_configs={
                "footnotes": {"BACKLINK_TITLE": BACK_TO_TEXT[language]},
                "toc": {"slugify": lambda words, _separator: anchor_of(words, language), "marker": ""},
            },
            output_format="html",
        )
        # Making a cleaner takes longer than cleaning with it: so there is one, and the collector of the moment sees.
        self._collector: Collector | None = None
        self._cleaner = cleaner(self._collect)

    def convert(self, text: str, source: MarkdownSource, collector: Collector) -> Converted:
        """What ``text`` makes, which is all of ``source`` or what is left of it.

        After a ``RuntimeError`` it is in the middle of its work, and of no more use. Raises ``NotPlain`` where
        something is to be told of the lines of what is left.
        """
        self._markdown.reset()
        restore: Callable[[str], str] = self._markdown.treeprocessors["unescape"].unescape  # type: ignore[attr-defined]
        inspector = _Inspector(source, restore)
        self._markdown.treeprocessors.register(inspector, "bantin-inspector", 2)
        converted = self._markdown.convert(text)
        if self._structure.found and text != source.text:
            # Where that stands is known only in a whole text.
            raise NotPlain
        if self._markdown.htmlStash.rawHtmlBlocks:
            converted = keep_words(converted)
        self._collector = collector
        clean = self._cleaner.clean(converted)
        headings = tuple(_headings(getattr(self._markdown, "toc_tokens", [])))
        return Converted(clean, headings, (*self._told(source), *inspector.met, *self._raw_html(source)))

    def _collect(self, tag: str, attribute: str, value: str) -> str | None:
        return self._collector.filter(tag, attribute, value) if self._collector else None

    def _told(self, source: MarkdownSource) -> Iterator[Problem]:
        for told in self._structure.found:
            yield told.kind.at(source.find_line(told.number, told.line), **dict(told.values))

    def _raw_html(self, source: MarkdownSource) -> Iterator[Problem]:
        places = TagPlaces(source)
        for raw in self._markdown.htmlStash.rawHtmlBlocks:
            if not isinstance(raw, str):
                continue
            findings = list(islice(inspect_html(keep_words(raw)), _ENOUGH))
            begin = places.next(raw) if findings else 0
            for finding in findings:
                yield finding.kind.at(source.find(finding.words, begin), **dict(finding.values))
        for tag in self._inline.unclosed:
            yield problems.UNCLOSED_TAG.at(source.location(places.next(tag), len(tag)), tag=tag, mended=f"\\{tag}")


class _Inspector(markdown.treeprocessors.Treeprocessor):
    """Looks at links and pictures written in Markdown while they still are what the editor wrote."""

    def __init__(self, source: MarkdownSource, restore: Callable[[str], str]) -> None:
        super().__init__()
        self.met: list[Problem] = []
        self._source = source
        self._restore = restore

    def run(self, root: Element) -> None:
        elements = [one for one in root.iter() if one.attrib and isinstance(one.tag, str)]
        findings = [(one, list(inspect_attributes(one.tag, self._given(one)))) for one in elements]
        if not any(found for _, found in findings):
            return
        sites = LinkPlaces(self._source)
        for element, found in findings:
            address = next((value for name, value in self._given(element) if name in ("href", "src")), None)
            at = None if address is None else sites.location(unescape(address))
            for finding in found:
                here = at if at and finding.words == address else self._source.find(finding.words)
                self.met.append(finding.kind.at(here, **dict(finding.values)))

    def _given(self, element: Element) -> list[tuple[str, str]]:
        return [(name, self._restore(value) if STX in value else value) for name, value in element.items()]


def _headings(tokens: list[dict[str, Any]]) -> tuple[Heading, ...]:
    flat: list[Heading] = []
    for token in tokens:
        flat.append(Heading(token["level"], token["id"], unescape(token["name"])))
        flat.extend(_headings(token["children"]))
    return tuple(flat)
