"""Migrates content to newer forms by moving its lines unchanged; nothing is serialised again."""

from bantin.migration.records import FileChange, InlineRecord, move_records

__all__ = ["FileChange", "InlineRecord", "move_records"]
