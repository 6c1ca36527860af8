"""The ledger of what was public: every address of the site that readers and programs may have kept."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct


class AddressKind(StrEnum):
    """What is at an address: an item that an editor wrote, or what the program makes of the items.

    A ``record`` is the home of an agreement: its own file, or the article that contains it.
    """

    ARTICLE = "article"
    RECORD = "record"
    PAGE = "page"
    AGENCY = "agency"
    DERIVED = "derived"


Named = tuple[AddressKind, str]
"""The kind of an item and its permanent id."""


class PublicAddress(Struct, frozen=True, array_like=True):
    """An address that is public or has been, from the root of all languages, and what is or was there.

    ``id`` is the permanent id of the item; derived pages have none. ``last_seen`` is ``None`` while the address is
    public, else the day on which a build found it gone. ``digest`` identifies the facts of the item. ``now`` is the id
    that the item has today, if it has another one. ``line`` is that of the file, counted from 1; 0 for a new one.

    An id that was given up at an address that is still public is remembered under that address with ``#`` and the id.
    """

    address: str
    kind: AddressKind
    id: str
    first_seen: date
    last_seen: date | None = None
    digest: str = ""
    now: str = ""
    line: int = 0

    @property
    def is_of_id(self) -> bool:
        """Whether it only remembers an id, and is no address."""
        return "#" in self.address

    @property
    def named(self) -> Named:
        """What names the item, whatever its address and its language."""
        return self.kind, self.id


Ledger = Mapping[str, PublicAddress]
"""All addresses that ever were public, by address."""
