"""The search engine, for the commands that build a site."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bantin.render.search import Engine


def find_engine() -> "Engine | None":
    """Finds the search engine of this machine. Called by a build only if the site is not up to date."""
    from bantin.render.search import find_engine as find

    return find()
