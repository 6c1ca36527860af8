"""``bantin counter``: runs the visitor counter and maintains its figures."""

from bantin.cli.counter.group import counter_commands

__all__ = ["counter_commands"]
