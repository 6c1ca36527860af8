"""Access log files: plain or compressed; they may grow, be renamed or be truncated between runs."""

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
    """An open log. It is identified by its first line, which stays the same when it is renamed or compressed.

    The constructor and the methods raise ``OSError``, and ``EOFError`` for a truncated compressed file.
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
        """Whether a line with the checksum ``last`` ends at ``offset``, so that everything before has been counted."""
        begin = max(0, offset - _LONGEST_LINE)
        self._file.seek(begin)
        read = self._file.read(offset - begin)
        line = read[read.rfind(b"\n", 0, -1) + 1 :]
        return len(read) == offset - begin and checksum(line) == last

    def lines(self, offset: int) -> Iterator[list[bytes]]:
        """Yields the lines from ``offset`` on in batches. An incomplete last line is left for the next run."""
        self._file.seek(offset)
        while lines := self._file.readlines(_AT_ONCE):
            if not lines[-1].endswith(b"\n"):
                lines.pop()
            if lines:
                yield lines

    def close(self) -> None:
        """Closes the file."""
        self._file.close()


def checksum(line: bytes) -> int:
    """A checksum of a line of a log. It is too short to find an address by trying them all."""
    return zlib.crc32(line)


def _opened(path: Path) -> BinaryIO:
    file = path.open("rb")
    if file.peek(2)[:2] != _GZIP:
        return file
    file.close()
    # A buffered reader in C around the one in Python reads lines faster.
    return io.BufferedReader(cast("io.RawIOBase", gzip.open(path)), _AT_ONCE)
