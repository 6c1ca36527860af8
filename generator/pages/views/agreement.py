"""The view of an agreement, and of what belongs to it."""

from msgspec import Struct

from generator.pages.views.parts import DateView, LinkView


class PersonView(Struct, frozen=True):
    """Somebody at a signing, as of that day."""

    name: str
    rank: str
    position: str
    also: tuple[str, ...]
    role: str
    party: str
    capacity: str


class PartyView(Struct, frozen=True):
    """An agency in an agreement: its name of that day, and those that have taken over from it since.

    The dates are its own, ``None`` where they are the agreement's.
    """

    link: LinkView
    role: str
    lead: bool
    signed_on: DateView | None
    effective_on: DateView | None
    heirs: tuple[LinkView, ...]


class EventView(Struct, frozen=True):
    """Something that happened to an agreement."""

    label: str
    on: DateView | None
    note: str
    by: str


class RelationView(Struct, frozen=True):
    """What an agreement does to another document; ``link`` is ``None`` where that one is not on the web."""

    label: str
    title: str
    number: str
    date: DateView | None
    link: LinkView | None


class DocumentView(Struct, frozen=True):
    """A file to download."""

    label: str
    name: str
    url: str
    sha256: str


class ReviewView(Struct, frozen=True):
    """When the parties look back together, and who chairs."""

    every: str
    next: DateView | None
    chair: LinkView | None
    rotating: bool


class AgreementView(Struct, frozen=True):
    """The facts of an agreement; empty and ``None`` mean that the sources do not say."""

    id: str
    type: LinkView
    title: str
    number: str
    parties: tuple[PartyView, ...]
    signatories: tuple[PersonView, ...]
    presided_by: tuple[PersonView, ...]
    attended_by: tuple[PersonView, ...]
    signed_on: DateView | None
    place: str
    venue: str
    fields: tuple[LinkView, ...]
    scope: str
    effective_on: DateView | None
    effective_method: str
    expires_on: DateView | None
    indefinite: bool
    review: ReviewView | None
    clauses: int | None
    legal_basis: tuple[str, ...]
    contact: tuple[str, ...]
    events: tuple[EventView, ...]
    relations: tuple[RelationView, ...]
    documents: tuple[DocumentView, ...]
    text_public: bool | None
    text_reason: str
