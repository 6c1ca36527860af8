"""The view of an agreement, and of its parts."""

from msgspec import Struct

from bantin.index import TextPlace
from bantin.site.views.parts import DateView, LinkView, StatusView


class PersonView(Struct, frozen=True):
    """A person at a signing, with the position of that day; ``link`` leads to everything signed under the name.

    ``capacity_id`` is the id of the capacity in the glossary, such as ``kt``; empty without one.
    """

    name: str
    rank: str
    position: str
    also: tuple[str, ...]
    role: str
    party: str
    capacity: str
    link: LinkView | None
    capacity_id: str = ""


class HeirView(Struct, frozen=True):
    """An agency that now holds the duties of another one: its current name, and when it took over."""

    link: LinkView
    on: DateView | None


class PartyView(Struct, frozen=True):
    """A party to an agreement, by its name on that day, with the agencies that hold its duties today.

    The dates and the status are set only if they differ from those of the agreement.
    """

    link: LinkView
    role: str
    lead: bool
    signed_on: DateView | None
    effective_on: DateView | None
    status: StatusView | None
    heirs: tuple[HeirView, ...]


class PartyRowView(Struct, frozen=True):
    """A row of the table of parties: who signed for the party, and since when and whether it is bound.

    Unlike in :class:`PartyView`, the day and the status are set also where they are those of the agreement. ``period``
    is true if the period of the status says more than the column with the days.
    """

    party: PartyView
    signatories: tuple[PersonView, ...]
    effective_on: DateView | None
    status: StatusView
    period: bool


class PartyTableView(Struct, frozen=True):
    """The parties to an agreement with what differs between them. Only columns that say something are true.

    ``others`` are the signatories of whom it is not known for which party they signed.
    """

    rows: tuple[PartyRowView, ...]
    signed: bool
    effective: bool
    status: bool
    now: bool
    others: tuple[PersonView, ...] = ()


class EventView(Struct, frozen=True):
    """An event of an agreement, in the past or, if ``upcoming``, in the future.

    ``parties`` and ``part`` name what it concerns, where that is not everything. ``until`` is the last day of a
    suspension, or of the term that an extension sets, which may also be ``indefinite``.
    """

    label: str
    on: DateView | None
    note: str
    by: str
    parties: tuple[str, ...]
    part: str
    until: DateView | None
    indefinite: bool
    upcoming: bool


class RelationView(Struct, frozen=True):
    """A document related to an agreement; ``link`` is ``None`` if it is not on the web.

    ``status`` is ``None`` if it is not a record of this site.
    """

    title: str
    number: str
    date: DateView | None
    link: LinkView | None
    status: StatusView | None = None


class RelationGroupView(Struct, frozen=True):
    """The documents with one kind of relation to an agreement: ``kind`` for programs, and a label.

    If ``inverse`` is true, they act on this agreement; else it acts on them.
    """

    kind: str
    inverse: bool
    label: str
    items: tuple[RelationView, ...]


class TimelineEntryView(Struct, frozen=True):
    """An entry of the timeline of an agreement: an ``event``, a document, or an event with the document that caused it.

    ``on`` is its day: that of the event, or else that of the document. ``relation`` says what the document has to do
    with the agreement. The day of a review may be ``computed`` from
    the period, or be ``overdue``: it has passed, and the review is not known to have been held.
    """

    on: DateView | None
    event: EventView | None
    document: RelationView | None
    relation: str
    computed: bool = False
    overdue: bool = False


class VersionView(Struct, frozen=True):
    """An agreement in a sequence of agreements that changed each other; ``here`` is true for that of this page."""

    link: LinkView
    date: DateView | None
    here: bool
    status: StatusView | None = None


class CitationView(Struct, frozen=True):
    """The citation of an agreement: as text in the style of offices, and for reference managers.

    ``address`` is the full address at which the agreement stays.
    """

    text: str
    bibtex: str
    csl: str
    address: str = ""


class SignatureView(Struct, frozen=True):
    """A digital signature in a document.

    ``on`` is the time of the time stamp if it is ``time_stamped``, else the time stated by the signer.
    ``changed_since`` is true if the file was changed after the signature, other than by adding signatures. ``trust``
    says whether the certificate leads to an authority that the site trusts; it is meaningless unless the signature is
    ``intact``.
    """

    signer: str
    organisation: str
    issuer: str
    on: DateView | None
    time_stamped: bool
    intact: bool
    covers_whole_file: bool
    changed_since: bool
    trust: str


