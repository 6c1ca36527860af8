"""The views of data sets: what is written by a writer of its format and not by a template."""

from collections.abc import Mapping

from generator.pages.views.pages import View

Json = str | int | float | bool | None | tuple["Json", ...] | Mapping[str, "Json"]
"""What a JSON document is made of."""


class JsonView(View, frozen=True, kw_only=True):
    """A JSON document, its keys in the order in which they are to stand."""

    value: Json


class TableView(View, frozen=True, kw_only=True):
    """A table: the names of its columns, and rows of as many cells; an empty cell is not known."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
