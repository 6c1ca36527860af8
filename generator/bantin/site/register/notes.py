"""Paginated lists of records with notes, such as a deadline, in groups."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from bantin.domain.text.dates import Edtf
from bantin.index import Bulletin, Directory, Record
from bantin.site.cards import date_view
from bantin.site.page import ListContent, Page
from bantin.site.pagination import list_pages, pager
from bantin.site.register.rows import row
from bantin.site.register.tables import PAGE_SIZE
from bantin.site.views import AlternateView, LinkView, NotesView, NoteView


class Note(Struct, frozen=True):
    """A note about a record, in the site's language; ``group`` is a label and an anchor."""

    record: Record
    label: str = ""
    on: Edtf | None = None
    more: str = ""
    group: tuple[str, str] = ("", "")


def notes_pages(
    link: LinkView,
    template: str,
    notes: Sequence[Note],
    bulletin: Bulletin,
    *,
    crumbs: tuple[LinkView, ...],
    alternates: tuple[AlternateView, ...] = (),
) -> Iterator[Page]:
    """The pages of the list of ``notes``, in their order; ``link`` gives its address and title."""
    content = NotesPage(items=tuple(notes), crumbs=crumbs, alternates=alternates)
    yield from list_pages(link, content, PAGE_SIZE, template=template, site=bulletin.directory.site)


def views_of(notes: Iterable[Note], directory: Directory) -> tuple[NoteView, ...]:
    """The views of notes."""
    return tuple(_note(note, directory) for note in notes)


class NotesPage(ListContent[Note], frozen=True, kw_only=True):
    """Some of the notes of a list."""

    crumbs: tuple[LinkView, ...]
    alternates: tuple[AlternateView, ...] = ()

    def view(self, directory: Directory, url: str, title: str) -> NotesView:
        """See :class:`PageContent`."""
        groups = groupby(self.items, key=lambda note: note.group)
        return NotesView(
            url=url,
            title=title,
            crumbs=self.crumbs,
            alternates=self.alternates,
            groups=tuple(
                (label, anchor, tuple(_note(one, directory) for one in found)) for (label, anchor), found in groups
            ),
            total=self.at.total,
            pager=pager(self.at, directory.site.language),
        )


def _note(note: Note, directory: Directory) -> NoteView:
    return NoteView(row(note.record, directory), note.label, date_view(note.on, directory.site.language), note.more)
