"""Signed documents in ten layouts, as Word files: heads, titles, articles and signatures as offices type them."""

import random
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from benchmarks.importing.facts import Source, terms_of
from benchmarks.importing.signings import PEOPLES_COMMITTEE, Office, Party, Signing, signings
from benchmarks.importing.word import Lines, WordFile
from benchmarks.importing.wording import Provision, bases, provisions, written

_STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_SIGNED = "(Đã ký)"


class Head(StrEnum):
    """Where the agencies, the number and the day stand."""

    TABLE = "table"
    TWO_ROWS = "two-rows"
    LINES = "lines"
    CELLS = "cells"
    BELOW_TITLE = "below-title"


class Signatures(StrEnum):
    """How the signatures stand."""

    TABLE = "table"
    TWO_ROWS = "two-rows"
    LINE_BY_LINE = "line-by-line"
    LINES = "lines"
    RECIPIENTS = "recipients"


class Layout(Struct, frozen=True):
    """A layout. ``counted`` if Word counts the articles; ``styled`` if headings have the styles of Word.

    ``opening`` stands before the agency of a signature; ``post_names_agency`` if the post has it instead.
    """

    name: str
    head: Head = Head.TABLE
    signatures: Signatures = Signatures.TABLE
    parties: int = 2
    office: Office | None = None
    counted: bool = False
    styled: bool = False
    capitals: bool = False
    sides: bool = False
    font: str = ""
    opening: str = "ĐẠI DIỆN "
    post_names_agency: bool = False


LAYOUTS = (
    Layout("one-table", counted=True),
    Layout("lines", Head.LINES, Signatures.LINES, opening="TM. "),
    Layout("four-parties", Head.CELLS, Signatures.TWO_ROWS, parties=4, counted=True, opening=""),
    Layout("two-provinces", Head.TWO_ROWS, office=PEOPLES_COMMITTEE, capitals=True, opening="TM. "),
    Layout("recipients", signatures=Signatures.RECIPIENTS),
    Layout("styles", styled=True),
    Layout("rows", Head.TWO_ROWS, Signatures.LINE_BY_LINE, capitals=True),
    Layout("sides", Head.BELOW_TITLE, sides=True, counted=True),
    Layout("tcvn3", font=".VnTime"),
    Layout("posts", signatures=Signatures.LINE_BY_LINE, post_names_agency=True),
)


def documents(each: int, seed: int = 1) -> Iterator[Source]:
    """Yields ``each`` documents of every layout, as Word files."""
    for place, layout in enumerate(LAYOUTS):
        dice = random.Random(f"{seed} {layout.name}")
        for number, signing in enumerate(signings(each, layout.parties, seed * 100 + place, office=layout.office)):
            yield document(f"{layout.name}-{number}.docx", signing, layout, dice)


def document(name: str, signing: Signing, layout: Layout, dice: random.Random) -> Source:
    """The document of ``signing`` in a layout."""
    based, lines = bases(dice), tuple(provisions(signing, "Điều {}.", dice))
    file = WordFile(layout.font, counted=layout.counted)
    _HEADS[layout.head](file, signing)
    _write_title(file, signing, layout)
    file.lines(*(f"Căn cứ {words[0].lower() if words[0] == 'C' else words[0]}{words[1:]};" for words in based))
    file.lines(*(_sides(signing) if layout.sides else (_agreeing(signing),)))
    _write_articles(file, lines, layout)
    _SIGNATURES[layout.signatures](
        file, [_signature(party, place, layout) for place, party in enumerate(signing.parties)]
    )
    file.lines("Nơi nhận:", "- Như trên;", "- Lưu: VT.")
    facts = {**_people(signing, layout), **_named(signing, layout), **terms_of(signing), "legal_basis": based}
    facts["clauses"] = (str(signing.clauses),)
    return Source("docx", name, file.data, facts, tuple(one.line for one in lines), tuple(file.written))


def _named(signing: Signing, layout: Layout) -> dict[str, tuple[str, ...]]:
    venue = f"Trụ sở {signing.parties[0].agency}" if layout.sides else ""
    central = all("tỉnh" not in one.agency for one in signing.parties)
    return {
        "type": (signing.type,),
        "title": (signing.title,),
        "number": () if layout.head is Head.CELLS else (signing.number,),
        "signed_on": (signing.day.isoformat(),),
        "place": () if layout.sides else (signing.place,),
        "venue": (venue,) if venue else (),
        "scope": ("central",) if central else (),
        "parties": tuple(one.agency for one in signing.parties),
    }


def _people(signing: Signing, layout: Layout) -> dict[str, tuple[str, ...]]:
    parties = signing.parties
    return {
        "signatories": tuple(one.person for one in parties),
        "signatories.rank": tuple(f"{one.person}: {one.rank}" for one in parties if one.rank),
        "signatories.position": tuple(f"{one.person}: {_position(one, layout)}" for one in parties),
        "signatories.party": tuple(f"{one.person}: {one.agency}" for one in parties),
        "signatories.on_behalf": tuple(
            f"{one.person}: {'KT' if one.deputy else 'TM'}"
            for one in parties
            if one.deputy or layout.opening.startswith("TM")
        ),
    }


