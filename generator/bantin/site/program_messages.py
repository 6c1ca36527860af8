"""All texts on pages that come from the program instead of templates, for the catalogues of themes."""

from collections.abc import Iterator

from bantin.site import explanations, labels, titles
from bantin.site.message import Message


def _in(module: object) -> Iterator[Message]:
    """The messages in a module: single ones, and those in tables."""
    for value in vars(module).values():
        shown = value.values() if isinstance(value, dict) else (value,)
        yield from (one for one in shown if isinstance(one, Message))


MESSAGES = (*_in(titles), *_in(labels), *explanations.MESSAGES)
"""Every message, in the order of the program."""
