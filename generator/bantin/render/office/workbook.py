"""Workbooks in SpreadsheetML (ECMA-376, part 1, chapter 18)."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from bantin.render.office.package import RELATIONS, XML, Part, package, xml_text
from bantin.site.views import HeadingCell, SheetCell, SheetView, WorkbookView

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MOST_CHARACTERS = 32_767
"""The longest text of a cell, in UTF-16 code units."""
_CUT = "…"
_MOST_DIGITS = 10**15
"""Spreadsheets calculate with fewer digits."""
_FIRST_DAY = date(1900, 3, 1)
"""Before it, programs count days differently, since the first of them took 1900 for a leap year."""
_DAY_ZERO = date(1899, 12, 30).toordinal()
_SHORT = 40  # characters
_ROWS_AT_ONCE = 500

# The numbers of formats in `_STYLES`; those of wrapped sheets are the same with `_WRAPPED` added.
_GENERAL, _TEXT, _DATE, _HEAD, _TITLE = range(5)
_WRAPPED = 5
_STYLES = (
    f'{XML}<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    '<fonts count="3"><font><sz val="11"/><name val="Times New Roman"/><family val="1"/></font>'
    '<font><b/><sz val="11"/><name val="Times New Roman"/><family val="1"/></font>'
    '<font><b/><sz val="14"/><name val="Times New Roman"/><family val="1"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE7EDF5"/><bgColor indexed="64"/></patternFill></fill>'
    "</fills>"
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
    '<border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border>'
    '</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="10">{}</cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
).format(
    "".join(
        f'<xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" applyNumberFormat="1"'
        f' applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"{wrap}/></xf>'
        for bordered, every_wrap in ((0, ""), (1, ' wrapText="1"'))
        for number, font, fill, border, wrap in (
            (0, 0, 0, bordered, every_wrap),
            (49, 0, 0, bordered, every_wrap),
            (164, 0, 0, bordered, every_wrap),
            (49, 1, 2, 1, ' wrapText="1"'),
            (49, 2, 0, 0, ""),
        )
    )
)

# What a program would read as an escaped character (ECMA-376, part 1, 22.9.2.19), and characters that must be escaped.
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f]")


def write_workbook(view: WorkbookView) -> bytes:
    """The workbook as a file. Texts are stored as texts, so no program runs one as a formula.

    Bantin writes the XML itself; ``docs/dependencies.md`` says why.
    """
    sheets = view.sheets
    paths = [f"worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    related = (*(("worksheet", path) for path in paths), ("styles", "styles.xml"))
    parts = (
        Part("xl/workbook.xml", f"{_TYPE}.sheet.main+xml", _workbook(sheets), related),
        Part("xl/styles.xml", f"{_TYPE}.styles+xml", (_STYLES,)),
        *(
            Part(f"xl/{path}", f"{_TYPE}.worksheet+xml", _sheet(sheet))
            for path, sheet in zip(paths, sheets, strict=True)
        ),
    )
    return package(parts, "xl/workbook.xml", view.title, view.author)


def _workbook(sheets: Sequence[SheetView]) -> Iterator[str]:
    yield f'{XML}<workbook xmlns="{_MAIN}" xmlns:r="{RELATIONS}"><sheets>'
    for number, sheet in enumerate(sheets, 1):
        yield f'<sheet name="{xml_text(sheet.name)}" sheetId="{number}" r:id="rId{number}"/>'
    yield "</sheets>"
    # Programs filter by this name, and print these rows on every page.
    names = [
        f'<definedName name="_xlnm.{name}" localSheetId="{number}"{hidden}>{_quoted(sheet.name)}!{where}</definedName>'
        for number, sheet in enumerate(sheets)
        if sheet.heads
        for name, hidden, where in (
            ("_FilterDatabase", ' hidden="1"', _absolute(_filtered(sheet))),
            ("Print_Titles", "", f"${len(sheet.above) + 1}:${_head_row(sheet)}"),
        )
    ]
    if names:
        yield f"<definedNames>{''.join(names)}</definedNames>"
    yield "</workbook>"


def _sheet(sheet: SheetView) -> Iterator[str]:
    width = len(sheet.widths)
    letters = tuple(map(_letters, range(width)))
    yield f'{XML}<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>'
    yield f'<sheetView workbookViewId="0">{_frozen(sheet)}</sheetView></sheetViews><cols>'
    for number, characters in enumerate(sheet.widths, 1):
        yield f'<col min="{number}" max="{number}" width="{characters}" customWidth="1"/>'
    yield "</cols><sheetData>"
    for number, line in enumerate(sheet.above, 1):
        yield _row(number, (line,), letters, _TITLE if number == 1 else _GENERAL)
    for number, head in enumerate(sheet.heads, len(sheet.above) + 1):
        yield _row(number, head, letters, _HEAD)
    first, style = _head_row(sheet) + 1, _WRAPPED + _TEXT if sheet.wrapped else _TEXT
    for start in range(0, len(sheet.rows), _ROWS_AT_ONCE):
        rows = enumerate(sheet.rows[start : start + _ROWS_AT_ONCE], first + start)
        yield "".join([_row(number, row, letters, style) for number, row in rows])
    yield "</sheetData>"
    if sheet.heads:
        yield f'<autoFilter ref="{_filtered(sheet)}"/>'
    yield '<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.3" footer="0.3"/>'
    yield '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
    yield "<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>"


def _row(number: int, cells: Sequence[SheetCell], letters: Sequence[str], style: int) -> str:
    """A row; ``style`` is the format of its texts. Cells of a bordered format are written even if they are empty."""
    found = [f'<row r="{number}">']
    for letter, cell in zip(letters, cells, strict=False):
        kind = type(cell)
        if kind is str and cell:
            told = _short_text(cell) if len(cell) <= _SHORT else _text(cell)  # type: ignore[arg-type]
            found.append(f'<c r="{letter}{number}" s="{style}" t="inlineStr">{told}</c>')
        elif cell is not None and kind is not str:
            found.append(_other(f"{letter}{number}", cell, style))
        elif style >= _WRAPPED:
            found.append(f'<c r="{letter}{number}" s="{style}"/>')
    found.append("</row>")
    return "".join(found)


def _other(place: str, cell: SheetCell, style: int) -> str:
    added = style - _TEXT
    match cell:
        case HeadingCell(text=text):
            return f'<c r="{place}" s="{_HEAD}" t="inlineStr">{_text(text)}</c>'
        case bool():
            return f'<c r="{place}" s="{added + _GENERAL}" t="b"><v>{cell:d}</v></c>'
        case int() if abs(cell) < _MOST_DIGITS:
            return f'<c r="{place}" s="{added + _GENERAL}"><v>{cell}</v></c>'
        case date() if cell >= _FIRST_DAY:
            return f'<c r="{place}" s="{added + _DATE}"><v>{cell.toordinal() - _DAY_ZERO}</v></c>'
    return f'<c r="{place}" s="{style}" t="inlineStr">{_text(str(cell))}</c>'


def _text(text: str) -> str:
    """The content of a cell with ``text``, which is cut if it is longer than a cell can be."""
    kept = text if len(text) * 2 <= _MOST_CHARACTERS else _cut(text)
    if not kept.isprintable() or "_x" in kept:
        kept = _ESCAPED.sub(lambda match: f"_x{ord(match[0]):04X}_", kept)
    kept = xml_text(kept)
    # Without this, programs drop spaces and line breaks at the ends.
    preserved = ' xml:space="preserve"' if kept != kept.strip() else ""
    return f"<is><t{preserved}>{kept}</t></is>"


_short_text = lru_cache(maxsize=4096)(_text)
"""Most cells are short and the same in many rows."""


def _cut(text: str) -> str:
    units = text.encode("utf-16-le")
    if len(units) <= _MOST_CHARACTERS * 2:
        return text
    return units[: (_MOST_CHARACTERS - len(_CUT)) * 2].decode("utf-16-le", errors="ignore") + _CUT


def _frozen(sheet: SheetView) -> str:
    """The pane that keeps the head in sight, with everything above it."""
    if not sheet.heads:
        return ""
    row = _head_row(sheet)
    return f'<pane ySplit="{row}" topLeftCell="A{row + 1}" activePane="bottomLeft" state="frozen"/>'


def _filtered(sheet: SheetView) -> str:
    last = _letters(len(sheet.widths) - 1)
    return f"A{_head_row(sheet)}:{last}{_head_row(sheet) + len(sheet.rows)}"


def _head_row(sheet: SheetView) -> int:
    """The number of the last row of the head; 0 without a head and lines above it."""
    return len(sheet.above) + len(sheet.heads)


def _letters(column: int) -> str:
    """The name of a column, which is given from 0: ``A``, ``Z``, ``AA``."""
    more, letter = divmod(column, 26)
    return (_letters(more - 1) if more else "") + chr(ord("A") + letter)


def _absolute(place: str) -> str:
    return re.sub("([A-Z]+)([0-9]+)", r"$\1$\2", place)


def _quoted(name: str) -> str:
    return xml_text("'" + name.replace("'", "''") + "'")
