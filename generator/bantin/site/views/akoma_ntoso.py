"""The view of a version of a text as Akoma Ntoso 3.0 (OASIS LegalDocML); its values are those of the standard."""

from msgspec import Struct

from bantin.site.views.pages import View


class FrbrLevelView(Struct, frozen=True):
    """The identification of the work, an expression or a manifestation (FRBR).

    ``this`` is the address of the document or of its component, ``uri`` that of the whole. ``aliases`` are other names
    and addresses, by kind; ``dates`` are days as ``YYYY-MM-DD``, each with its name; ``authors`` are ids of
    :class:`ReferenceView`.
    """

    this: str
    uri: str
    dates: tuple[tuple[str, str], ...]
    authors: tuple[str, ...]
    aliases: tuple[tuple[str, str], ...] = ()


class IdentificationView(Struct, frozen=True):
    """The identification of a document or one of its components.

    ``numbers`` are the one in its address and, if it has one, its official number. ``language`` is a code of three
    letters (ISO 639-2).
    """

    work: FrbrLevelView
    expression: FrbrLevelView
    manifestation: FrbrLevelView
    country: str
    subtype: str
    numbers: tuple[str, ...]
    name: str
    version: int
    language: str


class ReferenceView(Struct, frozen=True):
    """Something that the metadata refer to: an ``element`` such as ``TLCOrganization``, its address and its name."""

    element: str
    id: str
    address: str
    name: str


class TextEventView(Struct, frozen=True):
    """A day in the life of a text, ``YYYY-MM-DD``.

    ``source`` is the id of a reference; ``kind`` is one of the standard, which has none for an entry into force.
    """

    id: str
    on: str
    kind: str
    source: str


class TextPeriodView(Struct, frozen=True):
    """A period from one event to another, by their ids; an unknown or missing end is empty.

    ``concept`` is the id of the reference to the state that lasts for this period.
    """

    id: str
    concept: str
    start: str
    end: str = ""


class AknProvisionView(Struct, frozen=True):
    """A provision as the ``element`` of its level; ``period`` is the id of the period of its wording."""

    element: str
    id: str
    anchor: str
    number: str
    heading: str
    paragraphs: tuple[str, ...]
    children: tuple["AknProvisionView", ...]
    removed: bool
    period: str = ""


class AknAnnexView(Struct, frozen=True):
    """An annex: a provision that is a separate document."""

    identification: IdentificationView
    provision: AknProvisionView


class AkomaNtosoView(View, frozen=True, kw_only=True):
    """A version of a text.

    ``source`` is the id of the reference to the creator of the file: the bulletin. ``period`` is the id of the period
    of the version, empty if both of its ends are unknown.
    """

    identification: IdentificationView
    source: str
    events: tuple[TextEventView, ...]
    periods: tuple[TextPeriodView, ...]
    references: tuple[ReferenceView, ...]
    period: str
    preface: tuple[str, ...]
    citations: tuple[str, ...]
    body: tuple[AknProvisionView, ...]
    conclusions: tuple[str, ...]
    annexes: tuple[AknAnnexView, ...]
