"""Stores: where what was counted is kept. There are two, behind one small interface; both count by the same rules."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from bantin.counter.calendar import Calendar
from bantin.counter.hit import Day, Figures, Hit, Start


class StoreFailed(Exception):
    """Nothing of what was asked for has been kept: the disk is full, the file locked, the server gone."""


class Store(Protocol):
    """Keeps what was counted. Its calls are made by one thread at a time."""

    def count(self, hits: Sequence[Hit]) -> None:
        """Counts ``hits``: when it returns, they survive a loss of power.

        Raises ``StoreFailed``; then none of them counts.
        """
        ...

    def figures(self, at: int) -> Figures:
        """The figures at the instant ``at``. Raises ``StoreFailed``."""
        ...

    def pages(self, paths: Sequence[str]) -> Mapping[str, int]:
        """The views of pages since counting began; 0 for one that was never looked at. Raises ``StoreFailed``."""
        ...

    def days(self) -> Mapping[date, Day]:
        """What was counted on each day, in their order. Raises ``StoreFailed``."""
        ...

    def close(self) -> None:
        """Lets go of the file or the connection."""
        ...


def figures_of(days: Mapping[date, Day], start: Start, calendar: Calendar, at: int, online: int | None) -> Figures:
    """The figures at the instant ``at``: sums of the visits of ``days``, and what an older counter had before them.

    Days that cannot have begun, by any clock that is nearly right, count towards the total alone.
    """
    latest = calendar.latest(at)
    today = max([calendar.day(at), *(day for day in days if day <= latest)])

    def since(first: date, last: date = today) -> int:
        return sum(counts.visits for day, counts in days.items() if first <= day <= last)

    return Figures(
        online=online,
        today=since(today),
        week=since(calendar.week(today)),
        month=since(calendar.month(today)),
        total=start.total + since(start.on or date.min, date.max),
    )
