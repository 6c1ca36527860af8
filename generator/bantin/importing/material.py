"""Material: what readers take from a source, in one form whatever its format. Frozen values, without I/O."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct


class PlaceKind(StrEnum):
    """What the places of a source are counted in."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    PAGE = "page"
    CELL = "cell"
    ROW = "row"
    ELEMENT = "element"


class Place(Struct, frozen=True, array_like=True):
    """Where something stands in a source, for people to find it.

    ``number`` counts lines, paragraphs, tables or pages from 1; 0 if ``name`` says it: a cell (``B7``), an element of a
    page (``meta property="og:title"``).
    """

    kind: PlaceKind
    number: int = 0
    name: str = ""


class Align(StrEnum):
    """How a paragraph is aligned."""

    LEFT = ""
    CENTRE = "centre"
    RIGHT = "right"


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """A paragraph, heading, item of a list or line.

    ``text`` is plain text in NFC, without line breaks; ``markdown`` is the same with its inline markup and links, empty
    if there is none. ``label`` is a number that the program counted itself (``Điều 1.``), which is not in ``text``.
    ``level`` is that of a heading, 0 otherwise. ``bold`` and ``italic`` are true if all of the text is.
    """

    text: str
    place: Place
    markdown: str = ""
    label: str = ""
    level: int = 0
    align: Align = Align.LEFT
    bold: bool = False
    italic: bool = False

    @property
    def labelled(self) -> str:
        """The text as a reader sees it, behind its label."""
        return f"{self.label} {self.text}".strip()


class Picture(Struct, frozen=True, tag="picture"):
    """A picture: ``path`` is its name among the files of the material, or its address as the source gives it.

    ``caption`` is empty if the source does not join one to it.
    """

    path: str
    place: Place
    alt: str = ""
    caption: str = ""

    @property
    def words(self) -> str:
        """What tells people which picture is meant."""
        return self.caption or self.alt or self.path


class Table(Struct, frozen=True, tag="table"):
    """A table: rows of cells, each with its paragraphs and pictures. A cell over several columns stands once."""

    rows: tuple[tuple[tuple[Paragraph | Picture, ...], ...], ...]
    place: Place


Block = Paragraph | Picture | Table


def flat(blocks: Iterable[Block]) -> Iterator[Paragraph | Picture]:
    """The paragraphs and pictures among ``blocks``, also those in the cells of tables."""
    for block in blocks:
        if isinstance(block, Table):
            yield from (inner for row in block.rows for cell in row for inner in cell)
        else:
            yield block


class StatedKey(StrEnum):
    """What formats state in a place of its own: meta elements, items of a feed, properties of a file."""

    TITLE = "title"
    PUBLISHED = "published"
    UPDATED = "updated"
    AUTHOR = "author"
    LEAD = "lead"
    SECTION = "section"
    TAG = "tag"
    SOURCE = "source"
    ADDRESS = "address"


class Stated(Struct, frozen=True):
    """A value that the format states in a place of its own. A moment is in RFC 3339 or as typed."""

    key: StatedKey
    value: str
    place: Place


class NoticeKind(StrEnum):
    """What a reader met and did not take, or took in another form than it stands in the source."""

    TRACKED_INSERTION = "tracked-insertion"
    TRACKED_DELETION = "tracked-deletion"
    COMMENT = "comment"
    HIDDEN_TEXT = "hidden-text"
    LEGACY_FONT = "legacy-font"
    COUNTED_ELSEWHERE = "counted-elsewhere"
    FORMULA = "formula"
    MACRO = "macro"
    OBJECT = "object"
    UNREADABLE = "unreadable"
    NO_TEXT = "no-text"
    READ_BY_MACHINE = "read-by-machine"
    WIDGET = "widget"
    SCRIPT = "script"
    MISSING_FILE = "missing-file"
    CUT = "cut"
    NOT_PUBLISHED = "not-published"
    NO_MATCH = "no-match"


class Notice(Struct, frozen=True):
    """Something for the report: what the reader met, the words concerned, and where."""

    kind: NoticeKind
    words: str
    place: Place


class Form(StrEnum):
    """What the material is, which decides how facts are looked for."""

    PAGE = "page"
    DOCUMENT = "document"


class File(Struct, frozen=True):
    """A file within the source, such as a picture of a Word file: a name that is safe to use, and the bytes."""

    name: str
    data: bytes


class CellKind(StrEnum):
    """What a cell of a sheet holds.

    The text of a number is in decimal digits, that of a date is ``2012-11-20`` or ``2012-11-20T10:30:00``, that of a
    boolean ``true`` or ``false``. What is unreadable is an error such as ``#REF!``, or typed in a legacy font.
    """

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"
    UNREADABLE = "unreadable"


class Cell(Struct, frozen=True, array_like=True):
    """A cell of a sheet that is not empty: its text in NFC, and its column, from 1.

    ``is_computed`` if it holds a formula, whose last result is the text. ``height`` and ``width`` count the rows and
    columns of a merged cell.
    """

    text: str
    column: int
    kind: CellKind = CellKind.TEXT
    is_computed: bool = False
    height: int = 1
    width: int = 1


class Row(Struct, frozen=True, array_like=True):
    """A row of a sheet, with its number from 1, and its cells from left to right; empty ones are not among them."""

    number: int
    cells: tuple[Cell, ...]


class Sheet(Struct, frozen=True):
    """A sheet of a workbook, or a file of separated values, whose ``name`` is empty.

    ``rows`` are those that hold something. Hidden rows, columns and sheets are told of in ``notices`` alone.
    """

    source: str
    name: str
    rows: tuple[Row, ...]
    notices: tuple[Notice, ...] = ()

    def place(self, row: int, column: int) -> Place:
        """The place of a cell, as spreadsheets show it: ``B7``, or ``Năm 2020!B7`` if the sheet has a name."""
        return cell_place(self.name, row, column)

    def row_place(self, row: Row) -> Place:
        """The place of a row."""
        return Place(PlaceKind.ROW, row.number, self.name)


def cell_place(sheet: str, row: int, column: int) -> Place:
    """The place of a cell of the sheet of this name; rows and columns count from 1."""
    cell = f"{column_letters(column)}{row}"
    return Place(PlaceKind.CELL, name=f"{sheet}!{cell}" if sheet else cell)


def column_letters(column: int) -> str:
    """The letters of a column: ``A`` for 1, ``AA`` for 27."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class Material(Struct, frozen=True):
    """One thing to import: a page, a post, a document. ``source`` is the name of its file, ``part`` that within it.

    ``address`` is where the page was published until now, with its query: a path, or empty.
    """

    source: str
    form: Form
    blocks: tuple[Block, ...]
    part: str = ""
    stated: tuple[Stated, ...] = ()
    files: tuple[File, ...] = ()
    notices: tuple[Notice, ...] = ()
    address: str = ""


class Unreadable(Exception):
    """A source cannot be read; the reason is one of ``Refusal``."""

    def __init__(self, refusal: "Refusal", detail: str = "") -> None:
        self.refusal, self.detail = refusal, detail
        super().__init__(f"{refusal}: {detail}")


class Refusal(StrEnum):
    """Why a source is not read."""

    UNKNOWN_KIND = "unknown-kind"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too-large"
    TOO_COSTLY = "too-costly"
    TOOL_MISSING = "tool-missing"
    EMPTY = "empty"
    OUTSIDE = "outside"
    NOT_PUBLISHED = "not-published"
