"""All that pages have from the program and not from templates, for the catalogues of themes."""

from collections.abc import Iterator

from bantin.site import labels, titles
from bantin.site.message import Message


def _in(module: object) -> Iterator[Message]:
    """The messages of a module: those that stand alone, and those of its tables."""
    for value in vars(module).values():
        shown = value.values() if isinstance(value, dict) else (value,)
        yield from (one for one in shown if isinstance(one, Message))


MESSAGES = (*_in(titles), *_in(labels))
"""Every message, by the order in which the program has them."""
