"""Agencies: the public bodies that sign agreements, with their present and former names."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from bantin.domain.model.label import Label
from bantin.domain.model.reference import Reference
from bantin.domain.text.dates import Edtf, Moment


class Level(StrEnum):
    """The administrative level of an agency."""

    CENTRAL = "central"
    PROVINCIAL = "provincial"
    DISTRICT = "district"
    COMMUNE = "commune"


class DatedName(Struct, frozen=True, array_like=True):
    """A former name of an agency. Both days are inclusive; ``None`` is unknown."""

    name: Label
    since: Edtf | None = None
    until: Edtf | None = None


class Succession(Struct, frozen=True, array_like=True):
    """An agency that took over from another, and when."""

    agency: str
    on: Edtf | None = None


class Contact(Struct, frozen=True, array_like=True):
    """Contact details of an agency or of the editors."""

    address: str = ""
    phone: str = ""
    email: str = ""


class Agency(Struct, frozen=True, array_like=True):
    """A body that signs agreements. ``name`` is its present name, or its last one.

    A ``draft`` is not confirmed yet, and nothing that is published may name it; nor an agency under ``embargo``, before
    that begins.
    """

    id: str
    path: str
    name: Label
    former_names: tuple[DatedName, ...] = ()
    abbreviations: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    level: Level | None = None
    website: str | None = None
    contact: Contact = Contact()
    predecessors: tuple[Succession, ...] = ()
    successors: tuple[Succession, ...] = ()
    references: tuple[Reference, ...] = ()
    draft: bool = False
    embargo: Moment | None = None

    @property
    def every_name(self) -> tuple[str, ...]:
        """All names that it may be known by, each once: present and former ones in both languages, and short ones."""
        labels = (self.name, *(former.name for former in self.former_names))
        long = (text for label in labels for text in (label.vi, label.en) if text)
        return tuple(dict.fromkeys((*long, *self.abbreviations, *self.aliases)))

    def name_on(self, day: date | None) -> Label:
        """The name of the agency on ``day``; the present one if the day is unknown or no former one fits."""
        if day is None:
            return self.name
        ended = [(former.until.latest, former) for former in self.former_names if former.until and former.until.latest]
        for ends, former in sorted(ended, key=lambda pair: pair[0] or day):
            begins = former.since.earliest if former.since else None
            if ends is not None and day <= ends and (begins is None or begins <= day):
                return former.name
        return self.name
