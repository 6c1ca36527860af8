"""Conversion by Python-Markdown and the sanitiser. Imported lazily: loading is slow, and most texts do not need it."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.util import STX
from msgspec import Struct

from bantin.content.markdown.atomic_strings import AtomicStringsExtension
from bantin.content.markdown.element_tree import BulletinExtension
from bantin.content.markdown.fast.extract import NotPlain
from bantin.content.markdown.footnote_order import FootnoteOrderExtension
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

# Findings reported for one piece of HTML: each has to be located, and fixing these shows the rest.
_ENOUGH = 100
_EXTENSIONS = ("attr_list", "footnotes", "toc")


class Conversion(Struct, frozen=True):
    """The clean HTML of a text, its headings, and the problems of its source."""

    html: str
    headings: tuple[Heading, ...]
    problems: tuple[Problem, ...]


class PythonMarkdown:
    """Converts and cleans any number of texts in one language."""

    def __init__(self, language: Language, *, shortcuts: bool) -> None:
        self._structure = StructureExtension(language)
        self._inline = InlineExtension()
        ours = [self._structure, FootnoteOrderExtension(), self._inline, BulletinExtension()]
        self._markdown = markdown.Markdown(
            extensions=[*_EXTENSIONS, *ours, *([AtomicStringsExtension()] if shortcuts else [])],
            extension_configs={
                "footnotes": {"BACKLINK_TITLE": BACK_TO_TEXT[language]},
                "toc": {"slugify": lambda words, _separator: anchor_of(words, language), "marker": ""},
            },
            output_format="html",
        )
        # Creating a cleaner takes longer than cleaning a text, so one is shared; it calls the collector of the moment.
        self._collector: Collector | None = None
        self._cleaner = cleaner(self._collect)

    def convert(self, text: str, source: MarkdownSource, collector: Collector) -> Conversion:
        """Converts ``text``, which is all of ``source`` or the rest without its plain passages.

        Raises ``NotPlain`` if there are problems in lines of a rest. After a ``RuntimeError``, the converter is
        in an undefined state and must be discarded.
        """
        self._markdown.reset()
        restore: Callable[[str], str] = self._markdown.treeprocessors["unescape"].unescape  # type: ignore[attr-defined]
        inspector = _Inspector(source, restore)
        self._markdown.treeprocessors.register(inspector, "bantin-inspector", 2)
        converted = self._markdown.convert(text)
        if self._structure.found and text != source.text:
            # The lines of findings are known only for a whole text.
            raise NotPlain
        if self._markdown.htmlStash.rawHtmlBlocks:
            converted = keep_words(converted)
        self._collector = collector
        clean = self._cleaner.clean(converted)
        headings = tuple(_headings(getattr(self._markdown, "toc_tokens", [])))
        return Conversion(clean, headings, (*self._structural(source), *inspector.problems, *self._raw_html(source)))

    def _collect(self, tag: str, attribute: str, value: str) -> str | None:
        return self._collector.filter(tag, attribute, value) if self._collector else None

    def _structural(self, source: MarkdownSource) -> Iterator[Problem]:
        for found in self._structure.found:
            yield found.kind.at(source.find_line(found.number, found.line), **dict(found.values))

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
    """Checks links and pictures written in Markdown while they are still as the editor wrote them."""

    def __init__(self, source: MarkdownSource, restore: Callable[[str], str]) -> None:
        super().__init__()
        self.problems: list[Problem] = []
        self._source = source
        self._restore = restore

    def run(self, root: Element) -> None:
        elements = [one for one in root.iter() if one.attrib and isinstance(one.tag, str)]
        findings = [(one, list(inspect_attributes(one.tag, self._given(one)))) for one in elements]
        if not any(found for _, found in findings):
            return
        places = LinkPlaces(self._source)
        for element, found in findings:
            address = next((value for name, value in self._given(element) if name in ("href", "src")), None)
            at = None if address is None else places.location(unescape(address))
            for finding in found:
                location = at if at and finding.words == address else self._source.find(finding.words)
                self.problems.append(finding.kind.at(location, **dict(finding.values)))

    def _given(self, element: Element) -> list[tuple[str, str]]:
        return [(name, self._restore(value) if STX in value else value) for name, value in element.items()]


def _headings(tokens: list[dict[str, Any]]) -> tuple[Heading, ...]:
    flat: list[Heading] = []
    for token in tokens:
        flat.append(Heading(token["level"], token["id"], unescape(token["name"])))
        flat.extend(_headings(token["children"]))
    return tuple(flat)
