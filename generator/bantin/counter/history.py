"""Reads the daily figures of an older counter from a CSV file."""

import csv
import io
from collections.abc import Container, Iterator, Sequence
from datetime import date
from pathlib import Path

from bantin.counter import problems
from bantin.counter.hit import Day
from bantin.domain.problems import Checked, Location, Problem

_HEAD = ["day", "views", "visits"]
_MOST = 10**12


def read_days(file: Path, today: date) -> Checked[dict[date, Day]]:
    """Reads a CSV file (RFC 4180) with the columns day, views and visits, with or without a header.

    Days after ``today`` are refused. Raises ``OSError``.
    """
    text = file.read_bytes().decode("utf-8-sig", errors="replace")
    days: dict[date, Day] = {}
    found: list[Problem] = []
    for line, row in _rows(text):
        try:
            day, counts = _read(row, today, days)
            days[day] = counts
        except ValueError as error:
            found.append(problems.BAD_HISTORY.at(Location(str(file), line), reason=error))
    return Checked(None, tuple(found)) if found else Checked(days)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The line numbers and cells of the rows, without empty rows and the header."""
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells) and cells != _HEAD:
                yield reader.line_num, cells
    except csv.Error as error:
        yield reader.line_num, [str(error)]


def _read(row: Sequence[str], today: date, known: Container[date]) -> tuple[date, Day]:
    if len(row) != len(_HEAD):
        raise ValueError(", ".join(row))
    day = date.fromisoformat(row[0])
    views, visits = _number(row[1]), _number(row[2])
    if day in known:
        raise ValueError(f"{day} = {day}")
    if day > today:
        raise ValueError(f"{day} > {today}")
    if visits > views:
        raise ValueError(f"{visits} > {views}")
    return day, Day(views, visits)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) < _MOST):
        raise ValueError(text)
    return int(text)
