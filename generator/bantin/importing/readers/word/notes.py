"""The notes of a Word file, which become footnotes of Markdown, and its comments, which are only told."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from bantin.importing.material import Notice, NoticeKind, Paragraph, Picture, Place, PlaceKind, flat
from bantin.importing.readers.word.blocks import BlockReader, Reference
from bantin.importing.readers.word.drawings import Pictures
from bantin.importing.readers.word.numbering import Counter
from bantin.importing.readers.word.package import Package, Part
from bantin.importing.readers.word.runs import RunReader
from bantin.importing.readers.word.styles import Styles
from bantin.importing.readers.word.xml import Element, children, name_of, text_of, value


class NoteReader:
    """Reads the footnotes and endnotes of the document ``main``; ``notices`` are complete once they are read."""

    def __init__(self, package: Package, main: Part, styles: Styles) -> None:
        self._package, self._styles = package, styles
        self._parts = {kind: package.related(main, f"{kind}s") for kind in ("footnote", "endnote")}
        self._notes = {kind: _by_id(part, kind) for kind, part in self._parts.items()}
        self.notices: list[Notice] = []

    def note(self, count: int, reference: Reference) -> Iterator[Paragraph]:
        """The paragraphs of the note that is referred to, which has the number ``count``; the first has its label."""
        kind = name_of(reference.element).removeprefix("w:").removesuffix("Reference")
        part, note = self._parts[kind], self._notes[kind].get(value(reference.element, "w:id"))
        if part is None or note is None:
            return
        pictures = Pictures(self._package, part)
        reader = BlockReader(self._styles, Counter({}), RunReader(self._styles, part.relations), pictures)
        label = f"[^{count}]:"
        for block in flat(reader.blocks(note)):
            if isinstance(block, Picture):
                self.notices.append(Notice(NoticeKind.OBJECT, block.path, reference.place))
            else:
                yield replace(block, place=reference.place, label=label)
                label = ""
        self.notices.extend(replace(notice, place=reference.place) for notice in reader.notices)


def read_comments(comments: Element | None, references: Iterable[Reference]) -> Iterator[Notice]:
    """A notice for each comment, at the paragraph that refers to it."""
    places = {value(reference.element, "w:id"): reference.place for reference in references}
    for comment in children(comments, "w:comment"):
        place = places.get(value(comment, "w:id"), Place(PlaceKind.ELEMENT, name="comments"))
        yield Notice(NoticeKind.COMMENT, text_of(comment), place)


def _by_id(part: Part | None, kind: str) -> Mapping[str, Element]:
    return {} if part is None else {value(note, "w:id"): note for note in children(part.root, f"w:{kind}")}
