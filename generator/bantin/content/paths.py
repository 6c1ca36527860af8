"""Resolves the paths that editors write: relative to their file, or to ``content/`` with a leading ``/``."""

import posixpath

from bantin.content.discover import CONTENT


def resolve(written: str, folder: str) -> str | None:
    """Resolves the path ``written`` in a file of ``folder`` to one from the root of the bulletin.

    ``None`` if it leads out of the content folder: nothing outside it is ever read or published.
    """
    from_content = written.startswith("/")
    joined = posixpath.join(CONTENT if from_content else folder, written.lstrip("/") if from_content else written)
    path = posixpath.normpath(joined)
    inside = f"{path}/".startswith(f"{CONTENT}/") and "\\" not in path and "\x00" not in path
    return path if inside else None
