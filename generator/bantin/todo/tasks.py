"""Finds what is to be done in a bulletin. None of it is an error; a build reports errors."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from itertools import chain

from msgspec import Struct

from bantin.domain.model import Agreement, RecordHome
from bantin.domain.rules.showing import public_since
from bantin.domain.text.dates import Edtf, end_of
from bantin.index import Bulletin, Directory, Record, current_successors
from bantin.site.cards import name_then, subject_of
from bantin.site.register.due import deadlines


class TaskKind(StrEnum):
    """What is to be done; the most pressing first."""

    OVERDUE = "overdue_review"
    TERM = "term_ends"
    REVIEW = "review_due"
    UNANNOUNCED = "signed_not_published"
    DRAFT = "draft"
    GUESSES = "guesses"
    TEXT = "text_missing"
    CHECKSUM = "checksum_missing"
    LINK = "dead_link"


class Task(Struct, frozen=True):
    """Something to do in the file ``path`` (relative to the root), which is about ``title``.

    ``on`` is the day that it is due or, of what is waiting, the day of signing; ``None`` if it has none. ``agencies``
    are the ids of those concerned, with those that hold their duties now; ``turn`` are the names of the one whose turn
    it is to act and of those that hold its duties now, empty if unknown. ``detail`` is what to write: a document with
    its SHA-256; or how many guesses there are.
    """

    kind: TaskKind
    path: str
    title: str
    on: Edtf | None = None
    agencies: tuple[str, ...] = ()
    turn: tuple[str, ...] = ()
    detail: str = ""


class Window(Struct, frozen=True):
    """How many days ahead deadlines are told, and after how many days a signing should have been published."""

    ahead: int = 90
    waiting: int = 7


def find_tasks(bulletin: Bulletin, window: Window) -> Iterator[Task]:
    """The tasks of a bulletin that was indexed with its drafts, in no particular order."""
    yield from _deadlines(bulletin, window)
    yield from _of_records(bulletin)
    yield from _of_drafts(bulletin, window)


def in_order(tasks: Iterable[Task]) -> list[Task]:
    """The ``tasks`` by their kind, those with the earliest day first; a day that is not known comes last."""
    kinds = list(TaskKind)
    return sorted(
        tasks,
        key=lambda one: (kinds.index(one.kind), one.on is None, one.on.order if one.on else (), one.path, one.detail),
    )


def concerning(tasks: Iterable[Task], agency: str) -> list[Task]:
    """The ``tasks`` that concern the agency with this id."""
    return [one for one in tasks if agency in one.agencies]


def _deadlines(bulletin: Bulletin, window: Window) -> Iterator[Task]:
    """The ends of terms and the reviews that are near, and the reviews that are overdue."""
    directory = bulletin.directory
    as_of, last = directory.as_of, directory.as_of + timedelta(days=window.ahead)
    for one in deadlines(bulletin.register.records, as_of):
        if one.review and one.on.latest and one.on.latest < as_of:
            kind = TaskKind.OVERDUE
        elif _is_between(one.on, as_of, last):
            kind = TaskKind.REVIEW if one.review else TaskKind.TERM
        else:
            continue
        yield _task(kind, one.record, directory, one.on, turn=_turn(one.chair, one.record, directory))


def _of_records(bulletin: Bulletin) -> Iterator[Task]:
    """The texts and the checksums that are missing."""
    directory = bulletin.directory
    for record in bulletin.register.records:
        agreement = record.agreement
        if agreement.full_text and agreement.full_text.public and not record.text_at:
            yield _task(TaskKind.TEXT, record, directory)
        for document in agreement.documents:
            facts = bulletin.documents.get(document.file)
            if document.is_signed_copy and document.sha256 is None and facts:
                written = f"{{file: {document.file}, sha256: {facts.sha256}}}"
                yield _task(TaskKind.CHECKSUM, record, directory, detail=written)


def _is_between(on: Edtf, first: date, last: date) -> bool:
    return on.earliest is not None and on.latest is not None and on.latest >= first and on.earliest <= last


def _turn(agency: str | None, record: Record, directory: Directory) -> tuple[str, ...]:
    signed = record.agreement.signed_on
    return tuple(name_then(one, None, directory) for one in _holders(agency, signed, directory)) if agency else ()


def _holders(agency: str, since: Edtf | None, directory: Directory) -> tuple[str, ...]:
    """The agency, and those that hold now what it took on."""
    return (agency, *(heir.agency for heir in current_successors(agency, since, directory)))


def _concerned(agreement: Agreement | None, directory: Directory) -> tuple[str, ...]:
    if agreement is None:
        return ()
    holders = (_holders(party.agency, agreement.signed_on, directory) for party in agreement.parties)
    return tuple(dict.fromkeys(chain.from_iterable(holders)))


def _task(
    kind: TaskKind,
    record: Record,
    directory: Directory,
    on: Edtf | None = None,
    *,
    turn: tuple[str, ...] = (),
    detail: str = "",
) -> Task:
    concerned = _concerned(record.agreement, directory)
    return Task(kind, record.home.path, subject_of(record.home), on, concerned, turn, detail)


def _of_drafts(bulletin: Bulletin, window: Window) -> Iterator[Task]:
    """What is not public yet: with an agreement that was signed long enough ago it is late, else it is a draft."""
    directory = bulletin.directory
    zone, limit = directory.site.timezone, directory.as_of - timedelta(days=window.waiting)
    tonight = end_of(directory.as_of, zone)
    homes: tuple[RecordHome, ...] = (*bulletin.articles, *bulletin.record_files)
    for home in homes:
        since = public_since(home, zone)
        signed = home.agreement.signed_on if home.agreement else None
        late = signed is not None and signed.latest is not None and signed.latest <= limit
        if home.draft or (late and since and since >= tonight):
            kind = TaskKind.UNANNOUNCED if late else TaskKind.DRAFT
            yield Task(kind, home.path, subject_of(home), signed, _concerned(home.agreement, directory))
    for page in bulletin.pages:
        if page.draft:
            yield Task(TaskKind.DRAFT, page.path, page.title)
