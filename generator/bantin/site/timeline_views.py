"""The timeline of an agreement in the words of its page: events, and documents by what they have to do with it."""

from collections.abc import Iterable

from msgspec.structs import replace

from bantin.domain.model import Agreement, EventKind, RecordHome
from bantin.index import Action, Directory, Milestone, Record, Role, timeline
from bantin.site import labels
from bantin.site.cards import date_view, names_then
from bantin.site.relation_views import relation_view
from bantin.site.views import EventView, TimelineEntryView


def timeline_views(record: Record, line: Iterable[RecordHome], directory: Directory) -> tuple[TimelineEntryView, ...]:
    """The entries of the timeline of ``record``; none if nothing but its signing is known.

    ``line`` are the homes of the agreements that changed one another, which may include this one.
    """
    found = timeline(record, line, directory.as_of)
    if all(one.document is None and one.action and one.action.kind is EventKind.SIGNED for one in found):
        return ()
    return tuple(_entry(one, record, directory) for one in found)


def event_view(action: Action, agreement: Agreement, directory: Directory) -> EventView:
    """The view of an entry of an agreement's history."""
    language = directory.site.language
    return EventView(
        label=labels.EVENTS[action.kind].on(directory.site),
        on=date_view(action.on, language),
        note=action.note,
        by=action.by,
        parties=names_then(action.parties, agreement.signed_on, directory),
        part=action.part,
        until=date_view(action.until, language),
        indefinite=action.indefinite,
        upcoming=action.upcoming,
    )


def _entry(milestone: Milestone, record: Record, directory: Directory) -> TimelineEntryView:
    action, document = milestone.action, milestone.document
    event = event_view(action, record.agreement, directory) if action else None
    shown = relation_view(document.document, record, directory) if document else None
    if event and shown and event.by in (shown.title, shown.number):
        event = replace(event, by="")
    return TimelineEntryView(
        on=date_view(milestone.on, directory.site.language),
        event=event,
        document=shown,
        relation=_relation(document.roles, directory) if document else "",
        computed=milestone.computed,
        overdue=milestone.overdue,
    )


def _relation(roles: tuple[Role, ...], directory: Directory) -> str:
    """What a document has to do with the agreement, in a line: ``Văn bản sửa đổi, văn bản bổ sung``."""
    first, *others = (_role(role, directory) for role in roles)
    return ", ".join((first, *(other[:1].lower() + other[1:] for other in others)))


def _role(role: Role, directory: Directory) -> str:
    if isinstance(role, str):
        return labels.INDIRECT[role].on(directory.site)
    kind, inverse = role
    return (labels.INVERSES if inverse else labels.ACTED_ON)[kind].on(directory.site)
