"""Changes of what the bulletin itself had published: corrections, updates and minor edits, each with its day."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from bantin.domain.text.dates import Edtf, Moment


class ChangeKind(StrEnum):
    """A kind of change: a mistake was corrected, something new was added, or only the wording was touched up."""

    CORRECTION = "correction"
    UPDATE = "update"
    MINOR = "minor"


TOLD = frozenset({ChangeKind.CORRECTION, ChangeKind.UPDATE})
"""The kinds of changes that readers are told of; minor ones only count as the last change of a page."""


class Change(Struct, frozen=True, array_like=True):
    """A change of a published article, record or static page: an exact day or a moment, and what was changed."""

    kind: ChangeKind
    on: Moment
    note: str = ""


def last_changed(updated: datetime | None, changes: Iterable[Change]) -> Moment | None:
    """When a file last changed: as its key ``updated`` states, or else at the newest of its ``changes``."""
    if updated:
        return Moment(Edtf.of(updated.date()), updated)
    return max((change.on for change in changes), key=lambda on: on.order, default=None)


def told_changes(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The ``changes`` that readers are told of, the newest first."""
    shown = (change for change in changes if change.kind in TOLD)
    return tuple(sorted(shown, key=lambda change: change.on.order, reverse=True))
