"""The view of the text of an agreement, provision by provision."""

from msgspec import Struct

from bantin.site.views.parts import AlternateView, DateView, LinkView

Words = tuple[LinkView, ...]
"""A paragraph in pieces; references to provisions and documents are links, which begin with # within the text."""


class ChangedWordsView(Struct, frozen=True):
    """Words of a paragraph that are the ``same``, ``deleted`` or ``inserted``."""

    kind: str
    text: str


class ChangeView(Struct, frozen=True):
    """A change of a provision: it was ``inserted``, ``replaced`` or ``repealed`` ``by`` these records.

    ``since`` is ``None`` if unknown; ``paragraphs`` show the changed words.
    """

    kind: str
    since: DateView | None
    by: tuple[LinkView, ...]
    paragraphs: tuple[tuple[ChangedWordsView, ...], ...]


class ProvisionView(Struct, frozen=True):
    """A provision with all that it contains.

    ``label`` is written before its words (``Điều 5.``), ``name`` is its name in the document (``Điểm d khoản 2 Điều
    5``). ``level`` is that of its heading on the page, 0 for a clause or a point, which has none.
    """

    kind: str
    label: str
    name: str
    anchor: str
    level: int
    heading: Words
    paragraphs: tuple[Words, ...]
    children: tuple["ProvisionView", ...]
    repealed: bool
    history: tuple[ChangeView, ...]


class ContentsView(Struct, frozen=True):
    """An entry of the table of contents; ``depth`` counts from 1."""

    depth: int
    anchor: str
    label: str
    heading: str


class TextVersionView(Struct, frozen=True):
    """A version of a text: ``link`` leads to its page, with the day or a description as its label.

    A version without a link is a period with an unknown text. ``by`` are the records that caused it, or that may have
    been in force.
    """

    link: LinkView | None
    since: DateView | None
    until: DateView | None
    signed: bool
    today: bool
    here: bool
    by: tuple[LinkView, ...]


class TextView(Struct, frozen=True):
    """The text of an agreement in one version, whose ``number`` is 1 for the signed one.

    ``versions`` are all of them, with the unknown periods between them; empty if there is only one. ``signed`` leads to
    the signed text if this one is consolidated.
    """

    number: int
    lang: str
    preamble: tuple[str, ...]
    bases: tuple[Words, ...]
    formula: tuple[Words, ...]
    provisions: tuple[ProvisionView, ...]
    closing: tuple[str, ...]
    contents: tuple[ContentsView, ...]
    versions: tuple[TextVersionView, ...]
    signed: LinkView | None
    files: tuple[AlternateView, ...]
