"""Writes the rows of the register as a script that sets ``bantinRows``, for ``themes/default/static/finder.js``.

It is a script and not a JSON document, since a page that is opened from disk may run scripts but fetch nothing. What
many rows share is written once, in a list, and rows give its place there; a place of -1 means that it is not known.
"""

import msgspec
from msgspec import Struct, field

from bantin.site.views import AgencyChoiceView, DateView, OwnFactView, RowsView, RowView, StatusView

_Value = str | int | list[int] | list[str | int | list[str]]

_encode = msgspec.json.Encoder().encode


class _Places(Struct):
    """The places of values in the list of them, which grows with each new one."""

    known: dict[str | tuple[str, str], int] = field(default_factory=dict)

    def of(self, value: str | tuple[str, str]) -> int:
        return self.known.setdefault(value, len(self.known))

    def of_date(self, when: DateView | None) -> int:
        return self.of((when.iso, when.short)) if when else -1


class _Lists(Struct):
    """Lists of values that several rows have in common; a row holds their positions in these lists.

    ``folders`` are the beginnings of addresses, ``names`` those of parties with the ids of their agencies; ``days``
    are dates of signing.
    """

    folders: _Places = field(default_factory=_Places)
    names: _Places = field(default_factory=_Places)
    types: _Places = field(default_factory=_Places)
    statuses: _Places = field(default_factory=_Places)
    facets: _Places = field(default_factory=_Places)
    days: _Places = field(default_factory=_Places)


def write_rows(view: RowsView) -> str:
    """Writes the agencies, the lists of what rows share, and the rows in their order, each on a line of its own."""
    lists = _Lists()
    # The last row, which is the oldest agreement, comes first: so a new one changes no places in the lines of others.
    rows = [_encode(_row(row, lists)).decode() for row in reversed(view.rows)]
    shared = {name: list(getattr(lists, name).known) for name in _Lists.__struct_fields__}
    head = {"agencies": list(map(_agency, view.agencies)), **shared}
    members = [f'"{name}":{_encode(value).decode()}' for name, value in head.items()]
    lines = ",\n".join(reversed(rows))
    return "globalThis.bantinRows={" + ",\n".join([*members, f'"rows":[\n{lines}\n]']) + "};\n"


def _agency(one: AgencyChoiceView) -> tuple[str, ...]:
    return (one.value, one.name, *one.others)


def _row(row: RowView, lists: _Lists) -> list[_Value]:
    """The values of a row in the order of ``finder.js``; the last ones are left out if they are empty."""
    folder, _, name = row.url.removesuffix("/").rpartition("/")
    values: list[_Value] = [
        row.id,
        row.number,
        row.title,
        # Most addresses end with the id.
        lists.folders.of(folder) if name == row.id else row.url,
        [lists.names.of(one) for one in zip(row.parties, row.agencies, strict=True)],
        lists.types.of(row.type),
        lists.days.of_date(row.signed),
        _standing(row.standing, row.status, lists),
        [lists.facets.of(one) for one in row.facets],
        [_own(one) for one in row.own],
        row.lang,
    ]
    return values[: _length(values)]


def _length(values: list[_Value]) -> int:
    return next(place for place in range(len(values), 0, -1) if values[place - 1])


def _standing(status: StatusView | None, label: str, lists: _Lists) -> list[int]:
    """A status, its first day, its last day or that of its entry into force, and which of these the last one is."""
    if status is None:
        return [lists.statuses.of(("", label)), -1, -1, 0]
    last = status.enters_on or status.until
    form = 3 if status.enters_on else 0 if not last or not last.exact else 1 if status.at_least else 2
    days = lists.days
    return [lists.statuses.of((status.kind, label)), days.of_date(status.since), days.of_date(last), form]


def _own(fact: OwnFactView) -> str | int | list[str]:
    """A text, a number, both forms of a date, or only one thing in a list: a text in the words of the article."""
    if fact.date:
        return [fact.date.iso, fact.date.short]
    if fact.number is not None:
        return fact.number
    return [fact.text] if fact.in_words_of_article else fact.text
