"""What rendering makes: a file of the site."""

from collections.abc import Callable

from msgspec import Struct

from bantin.domain.problems import Checked


class Artifact(Struct, frozen=True):
    """A file of the site: its path in the output folder, with ``/`` between its parts, and its bytes."""

    path: str
    data: bytes


class StagedFile(Struct, frozen=True):
    """An artifact whose bytes were put down where they were made, in a file called ``name``.

    ``size`` is how many there are, ``sha256`` their digest in hexadecimal.
    """

    path: str
    name: str
    size: int
    sha256: str


Keep = Callable[[Artifact], StagedFile]
"""Puts down an artifact, and returns what is soon sent to another process."""


class Rendered(Struct, frozen=True):
    """What became of a page: its file or what is wrong with the theme, and the seconds that its template took.

    ``blank`` is what to remember of it for an edit of its texts, if it shows any and that was asked for.
    """

    result: Checked[Artifact | StagedFile]
    template: str
    seconds: float
    blank: bytes = b""
