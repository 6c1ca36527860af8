"""The views of data files, which are written by a writer of their format instead of a template."""

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct

from bantin.site.views.pages import View

Json = str | int | float | bool | None | tuple["Json", ...] | Mapping[str, "Json"]
"""The types of values in a JSON document."""


class JsonView(View, frozen=True, kw_only=True):
    """A JSON document; its keys are written in their order here."""

    value: Json


class TableView(View, frozen=True, kw_only=True):
    """A table: the names of its columns, and rows with as many cells. An empty cell is unknown."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class OccasionView(Struct, frozen=True):
    """An event in a calendar, which lasts a whole day.

    ``id`` is globally unique and the same in every build. ``changed`` is the time of the event's last change, in UTC.
    ``url`` is absolute.
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
    """A calendar with at least one event; ``home`` is the absolute address of its page, ``source`` that of itself."""

    home: str
    source: str
    occasions: tuple[OccasionView, ...]
