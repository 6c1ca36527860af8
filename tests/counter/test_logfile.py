"""Access logs as files: the same log under another name, compressed, or cut short."""

import gzip
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bantin.counter.logfile import LogFile, checksum

LINES = [b"first\n", b"second\n", b"third\n"]


@contextmanager
def log(folder: Path, data: bytes) -> Iterator[LogFile]:
    path = folder / "access.log"
    path.write_bytes(data)
    with closing(LogFile(path)) as opened:
        yield opened


def lines(log: LogFile, offset: int = 0) -> list[bytes]:
    return [line for some in log.lines(offset) for line in some]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_log_is_the_same_compressed_or_not(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    with log(tmp_path, pack(b"".join(LINES))) as one:
        assert (one.id, one.first, lines(one)) == (checksum(b"first\n"), b"first\n", LINES)
        assert lines(one, 6) == LINES[1:]
        assert one.is_after(13, checksum(b"second\n"))
        assert not one.is_after(13, checksum(b"first\n"))
        assert not one.is_after(130, checksum(b"second\n"))


@pytest.mark.parametrize(("data", "whole"), [(b"first\nsec", [b"first\n"]), (b"", []), (b"fir", [])])
def test_a_line_that_is_still_written_is_left(tmp_path: Path, data: bytes, whole: list[bytes]) -> None:
    with log(tmp_path, data) as one:
        assert lines(one) == whole


def test_a_compressed_log_that_is_cut_short_is_reported(tmp_path: Path) -> None:
    whole = gzip.compress(b"".join(b"line %d\n" % number for number in range(100_000)))
    with pytest.raises(EOFError), log(tmp_path, whole[: len(whole) // 2]) as one:
        lines(one)
