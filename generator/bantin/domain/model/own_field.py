"""Facts of agreements that a bulletin adds to those that the program knows."""

from enum import StrEnum

from msgspec import Struct

from bantin.domain.model.label import Label, Term


class OwnFieldKind(StrEnum):
    """The kind of value that an own field holds."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    YES_NO = "yes_no"
    NUMBER = "number"
    CHOICE = "choice"


class ShownIn(StrEnum):
    """Where an own field is shown: among the facts of a page, as a column of the register, as a column of the data."""

    PAGE = "page"
    REGISTER = "register"
    DATA = "data"


class OwnField(Struct, frozen=True, array_like=True):
    """A field of ``fields`` in ``site.yml``: its key in agreements, its label, its kind and where it is shown.

    ``choices`` are the values of a choice, in the order of the file.
    """

    key: str
    label: Label
    kind: OwnFieldKind = OwnFieldKind.TEXT
    choices: tuple[Term, ...] = ()
    shown: tuple[ShownIn, ...] = ()
