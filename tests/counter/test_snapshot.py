"""The snapshot is always whole, and a web server may read it."""

import stat
from pathlib import Path

import pytest

from bantin.counter.snapshot import write_snapshot


def test_a_snapshot_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "stats.json"
    write_snapshot(file, b"1")
    reading = file.open("rb")
    write_snapshot(file, b"2")
    assert (reading.read(), file.read_bytes()) == (b"1", b"2")
    reading.close()
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    assert list(tmp_path.iterdir()) == [file]


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "stats.json").mkdir()
    with pytest.raises(OSError, match=r"stats\.json"):
        write_snapshot(tmp_path / "stats.json", b"1")
    with pytest.raises(FileNotFoundError):
        write_snapshot(tmp_path / "none/stats.json", b"1")
    assert [path.name for path in tmp_path.iterdir()] == ["stats.json"]
