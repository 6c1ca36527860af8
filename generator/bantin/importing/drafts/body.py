"""Writes blocks of a source as Markdown, and what stands in them as it stands there, without becoming markup."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from bantin.domain.text.one_line import one_line
from bantin.importing.material import Block, Paragraph, Picture, Table

_TOP_LEVEL = 2


def markdown(blocks: Iterable[Block], picture: Callable[[Picture], str]) -> str:
    """Writes ``blocks`` with blank lines between them; ``picture`` is the Markdown of a picture, perhaps empty."""
    written = (_block(block, picture) for block in blocks)
    return "\n\n".join(text for text in written if text)


def plain(text: str) -> str:
    """Writes ``text`` so that Markdown shows it as it is; only markers of lists keep their meaning."""
    escaped = _inline_signs().sub(r"\\\g<0>", one_line(text))
    return _line_starts().sub(r"\\\g<0>", escaped)


def _block(block: Block, picture: Callable[[Picture], str]) -> str:
    if isinstance(block, Picture):
        return picture(block)
    if isinstance(block, Table):
        return "\n".join(_rows(block))
    text = block.markdown or plain(block.text)
    text = f"{plain(block.label)} {text}".strip() if block.label else text
    return f"{'#' * max(_TOP_LEVEL, block.level)} {text}" if block.level and text else text


def _rows(table: Table) -> Iterator[str]:
    """The rows of a table; the first one is its head, and short ones are filled up."""
    rows = [[_cell(cell) for cell in row] for row in table.rows if row]
    width = max(map(len, rows), default=0)
    for number, row in enumerate(rows):
        yield f"| {' | '.join([*row, *[''] * (width - len(row))])} |"
        if number == 0:
            yield f"|{' --- |' * width}"


def _cell(blocks: Iterable[Paragraph | Picture]) -> str:
    texts = (block.markdown or plain(block.labelled) for block in blocks if isinstance(block, Paragraph))
    return " ".join(filter(None, texts)).replace("|", "\\|").replace("\n", " ")


@cache
def _inline_signs() -> re.Pattern[str]:
    # What Markdown could take for markup within a line; a star or an underscore only where emphasis may begin or end.
    return re.compile(r"[\\`\[\]<]|[*_](?=\S)|(?<=\S)[*_]|!(?=\[)|&(?=#?\w+;)|~~")


@cache
def _line_starts() -> re.Pattern[str]:
    return re.compile(r"^(?:#(?=#{0,5}(?:\s|$))|[>|~]|(?:[-=+_] ?)(?=(?:[-=+_] ?){2,}$))")
