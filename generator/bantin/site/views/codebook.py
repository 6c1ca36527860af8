"""The view of the page that explains the data."""

from msgspec import Struct

from bantin.site.views.pages import View
from bantin.site.views.parts import DateView, LinkView


class FileView(Struct, frozen=True):
    """A file of the data: its contents, its format, its number of rows, if any, and the anchor of its columns."""

    link: LinkView
    about: str
    format: str
    rows: int | None
    guide: str


class ColumnView(Struct, frozen=True):
    """A column: its name, its type and its meaning.

    ``choices`` are all possible values, with their meanings, if they are limited. ``refers`` is the title and the
    anchor of the table whose key the value is.
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
    """A table, with the meanings of its columns."""

    title: str
    anchor: str
    about: str
    file: LinkView
    member: str
    columns: tuple[ColumnView, ...]


class DataView(View, frozen=True, kw_only=True):
    """``data.html``: the files, the licence, how to cite them, and the meanings of all columns.

    ``address`` is the full address of the page itself. ``changed`` is the day of the last known change of the data.
    """

    address: str
    changed: DateView | None
    files: tuple[FileView, ...]
    tables: tuple[TableGuideView, ...]
    dates: tuple[tuple[str, str], ...]
    license_anchor: str
