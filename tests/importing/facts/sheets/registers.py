"""Makes registers as agencies keep them: the same records in sheets and files of several layouts."""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

import openpyxl
from msgspec import Struct
from msgspec.structs import replace
from openpyxl.worksheet.worksheet import Worksheet

from bantin.content.settings import read_vocabulary
from bantin.domain.model import Agency, OwnField, Vocabulary
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.material import Cell, CellKind, Row, Sheet
from tests.index.contents import SITE, agency

Value = str | int | float | bool | date | None


class Signer(Struct, frozen=True):
    """A person who signs, for the party of the same place in the list."""

    name: str
    rank: str = ""
    position: str = ""

    @property
    def written(self) -> str:
        """The name as it is written with rank and position."""
        before = f"{self.rank} {self.name}".strip()
        return f"{before} – {self.position}" if self.position else before


class Line(Struct, frozen=True):
    """What a register says of one agreement, of two parties."""

    number: str
    title: str
    type: str
    signed_on: date
    parties: tuple[str, ...]
    signers: tuple[Signer, ...] = ()
    field: str = ""
    place: str = ""
    clauses: int | None = None
    effective_on: date | None = None
    expires_on: date | None = None
    note: str = ""


class Style(StrEnum):
    """A layout of a register."""

    PLAIN = "plain"
    """One header, days as dates of the spreadsheet."""
    TYPED = "typed"
    """A title above, numbered columns, days as typed text, sections by year, a sum and signatures below."""
    SIDES = "sides"
    """A header on two lines with merged cells: a side is an agency, a signatory and a position."""
    ENGLISH = "english"
    """Headers in English."""
    CSV = "csv"
    """Values separated by semicolons, in UTF-8."""
    OLD_CSV = "old-csv"
    """Values separated by tabs, in Windows-1258."""


def register_sheet(lines: Sequence[Line], style: Style) -> bytes:
    """The register of ``lines`` as a file, of Excel or of separated values."""
    rows = _ROWS[style](lines)
    match style:
        case Style.CSV:
            return _separated(rows, ";").encode("utf-8-sig")
        case Style.OLD_CSV:
            return in_windows_1258(_separated(rows, "\t"))
    merged = ("E1:G1", "H1:J1") if style is Style.SIDES else ()
    return workbook({"Danh mục": rows}, lambda sheet: [sheet.merge_cells(cells) for cells in merged])


def workbook(sheets: Mapping[str, Iterable[Sequence[Value]]], finish: Callable[[Worksheet], object] = id) -> bytes:
    """A workbook of Excel with these rows; ``finish`` may change its last sheet."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    finish(made.worksheets[-1])
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def in_windows_1258(text: str) -> bytes:
    """``text`` in Windows-1258, which writes five tones as marks behind their letters."""
    return b"".join(_encoded(letter) for letter in text)


def _encoded(letter: str) -> bytes:
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
        return (base + "".join(part for part in parts if part in _TONES)).encode("cp1258")


def sheet_of(*rows: Sequence[Value | Cell]) -> Sheet:
    """A sheet with these rows, as a reader gives it."""
    made = (Row(number, tuple(_cells(row))) for number, row in enumerate(rows, start=1))
    return Sheet("so.xlsx", "", tuple(row for row in made if row.cells))


def _cells(values: Sequence[Value | Cell]) -> Iterable[Cell]:
    for column, value in enumerate(values, start=1):
        match value:
            case Cell():
                yield value
            case None | "":
                continue
            case bool():
                yield Cell(str(value).lower(), column, CellKind.BOOLEAN)
            case int() | float():
                yield Cell(str(value), column, CellKind.NUMBER)
            case date():
                yield Cell(value.isoformat(), column, CellKind.DATE)
            case str():
                yield Cell(value, column)


_TONES = "\u0300\u0301\u0303\u0309\u0323"
AGENCIES = (
    agency("bo-nang", name="Bộ Nắng", abbreviations=("BN",)),
    agency("bo-gio", name="Bộ Gió và Mây", abbreviations=("BGM",)),
    agency("cuc-suong", name="Cục Sương mù, Mưa phùn"),
    agency("so-mua", name="Sở Mưa"),
)
_VOCABULARY = """\
types:
  quy-che: {vi: Quy chế phối hợp, en: Coordination regulation}
fields:
  thoi-tiet: {vi: Thời tiết, en: Weather}
  an-ninh: {vi: "An ninh, trật tự", en: Security}
