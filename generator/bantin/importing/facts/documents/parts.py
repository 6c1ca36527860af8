"""The parts of a document from top to bottom: head, title, text, signatures, annexes; and what belongs to none."""

from collections.abc import Sequence

from msgspec import Struct

from bantin.domain.provisions.lines import lines_of
from bantin.importing.facts.documents.head import Head, head_end, is_number_line, read_head
from bantin.importing.facts.documents.lines import Line, begins_text, lines_in, with_labels
from bantin.importing.facts.documents.pages import joined_lines, without_page_marks
from bantin.importing.facts.documents.signatures import Signatures, read_signatures, signatures_span
from bantin.importing.facts.documents.text import TextLine, below_each_other, body_lines, without_text, written
from bantin.importing.facts.documents.title import title_lines, title_start
from bantin.importing.facts.model import LeftOut
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.material import Block

_MOST_BLOCKS_OF_HEAD = 80
_QUOTES = '“"«'


class Parts(Struct, frozen=True):
    """The parts of a document. ``left_out`` is what the layout adds, apart from the head and the signatures."""

    head: Head
    title: tuple[Line, ...]
    body: tuple[TextLine, ...]
    signatures: Signatures
    annexes: tuple[TextLine, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def text(self) -> str:
        """The whole text as plain lines."""
        signatures = [line for group in self.signatures.groups for line in below_each_other(group)]
        return written((*below_each_other(self.title), *self.body, *signatures, *self.annexes))

    @property
    def own_lines(self) -> tuple[Line, ...]:
        """The lines of the body that are not quoted, as an amending agreement quotes what it inserts."""
        quoted = lines_of(written(self.body), 1)
        pairs = zip(self.body, quoted, strict=False)
        return tuple(one.line for one, line in pairs if not line.is_quoted and line.text[0] not in _QUOTES)

    @property
    def prose(self) -> str:
        """All words that are not in capitals, by which those in capitals can be spelt."""
        lines = (one.line.text for one in (*self.body, *self.annexes))
        return "\n".join(text for text in lines if not text.isupper())


def parts_of(blocks: Sequence[Block], known: KnownNames) -> Parts:
    """Divides the blocks of a document."""
    with_words = [block for block in with_labels(blocks) if any(line.text for line in lines_in(block))]
    kept, marks = without_page_marks(with_words)
    start, title = _title(kept, known)
    rest = kept[start + len(title) :]
    # The number may stand below the title.
    numbers = rest[:1] if rest and is_number_line(lines_in(rest[0])[0].text) else ()
    body = rest[len(numbers) :]
    begin, end = signatures_span(body)
    above, below = joined_lines(body[:begin]), joined_lines(body[end:])
    return Parts(
        read_head((*kept[:start], *numbers)),
        title,
        body_lines(above),
        read_signatures(body[begin:end]),
        body_lines(below),
        (*marks, *without_text((*above, *below))),
    )


def _title(blocks: Sequence[Block], known: KnownNames) -> tuple[int, tuple[Line, ...]]:
    """Where the title begins, or the text if there is none, and the lines of the title."""
    start = title_start(blocks, known)
    if start is not None:
        return start, title_lines(blocks[start:])
    first = next((index for index, block in enumerate(blocks) if _begins_text(block)), len(blocks))
    return head_end(blocks[: min(first, _MOST_BLOCKS_OF_HEAD)]), ()


def _begins_text(block: Block) -> bool:
    lines = lines_in(block)
    return len(lines) == 1 and begins_text(lines[0].text)
