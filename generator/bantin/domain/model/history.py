"""The version control history of a bulletin's files."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct


class Commit(Struct, frozen=True, array_like=True):
    """A commit: its full id, and the author's date in the time zone of the site."""

    id: str
    on: datetime


class History(Struct, frozen=True):
    """The state of a bulletin in version control.

    ``head`` is the id of the commit that is checked out, empty if unknown; ``modified`` is true if the sources of the
    site differ from it. ``commits`` maps the path of each unmodified file, from the root, to the commit that last
    changed it.
    """

    head: str = ""
    modified: bool = False
    commits: Mapping[str, Commit] = {}


class Origin(Struct, frozen=True):
    """The source file of a page, by its path from the root, and the commit that last changed it, if known."""

    path: str
    commit: Commit | None
