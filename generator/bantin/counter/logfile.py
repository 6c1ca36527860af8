"""Access logs as files: plain or compressed, growing, renamed and cut short while nobody looks."""

import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

_GZIP = b"\x1f\x8b"
_AT_ONCE = 2 << 20  # bytes; as many lines are counted in one transaction
_LONGEST_LINE = 1 << 20


class LogFile:
    """An open log. Whatever it is called today, and whether it has been compressed, it is told by its first line.

    Raises ``OSError`` and ``EOFError`` (a compressed file that is cut short), as do its methods.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = _opened(path)
        try:
            self.first = self._file.readline(_LONGEST_LINE)
        except (OSError, EOFError, zlib.error):
            self._file.close()
            raise
        self.id = checksum(self.first)

    def is_after(self, offset: int, last: int) -> bool:
        """Whether a line of the checksum ``last`` ends at ``offset``: what comes before was counted then."""
        begin = max(0, offset - _LONGEST_LINE)
        self._file.seek(begin)
        read = self._file.read(offset - begin)
        line = read[read.rfind(b"\n", 0, -1) + 1 :]
        return len(read) == offset - begin and checksum(line) == last

    def lines(self, offset: int) -> Iterator[list[bytes]]:
        """The lines from ``offset`` on, many at once. A line that is still being written is left for another time."""
        self._file.seek(offset)
        while lines := self._file.readlines(_AT_ONCE):
            if not lines[-1].endswith(b"\n"):
                lines.pop()
            if lines:
                yield lines

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()


def checksum(line: bytes) -> int:
    """Tells lines of logs apart. It is so short that nobody's address could be found by trying them all."""
    return zlib.crc32(line)


def _opened(path: Path) -> BinaryIO:
    file = path.open("rb")
    if file.peek(2)[:2] != _GZIP:
        return file
    file.close()
    # A reader in C around the one in Python, for the lines.
    return io.BufferedReader(cast("io.RawIOBase", gzip.open(path)), _AT_ONCE)
