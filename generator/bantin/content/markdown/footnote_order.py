"""Notes: footnotes are numbered in the order in which a reader comes to them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from bantin.content.markdown.code import hide_code
from bantin.content.markdown.link_places import MENTION


class NotesExtension(Extension):
    """Puts footnotes in order before they are written.

    Python-Markdown can do so itself, but afterwards, in the order in which it comes to the parts of a text, and it
    trips over footnotes with nothing in them.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers right before footnotes are added to the text (50), and when what refers to them is known (15)."""
        md.treeprocessors.register(_Order(md), "bantin-notes", 51)
        md.treeprocessors.register(_WayBack(md), "bantin-way-back", 14)


class _Order(Treeprocessor):
    def run(self, root: Element) -> None:
        defined: dict[str, str] = self.md.treeprocessors["footnote"].footnotes.footnotes  # type: ignore[attr-defined]
        if len(defined) < 2:
            return
        order = [*_mentioned(root, defined), *defined]
        bodies = {label: defined[label] for label in order if label in defined}
        defined.clear()
        defined.update(bodies)


class _WayBack(Treeprocessor):
    """A footnote that nothing refers to has no way back to it."""

    def run(self, root: Element) -> None:
        if not self.md.treeprocessors["footnote"].footnotes.footnotes:  # type: ignore[attr-defined]
            return
        ids = {element.get("id") for element in root.iter("sup")}
        for parent in list(root.iter("p")):
            for child in list(parent):
                if child.get("class") == "footnote-backref" and (child.get("href") or "#")[1:] not in ids:
                    parent.remove(child)


def _mentioned(root: Element, defined: dict[str, str]) -> Iterator[str]:
    """The labels of the footnotes that a text refers to, in order, and then of those that these refer to."""
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
