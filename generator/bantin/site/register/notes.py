"""Lists of records of which something is told, such as a day that draws near: grouped, a page at a time."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple

from bantin.domain.text.dates import Edtf
from bantin.index import Bulletin, Directory, Record
from bantin.site.cards import as_of_view, date_view
from bantin.site.page import Page, Part, Slice
from bantin.site.pagination import list_pages, pager
from bantin.site.register.rows import row
from bantin.site.register.tables import PAGE_SIZE
from bantin.site.views import LinkView, NotesView, NoteView


class Note(Struct, frozen=True):
    """What is told of a record, in the words of the site's language; ``group`` is a label and an anchor."""

    record: Record
    label: str = ""
    on: Edtf | None = None
    more: str = ""
    group: tuple[str, str] = ("", "")


def notes_pages(
    link: LinkView, template: str, notes: Sequence[Note], bulletin: Bulletin, crumbs: tuple[LinkView, ...]
) -> Iterator[Page]:
    """The pages of the list of ``notes``, in their order, that ``link`` leads to and is called by."""
    parts: dict[str, Part] = {"crumbs": crumbs}
    language = bulletin.directory.site.language
    yield from list_pages(link, told(notes), PAGE_SIZE, _notes_view, parts, template=template, language=language)


def told(notes: Iterable[Note]) -> tuple[tuple[Any, ...], ...]:
    """Notes as parts of a page."""
    return tuple(astuple(note) for note in notes)


def views_of(told: Iterable[tuple[Any, ...]], directory: Directory) -> tuple[NoteView, ...]:
    """Notes to show, made of what :func:`told` made."""
    return tuple(_note(Note(*one), directory) for one in told)


def _notes_view(
    directory: Directory,
    url: str,
    title: str,
    *,
    items: tuple[tuple[Any, ...], ...],
    at: Slice,
    crumbs: tuple[LinkView, ...],
) -> NotesView:
    groups = groupby((Note(*told) for told in items), key=lambda note: note.group)
    return NotesView(
        url=url,
        title=title,
        crumbs=crumbs,
        as_of=as_of_view(directory),
        groups=tuple(
            (label, anchor, tuple(_note(one, directory) for one in found)) for (label, anchor), found in groups
        ),
        total=at.total,
        pager=pager(at, directory.site.language),
    )


def _note(note: Note, directory: Directory) -> NoteView:
    return NoteView(row(note.record, directory), note.label, date_view(note.on, directory.site.language), note.more)
