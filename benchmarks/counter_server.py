"""Counters to be measured, each in a process of its own: ``python -m benchmarks.counter_server KIND FOLDER [URL]``.

They are the same but for what they keep, and when.
"""

import sys
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.counter.calendar import Calendar
from generator.counter.desk import Desk
from generator.counter.hit import Day, Figures, Hit, Start
from generator.counter.server import listen, serve
from generator.counter.service import Counting, Service
from generator.counter.site import Pages
from generator.counter.sqlite import SqliteStore
from generator.counter.store import Store

CALENDAR = Calendar(ZoneInfo("Asia/Ho_Chi_Minh"))


class Nothing:
    """A store that keeps nothing: what is left of the time when nothing is written."""

    def count(self, hits: Sequence[Hit]) -> None:
        """Counts nobody."""

    def figures(self, _at: int) -> Figures:
        """No figures."""
        return Figures(0, 0, 0, 0, 0)

    def pages(self, paths: Sequence[str]) -> Mapping[str, int]:
        """No views."""
        return dict.fromkeys(paths, 0)

    def days(self) -> Mapping[date, Day]:
        """No days."""
        return {}

    def close(self) -> None:
        """Nothing to let go of."""


def main() -> None:
    """Serves until it is told to end."""
    kind, folder = sys.argv[1], Path(sys.argv[2])
    store: Store = Nothing()
    if kind in ("durable", "single"):
        store = SqliteStore(folder / "counter.db", CALENDAR, Start())
    elif kind == "redis":
        from generator.counter.redis import RedisStore

        store = RedisStore(sys.argv[3], CALENDAR, Start())
    desk = Desk(store, largest=1) if kind == "single" else Desk(store)
    counting = Counting(CALENDAR, Pages(folder / "provenance.json"), snapshot=folder / "stats.json")
    with listen(f"unix:{folder / 'socket'}") as listener:
        serve(Service(counting, desk, time.time), listener)


if __name__ == "__main__":
    main()