def _position(party: Party, layout: Layout) -> str:
    # The posts of the heads of ministries end where the name of the agency begins.
    return f"{party.post} {party.agency}" if layout.post_names_agency else party.post


def _issuers(signing: Signing) -> str:
    return " - ".join(one.agency.upper() for one in signing.parties)


def _date_line(signing: Signing) -> str:
    return f"{signing.place}, {written(signing.day)}"


def _head_table(file: WordFile, signing: Signing) -> None:
    file.table([[[_issuers(signing), f"Số: {signing.number}"], [*_STATE, _date_line(signing)]]])


def _head_two_rows(file: WordFile, signing: Signing) -> None:
    file.table([[[_issuers(signing), f"Số: {signing.number}"], [*_STATE]], [[""], [_date_line(signing)]]])


def _head_lines(file: WordFile, signing: Signing) -> None:
    file.lines(_issuers(signing), f"Số: {signing.number}", *_STATE, _date_line(signing))


def _head_cells(file: WordFile, signing: Signing) -> None:
    file.table([[[one.agency.upper()] for one in signing.parties]])
    file.centred(*_STATE)
    file.right(_date_line(signing))


def _head_below_title(file: WordFile, _signing: Signing) -> None:
    file.centred(*_STATE)


_HEADS: dict[Head, Callable[[WordFile, Signing], None]] = {
    Head.TABLE: _head_table,
    Head.TWO_ROWS: _head_two_rows,
    Head.LINES: _head_lines,
    Head.CELLS: _head_cells,
    Head.BELOW_TITLE: _head_below_title,
}


def _write_title(file: WordFile, signing: Signing, layout: Layout) -> None:
    subject = f"{signing.subject[0].upper()}{signing.subject[1:]}"
    if layout.styled:
        file.styled("Title", signing.type.upper())
        file.styled("Subtitle", subject)
    elif layout.capitals:
        words = f"{signing.type} {subject}".upper().split()
        file.centred(" ".join(words[:6]), " ".join(words[6:]))
    else:
        file.centred(signing.type.upper(), subject)
    if layout.head is Head.BELOW_TITLE:
        file.centred(f"Số: {signing.number}")


def _agreeing(signing: Signing) -> str:
    return f"Các bên thống nhất ban hành {signing.type} với những nội dung sau:"


def _sides(signing: Signing) -> Iterator[str]:
    yield f"Hôm nay, {written(signing.day)}, tại trụ sở {signing.parties[0].agency}, chúng tôi gồm:"
    for side, party in zip("ABCD", signing.parties, strict=False):
        yield f"BÊN {side}: {party.agency.upper()}"
        yield f"Đại diện: {party.rank or 'Ông'} {party.person} - {party.post}"
    yield f"Hai bên thống nhất ký kết {signing.type} với các nội dung sau:"


def _write_articles(file: WordFile, lines: Sequence[Provision], layout: Layout) -> None:
    for one in lines:
        if layout.styled and one.level == 0:
            file.styled("Heading 2", one.line)
        elif layout.counted:
            file.counted(one.level, one.words)
        else:
            file.lines(one.line)


def _signature(party: Party, place: int, layout: Layout) -> Lines:
    agency = party.agency.upper()
    posts = [f"KT. {party.head.upper()}", party.post.upper()] if party.deputy else [party.post.upper()]
    name = f"{party.rank} {party.person}".strip()
    if layout.post_names_agency:
        return [*posts[:-1], f"{posts[-1]} {agency}", _SIGNED, name]
    who = f"{layout.opening}BÊN {'ABCD'[place]}" if layout.sides else f"{layout.opening}{agency}"
    return [who, *posts, _SIGNED, name]


def _sign_table(file: WordFile, signatures: Sequence[Lines]) -> None:
    file.table([signatures])


def _sign_two_rows(file: WordFile, signatures: Sequence[Lines]) -> None:
    file.table([signatures[:2], signatures[2:]])


def _sign_line_by_line(file: WordFile, signatures: Sequence[Lines]) -> None:
    """A row of the table for each line; a signature that has a line less has an empty cell."""
    most = max(map(len, signatures))
    padded = [[*[""] * (most - len(one)), *one] if len(one) < most else list(one) for one in signatures]
    file.table([[[lines[row]] for lines in padded] for row in range(most)])


def _sign_lines(file: WordFile, signatures: Sequence[Lines]) -> None:
    for lines in signatures:
        file.lines(*lines)


def _sign_with_recipients(file: WordFile, signatures: Sequence[Lines]) -> None:
    file.table([[["Nơi nhận:", "- Các đơn vị trực thuộc;", "- Lưu: VT, TH."], *signatures]])


_SIGNATURES: dict[Signatures, Callable[[WordFile, Sequence[Lines]], None]] = {
    Signatures.TABLE: _sign_table,
    Signatures.TWO_ROWS: _sign_two_rows,
    Signatures.LINE_BY_LINE: _sign_line_by_line,
    Signatures.LINES: _sign_lines,
    Signatures.RECIPIENTS: _sign_with_recipients,
}
