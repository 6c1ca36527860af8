"""The text of a document as plain lines, as the body of a record has it and ``domain/provisions`` reads it."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from bantin.importing.facts.documents.lines import Line, is_rule, line_of, lines_in, squeezed
from bantin.importing.facts.model import LeftOut
from bantin.importing.material import Block, Paragraph, Picture, Table


class TextLine(Struct, frozen=True):
    """A line of the text; ``follows`` if it stands right below the one above, without a blank line between."""

    line: Line
    follows: bool = False


def written(lines: Iterable[TextLine]) -> str:
    """The text, with a newline at its end; empty if there are no lines."""
    text = "".join(f"{'' if one.follows else chr(10)}{one.line.text}\n" for one in lines)
    return text.removeprefix("\n")


def body_lines(blocks: Iterable[Block]) -> tuple[TextLine, ...]:
    """The lines of the blocks between the title and the signatures, or of an annex."""
    lines: list[TextLine] = []
    for block in blocks:
        if isinstance(block, Table):
            lines += _of_table(block)
        elif isinstance(block, Paragraph) and not is_rule(text := squeezed(block.labelled)):
            # The heading of a chapter in capitals, over several lines.
            follows = bool(lines) and text.isupper() and lines[-1].line.text.isupper()
            lines.append(TextLine(line_of(block), follows))
    return tuple(lines)


def below_each_other(lines: Sequence[Line]) -> tuple[TextLine, ...]:
    """Lines without blank ones between them, as in a title or a signature."""
    return tuple(TextLine(line, follows=index > 0) for index, line in enumerate(lines))


def without_text(blocks: Iterable[Block]) -> Iterator[LeftOut]:
    """What the text does not have: pictures and drawn lines."""
    for block in blocks:
        for line in lines_in(block):
            if isinstance(block, Picture):
                yield line.left_out("picture")
            elif isinstance(block, Paragraph) and line.text and is_rule(line.text):
                yield line.left_out("rule")


def _of_table(table: Table) -> list[TextLine]:
    """A table in Markdown, whose first row is the head. Pictures in it stand as their words."""
    width = max((len(row) for row in table.rows), default=0)
    if not width:
        return []
    rows = [[_cell(cell) for cell in row] + [""] * (width - len(row)) for row in table.rows]
    rows.insert(1, ["---"] * width)
    texts = [f"| {' | '.join(row)} |" for row in rows]
    return [TextLine(Line(text, table.place), follows=index > 0) for index, text in enumerate(texts)]


def _cell(cell: Iterable[Paragraph | Picture]) -> str:
    words = " ".join(line.text for one in cell for line in lines_in(one))
    return words.replace("|", "\\|")
