"""Amendments: what one agreement does to the provisions of another."""

from enum import StrEnum

from msgspec import Struct

from bantin.domain.model.reference import Position


class AmendmentKind(StrEnum):
    """The operation on a provision.

    *Sửa đổi, bổ sung khoản 2 Điều 5 như sau* replaces it as a whole, *bổ sung Điều 5a vào sau Điều 5* inserts a new
    one, *bãi bỏ khoản 3 Điều 7* repeals it. A correction (*đính chính*) replaces.
    """

    REPLACE = "replace"
    INSERT = "insert"
    REPEAL = "repeal"


class Amendment(Struct, frozen=True, array_like=True):
    """A change of one provision of the text of the record ``to``.

    ``at`` is the anchor of the provision, for an inserted one its future anchor. ``text`` is the new wording of the
    provision, with its number and everything that it contains; empty if it is repealed. ``place`` is the position of
    ``at`` in the file of the amending agreement.
    """

    to: str
    at: str
    do: AmendmentKind
    text: str = ""
    place: Position = Position(0, 0)
