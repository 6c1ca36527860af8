"""The version control history of a bulletin's files."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from bantin.domain.model.agreement import Agreement
from bantin.domain.model.article import Credit, Photo
from bantin.domain.model.reference import Reference
from bantin.domain.text.dates import Moment

_SHORT = 10
"""Letters of the id of a commit; so many are unique even in a large repository."""


class Commit(Struct, frozen=True, array_like=True):
    """A commit: its full id, and the author's date in the time zone of the site."""

    id: str
    on: datetime

    @property
    def short_id(self) -> str:
        """The beginning of its id, as pages and messages name it."""
        return self.id[:_SHORT]


class FileVersion(Struct, frozen=True, array_like=True):
    """A version of a file: the commit that made it, the id of the blob that holds its bytes, and its path then."""

    commit: Commit
    blob: str
    path: str


class History(Struct, frozen=True):
    """The state of a bulletin in version control.

    ``head`` is the id of the commit that is checked out, empty if unknown; ``modified`` is true if the sources of the
    site differ from it. ``commits`` maps the path of each unmodified file, from the root, to the commit that last
    changed it. ``versions`` are those of each article and record that has more than one, the earliest first; a file
    that was moved keeps those from before. A ``shallow`` history has no commits and versions.
    """

    head: str = ""
    modified: bool = False
    commits: Mapping[str, Commit] = {}
    versions: Mapping[str, tuple[FileVersion, ...]] = {}
    shallow: bool = False


class Origin(Struct, frozen=True):
    """The source file of a page, by its path from the root, and the commit that last changed it, if known.

    ``versions`` is the address of the page with its former versions, if there is one.
    """

    path: str
    commit: Commit | None
    versions: str = ""


class Facts(Struct, frozen=True, array_like=True):
    """What an article or a record says besides its text; ``references`` are needed to look up names in it.

    Not what files it (section, topics, address) or controls it (draft, comments).
    """

    title: str = ""
    lead: str = ""
    published: Moment | None = None
    authors: tuple[str, ...] = ()
    source: Credit | None = None
    photos: tuple[Photo, ...] = ()
    about: tuple[str, ...] = ()
    agreement: Agreement | None = None
    references: tuple[Reference, ...] = ()
    summary: str = ""


class Shown(StrEnum):
    """Whether a former version can be shown: not if it is unreadable, or withheld for a secret or personal number."""

    YES = "yes"
    UNREADABLE = "unreadable"
    WITHHELD = "withheld"


class PublicVersion(Struct, frozen=True, array_like=True):
    """A version of an article or a record that readers could see, from ``since`` ``until`` another or none came.

    ``commit`` made it, when its file was at ``path``. ``until`` is ``None`` for the present one. ``facts`` are
    ``None`` if it cannot be read. ``text`` is a digest of its text; ``rewritten`` are the passages that differ from
    the text of the last readable version: the paragraphs before and after.
    """

    commit: Commit
    path: str
    since: datetime
    until: datetime | None
    shown: Shown
    facts: Facts | None
    text: str = ""
    rewritten: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
