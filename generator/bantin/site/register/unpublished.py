"""What was signed but is not open to the public in full."""

from collections.abc import Iterator

from bantin.index import Bulletin
from bantin.site import addresses, labels
from bantin.site.addresses import WORDS
from bantin.site.page import Page
from bantin.site.register.notes import Note, notes_pages
from bantin.site.titles import titles_of
from bantin.site.views import LinkView


def unpublished_pages(bulletin: Bulletin, crumbs: tuple[LinkView, ...]) -> Iterator[Page]:
    """The agreements whose text is not public, each with the reason; then those of which that is not said."""
    site = bulletin.directory.site
    words = WORDS[site.language]
    link = LinkView(titles_of(site).unpublished, addresses.register(words, words.unpublished))
    texts = [(record, record.agreement.full_text) for record in bulletin.register.records]
    withheld, unsaid = labels.NOT_PUBLIC.on(site), labels.NOT_SAID.on(site)
    notes = [
        *(Note(one, more=text.reason, group=(withheld, "no")) for one, text in texts if text and not text.public),
        *(Note(one, group=(unsaid, "unknown")) for one, text in texts if text is None),
    ]
    yield from notes_pages(link, "unpublished.html", notes, bulletin, crumbs)
