"""Words: text without inline markup, told apart before Python-Markdown looks for some with every pattern it has."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

# What the inline patterns of Python-Markdown, of its footnotes and of ours begin with, or cannot do without; '!' only
# before a bracket.
_MARKUP = re.compile(r"[*_`\[<&\\@]|  \n|~~|://|ww\.")


class WordsExtension(Extension):
    """Halves the time that tables and lists take, and changes nothing of what becomes of them."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers between footnotes (50), which still add to text, and inline markup (20)."""
        md.treeprocessors.register(_Words(md), "bantin-words", 30)


class _Words(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not _MARKUP.search(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not _MARKUP.search(element.tail):
                element.tail = AtomicString(element.tail)
