"""The pages of a document whose paragraphs are broken into lines, as in a PDF: what they add to the text is removed.

Numbers of pages and running heads are left out, and the lines of one paragraph are joined again.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby

import msgspec

from bantin.domain.provisions.formulas import is_basis, is_signature
from bantin.domain.provisions.labels import clause_label, point_label
from bantin.domain.provisions.scopes import leads_on
from bantin.importing.facts.documents.lines import Line, label_of, line_of, squeezed
from bantin.importing.facts.model import LeftOut
from bantin.importing.material import Block, Paragraph, PlaceKind

_BROKEN = frozenset((PlaceKind.PAGE, PlaceKind.LINE))
_FEWEST_RUNNING = 3
_SENTENCE_ENDS = '.;:!?”"…'
_BULLETS = ("-", "–", "+", "•", "*", "|", "[^")
# Lines of this share of the longest ones may go on; a shorter one ends because its paragraph does.
_FULL, _FULL_HEADING = 0.75, 0.92


def is_broken(block: Block) -> bool:
    """Whether a block is a line of a page rather than a paragraph."""
    return isinstance(block, Paragraph) and block.place.kind in _BROKEN


def without_page_marks(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[LeftOut, ...]]:
    """The blocks without numbers of pages and running heads, and these."""
    marks = _numbers(blocks) | _running(blocks)
    left_out = tuple(line_of(paragraph).left_out(reason) for paragraph, reason in marks.values())
    return tuple(block for index, block in enumerate(blocks) if index not in marks), left_out


Marks = dict[int, tuple[Paragraph, str]]


def _numbers(blocks: Sequence[Block]) -> Marks:
    """Numbers at the edge of a page; in a text without pages those that are one more than the number before."""
    edges, last, found = _edges(blocks), 1, Marks()
    for index, block in enumerate(blocks):
        number = _page_number().fullmatch(block.labelled.strip()) if isinstance(block, Paragraph) else None
        if number is None or not isinstance(block, Paragraph) or not is_broken(block):
            continue
        in_sequence = block.place.kind is PlaceKind.LINE and int(number[1]) == last + 1
        if index in edges or in_sequence:
            found[index], last = (block, "page-number"), int(number[1])
    return found


@cache
def _page_number() -> re.Pattern[str]:
    return re.compile(r"[-–—. ]*(?:(?:Trang|TRANG|Page) ?)?([0-9]{1,4})(?: ?/ ?[0-9]{1,4})?[-–—. ]*")


def _edges(blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of the first and the last lines of the pages."""
    of_pages = [index for index, block in enumerate(blocks) if block.place.kind is PlaceKind.PAGE and is_broken(block)]
    pages = [list(page) for _, page in groupby(of_pages, key=lambda index: blocks[index].place.number)]
    return frozenset(index for page in pages for index in (page[0], page[-1]))


def _running(blocks: Sequence[Block]) -> Marks:
    """Lines at the edges of at least three pages that are the same but for a number."""
    edges = {
        index: (block, _masked(block.text))
        for index in sorted(_edges(blocks))
        if isinstance(block := blocks[index], Paragraph) and any(map(str.isalpha, block.text))
    }
    counts = Counter(masked for _, masked in edges.values())
    return {
        index: (block, "page-head") for index, (block, masked) in edges.items() if counts[masked] >= _FEWEST_RUNNING
    }


def _masked(text: str) -> str:
    return re.sub("[0-9]+", "0", squeezed(text))


def joined_lines(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with the lines of each paragraph joined; each keeps the place of its first line."""
    blocks = tuple(blocks)
    width = _width(blocks)
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and _runs_on(groups[-1][-1], block, width):
            groups[-1].append(block)
        else:
            groups.append([block])
    return tuple(_joined(group) for group in groups)


def _joined(lines: Sequence[Block]) -> Block:
    """One paragraph of several lines."""
    if len(lines) == 1 or not isinstance(lines[0], Paragraph):
        return lines[0]
    text = " ".join(squeezed(line.text) for line in lines if isinstance(line, Paragraph))
    return msgspec.structs.replace(lines[0], text=_broken_number().sub(r"\1", text))


@cache
def _broken_number() -> re.Pattern[str]:
    """The beginning of a number that the end of a line has broken: ``701/CTPH-LĐLĐ- SYT``."""
    return re.compile(r"(?<![\w/])([0-9]{1,6}/[A-ZĐƯ0-9/-]{1,60}-) (?=[A-ZĐƯ]{2})")


def _width(blocks: Iterable[Block]) -> int:
    """The length of the longest lines, in characters, apart from a few that are longer than others."""
    lengths = sorted(len(squeezed(block.text)) for block in blocks if isinstance(block, Paragraph) and is_broken(block))
    return lengths[int(0.9 * len(lengths))] if lengths else 0


def _runs_on(above: Block, line: Block, width: int) -> bool:
    """Whether ``line`` goes on with the paragraph that the line ``above`` is the last one of."""
    if not isinstance(above, Paragraph) or not isinstance(line, Paragraph) or not is_broken(line):
        return False
    text, last = squeezed(line.text), squeezed(above.labelled)
    if not text or not last or above.bold != line.bold or last.isupper() or text.isupper():
        return False
    if leads_on(last) and not text.startswith(_BULLETS):
        return True
    if last[-1] in _SENTENCE_ENDS or begins_paragraph(line_of(line)):
        return False
    return text[0].islower() or _is_full(last, width)


def _is_full(line: str, width: int) -> bool:
    """Whether a line is so long that its paragraph may go on. A heading is rarely as long as the page is wide."""
    label = label_of(line)
    if label and not label.rest:
        return False
    return len(line) >= (_FULL_HEADING if label else _FULL) * width


def begins_paragraph(line: Line) -> bool:
    """Whether a line cannot go on with the paragraph above: it has a label, a sign or fixed words."""
    text = line.text
    return (
        text.startswith(_BULLETS)
        or label_of(text) is not None
        or clause_label(text) is not None
        or point_label(text) is not None
        or is_basis(text)
        or is_signature(text)
    )
