"""A filter that a plugin adds to the templates."""

from collections.abc import Callable

from msgspec import Struct


class Filter(Struct, frozen=True):
    """A filter that templates can use by its ``name``."""

    plugin: str
    name: str
    function: Callable[..., object]
