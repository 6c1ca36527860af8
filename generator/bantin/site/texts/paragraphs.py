"""Paragraphs of a text, split into pieces so that references and citations can be links."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from bantin.domain.model import Provision, RecordHome, Site
from bantin.domain.provisions.references import Document, anchors_meant, find_references
from bantin.site.citation_links import linked_text
from bantin.site.views import LinkView

# Fast check for the common case: most paragraphs contain no reference.
_MAY_CITE = re.compile(r"[0-9]\s?[/-]")
# Parts of the words for levels of provisions. To look for each is several times as fast as a pattern of all.
_LEVELS = (
    *("iều ", "hoản ", "iểm ", "hương ", "mục ", "hần ", "lục "),
    *("rticle", "lause", "oint", "hapter", "ection", "art ", "nnex"),
)


class LinkTargets(Struct, frozen=True):
    """The possible destinations of links in a text: its provisions by their anchors, and the records that it cites."""

    anchors: frozenset[str]
    cited: tuple[RecordHome, ...]
    site: Site


def linked_paragraph(text: str, path: Sequence[Provision], targets: LinkTargets) -> tuple[LinkView, ...]:
    """``text`` in pieces; ``path`` leads from the outermost provision to the one with this paragraph.

    Only certain references are links: to existing provisions of this document, and to documents by their numbers.
    """
    pieces: Iterable[LinkView] = (LinkView(text, "", linked=False),)
    if _MAY_CITE.search(text):
        pieces = linked_text(text, targets.cited, targets.site)
    if not _may_refer(text):
        return tuple(pieces)
    return tuple(part for piece in pieces for part in ([piece] if piece.linked else _references(piece, path, targets)))


def _may_refer(text: str) -> bool:
    """Whether ``text`` may name provisions."""
    folded = text.lower()
    return any(part in folded for part in _LEVELS)


def _references(piece: LinkView, path: Sequence[Provision], targets: LinkTargets) -> Iterator[LinkView]:
    text, at = piece.label, 0
    for reference in find_references(text):
        known = [one for one in anchors_meant(reference, path) if one in targets.anchors]
        is_own = reference.document is Document.THIS or reference.within
        if known and is_own and reference.start >= at:
            if reference.start > at:
                yield LinkView(text[at : reference.start], "", linked=False)
            yield LinkView(text[reference.start : reference.end], f"#{known[0]}")
            at = reference.end
    if at < len(text):
        yield LinkView(text[at:], "", linked=False)
