"""``bantin counter``: the visitor counter, from serving it to looking after its figures."""

from bantin.cli.counter.group import counter_commands

__all__ = ["counter_commands"]
