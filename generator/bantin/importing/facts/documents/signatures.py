"""The signatures at the end of a document: where they stand, and which lines belong to which party.

They are cells of a table, one party beside the other and two in each row or more; lines of a PDF, with the parties in
columns; or lines one below the other.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from bantin.domain.model.provision import ProvisionKind
from bantin.domain.provisions.formulas import is_signature
from bantin.domain.text.capital_names import begins_agency
from bantin.domain.text.person_names import is_name, post_at, posts_in, split_rank
from bantin.importing.facts.documents.head import is_date_line
from bantin.importing.facts.documents.lines import Line, cells_of, label_of, line_of, pieces_of
from bantin.importing.material import Block, Paragraph, Table

_BULLETS = ("-", "–", "+", "•", "*")
_LONGEST_LINE = 160


class Signatures(Struct, frozen=True):
    """The signatures: ``parties`` are the lines of each; ``groups`` all lines in the order of the text, in paragraphs.

    ``recipients`` are the lines of the list of those who get a copy; ``dates`` those with the place and the day.
    """

    parties: tuple[tuple[Line, ...], ...] = ()
    groups: tuple[tuple[Line, ...], ...] = ()
    recipients: tuple[Line, ...] = ()
    dates: tuple[Line, ...] = ()


def signatures_span(blocks: Sequence[Block]) -> tuple[int, int]:
    """The indexes of the first block of the signatures, and of the one behind the last: an annex, or the end."""
    labels = {index: label for index, block in enumerate(blocks) if (label := _label(block))}
    annexes = [index for index, label in labels.items() if label is ProvisionKind.ANNEX]
    ends = annexes[0] if annexes and annexes[0] > 0 else len(blocks)
    last = max((index for index in labels if index < ends), default=0)
    start = next((index for index in range(last + 1, ends) if _begins_signatures(blocks, index)), None)
    if start is None:
        return len(blocks), len(blocks)
    return start, ends


def _label(block: Block) -> ProvisionKind | None:
    label = label_of(line_of(block).text) if isinstance(block, Paragraph) else None
    return label.kind if label else None


def _begins_signatures(blocks: Sequence[Block], index: int) -> bool:
    """Whether the signatures begin with a block: with that of a party, or with the place and the day above one."""
    block = blocks[index]
    if isinstance(block, Paragraph) and is_date_line(line_of(block).text):
        return index + 1 < len(blocks) and _is_of_party(blocks[index + 1])
    return _is_of_party(block)


def _is_of_party(block: Block) -> bool:
    """Whether a block begins with the signature of a party, or has one at the top of a cell."""
    if isinstance(block, Table):
        tops = [cell[0].text for row in block.rows for cell in row if cell and isinstance(cell[0], Paragraph)]
        return any(is_signature(text.strip()) or _is_agency_line(text) for text in tops)
    if not isinstance(block, Paragraph):
        return False
    return any(is_signature(piece.text) or _is_agency_line(piece.text) for piece in pieces_of(block))


def _is_agency_line(text: str) -> bool:
    text = text.strip()
    return text.isupper() and len(text) <= _LONGEST_LINE and begins_agency(text) and text[-1] not in ".;:,"


def read_signatures(blocks: Iterable[Block]) -> Signatures:
    """Reads the blocks of the signatures."""
    parts = [_of_table(block) if isinstance(block, Table) else block for block in _grouped(blocks)]
    read = [part if isinstance(part, Signatures) else _of_lines(part) for part in parts]
    return Signatures(
        tuple(party for part in read for party in part.parties),
        tuple(group for part in read for group in part.groups if group),
        tuple(line for part in read for line in part.recipients),
        tuple(line for part in read for line in part.dates),
    )


def _grouped(blocks: Iterable[Block]) -> Iterator[Table | list[Paragraph]]:
    """The tables, and the paragraphs between them."""
    paragraphs: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            paragraphs.append(block)
        elif isinstance(block, Table):
            yield paragraphs
            paragraphs = []
            yield block
    yield paragraphs


def _of_table(table: Table) -> Signatures:
    recipients, rest = _without_recipients(tuple(cells_of(table)))
    columns: dict[int, list[Line]] = {}
    for line in rest:
        columns.setdefault(line.column, []).append(line)
    parties = [party for lines in columns.values() for party in _parties(lines)]
    in_rows = sorted(parties, key=lambda party: (party[0].row, party[0].column))
    return Signatures(tuple(in_rows), tuple(in_rows), recipients)


def _of_lines(paragraphs: Sequence[Paragraph]) -> Signatures:
    """Lines that may have several columns, as the first of them tells."""
    whole = [line for paragraph in paragraphs if (line := line_of(paragraph)).text]
    recipients, _ = _without_recipients(whole)
    dates = tuple(line for line in whole if is_date_line(line.text))
    elsewhere = frozenset((*recipients, *dates))
    kept = [one for one in paragraphs if (line := line_of(one)).text and line not in elsewhere]
    lines = tuple(line for line in whole if line not in elsewhere)
    columns = _columns(kept)
    parties = tuple(party for column in columns for party in _parties(column))
    is_divided = len(columns) > 1 and len(columns) * len(kept) == sum(map(len, columns))
    is_certain = is_divided and not any(line.is_piece for party in parties for line in party)
    return Signatures(parties, parties if is_certain else (lines,), recipients, dates)


def _without_recipients(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of the list of recipients (``Nơi nhận:``) in its cell or among lines, and the others."""
    recipients: list[Line] = []
    others: list[Line] = []
    for line in lines:
        begins = _recipients().match(line.text) is not None
        goes_on = bool(recipients) and recipients[-1].column == line.column and recipients[-1].row == line.row
        is_item = line.text.startswith(_BULLETS) or line.text[0].islower() or line.text[-1] in ";."
        if begins or (goes_on and (is_item or line.row == recipients[0].row != 0) and not is_signature(line.text)):
            recipients.append(line)
        else:
            others.append(line)
    return tuple(recipients), tuple(others)


