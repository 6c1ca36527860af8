"""Agreements: what was signed, by whom, when, and what happened to it since."""

from enum import StrEnum

from msgspec import Struct

from bantin.domain.model.amendment import Amendment
from bantin.domain.text.dates import Edtf
from bantin.domain.text.durations import Duration


class Scope(StrEnum):
    """The territorial scope of an agreement."""

    CENTRAL = "central"
    PROVINCIAL = "provincial"
    INTERNAL = "internal"


class OnBehalf(StrEnum):
    """In what capacity a person signs, as Vietnamese documents abbreviate it (Decree 30/2020/NĐ-CP, annex I).

    ``TM`` for a collective, ``KT`` in the head's place, ``TL`` by order, ``TUQ`` by authorisation, ``Q`` as acting
    head.
    """

    TM = "TM"
    KT = "KT"
    TL = "TL"
    TUQ = "TUQ"
    Q = "Q"


class EventKind(StrEnum):
    """A kind of event in the life of an agreement."""

    SIGNED = "signed"
    EFFECTIVE = "effective"
    AMENDED = "amended"
    EXTENDED = "extended"
    CORRECTED = "corrected"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"
    REPLACED = "replaced"
    REVIEWED = "reviewed"


class RelationKind(StrEnum):
    """What one agreement does to another. Stated once, in this direction."""

    AMENDS = "amends"
    SUPPLEMENTS = "supplements"
    EXTENDS = "extends"
    CORRECTS = "corrects"
    REPLACES = "replaces"
    TERMINATES = "terminates"
    IMPLEMENTS = "implements"
    BASED_ON = "based_on"
    REVIEWS = "reviews"
    RELATED = "related"


CHANGING = frozenset(
    {
        RelationKind.AMENDS,
        RelationKind.SUPPLEMENTS,
        RelationKind.EXTENDS,
        RelationKind.CORRECTS,
        RelationKind.REPLACES,
        RelationKind.TERMINATES,
    }
)
"""The relations in which one agreement changes the other."""


class Party(Struct, frozen=True, array_like=True):
    """An agency as a party to an agreement. A date that is ``None`` is that of the agreement."""

    agency: str
    role: str = ""
    lead: bool = False
    signed_on: Edtf | None = None
    effective_on: Edtf | None = None


class Person(Struct, frozen=True, array_like=True):
    """A person at a signing, with the rank and position held on that day."""

    name: str
    rank: str = ""
    position: str = ""
    also: tuple[str, ...] = ()
    role: str = ""


class Signatory(Struct, frozen=True, array_like=True):
    """A person who signs for a party; ``party`` is an agency id, ``None`` where the sources do not say."""

    person: Person
    party: str | None = None
    on_behalf: OnBehalf | None = None


class SigningPlace(Struct, frozen=True, array_like=True):
    """Where an agreement was signed: the town or province, and the venue."""

    place: str = ""
    venue: str = ""


class Review(Struct, frozen=True, array_like=True):
    """When the parties review the agreement together.

    ``chair`` is the id of the agency that chairs; with ``rotating`` the parties take turns.
    """

    every: Duration | None = None
    next: Edtf | None = None
    chair: str | None = None
    rotating: bool = False


class Event(Struct, frozen=True, array_like=True):
    """Something that happened to an agreement; ``by`` names the agency or document that caused it.

    ``part`` and ``parties`` name what it concerns, where that is not the whole agreement or not all parties.
    ``until`` is the last day of a suspension, or of the term that an extension sets, which may also be ``indefinite``.
    """

    kind: EventKind
    on: Edtf | None = None
    note: str = ""
    by: str = ""
    part: str = ""
    until: Edtf | None = None
    indefinite: bool = False
    parties: tuple[str, ...] = ()


class External(Struct, frozen=True, array_like=True):
    """A document outside this bulletin."""

    title: str
    number: str = ""
    date: Edtf | None = None
    url: str | None = None


class Relation(Struct, frozen=True, array_like=True):
    """A relation of an agreement to another: a record of this bulletin (``to``) or an external document."""

    kind: RelationKind
    to: str | None = None
    external: External | None = None


class Document(Struct, frozen=True, array_like=True):
    """A file of an agreement: its path from the root of the bulletin, its kind, and its SHA-256 as stated."""

    file: str
    kind: str
    sha256: str | None = None

    @property
    def is_signed_copy(self) -> bool:
        """Whether the file shows the full text as it was signed."""
        return self.kind == "signed"


class FullText(Struct, frozen=True, array_like=True):
    """Whether the full text is open to the public, and the reason if it is not."""

    public: bool
    reason: str = ""


class Agreement(Struct, frozen=True, array_like=True):
    """A signed agreement. ``None`` and empty values mean that the sources do not say; nothing is guessed.

    ``own`` are the own fields of the bulletin that are given, each with its value as a text: a date in EDTF, ``true``
    or ``false``, digits, the id of a choice.
    """

    id: str
    type: str
    parties: tuple[Party, ...]
    fields: tuple[str, ...]
    title: str = ""
    number: str = ""
    signatories: tuple[Signatory, ...] = ()
    presided_by: tuple[Person, ...] = ()
    attended_by: tuple[Person, ...] = ()
    signed_on: Edtf | None = None
    signed_at: SigningPlace = SigningPlace()
    scope: Scope | None = None
    effective_on: Edtf | None = None
    effective_method: str = ""
    expires_on: Edtf | None = None
    indefinite: bool = False
    review: Review | None = None
    clauses: int | None = None
    legal_basis: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    documents: tuple[Document, ...] = ()
    full_text: FullText | None = None
    amends: tuple[Amendment, ...] = ()
    own: tuple[tuple[str, str], ...] = ()
