"""The views of data sets: what is written by a writer of its format and not by a template."""

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct

from bantin.site.views.pages import View

Json = str | int | float | bool | None | tuple["Json", ...] | Mapping[str, "Json"]
"""What a JSON document is made of."""


class JsonView(View, frozen=True, kw_only=True):
    """A JSON document, its keys in the order in which they are to stand."""

    value: Json


class TableView(View, frozen=True, kw_only=True):
    """A table: the names of its columns, and rows of as many cells; an empty cell is not known."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class OccasionView(Struct, frozen=True):
    """A whole day in a calendar.

    ``id`` is the same in every build and unique in the world, ``changed`` is when what is said of the day last changed,
    in UTC; ``url`` is absolute.
    """

    id: str
    on: date
    changed: datetime
    summary: str
    description: str
    location: str
    url: str
    categories: tuple[str, ...]


class CalendarView(View, frozen=True, kw_only=True):
    """A calendar, never an empty one; ``home`` is the absolute address of its page, ``source`` its own."""

    home: str
    source: str
    occasions: tuple[OccasionView, ...]