@cache
def _recipients() -> re.Pattern[str]:
    return re.compile(r"(?:Nơi nhận|NƠI NHẬN|Recipients)\b ?:?")


def _parties(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """The lines of a column party by party: the next one begins with a heading below a name."""
    party: list[Line] = []
    has_name = False
    for line in lines:
        if has_name and begins_party(line.text):
            yield tuple(party)
            party, has_name = [], False
        party.append(line)
        has_name = has_name or is_person(line.text) or may_be_name(split_rank(line.text)[1])
    if party:
        yield tuple(party)


def begins_party(text: str) -> bool:
    """Whether a line is one with which the signature of a party begins."""
    return is_signature(text) or _is_agency_line(text) or text.startswith(("Đại diện ", "ĐẠI DIỆN "))


def is_person(text: str) -> bool:
    """Whether a line has a person's name, perhaps behind a rank."""
    rest = split_rank(text)[1]
    return is_name(rest) and (not text.isupper() or not (_has_place(text) or begins_agency(text) or post_at(text, 0)))


def _has_place(capitals: str) -> bool:
    """Whether a line in capitals has the word for a place: the rest of an agency, ``TẠO TỈNH THÁI BÌNH``."""
    return _place().search(capitals) is not None


@cache
def _place() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|PHƯỜNG) \w")


def may_be_name(text: str) -> bool:
    """Whether a line of a signature may be a name whose family name is rare: two to five words with capitals."""
    words = text.split()
    return 2 <= len(words) <= 5 and all(word.istitle() and word.isalpha() for word in words)


def _columns(paragraphs: Sequence[Paragraph]) -> list[list[Line]]:
    """The lines of each column; a single column if the first line has no more.

    If a line cannot be divided as the first one is, the columns end above it: who signed for whom is not certain.
    """
    count = len(_divided(paragraphs[0], 0)) if paragraphs else 0
    if count < 2:
        return [[line_of(paragraph) for paragraph in paragraphs]]
    columns: list[list[Line]] = [[] for _ in range(count)]
    for paragraph in paragraphs:
        pieces = _divided(paragraph, count)
        if len(pieces) != count:
            break
        for column, piece in zip(columns, pieces, strict=True):
            column.append(piece)
    return columns


def _divided(paragraph: Paragraph, count: int) -> tuple[Line, ...]:
    """The pieces of a line: between wide gaps, or else at words with which a piece begins."""
    pieces = tuple(pieces_of(paragraph))
    if len(pieces) > 1:
        return pieces
    line = line_of(paragraph)
    starts = _heading_starts(line.text) if count == 0 else _starts(line.text, count)
    ends = (*starts[1:], len(line.text))[: len(starts)]
    return tuple(
        Line(line.text[start:end].strip(), line.place, 0, column, line.emphatic, is_piece=count > 0)
        for column, (start, end) in enumerate(zip(starts, ends, strict=True))
    )


def _heading_starts(text: str) -> tuple[int, ...]:
    return tuple(found.start() for found in _heading().finditer(text))


def _starts(text: str, count: int) -> tuple[int, ...]:
    """Where the ``count`` pieces of a line begin; fewer if that is not certain."""
    capacities = tuple(found.start() for found in _piece().finditer(text))
    posts = tuple(at for at in posts_in(text) if not _capacity_before().search(text, 0, at))
    found = next((starts for starts in (capacities, posts, _both(capacities, posts)) if len(starts) == count), ())
    return found if found and found[0] == 0 else _name_starts(text, count)


def _both(capacities: Sequence[int], posts: Sequence[int]) -> tuple[int, ...]:
    return tuple(sorted({*capacities, *posts}))


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(r"\b(?:ĐẠI DIỆN|TM\.) ?(?=\w)")


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:ĐẠI DIỆN|(?:TM|KT|TL|TUQ|Q)\.|\((?:Đã|đã|ĐÃ) )")


@cache
def _capacity_before() -> re.Pattern[str]:
    return re.compile(r"(?:KT|TL|TUQ|Q)\. ?\Z")


def _name_starts(text: str, count: int) -> tuple[int, ...]:
    """Where two names in a line begin, if they can be parted in one way only."""
    if count != 2:
        return ()
    blanks = [at for at, letter in enumerate(text) if letter == " "]
    fitting = [at + 1 for at in blanks if is_person(text[:at]) and is_person(text[at + 1 :])]
    return (0, fitting[0]) if len(fitting) == 1 else ()
