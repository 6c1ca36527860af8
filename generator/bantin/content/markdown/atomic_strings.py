"""Marks text without inline markup as atomic, so that Python-Markdown does not try all its inline patterns on it."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

# Every match of an inline pattern, of Python-Markdown, its footnotes or ours, contains one of these. (A '!' matters
# only before a bracket.)
_MARKUP = re.compile(r"[*_`\[<&\\@]|  \n|~~|://|ww\.")


class AtomicStringsExtension(Extension):
    """Halves the time that tables and lists take; the result is the same."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers between footnotes (50), which add text, and inline markup (20)."""
        md.treeprocessors.register(_AtomicStrings(md), "bantin-atomic-strings", 30)


class _AtomicStrings(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not _MARKUP.search(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not _MARKUP.search(element.tail):
                element.tail = AtomicString(element.tail)
