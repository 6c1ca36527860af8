"""The columns of the own fields of a bulletin, at the end of the table of agreements."""

from collections.abc import Mapping

from msgspec.structs import replace

from bantin.domain.model import Label, OwnField, OwnFieldKind, ShownIn, Site
from bantin.site.data.agreements import AGREEMENTS, Row
from bantin.site.data.columns import CellKind, Column, Table
from bantin.site.own_fields import own_value

_KINDS: Mapping[OwnFieldKind, CellKind] = {
    OwnFieldKind.TEXT: CellKind.TEXT,
    OwnFieldKind.LONG_TEXT: CellKind.TEXT,
    OwnFieldKind.DATE: CellKind.DATE,
    OwnFieldKind.YES_NO: CellKind.BOOLEAN,
    OwnFieldKind.NUMBER: CellKind.INTEGER,
    OwnFieldKind.CHOICE: CellKind.ID,
}


def agreements(site: Site) -> Table[Row]:
    """The table of agreements with the own fields of ``site`` that its data show."""
    own = tuple(_column(one) for one in site.own_fields if ShownIn.DATA in one.shown)
    return replace(AGREEMENTS, columns=(*AGREEMENTS.columns, *own)) if own else AGREEMENTS


def _column(field: OwnField) -> Column[Row]:
    # No column of this version or a later one has such a name.
    return Column(
        f"own_{field.key}",
        _KINDS[field.kind],
        Label(f"{field.label.text('vi')}.", f"{field.label.text('en')}."),
        lambda row: own_value(field, dict(row.agreement.own).get(field.key, "")),
        choices={one.id: one.label for one in field.choices} or None,
    )
