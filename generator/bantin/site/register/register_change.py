"""Changes of the register: what happened to agreements, and what was corrected or added about them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import ClassVar

from msgspec import Struct

from bantin.domain.model import Agreement, Change, EventKind, RecordHome, RelationKind, Site, told_changes
from bantin.domain.text.dates import Edtf, Moment
from bantin.index import Action, Directory, Record
from bantin.site import addresses, labels
from bantin.site.addresses import WORDS
from bantin.site.cards import names_then, subject_of
from bantin.site.titles import titles_of
from bantin.site.views import LinkView

# What another agreement does, and the event that this is for the agreement concerned.
_EFFECTS: Mapping[RelationKind, EventKind] = {
    RelationKind.AMENDS: EventKind.AMENDED,
    RelationKind.SUPPLEMENTS: EventKind.AMENDED,
    RelationKind.CORRECTS: EventKind.CORRECTED,
    RelationKind.EXTENDS: EventKind.EXTENDED,
    RelationKind.REPLACES: EventKind.REPLACED,
    RelationKind.TERMINATES: EventKind.TERMINATED,
}
# The effects that editors need not write as events too, since no status depends on them.
_UNWRITTEN = frozenset({EventKind.AMENDED, EventKind.CORRECTED})


class RegisterChange(Struct, frozen=True):
    """A change of the register: ``what`` happened to an agreement, or what the bulletin changed about it.

    ``cause`` is the home of the agreement that did it, if that is published here. What else is said of a change follows
    from its record, which stands for it in the keys of pages.
    """

    key_fields: ClassVar = ("record", "on")

    record: Record
    what: Action | Change
    on: Moment
    cause: RecordHome | None = None


def changes_link(site: Site) -> LinkView:
    """The link to the page of the latest changes."""
    words = WORDS[site.language]
    return LinkView(titles_of(site).changes, addresses.register(words, words.changes))


def changes(records: Iterable[Record], as_of: date) -> list[RegisterChange]:
    """The changes of ``records`` that have certainly happened by ``as_of``, the latest first."""
    happened = (change for record in records for change in changes_of(record, as_of))
    return sorted(happened, key=lambda change: change.on.order, reverse=True)


def changes_of(record: Record, as_of: date) -> Iterator[RegisterChange]:
    """The changes of a record that have certainly happened by ``as_of``; of each kind, the latest first."""
    for change in told_changes(record.home.changes) if record.home.changes else ():
        yield RegisterChange(record, change, change.on)
    for action in reversed(record.lifecycle.history):
        if action.on and _has_come(action.on, as_of):
            yield RegisterChange(record, action, Moment(action.on), _cause(record, action, action.on))
    for kind, on, cause in _unwritten(record) if record.ties else ():
        if _has_come(on, as_of):
            yield RegisterChange(record, Action(kind, on), Moment(on), cause)


def change_label(change: RegisterChange, site: Site) -> str:
    """What happened, in a word or two."""
    what = change.what
    return (labels.CHANGES[what.kind] if isinstance(what, Change) else labels.EVENTS[what.kind]).on(site)


def change_details(change: RegisterChange, directory: Directory) -> tuple[str, ...]:
    """Whom and which part a change concerns, by what it was made, and notes on it, as far as they are known."""
    what = change.what
    if isinstance(what, Change):
        return (what.note,)
    parties = names_then(what.parties, change.record.agreement.signed_on, directory)
    caused = labels.CAUSED_BY.on(directory.site).format(document=_named(change.cause)) if change.cause else ""
    return tuple(filter(None, ("; ".join(parties), what.part, what.by or caused, what.note)))


def _cause(record: Record, action: Action, on: Edtf) -> RecordHome | None:
    """The home of the agreement that caused ``action``: it does that to the record, and since the same day."""
    if not record.ties:
        return None
    ties = (tie for tie in record.ties if tie.inverse and _EFFECTS.get(tie.kind) is action.kind)
    return next((tie.other for tie in ties if on in _days(tie.other.agreement)), None)


def _unwritten(record: Record) -> Iterator[tuple[EventKind, Edtf, RecordHome]]:
    """What other agreements did to the record, and since when, where no event of its own may be the same."""
    for tie in record.ties:
        kind, days = _EFFECTS.get(tie.kind), _days(tie.other.agreement)
        if tie.inverse and kind in _UNWRITTEN and days:
            written = (action.on for action in record.lifecycle.history if action.kind is kind)
            if not any(on is None or _may_be_one(on, day) for on in written for day in days):
                yield kind, days[0], tie.other


def _days(agreement: Agreement | None) -> tuple[Edtf, ...]:
    """The days since which an agreement may act on others: that of its entry into force, and that of its signing."""
    return tuple(day for day in (agreement.effective_on, agreement.signed_on) if day) if agreement else ()


def _may_be_one(one: Edtf, other: Edtf) -> bool:
    """Whether two dates, each known in full or in part, may be the same day."""
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest


def _has_come(on: Edtf, as_of: date) -> bool:
    return bool(on.latest and on.latest <= as_of)


def _named(home: RecordHome) -> str:
    number = home.agreement.number if home.agreement else ""
    return f"{subject_of(home)} ({number})" if number else subject_of(home)
