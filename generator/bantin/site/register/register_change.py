"""Changes of the register: what happened to agreements, and what was corrected or added about them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import ClassVar

from msgspec import Struct

from bantin.domain.model import Change, EventKind, RecordHome, RelationKind, Site, told_changes
from bantin.domain.rules.force import ENDING
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
# The effects that editors need not write as events too, since no status depends on them. Each agreement has its own: an
# agreement is amended as often as others amend it, while it ends once, whatever the number of those that replace it.
_UNWRITTEN = frozenset({EventKind.AMENDED, EventKind.CORRECTED})


class Happening(Struct, frozen=True):
    """Something that happened to an agreement: ``action``, which holds ``since`` a day, and what was signed for it.

    ``causes`` are the homes of the agreements that did it, as far as they are published here. ``action`` has the day
    that editors wrote, which may be that on which an amendment was signed; ``since`` is ``None`` if nothing is known.
    """

    action: Action
    since: Edtf | None
    causes: tuple[RecordHome, ...] = ()


class RegisterChange(Struct, frozen=True):
    """A change of the register: ``what`` happened to an agreement, or what the bulletin changed about it.

    ``causes`` are the homes of the agreements that did it, as far as they are published here. What else is said of a
    change follows from its record, which stands for it in the keys of pages.
    """

    key_fields: ClassVar = ("record", "on")

    record: Record
    what: Action | Change
    on: Moment
    causes: tuple[RecordHome, ...] = ()


def changes_link(site: Site) -> LinkView:
    """The link to the page of the latest changes."""
    words = WORDS[site.language]
    return LinkView(titles_of(site).changes, addresses.register(words, words.changes))


def changes(records: Iterable[Record], as_of: date) -> list[RegisterChange]:
    """The changes of ``records`` that have certainly happened by ``as_of``, the latest first."""
    happened = (change for record in records for change in changes_of(record, as_of))
    return sorted(happened, key=lambda change: change.on.order, reverse=True)


def changes_of(record: Record, as_of: date) -> Iterator[RegisterChange]:
    """The changes of a record that have certainly happened by ``as_of``: those of the bulletin, then what happened."""
    for change in told_changes(record.home.changes) if record.home.changes else ():
        yield RegisterChange(record, change, change.on)
    for found in reversed(happenings(record)):
        on = found.action.on
        if on and has_come(on, as_of):
            yield RegisterChange(record, found.action, Moment(on), found.causes)


def happenings(record: Record) -> tuple[Happening, ...]:
    """What happened to an agreement: its history, then what only the agreements tell that did it.

    An event and a relation that may tell of the same amendment or correction are one happening. An event without a year
    stands for no relation: it has no place among what happened on known days, and must not hide what has one.
    """
    history = record.lifecycle.history
    if not record.ties:
        return tuple(Happening(action, action.on) for action in history)
    effects = _effects(record)
    causes = {kind: _causes(history, kind, others) for kind, others in effects.items()}
    found = [
        _written(action, causes[action.kind].get(place, ()) if action.kind in causes else ())
        for place, action in enumerate(history)
    ]
    for kind in (kind for kind in effects if kind in _UNWRITTEN):
        told = {_id(cause) for events in causes[kind].values() for cause in events}
        found += (
            Happening(Action(kind, days[0]), days[0], (other,))
            for other in effects[kind]
            if _id(other) not in told and (days := _days(other))
        )
    return tuple(found)


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
    documents = "; ".join(subject_and_number(cause) for cause in change.causes)
    caused = labels.CAUSED_BY.on(directory.site).format(document=documents) if documents else ""
    return tuple(filter(None, ("; ".join(parties), what.part, what.by or caused, what.note)))


def subject_and_number(home: RecordHome) -> str:
    """A document by its subject and its number, if it has one."""
    number = home.agreement.number if home.agreement else ""
    return f"{subject_of(home)} ({number})" if number else subject_of(home)


def has_come(on: Edtf, as_of: date) -> bool:
    """Whether a date is certainly over or that of ``as_of``; false if its year is unknown."""
    return bool(on.latest and on.latest <= as_of)


def _effects(record: Record) -> dict[EventKind, list[RecordHome]]:
    """The other agreements that did something to the record, each once, by the kind of event that this is for it."""
    found: dict[EventKind, dict[str, RecordHome]] = {}
    for tie in record.ties:
        kind = _EFFECTS.get(tie.kind)
        if tie.inverse and kind:
            # An agreement may both amend and supplement another.
            found.setdefault(kind, {})[_id(tie.other)] = tie.other
    return {kind: list(others.values()) for kind, others in found.items()}


def _causes(
    history: Sequence[Action], kind: EventKind, others: Sequence[RecordHome]
) -> dict[int, tuple[RecordHome, ...]]:
    """Which of ``others`` the events of a ``kind`` are about, by the place of the event in ``history``.

    Several events may be about one agreement of their very day, one for each of its parts. By lesser signs, an event is
    only about what no other event is about.
    """
    found: dict[int, tuple[RecordHome, ...]] = {}
    taken: set[str] = set()
    for is_about in (_is_of_day, _may_be_of_day, _ends_all):
        for place, action in enumerate(history):
            if action.kind is not kind or action.on is None or action.on.year is None or place in found:
                continue
            fit = [other for other in others if is_about(action, action.on, other)]
            free = [other for other in fit if _id(other) not in taken]
            chosen = tuple(free or (fit if is_about is _is_of_day else ()))
            if chosen:
                found[place] = chosen[:1] if kind in _UNWRITTEN else chosen
                taken.update(_id(other) for other in found[place])
    return found


def _is_of_day(_: Action, on: Edtf, other: RecordHome) -> bool:
    return on in _days(other)


def _may_be_of_day(_: Action, on: Edtf, other: RecordHome) -> bool:
    days = _days(other)
    return not days or any(_may_be_one(on, day) for day in days)


def _ends_all(action: Action, _: Edtf, __: RecordHome) -> bool:
    """Whether an event ends the whole agreement: that which does so may have been signed long before."""
    return action.kind in ENDING and not action.part


def _written(action: Action, causes: tuple[RecordHome, ...]) -> Happening:
    """An entry of the history; what no status depends on holds since its cause does, if that is known better."""
    days = _days(causes[0]) if causes and action.kind in _UNWRITTEN else ()
    since = action.on if not days or (action.on and _within(action.on, days[0])) else days[0]
    return Happening(action, since, causes)


def _days(home: RecordHome) -> tuple[Edtf, ...]:
    """The days since which an agreement may act on others: that of its entry into force, and that of its signing."""
    one = home.agreement
    return tuple(day for day in (one.effective_on, one.signed_on) if day) if one else ()


def _id(home: RecordHome) -> str:
    return home.agreement.id if home.agreement else ""


def _may_be_one(one: Edtf, other: Edtf) -> bool:
    """Whether two dates, each known in full or in part, may be the same day."""
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest


def _within(one: Edtf, other: Edtf) -> bool:
    """Whether every day that ``one`` may be is one that ``other`` may be."""
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return other.year is None
    return other.earliest <= one.earliest and one.latest <= other.latest
