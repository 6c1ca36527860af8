"""A planned change of a file: what it says before and after."""

import difflib
from collections.abc import Iterator

from msgspec import Struct


class FileChange(Struct, frozen=True):
    """The new content of a file, and the one ``before``, ``None`` if the file is new."""

    path: str
    before: bytes | None
    after: bytes

    def difference(self) -> Iterator[str]:
        """The lines of a unified diff, with line ends."""
        before = (self.before or b"").decode().splitlines(keepends=True)
        after = self.after.decode().splitlines(keepends=True)
        source = "/dev/null" if self.before is None else f"a/{self.path}"
        for line in difflib.unified_diff(before, after, source, f"b/{self.path}"):
            yield line if line.endswith("\n") else f"{line}\n"
