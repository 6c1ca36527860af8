"""The view of the page that explains the data."""

from msgspec import Struct

from bantin.site.views.pages import View
from bantin.site.views.parts import DateView, LinkView


class FileView(Struct, frozen=True):
    """A file of the data: what it holds, in what format, how many rows if it has any, and the anchor of its columns."""

    link: LinkView
    about: str
    format: str
    rows: int | None
    guide: str


class ColumnView(Struct, frozen=True):
    """A column: its name, what sort of value it has and what it says.

    ``choices`` are the only values that it may have, with what they mean. ``refers`` is the table whose key the value
    is: its title and its anchor.
    """

    name: str
    anchor: str
    kind: str
    about: str
    required: bool
    is_key: bool
    choices: tuple[tuple[str, str], ...]
    refers: tuple[str, str] | None


class TableGuideView(Struct, frozen=True):
    """A table, and what its columns mean."""

    title: str
    anchor: str
    about: str
    file: LinkView
    member: str
    columns: tuple[ColumnView, ...]


class DataView(View, frozen=True, kw_only=True):
    """``data.html``: the files, the terms of reuse, how to cite them, and the meaning of every column.

    ``address`` is the full address of the page itself.
    """

    address: str
    as_of: DateView
    files: tuple[FileView, ...]
    tables: tuple[TableGuideView, ...]
    dates: tuple[tuple[str, str], ...]
    license_anchor: str
