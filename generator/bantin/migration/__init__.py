"""Migrates content to newer forms by moving its lines unchanged; nothing is serialised again."""

from bantin.migration.moves import Moves, mentions, moves_of, renamed, rewritten, with_id
from bantin.migration.records import FileChange, InlineRecord, move_records

__all__ = [
    "FileChange",
    "InlineRecord",
    "Moves",
    "mentions",
    "move_records",
    "moves_of",
    "renamed",
    "rewritten",
    "with_id",
]
