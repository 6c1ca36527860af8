"""``bantin import``: the commands that bring material of other programs into a bulletin."""

from bantin.cli.importing.group import import_commands

__all__ = ["import_commands"]