class DocumentView(Struct, frozen=True):
    """A file to download; only PDFs have ``pages`` and ``signatures``.

    ``unchecked`` is true if it has digital signatures that could not be checked. ``reading`` is a notice about
    recognised text; empty if there is none.
    """

    label: str
    name: str
    url: str
    size: str
    pages: int | None
    sha256: str
    signatures: tuple[SignatureView, ...]
    unchecked: bool
    reading: str = ""


class ReviewView(Struct, frozen=True):
    """The next review of an agreement, and its chair; ``rotating`` if the parties take turns.

    ``heirs`` are the agencies that hold the chair's duties today, if it no longer does. ``computed`` is true if the
    sources give the period but not the day. ``overdue`` is a past day for which the sources announced a review that is
    not known to have been held.
    """

    every: str
    next: DateView | None
    computed: bool
    overdue: DateView | None
    chair: LinkView | None
    heirs: tuple[HeirView, ...]
    rotating: bool


class TermView(Struct, frozen=True):
    """The term of an agreement that was extended: its last day now, in whose words, and its last day at first.

    ``until`` is ``None`` if the term is ``indefinite``, or if it was extended to an unknown day.
    """

    until: DateView | None
    indefinite: bool
    by: str
    at_first: DateView | None


class RecordBriefView(Struct, frozen=True):
    """The main facts of an agreement; ``link`` leads to its page. The others are as in :class:`AgreementView`."""

    link: LinkView
    type: LinkView
    number: str
    status: StatusView
    parties: tuple[str, ...]
    signed_on: DateView | None
    ended_by: tuple[RelationGroupView, ...] = ()
    text_url: str = ""
    main_document: DocumentView | None = None
    text_public: bool | None = None
    text_reason: str = ""


class OwnFactView(Struct, frozen=True):
    """An own fact of an agreement: its label and its value, which is a date, a number or else a ``text``.

    A text is ``in_words_of_article`` if it was written there; then it may be in another language than the site. If the
    fact is unknown, all values are ``None`` or empty.
    """

    label: str
    text: str = ""
    date: DateView | None = None
    number: int | None = None
    in_words_of_article: bool = False

    @property
    def is_known(self) -> bool:
        """Whether it has a value."""
        return bool(self.text or self.date or self.number is not None)


class AgreementView(Struct, frozen=True):
    """The facts of an agreement; empty and ``None`` mean that the sources do not say.

    ``year`` links to the agreements signed in the same year; ``pair``, if there are two parties, to all agreements of
    these two. ``expires_on`` is the end of the first term, even if that was ``extended``; ``ends`` is the last day
    before the agreement will have ended. Each text of ``legal_basis`` is in pieces; citations are links. ``cited_by``
    are the records that cite this one and are not related to it. ``ended_by`` are those of its ``relations`` that
    replaced or terminated it. ``term`` is set if it was extended. ``text_url`` leads to the full text on the site, and
    ``main_document`` is the file to open: the first signed copy, or else the first file. ``text_at`` is the place of
    the full text on the site, ``text_public`` the statement whether it is public. ``own`` are the known own facts, as
    declared in the settings. ``type_id`` is the id of the type in the vocabulary. ``party_table`` is ``None`` if
    nothing but the names of the parties is known. ``timeline`` has all of ``history``, ``relations``, ``cited_by`` and
    ``lineage`` in order of time, each document once; it is empty if it would have the signing only.
    """

    id: str
    type: LinkView
    status: StatusView
    title: str
    number: str
    parties: tuple[PartyView, ...]
    pair: str
    signatories: tuple[PersonView, ...]
    presided_by: tuple[PersonView, ...]
    attended_by: tuple[PersonView, ...]
    signed_on: DateView | None
    year: LinkView | None
    place: str
    venue: str
    fields: tuple[LinkView, ...]
    scope: str
    effective_on: DateView | None
    effective_method: str
    expires_on: DateView | None
    indefinite: bool
    extended: bool
    ends: DateView | None
    review: ReviewView | None
    clauses: int | None
    legal_basis: tuple[tuple[LinkView, ...], ...]
    contact: tuple[str, ...]
    history: tuple[EventView, ...]
    relations: tuple[RelationGroupView, ...]
    cited_by: tuple[RelationView, ...]
    lineage: tuple[VersionView, ...]
    documents: tuple[DocumentView, ...]
    text_at: TextPlace
    text_public: bool | None
    text_reason: str
    own: tuple[OwnFactView, ...] = ()
    type_id: str = ""
    party_table: PartyTableView | None = None
    timeline: tuple[TimelineEntryView, ...] = ()
    ended_by: tuple[RelationGroupView, ...] = ()
    term: TermView | None = None
    text_url: str = ""
    main_document: DocumentView | None = None
