"""The type of a document and its trích yếu, the lines below that say what it is about."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby

from msgspec import Struct

from bantin.domain.text.capital_names import begins_agency, in_small_letters
from bantin.domain.text.instruments import kind_of_word
from bantin.importing.facts.documents.lines import Line, begins_text, is_rule, line_of
from bantin.importing.facts.model import Found
from bantin.importing.facts.names.agreement_types import AGREEMENT_KINDS, kind_word, known_type, without_work
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.material import Block, Paragraph

_MOST_BLOCKS_BEFORE, _MOST_LINES = 80, 8
_LINKING = re.compile(
    r"(?:về|trong|giữa|nhằm|của|giai đoạn|bảo đảm|đảm bảo|thực hiện|phối hợp|công tác|tăng cường|triển khai|phòng"
    r"|bảo vệ)(?!\w)",
    re.IGNORECASE,
)
_PREAMBLE = re.compile(
    r"(?:hôm nay|chúng tôi|hai bên|các bên|bên [a-d]\b|để|nhằm|số ?:|thực hiện (?:nghị|luật|quyết|chỉ))", re.I
)


class Title(Struct, frozen=True):
    """The type and the title, type and subject as one, and the lines that they stand in."""

    lines: tuple[Line, ...] = ()
    type: Found[str] | None = None
    title: Found[str] | None = None


def title_start(blocks: Sequence[Block], known: KnownNames) -> int | None:
    """The index of the block with the type; ``None`` if none stands before the legal basis and the provisions."""
    for index, block in enumerate(blocks[:_MOST_BLOCKS_BEFORE]):
        line = line_of(block) if isinstance(block, Paragraph) else None
        if line is None or not line.text:
            continue
        if begins_text(line.text):
            return None
        if _is_type(line, known):
            return index
    return None


def title_lines(blocks: Sequence[Block]) -> tuple[Line, ...]:
    """The lines of the title, of which the first block is the type."""
    lines: list[Line] = []
    for block in blocks[:_MOST_LINES]:
        line = line_of(block) if isinstance(block, Paragraph) else None
        if line is None or not line.text or (lines and not _goes_on(lines, line)):
            break
        lines.append(line)
    return tuple(_without_sentence(lines))


def _without_sentence(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a title without the sentence below it, which goes back to a line that begins with a capital."""
    is_over = lines and (lines[-1].text[-1] in ".:;," or (len(lines) == _MOST_LINES and not lines[0].emphatic))
    if not is_over or lines[-1].text.isupper():
        return lines
    begins = (at for at in range(len(lines) - 1, 0, -1) if lines[at].text[0].isupper())
    return lines[: max(1, next(begins, 1))]


def read_title(lines: Sequence[Line], names: Iterable[str], known: KnownNames) -> Title:
    """The title that ``lines`` are, in small letters, with ``names`` spelt as given."""
    if not lines:
        return Title()
    words = " ".join(line.text for line in lines)
    value = _composed(lines, tuple(names))
    is_guess = any(_has_more_than_type(line.text) for line in lines if line.text.isupper())
    title = Found(value, lines[0].evidence(words), is_stated=not is_guess)
    return Title(tuple(lines), _type(value, lines[0], known), title)


def _is_type(line: Line, known: KnownNames) -> bool:
    found = kind_word().match(line.text)
    if found is None or kind_of_word(found) not in AGREEMENT_KINDS or _this().match(line.text, found.end()):
        return bool(known.type_id(line.text)) and (line.emphatic or line.text.isupper())
    return found[0].isupper() or (found[0][0].isupper() and (line.emphatic or found.end() == len(line.text)))


@cache
def _this() -> re.Pattern[str]:
    return re.compile(r" (?:này|số)(?!\w)", re.IGNORECASE)


def _goes_on(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line belongs to the title above it."""
    text = line.text
    if is_rule(text) or text.startswith("(") or begins_text(text) or _PREAMBLE.match(text):
        return False
    if lines[0].emphatic:
        return line.emphatic
    is_subject = len(lines) == 1 or any(not above.text.isupper() for above in lines[1:])
    return text.isupper() or _LINKING.match(text) is not None or is_subject


def _has_more_than_type(text: str) -> bool:
    found = kind_word().match(text)
    return found is None or found.end() < len(text)


def _composed(lines: Iterable[Line], names: tuple[str, ...]) -> str:
    """The lines as one title: what is in capitals in small letters, what follows the type with a small letter."""
    composed = ""
    for _, group in groupby(lines, key=lambda line: line.text.isupper()):
        part = in_small_letters(" ".join(line.text for line in group), names)
        is_name = any(part.startswith(name) for name in names) or _begins_with_agency(part)
        composed = f"{composed} {part if is_name else part[0].lower() + part[1:]}" if composed else part
    return composed


def _begins_with_agency(part: str) -> bool:
    """Whether a subject begins with an agency; ``Phòng, chống`` and ``Hội nhập`` are none."""
    return begins_agency(part) and not part.startswith(("Phòng", "Hội", "Ban", "Báo", "Đài", "Đoàn"))


def _type(title: str, line: Line, known: KnownNames) -> Found[str] | None:
    """The words for the type: those that the bulletin knows, or else as many as are certain."""
    found = kind_word().match(title)
    whole = found[0] if found else in_small_letters(line.text)
    short = without_work(whole)
    first = kind_word().match(line.text)
    candidates = (whole, short, in_small_letters(first[0]) if first else short)
    value = known_type(candidates, known) or short
    return Found(value, line.evidence(), is_stated=value.lower() in line.text.lower())
