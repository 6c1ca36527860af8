"""Changes content by moving its lines unchanged and adding new ones; nothing is serialised again."""

from bantin.migration.events import Event, event_lines, has_event, with_event
from bantin.migration.front_lines import read_front, values_of
from bantin.migration.moves import Moves, mentions, moves_of, renamed, rewritten, with_id
from bantin.migration.records import FileChange, InlineRecord, move_records

__all__ = [
    "Event",
    "FileChange",
    "InlineRecord",
    "Moves",
    "event_lines",
    "has_event",
    "mentions",
    "move_records",
    "moves_of",
    "read_front",
    "renamed",
    "rewritten",
    "values_of",
    "with_event",
    "with_id",
]
