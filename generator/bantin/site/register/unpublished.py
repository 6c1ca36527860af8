"""Agreements whose full text is not available."""

from collections.abc import Iterator

from bantin.index import Bulletin
from bantin.site import addresses, labels
from bantin.site.addresses import WORDS
from bantin.site.page import Page
from bantin.site.register.notes import Note, notes_pages
from bantin.site.titles import titles_of
from bantin.site.views import LinkView


def unpublished_pages(bulletin: Bulletin, crumbs: tuple[LinkView, ...]) -> Iterator[Page]:
    """The agreements whose text is not on this site, in groups.

    First those whose text is not public, each with the reason; then those whose text is public elsewhere, and those
    without a statement.
    """
    site = bulletin.directory.site
    words = WORDS[site.language]
    link = LinkView(titles_of(site).unpublished, addresses.register(words, words.unpublished))
    texts = [(one, one.agreement.full_text) for one in bulletin.register.records]
    texts = [(one, text) for one, text in texts if not one.text_at or (text and not text.public)]
    withheld, unsaid, elsewhere = (one.on(site) for one in (labels.NOT_PUBLIC, labels.NOT_SAID, labels.NOT_HERE))
    notes = [
        *(Note(one, more=text.reason, group=(withheld, "no")) for one, text in texts if text and not text.public),
        *(Note(one, group=(elsewhere, "elsewhere")) for one, text in texts if text and text.public),
        *(Note(one, group=(unsaid, "unknown")) for one, text in texts if text is None),
    ]
    yield from notes_pages(link, "unpublished.html", notes, bulletin, crumbs=crumbs)
