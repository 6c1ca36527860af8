"""Facts of news and agreements as an import finds them: values, each with the words that it rests on."""

from typing import Generic, TypeVar

from msgspec import Struct

from bantin.domain.model import OnBehalf, Scope
from bantin.importing.material import Block, Picture, Place

T = TypeVar("T")


class Evidence(Struct, frozen=True):
    """The words of the source that a value rests on, and where they stand. One sentence at most."""

    words: str
    place: Place


class Found(Struct, Generic[T], frozen=True):
    """A value with its evidence. ``is_stated`` if the source has it in a place of its own (a column ‘Ngày ký’, a meta
    element): then it is no guess, and not marked as one.
    """

    value: T
    evidence: Evidence
    is_stated: bool = False


class AgencyName(Struct, frozen=True):
    """An agency as the source names it, in full (``Công an tỉnh Lào Cai``).

    ``id`` is that of the bulletin's agency, empty if it knows none; ``near`` is one that may be meant.
    """

    name: str
    id: str = ""
    near: str = ""


class PersonFacts(Struct, frozen=True):
    """A person at a signing. ``also`` are further posts, ``role`` what the person did there, as the source says it.

    ``party`` is the agency signed for, ``on_behalf`` in what capacity.
    """

    name: str
    rank: str = ""
    position: str = ""
    also: tuple[str, ...] = ()
    role: str = ""
    party: AgencyName | None = None
    on_behalf: OnBehalf | None = None


class PartyFacts(Struct, frozen=True):
    """An agency as a party: its role, and whether it leads. A day that is empty is that of the agreement."""

    agency: AgencyName
    role: str = ""
    lead: bool = False
    signed_on: str = ""
    effective_on: str = ""


class ReviewFacts(Struct, frozen=True):
    """How often the parties review the agreement (ISO 8601, ``P1Y``), when they do next (EDTF), and who chairs.

    ``chair`` is empty where the source does not say, or if ``rotating``.
    """

    every: str = ""
    rotating: bool = False
    chair: AgencyName | None = None
    next: str = ""


class RelationFacts(Struct, frozen=True):
    """What the agreement does to another document: a value of ``RelationKind``, and the document's number and title.

    ``to`` is its id, if the source has ids of its own and the document is among them; ``url`` is its address.
    """

    kind: str
    title: str
    number: str = ""
    date: str = ""
    to: str = ""
    url: str = ""


class EventFacts(Struct, frozen=True):
    """Something that happened to the agreement: a value of ``EventKind``, and the rest as in ``Event`` of the model.

    Days are in EDTF; ``until`` may be ``indefinite``.
    """

    kind: str
    on: str = ""
    note: str = ""
    by: str = ""
    part: str = ""
    until: str = ""
    parties: tuple[AgencyName, ...] = ()


class AgreementFacts(Struct, frozen=True):
    """What a source says of one agreement. ``None`` and empty: it does not say, and nothing is invented.

    ``type`` is the word for the type as written (``Quy chế phối hợp``). Days are in EDTF. ``text_public`` is ``yes`` or
    ``no: reason``. ``id`` is only for sources that have ids of their own, such as our data.
    """

    id: Found[str] | None = None
    type: Found[str] | None = None
    title: Found[str] | None = None
    number: Found[str] | None = None
    parties: tuple[Found[PartyFacts], ...] = ()
    signatories: tuple[Found[PersonFacts], ...] = ()
    presided_by: tuple[Found[PersonFacts], ...] = ()
    attended_by: tuple[Found[PersonFacts], ...] = ()
    signed_on: Found[str] | None = None
    place: Found[str] | None = None
    venue: Found[str] | None = None
    scope: Found[Scope] | None = None
    effective_on: Found[str] | None = None
    effective_method: Found[str] | None = None
    expires_on: Found[str] | None = None
    review: Found[ReviewFacts] | None = None
    clauses: Found[int] | None = None
    fields: tuple[Found[str], ...] = ()
    legal_basis: tuple[Found[str], ...] = ()
    contact: tuple[Found[str], ...] = ()
    relations: tuple[Found[RelationFacts], ...] = ()
    documents: tuple[Found[str], ...] = ()
    text_public: Found[str] | None = None
    own: tuple[tuple[str, Found[str]], ...] = ()
    events: tuple[Found[EventFacts], ...] = ()


class LeftOut(Struct, frozen=True):
    """Words of the source that are not part of the draft, for the report. ``reason`` is a short code: ``widget``."""

    words: str
    reason: str
    place: Place


class NewsFacts(Struct, frozen=True):
    """What a page says: a piece of news, and the agreements that it tells of.

    ``published`` is a day in EDTF or a moment in RFC 3339. ``body`` has the paragraphs, tables and pictures of the text
    in their order, each picture with its caption.
    """

    title: Found[str] | None = None
    published: Found[str] | None = None
    updated: Found[str] | None = None
    lead: Found[str] | None = None
    authors: tuple[Found[str], ...] = ()
    source_name: Found[str] | None = None
    source_code: Found[str] | None = None
    section: Found[str] | None = None
    tags: tuple[Found[str], ...] = ()
    body: tuple[Block, ...] = ()
    photos: tuple[Picture, ...] = ()
    agreements: tuple[AgreementFacts, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


class DocumentFacts(Struct, frozen=True):
    """What a signed document says: its facts, and its ``text`` as plain lines, as the body of a record has it."""

    agreement: AgreementFacts
    text: str
    left_out: tuple[LeftOut, ...] = ()


class SheetRecord(Struct, frozen=True):
    """An agreement that a row of a sheet tells of, and the place of the row."""

    place: Place
    agreement: AgreementFacts


class SheetFacts(Struct, frozen=True):
    """What a sheet says, a record a row.

    ``left_out`` are rows, columns and cells that are not part of any record. ``problems`` are cells of known columns
    whose words are not what the column is for; such facts are left open.
    """

    records: tuple[SheetRecord, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    problems: tuple[LeftOut, ...] = ()
