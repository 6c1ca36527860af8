"""The interface of stores for counts. There are two implementations, which count by the same rules."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from bantin.counter.calendar import Calendar
from bantin.counter.hit import Day, Figures, Hit, Start


class StoreFailed(Exception):
    """The operation failed and nothing was stored: the disk is full, the file is locked, the server is down."""


class Store(Protocol):
    """Stores counts. It is used by one thread at a time."""

    def count(self, hits: Sequence[Hit]) -> None:
        """Counts ``hits``; they are durable on return.

        Raises ``StoreFailed``; then none of them counts.
        """
        ...

    def figures(self, at: int) -> Figures:
        """The figures at the instant ``at``. Raises ``StoreFailed``."""
        ...

    def pages(self, paths: Sequence[str]) -> Mapping[str, int]:
        """The views of pages since counting began; 0 for a page without views. Raises ``StoreFailed``."""
        ...

    def days(self) -> Mapping[date, Day]:
        """The counts of each day, in order of the days. Raises ``StoreFailed``."""
        ...

    def close(self) -> None:
        """Closes the file or the connection."""
        ...


def figures_of(days: Mapping[date, Day], start: Start, calendar: Calendar, at: int, online: int | None) -> Figures:
    """The figures at the instant ``at``: sums of the visits of ``days``, and the total of an older counter.

    Days in the future, which a wrong clock has begun, count towards the total only.
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
