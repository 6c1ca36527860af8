"""``content/.imported``: which files were made by imports, of which source, and as what.

A line for each file, sorted by path, with tabs between the path, the SHA-256 of the file as it was written, and the
source. It is committed with the content: whoever imports again, on whatever machine, overwrites nothing that an editor
has changed. Lines of two branches merge like any text.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from bantin.content.discover import CONTENT
from bantin.domain.text.one_line import one_line

PATH = f"{CONTENT}/.imported"
_HEAD = "# bantin import: path, SHA-256 as written, source\n"
_PARTS = 3


class Imported(Struct, frozen=True):
    """A file that an import has written: its path, its digest as it was written, and the key of its source."""

    path: str
    digest: str
    source: str


def read_imported(text: str) -> Mapping[str, Imported]:
    """The imported files by path. Lines that are none, such as those of a conflict, are passed over."""
    parts = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    found = (Imported(*three) for three in parts if len(three) == _PARTS)
    return {one.path: one for one in found}


def write_imported(files: Iterable[Imported]) -> str:
    """The text of the file, the same for the same files in any order."""
    lines = sorted(f"{one.path}\t{one.digest}\t{one_line(one.source)}\n" for one in files)
    return _HEAD + "".join(lines)
