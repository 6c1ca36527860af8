"""Drafts: the files that an import makes for the bulletin, and what the report says of each."""

from enum import StrEnum

from msgspec import Struct

from bantin.domain.text.guesses import find_guesses
from bantin.importing.facts.model import LeftOut
from bantin.importing.material import Notice


class DraftKind(StrEnum):
    """What a draft is a file of."""

    ARTICLE = "article"
    RECORD = "record"
    AGENCY = "agency"


class Value(Struct, frozen=True):
    """A value of a draft, for the report: its key, the value as written, and what it rests on if it is a guess."""

    key: str
    value: str
    evidence: str = ""


class Attached(Struct, frozen=True):
    """A file that belongs to a draft: its name beside it, or its path below ``content/``; and its bytes."""

    path: str
    data: bytes


class Draft(Struct, frozen=True):
    """A file for the bulletin, without its place yet.

    ``folder`` is where it belongs (``content/articles/2012``), ``slug`` the name that it should have there. ``key``
    names the source that it is made of, the same at each import. ``values`` are those taken, ``open`` the keys for
    which the source has nothing.
    """

    kind: DraftKind
    key: str
    folder: str
    slug: str
    text: str
    title: str = ""
    values: tuple[Value, ...] = ()
    open: tuple[str, ...] = ()
    attached: tuple[Attached, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def guesses(self) -> int:
        """How many guesses are marked in the file."""
        return sum(1 for _ in find_guesses(self.text))
