"""The engine of the search, for the commands that build a site."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bantin.render.search import Engine


def find_engine() -> "Engine | None":
    """The engine of this machine. It is looked for when a build asks: a site that stands needs none."""
    from bantin.render.search import find_engine as find

    return find()
