"""What is known of how the files of a bulletin came about."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct


class Commit(Struct, frozen=True, array_like=True):
    """A commit: its id, in full, and when its author made the change, in the time zone of the site."""

    id: str
    on: datetime


class History(Struct, frozen=True):
    """What the version control of a bulletin tells.

    ``head`` is the id of the commit that is checked out, empty where none is known; it is ``modified`` if what the site
    is made of differs from it. ``commits`` are those that last changed a file, by its path from the root, for the files
    that are as they were committed.
    """

    head: str = ""
    modified: bool = False
    commits: Mapping[str, Commit] = {}


class Origin(Struct, frozen=True):
    """The file that a page was made from, by its path from the root, and the commit that last changed it, if known."""

    path: str
    commit: Commit | None
