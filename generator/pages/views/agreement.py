"""The view of an agreement, and of what belongs to it."""

from dataclasses import dataclass

from generator.pages.views.parts import DateView, LinkView


@dataclass(frozen=True)
class PersonView:
    """Somebody at a signing, as of that day."""

    name: str
    rank: str
    position: str
    also: tuple[str, ...]
    role: str
    party: str
    capacity: str


@dataclass(frozen=True)
class PartyView:
    """An agency in an agreement: its name of that day, and those that have taken over from it since.

    The dates are its own, ``None`` where they are the agreement's.
    """

    link: LinkView
    role: str
    lead: bool
    signed_on: DateView | None
    effective_on: DateView | None
    heirs: tuple[LinkView, ...]


@dataclass(frozen=True)
class EventView:
    """Something that happened to an agreement."""

    label: str
    on: DateView | None
    note: str
    by: str


@dataclass(frozen=True)
class RelationView:
    """What an agreement does to another document; ``link`` is ``None`` where that one is not on the web."""

    label: str
    title: str
    number: str
    date: DateView | None
    link: LinkView | None


@dataclass(frozen=True)
class DocumentView:
    """A file to download."""

    label: str
    name: str
    url: str
    sha256: str


@dataclass(frozen=True)
class ReviewView:
    """When the parties look back together, and who chairs."""

    every: str
    next: DateView | None
    chair: LinkView | None
    rotating: bool


@dataclass(frozen=True)
class AgreementView:
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
