"""Recent changes of agreements."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from bantin.index import Action, Bulletin, Directory, Record
from bantin.site import addresses, labels
from bantin.site.addresses import WORDS
from bantin.site.cards import names_then
from bantin.site.page import Page
from bantin.site.register.notes import Note, notes_pages
from bantin.site.titles import titles_of
from bantin.site.views import LinkView

_MOST = 50


def changes_pages(bulletin: Bulletin, crumbs: tuple[LinkView, ...]) -> Iterator[Page]:
    """The latest changes to agreements."""
    site = bulletin.directory.site
    words = WORDS[site.language]
    link = LinkView(titles_of(site).changes, addresses.register(words, words.changes))
    latest = islice(changes(bulletin.register.records, bulletin.directory.as_of), _MOST)
    notes = [_note(record, action, bulletin.directory) for record, action in latest]
    yield from notes_pages(link, "notes.html", notes, bulletin, crumbs)


def changes(records: Iterable[Record], as_of: date) -> list[tuple[Record, Action]]:
    """The dated events of ``records`` that have certainly happened by ``as_of``, the latest first."""
    happened = [
        (record, action, action.on.order)
        for record in records
        for action in reversed(record.lifecycle.history)
        if action.on and action.on.latest and action.on.latest <= as_of
    ]
    return [(record, action) for record, action, _ in sorted(happened, key=lambda one: one[2], reverse=True)]


def _note(record: Record, action: Action, directory: Directory) -> Note:
    parties = names_then(action.parties, record.agreement.signed_on, directory)
    more = " – ".join(filter(None, ("; ".join(parties), action.part, action.by, action.note)))
    return Note(record, labels.EVENTS[action.kind].on(directory.site), action.on, more)
