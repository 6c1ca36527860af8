"""The view of an agreement, and of what belongs to it."""

from msgspec import Struct

from bantin.site.views.parts import DateView, LinkView


class PersonView(Struct, frozen=True):
    """Somebody at a signing, as of that day; ``link`` leads to all that was signed under the name."""

    name: str
    rank: str
    position: str
    also: tuple[str, ...]
    role: str
    party: str
    capacity: str
    link: LinkView | None


class StatusView(Struct, frozen=True):
    """Whether an agreement is in force on a day: ``kind`` for machines, words and a link to all others of that status.

    ``since`` and ``until`` are when it began and is to end, as far as that is known.
    """

    kind: str
    link: LinkView
    as_of: DateView
    since: DateView | None
    until: DateView | None


class HeirView(Struct, frozen=True):
    """An agency that holds today what another took on, under its name of today, and from when."""

    link: LinkView
    on: DateView | None


class PartyView(Struct, frozen=True):
    """An agency in an agreement: its name of that day, and those that hold its duties today if it does not.

    The dates and the status are its own, ``None`` and empty where they are the agreement's.
    """

    link: LinkView
    role: str
    lead: bool
    signed_on: DateView | None
    effective_on: DateView | None
    status: str
    heirs: tuple[HeirView, ...]


class EventView(Struct, frozen=True):
    """Something that happened to an agreement or, if ``upcoming``, will.

    ``parties`` and ``part`` are what it concerns, when it does not concern all. ``until`` is the last day of a
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
    """Another document that an agreement has to do with; ``link`` is ``None`` where that one is not on the web."""

    title: str
    number: str
    date: DateView | None
    link: LinkView | None


class RelationGroupView(Struct, frozen=True):
    """The documents that an agreement has one relation with: ``kind`` for machines, and in words.

    ``inverse`` says that it is the others that act on this one.
    """

    kind: str
    inverse: bool
    label: str
    items: tuple[RelationView, ...]


class VersionView(Struct, frozen=True):
    """An agreement in the line of those that changed one another; ``here`` is the one of this page."""

    link: LinkView
    date: DateView | None
    here: bool


class CitationView(Struct, frozen=True):
    """How to refer to an agreement: in words as offices do, and for reference managers."""

    text: str
    bibtex: str
    csl: str


class SignatureView(Struct, frozen=True):
    """A digital signature in a document.

    ``on`` is the time of a time stamp if it is ``time_stamped``, else what the signer states. ``changed_since`` says
    that the file was changed afterwards, beyond further signatures. ``trust`` tells in words whether the certificate
    leads to an authority that the site trusts; it means nothing unless the signature is ``intact``.
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
    """A file to download; ``pages`` and ``signatures`` are known of PDFs only.

    ``unchecked`` says that it has digital signatures that could not be checked.
    """

    label: str
    name: str
    url: str
    size: str
    pages: int | None
    sha256: str
    signatures: tuple[SignatureView, ...]
    unchecked: bool


class ReviewView(Struct, frozen=True):
    """When the parties look back together, and who chairs: next time, if the parties take turns (``rotating``).

    ``heirs`` hold the duties of the chair today if it does not itself.
    ``computed`` says that the sources give the period but not the day. ``overdue`` is a day that they give, when it has
    passed and no review is known to be held.
    """

    every: str
    next: DateView | None
    computed: bool
    overdue: DateView | None
    chair: LinkView | None
    heirs: tuple[HeirView, ...]
    rotating: bool


class RecordBriefView(Struct, frozen=True):
    """What is asked first of an agreement; ``link`` leads to its page."""

    link: LinkView
    type: LinkView
    number: str
    status: StatusView
    parties: tuple[str, ...]
    signed_on: DateView | None


class OwnFactView(Struct, frozen=True):
    """A fact that this bulletin tells of its agreements besides those of all: what it is called, and its value.

    That is a date, a number or else a ``text``, which is ``in_words_of_article`` where it was written there, and may be
    in another language than the site. Of a fact that is not known it is ``None`` and empty.
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

    ``year`` leads to what was signed in the same year, ``pair`` to all agreements of its two parties, if it has two.
    ``expires_on`` is the end of the first term, also where that was ``extended``. Each text of ``legal_basis`` is in
    pieces, of which those that cite a document are links. ``cited_by`` are the records that cite this one and have no
    relation to it. ``own`` are facts that the settings of the bulletin declare, as far as they are known.
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
    review: ReviewView | None
    clauses: int | None
    legal_basis: tuple[tuple[LinkView, ...], ...]
    contact: tuple[str, ...]
    history: tuple[EventView, ...]
    relations: tuple[RelationGroupView, ...]
    cited_by: tuple[RelationView, ...]
    lineage: tuple[VersionView, ...]
    documents: tuple[DocumentView, ...]
    text_public: bool | None
    text_reason: str
    own: tuple[OwnFactView, ...] = ()
