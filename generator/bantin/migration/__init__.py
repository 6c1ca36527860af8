"""Moves what editors have written to newer forms, as text: lines are moved as they are, and never written anew."""

from bantin.migration.records import FileChange, InlineRecord, move_records

__all__ = ["FileChange", "InlineRecord", "move_records"]
