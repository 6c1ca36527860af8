"""Changes what is written by moving and editing its lines, all others unchanged; nothing is serialised again."""

from bantin.migration.events import Event, event_lines, has_event, with_event
from bantin.migration.file_change import FileChange
from bantin.migration.front_lines import read_front, values_of
from bantin.migration.mergers import Merger, is_divided, merge, units_below
from bantin.migration.moves import Moves, mentions, moves_of, renamed, rewritten, with_id
from bantin.migration.records import InlineRecord, move_records

__all__ = [
    "Event",
    "FileChange",
    "InlineRecord",
    "Merger",
    "Moves",
    "event_lines",
    "has_event",
    "is_divided",
    "mentions",
    "merge",
    "move_records",
    "moves_of",
    "read_front",
    "renamed",
    "rewritten",
    "units_below",
    "values_of",
    "with_event",
    "with_id",
]
