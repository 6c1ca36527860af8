"""The view of a version of a text as Akoma Ntoso 3.0 (OASIS LegalDocML); its values are those of the standard."""

from msgspec import Struct

from bantin.site.views.pages import View


class FrbrLevelView(Struct, frozen=True):
    """What identifies the work, an expression or a manifestation (FRBR).

    ``this`` is the address of the document or of its component, ``uri`` that of the whole. ``aliases`` are other names
    and addresses, each by what it is; ``dates`` are days as ``YYYY-MM-DD``, each with what happened on it; ``authors``
    are ids of :class:`ReferenceView`.
    """

    this: str
    uri: str
    dates: tuple[tuple[str, str], ...]
    authors: tuple[str, ...]
    aliases: tuple[tuple[str, str], ...] = ()


class IdentificationView(Struct, frozen=True):
    """What identifies a document or one of its components.

    ``numbers`` are the one in its address and, if it has one, the one that it was signed under. ``language`` is a code
    of three letters (ISO 639-2).
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

    ``source`` is the id of a reference; ``kind`` is that of the standard, which has none for an entry into force.
    """

    id: str
    on: str
    kind: str
    source: str


class TextPeriodView(Struct, frozen=True):
    """A time from one event to another, by their ids; empty where it has no such end or that is not known.

    ``concept`` is the id of the reference to what lasts for that time.
    """

    id: str
    concept: str
    start: str
    end: str = ""


class AknProvisionView(Struct, frozen=True):
    """A provision as the ``element`` of its level; ``period`` is the id of the time since which it reads so."""

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
    """An annex: a provision that is a document of its own."""

    identification: IdentificationView
    provision: AknProvisionView


class AkomaNtosoView(View, frozen=True, kw_only=True):
    """A version of a text. ``source`` is the id of the reference to those who made the file: the bulletin.

    ``period`` is the id of the time of the version, empty where neither of its ends is known.
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
