"""The view of the text of an agreement, provision by provision."""

from msgspec import Struct

from bantin.site.views.parts import AlternateView, DateView, LinkView

Words = tuple[LinkView, ...]
"""A paragraph in pieces: what refers to a provision or a document is a link, which begins with # within the text."""


class ChangedWordsView(Struct, frozen=True):
    """Words of a paragraph that are the ``same``, were ``deleted`` or are ``inserted``."""

    kind: str
    text: str


class ChangeView(Struct, frozen=True):
    """What became of a provision: it was ``inserted``, ``replaced`` or ``repealed``, ``by`` which records.

    ``since`` is ``None`` where that is not known; ``paragraphs`` show how its words changed.
    """

    kind: str
    since: DateView | None
    by: tuple[LinkView, ...]
    paragraphs: tuple[tuple[ChangedWordsView, ...], ...]


class ProvisionView(Struct, frozen=True):
    """A provision with all that it contains.

    ``label`` is how it begins (``Điều 5.``), ``name`` what it is called (``Điểm d khoản 2 Điều 5``). ``level`` is that
    of its heading in the page, 0 for a clause or a point, which has none.
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
    """A version of a text: ``link`` leads to its page, and is called by the day or by what it is.

    A version without a link is one of days of which the text is not known. ``by`` are the records that made it, or of
    which it is not known whether they were in force.
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

    ``versions`` are all of them, and the times between of which the text is not known; empty where there is one only.
    ``signed`` leads to the signed text where this one is consolidated.
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
