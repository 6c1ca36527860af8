"""The block structure as an extension of Python-Markdown, which replaces the library's own block parser."""

from collections import Counter
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX
from msgspec import Struct

from bantin.content.markdown.structure.findings import find
from bantin.content.markdown.structure.parser import Parser
from bantin.content.markdown.structure.tree import Tree
from bantin.domain.problems import Kind, Language

_STATES: dict[Language, tuple[str, str]] = {"vi": ("Chưa xong", "Đã xong"), "en": ("To do", "Done")}


# Findings of one kind reported for one text; fixing these shows the rest.
_ENOUGH = 10


class LineFinding(Struct, frozen=True):
    """A finding about a line, with the number and the text of that line."""

    kind: Kind
    number: int
    line: str
    values: tuple[tuple[str, str], ...]


class StructureExtension(Extension):
    """Parses all blocks of a text. ``found`` are the findings in the text that was parsed last."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.found: list[LineFinding] = []
        self._states = _STATES[language]

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers before every other block processor, and keeps preprocessors from changing tabs and raw HTML."""
        md.registerExtension(self)
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(_Lines(md), "normalize_whitespace", 30)
        md.parser.blockprocessors.register(_Blocks(md, self.found, self._states), "bantin-structure", 200)
        if "|" not in md.ESCAPED_CHARS:
            md.ESCAPED_CHARS.append("|")

    def reset(self) -> None:
        """Clears the findings of the previous text; called by Python-Markdown."""
        self.found.clear()


class _Lines(Preprocessor):
    """Removes the characters that delimit Python-Markdown's placeholders; unlike its own preprocessor, keeps tabs."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines).replace(STX, "").replace(ETX, "")
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


class _Blocks(BlockProcessor):
    def __init__(self, md: Markdown, found: list[LineFinding], states: tuple[str, str]) -> None:
        super().__init__(md.parser)
        self._md = md
        self._found = found
        self._states = states

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's arguments
        return True

    def run(self, parent: Element, blocks: list[str]) -> None:
        lines = "\n\n".join(blocks).rstrip("\n").split("\n")
        blocks.clear()
        parser = Parser()
        parser.read(lines)
        for name, (address, title) in parser.definitions.items():
            # Without a title it is None, as in the definitions that Python-Markdown parses itself.
            self._md.references.setdefault(name, (address, cast("str", title)))
        self._collect(parser, lines)
        tree = Tree(self._md.htmlStash.store, self._note, self._states)
        tree.write(parent, parser.root.children)

    def _collect(self, parser: Parser, lines: list[str]) -> None:
        times = Counter(finding.kind for finding in self._found)
        for finding in (*parser.found, *find(parser.root, lines)):
            times[finding.kind] += 1
            if times[finding.kind] <= _ENOUGH:
                self._found.append(LineFinding(finding.kind, finding.line, lines[finding.line], finding.values))

    def _note(self, label: str, text: str) -> None:
        processor = self._md.parser.blockprocessors["footnote"]
        if isinstance(processor, FootnoteBlockProcessor):
            processor.footnotes.setFootnote(label, text)
