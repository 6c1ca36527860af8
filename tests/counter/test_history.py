"""The days of an older counter: all of them in order, or none."""

from datetime import date
from pathlib import Path

import pytest

from bantin.counter.history import read_days
from bantin.counter.hit import Day
from bantin.domain.problems import Checked

TODAY = date(2026, 11, 25)


def read(folder: Path, text: str | bytes) -> Checked[dict[date, Day]]:
    file = folder / "old.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_days(file, TODAY)


@pytest.mark.parametrize("head", ["", "day,views,visits\r\n", "\ufeffday, views, visits\n"])
def test_days_are_read_with_or_without_a_head(tmp_path: Path, head: str) -> None:
    found = read(tmp_path, f"{head}2021-11-24,5851,1203\r\n\n2021-11-25, 6020 ,1311\n")
    assert found.value == {date(2021, 11, 24): Day(5851, 1203), date(2021, 11, 25): Day(6020, 1311)}
    assert read(tmp_path, head).value == {}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("2021-11-24,1\n", [1]),
        ("2021-11-24,1,1,1\n", [1]),
        ("24/11/2021,1,1\n", [1]),
        ("2021-11-24,x,1\n2021-11-25,-1,1\n2021-11-26,1.5,1\n", [1, 2, 3]),
        ("2021-11-24,5,5\n2021-11-24,5,5\n", [2]),
        ("2021-11-24,5,6\n", [1]),
        ("2026-11-26,5,5\n", [1]),
        ("2021-11-24,²,1\n", [1]),
        ("2021-11-24,1000000000000,1\n", [1]),
        (b"\xff\xfe\n", [1]),
        ("x" * 200_000 + ",1,1\n", [1]),
    ],
)
def test_what_is_no_day_is_shown_with_its_line(tmp_path: Path, text: str | bytes, lines: list[int]) -> None:
    found = read(tmp_path, text)
    assert found.value is None
    assert [problem.location.line for problem in found.problems] == lines
    assert {problem.code for problem in found.problems} == {"bad-counter-day"}
