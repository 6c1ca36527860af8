"""Recent changes of the register."""

from collections.abc import Iterator
from itertools import islice

from bantin.index import Bulletin, Directory
from bantin.site.page import Page
from bantin.site.register.change_feeds import register_feed
from bantin.site.register.notes import Note, notes_pages
from bantin.site.register.register_change import (
    RegisterChange,
    change_details,
    change_label,
    changes,
    changes_link,
)
from bantin.site.views import LinkView

_MOST = 50


def changes_pages(bulletin: Bulletin, crumbs: tuple[LinkView, ...]) -> Iterator[Page]:
    """The latest changes of the register."""
    directory, records = bulletin.directory, bulletin.register.records
    notes = [change_note(change, directory) for change in islice(changes(records, directory.as_of), _MOST)]
    feeds = register_feed(bulletin)
    yield from notes_pages(changes_link(directory.site), "notes.html", notes, bulletin, crumbs=crumbs, alternates=feeds)


def change_note(change: RegisterChange, directory: Directory) -> Note:
    """A change as a note about its record."""
    details = " – ".join(change_details(change, directory))
    return Note(change.record, change_label(change, directory.site), change.on.day, details)
