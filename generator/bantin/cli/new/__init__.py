"""``bantin new``: begins articles, records, agencies, pages and translations, and adds events to records."""

from bantin.cli.new.group import new_commands

__all__ = ["new_commands"]
