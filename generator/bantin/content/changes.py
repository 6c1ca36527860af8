"""VALIDATE: the changes of a published file, from their fields to the model."""

from collections.abc import Iterator, Sequence

from bantin.content.problems import changes as problems
from bantin.content.problems import dates
from bantin.content.schema.change import ChangeFields, TranslatedChangeFields
from bantin.content.yaml.parser import Locate
from bantin.domain.model import (
    Article,
    Change,
    ChangeKind,
    RecordFile,
    Reference,
    ReferenceTarget,
    StaticPage,
    TranslatedChange,
)
from bantin.domain.problems import Problem
from bantin.domain.text.dates import Moment


def resolve_changes(fields: Sequence[ChangeFields]) -> tuple[Change, ...]:
    """Builds changes from their ``fields``, in the order of the file."""
    return tuple(Change(one.kind, one.on, one.note) for one in fields)


def resolve_translated_changes(fields: Sequence[TranslatedChangeFields]) -> tuple[TranslatedChange, ...]:
    """Builds the changes of a translation from their ``fields``."""
    return tuple(TranslatedChange(one.on, one.note, one.kind) for one in fields)


def change_days(fields: Sequence[ChangeFields], find: Locate) -> Iterator[Reference]:
    """The days of changes, which must not be in the future; ``find`` finds the position of a value."""
    for index, one in enumerate(fields):
        yield Reference(ReferenceTarget.CHANGE_DAY, str(one.on), find(("changes", index, "on")))


def translated_references(fields: Sequence[TranslatedChangeFields], find: Locate) -> Iterator[Reference]:
    """The changes that a translation names, all of which its original must have."""
    for index, one in enumerate(fields):
        named = reference_to(one.on, one.kind)
        yield Reference(ReferenceTarget.CHANGE, named, find(("changes", index, "on")))


def reference_to(on: Moment, kind: ChangeKind | None = None) -> str:
    """The id of a reference to the changes ``on`` a day, or at a moment: of all kinds, or of one ``kind``."""
    return f"{on} {kind}" if kind else str(on)


def check_changes(home: Article | RecordFile | StaticPage, find: Locate) -> Iterator[Problem]:
    """Reports changes without a note, and dates that cannot be true; ``find`` finds the position of a value."""
    not_before = _not_before(home)
    for index, change in enumerate(home.changes):
        at = find(("changes", index, "on")).within(home.path)
        if not change.note and change.kind is not ChangeKind.MINOR:
            yield problems.NO_NOTE.at(find(("changes", index)).within(home.path), kind=change.kind)
        for key, since in not_before:
            if _is_before(change.on, since):
                yield dates.OUT_OF_ORDER.at(
                    at, later="changes.on", later_date=change.on, earlier=key, earlier_date=since
                )
    newest = max((change.on for change in home.changes), key=lambda on: on.order, default=None)
    updated = home.last_changed if home.updated else None
    if newest and updated and _is_before(updated, newest):
        yield problems.UPDATED_EARLIER.at(find(("updated",)).within(home.path), updated=updated, change=newest)


def _not_before(home: Article | RecordFile | StaticPage) -> tuple[tuple[str, Moment], ...]:
    """The key and the time before which the file cannot have been public, if known."""
    if isinstance(home, Article):
        return (("published", home.published),) if home.published else ()
    signed = home.agreement.signed_on if isinstance(home, RecordFile) else None
    return (("signed_on", Moment(signed)),) if signed else ()


def _is_before(when: Moment, other: Moment) -> bool:
    """Compares two times: ``when`` is certainly before ``other``. A day without a time may be any time of that day."""
    if when.instant and other.instant:
        return when.instant < other.instant
    latest, earliest = when.day.latest, other.day.earliest
    return latest is not None and earliest is not None and latest < earliest
