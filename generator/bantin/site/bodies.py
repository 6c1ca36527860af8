"""PLAN: the texts of articles and pages, which are put into views during rendering."""

import re
from collections.abc import Mapping, Sequence
from html import escape

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.model import Outline
from bantin.domain.model.body import join
from bantin.domain.text.urls import full
from bantin.site.pictures import with_pictures
from bantin.site.views import ArticleView, FeedView, HeadingView, StaticView, View
from bantin.site.views.parts import PictureView

# A link to an anchor, up to its ``#``. In clean HTML, a '<' outside of tags is written as '&lt;'.
_TO_ANCHOR = re.compile(r'<a(?: [^ "=<>]+="[^"]*")*? href="(?=#)')

Texts = Mapping[str, tuple[str, ...]]
"""The texts of articles and pages, by the digests of their files, in pieces as in ``Body``."""


class TextPart(Struct, frozen=True):
    """The text of the file whose digest is ``digest``, with the ``addresses`` that its links lead to.

    ``pictures`` replace images; each is given with the number of its link. ``headings`` are for the table of contents.
    """

    digest: str
    addresses: tuple[str, ...]
    pictures: tuple[tuple[int, PictureView], ...] = ()
    headings: tuple[HeadingView, ...] = ()

    def html(self, texts: Texts, root: str) -> Markup:
        """The text as HTML, with ``root`` before every address within the site.

        It is safe markup: the text has been sanitised, and addresses are escaped here.
        """
        parts = texts[self.digest]
        drawn = with_pictures(parts, self.pictures, root) if self.pictures else parts
        return Markup(join(drawn, tuple(escape(full(root, address)) for address in self.addresses)))  # noqa: S704


def headings_of(outline: Outline) -> tuple[HeadingView, ...]:
    """The headings of a text, for its table of contents."""
    return tuple(HeadingView(heading.level, heading.anchor, heading.text) for heading in outline.headings)


def filled(view: View, parts: Sequence[TextPart], texts: Texts) -> View:
    """Puts texts into a ``view`` without them: that of an article, a static page, or a feed with a text for each entry.

    Raises ``TypeError`` for a view that cannot have texts.
    """
    if not parts:
        return view
    if isinstance(view, FeedView):
        pairs = zip(view.entries, parts, strict=True)
        entries = (replace(entry, html=_on_page(entry.url, one.html(texts, view.base))) for entry, one in pairs)
        return replace(view, entries=tuple(entries))
    if isinstance(view, ArticleView | StaticView):
        (one,) = parts
        return replace(view, html=one.html(texts, view.root), headings=one.headings)
    raise TypeError(f"a {type(view).__name__} has no place for a text")


def _on_page(address: str, html: Markup) -> Markup:
    """``html`` with its links to anchors changed to absolute ones, on the page at ``address``.

    In a feed, a relative link would mean an anchor of the feed itself (RFC 4287, 2), and several entries have the same
    anchors for their notes.
    """
    return Markup(_TO_ANCHOR.sub(rf"\g<0>{escape(address)}", str(html)))  # noqa: S704 - an escaped address within markup
