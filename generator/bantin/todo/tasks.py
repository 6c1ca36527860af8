"""Finds what is to be done in a bulletin. Nothing of it is an error: those are what a build reports."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from itertools import chain

from msgspec import Struct

from bantin.domain.model import Agreement, RecordHome, Status
from bantin.domain.rules.showing import public_since
from bantin.domain.text.dates import Edtf, end_of
from bantin.index import Bulletin, Directory, Record, current_successors, next_review, overdue_review
from bantin.site.cards import name_then, subject_of


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


def find_tasks(bulletin: Bulletin, window: Window) -> list[Task]:
    """The tasks of a bulletin that was indexed with its drafts, in the order of :func:`in_order`."""
    return in_order((*_of_records(bulletin, window), *_of_drafts(bulletin, window)))


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


def _of_records(bulletin: Bulletin, window: Window) -> Iterator[Task]:
    directory = bulletin.directory
    as_of = directory.as_of
    for record in bulletin.register.records:
        if record.lifecycle.status is not Status.ENDED:
            yield from _deadlines(record, directory, as_of + timedelta(days=window.ahead))
        agreement = record.agreement
        if agreement.full_text and agreement.full_text.public and not record.text_at:
            yield _task(TaskKind.TEXT, record, directory)
        for document in agreement.documents:
            facts = bulletin.documents.get(document.file)
            if document.is_signed_copy and document.sha256 is None and facts:
                written = f"{{file: {document.file}, sha256: {facts.sha256}}}"
                yield _task(TaskKind.CHECKSUM, record, directory, detail=written)


def _deadlines(record: Record, directory: Directory, last: date) -> Iterator[Task]:
    agreement, life, as_of = record.agreement, record.lifecycle, directory.as_of
    if life.ends and _is_between(life.ends, as_of, last):
        yield _task(TaskKind.TERM, record, directory, life.ends)
    overdue = overdue_review(agreement, life, as_of)
    if overdue:
        chair = agreement.review.chair if agreement.review else None
        yield _task(TaskKind.OVERDUE, record, directory, overdue, turn=_turn(chair, record, directory))
    ahead = next_review(agreement, life, as_of)
    if ahead and _is_between(ahead.on, as_of, last):
        yield _task(TaskKind.REVIEW, record, directory, ahead.on, turn=_turn(ahead.chair, record, directory))


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
