"""Numbers footnotes in the order of the references to them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from bantin.content.markdown.code import hide_code
from bantin.content.markdown.link_places import MENTION


class FootnoteOrderExtension(Extension):
    """Sorts footnotes before they are written.

    Python-Markdown can do so itself, but only afterwards, in the order in which it processes the parts of a text, and
    it fails on empty footnotes.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers right before footnotes are added to the text (50), and right after references are final (15)."""
        md.treeprocessors.register(_Order(md), "bantin-footnote-order", 51)
        md.treeprocessors.register(_BackLinks(md), "bantin-back-links", 14)


class _Order(Treeprocessor):
    def run(self, root: Element) -> None:
        defined: dict[str, str] = self.md.treeprocessors["footnote"].footnotes.footnotes  # type: ignore[attr-defined]
        if len(defined) < 2:
            return
        order = [*_mentioned(root, defined), *defined]
        bodies = {label: defined[label] for label in order if label in defined}
        defined.clear()
        defined.update(bodies)


class _BackLinks(Treeprocessor):
    """Removes the link back to the text from footnotes that nothing refers to."""

    def run(self, root: Element) -> None:
        if not self.md.treeprocessors["footnote"].footnotes.footnotes:  # type: ignore[attr-defined]
            return
        ids = {element.get("id") for element in root.iter("sup")}
        for parent in list(root.iter("p")):
            for child in list(parent):
                if child.get("class") == "footnote-backref" and (child.get("href") or "#")[1:] not in ids:
                    parent.remove(child)


def _mentioned(root: Element, defined: dict[str, str]) -> Iterator[str]:
    """The labels of the footnotes that the text refers to, in order, then those to which these footnotes refer."""
    mentioned: dict[str, None] = {}
    for text in root.itertext():
        if "[^" in text and not isinstance(text, AtomicString):
            mentioned.update(dict.fromkeys(_labels(text)))
    labels = list(mentioned)
    for label in labels:
        yield label
        for other in _labels(defined.get(label, "")):
            if other not in mentioned:
                mentioned[other] = None
                labels.append(other)


def _labels(text: str) -> list[str]:
    return MENTION.findall(hide_code(text)) if "[^" in text else []
