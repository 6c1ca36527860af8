"""Rendered files of the site, and the results of rendering."""

from collections.abc import Callable

from msgspec import Struct

from bantin.domain.problems import Checked


class Artifact(Struct, frozen=True):
    """A file of the site: its path in the output folder, with ``/`` between its parts, and its bytes."""

    path: str
    data: bytes


class StagedFile(Struct, frozen=True):
    """An artifact that is stored in a temporary file called ``name``, ready to be moved to its place in the site.

    ``size`` is in bytes; ``sha256`` is the digest in hexadecimal.
    """

    path: str
    name: str
    size: int
    sha256: str


Keep = Callable[[Artifact], StagedFile]
"""Stores an artifact in a file, so that a worker process need not send its bytes to the main process."""


class Rendered(Struct, frozen=True):
    """The result of rendering a page: its file or the problems of the theme, and the seconds that its template took.

    ``skeleton`` is the encoded skeleton of the page, for fast builds after an edit of its texts. It is empty if the
    page shows no texts, or if skeletons were not requested.
    """

    result: Checked[Artifact | StagedFile]
    template: str
    seconds: float
    skeleton: bytes = b""