"""


def known_names(agencies: Sequence[Agency] = AGENCIES, own: tuple[OwnField, ...] = ()) -> KnownNames:
    """The names of a small bulletin."""
    read: Vocabulary | None = read_vocabulary(_VOCABULARY.encode()).value
    assert read
    return KnownNames(agencies, read, replace(SITE, own_fields=own))


def lines(count: int) -> tuple[Line, ...]:
    """As many different lines of a register, the same at each call."""
    return tuple(_line(number) for number in range(count))


def _line(number: int) -> Line:
    signed = date(2005 + number % 20, 1 + number % 12, 1 + number % 28)
    return Line(
        number=f"{number + 1:02}/QCPH-BN-BGM",
        title=f"Quy chế phối hợp về việc thứ {number + 1}, giữa nắng và gió",
        type="Quy chế phối hợp",
        signed_on=signed,
        parties=("Bộ Nắng", "Bộ Gió và Mây"),
        signers=(
            Signer(f"Nguyễn Văn {_GIVEN[number % 7]}", "Trung tướng", "Thứ trưởng"),
            Signer(f"Trần Thị {_GIVEN[number % 5]}", "", "Bộ trưởng"),
        ),
        field="An ninh, trật tự" if number % 2 else "Thời tiết",
        place="Hà Nội",
        clauses=8 + number % 9,
        effective_on=signed,
        expires_on=date(2030, 12, 31) if number % 3 == 0 else None,
        note="Đã số hóa" if number % 4 == 0 else "",
    )


_GIVEN = ("An", "Bình", "Chi", "Dũng", "Giang", "Hòa", "Khánh")


def _typed(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _plain(lines: Sequence[Line]) -> Iterable[Sequence[Value]]:
    yield (
        *("STT", "Số, ký hiệu", "Trích yếu nội dung", "Loại văn bản", "Ngày ký", "Các bên ký kết", "Người ký"),
        *("Lĩnh vực", "Nơi ký", "Số điều", "Ngày có hiệu lực", "Ngày hết hiệu lực", "Ghi chú"),
    )
    for number, line in enumerate(lines, start=1):
        yield (
            *(number, line.number, line.title, line.type, line.signed_on, "; ".join(line.parties)),
            *("\n".join(one.written for one in line.signers), line.field, line.place, line.clauses),
            *(line.effective_on, line.expires_on, line.note),
        )


def _with_text_days(lines: Sequence[Line]) -> Iterable[Sequence[Value]]:
    for row in _plain(lines):
        yield [_typed(value) if isinstance(value, date) else value for value in row]


def _with_titles(lines: Sequence[Line]) -> Iterable[Sequence[Value]]:
    header, *rows = _with_text_days(lines)
    yield ("VĂN PHÒNG TRĂNG RẰM", *[None] * 5, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    yield ("DANH MỤC QUY CHẾ PHỐI HỢP ĐÃ KÝ KẾT",)
    yield ()
    yield header
    yield [f"({number})" for number in range(1, len(header) + 1)]
    for at, row in enumerate(rows):
        if at % 50 == 0:
            yield ("I" * (1 + at // 50 % 3), None, f"Đợt {1 + at // 50}")
        yield row
    yield ("Tổng cộng", None, f"{len(rows)} văn bản")
    yield (None, None, "Người lập biểu", None, None, None, "Thủ trưởng đơn vị")


def _by_sides(lines: Sequence[Line]) -> Iterable[Sequence[Value]]:
    yield ("TT", "Số văn bản", "Tên văn bản", "Ngày ký", "Bên A", None, None, "Bên B", None, None, "Thời hạn")
    yield (*[None] * 4, "Cơ quan", "Người ký", "Chức vụ", "Cơ quan", "Người ký", "Chức vụ")
    for number, line in enumerate(lines, start=1):
        sides = [
            value
            for party, signer in zip(line.parties, line.signers, strict=True)
            for value in (party, f"{signer.rank} {signer.name}".strip(), signer.position)
        ]
        term = f"đến {_typed(line.expires_on)}" if line.expires_on else "5 năm"
        yield (number, line.number, line.title, line.signed_on, *sides, term)


def _in_english(lines: Sequence[Line]) -> Iterable[Sequence[Value]]:
    yield ("No.", "Number", "Title", "Type", "Date signed", "Parties", "Signed by", "Field", "Valid until", "Notes")
    for number, line in enumerate(lines, start=1):
        signers = "\n".join(one.written for one in line.signers)
        yield (
            *(number, line.number, line.title, line.type, line.signed_on.isoformat(), "\n".join(line.parties)),
            *(signers, line.field, line.expires_on, line.note),
        )


_ROWS: Mapping[Style, Callable[[Sequence[Line]], Iterable[Sequence[Value]]]] = {
    Style.PLAIN: _plain,
    Style.TYPED: _with_titles,
    Style.SIDES: _by_sides,
    Style.ENGLISH: _in_english,
    Style.CSV: _with_text_days,
    Style.OLD_CSV: _with_text_days,
}


def _separated(rows: Iterable[Sequence[Value]], separator: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue()
