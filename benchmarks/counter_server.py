"""A counter to be measured, in a process of its own: ``python -m benchmarks.counter_server KIND FOLDER [URL]``.

The kinds differ only in what they store, and when.
"""

import sys
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from bantin.counter.calendar import Calendar
from bantin.counter.hit import Day, Figures, Hit, Start
from bantin.counter.server import listen, serve
from bantin.counter.service import CountingOptions, Service
from bantin.counter.site import Pages
from bantin.counter.sqlite import SqliteStore
from bantin.counter.store import Store
from bantin.counter.write_queue import WriteQueue

CALENDAR = Calendar(ZoneInfo("Asia/Ho_Chi_Minh"))


class NullStore:
    """A store that stores nothing, to measure everything but storage."""

    def count(self, hits: Sequence[Hit]) -> None:
        """Does nothing."""

    def figures(self, _at: int) -> Figures:
        """Returns zeros."""
        return Figures(0, 0, 0, 0, 0)

    def pages(self, paths: Sequence[str]) -> Mapping[str, int]:
        """Returns zeros."""
        return dict.fromkeys(paths, 0)

    def days(self) -> Mapping[date, Day]:
        """Returns nothing."""
        return {}

    def close(self) -> None:
        """Does nothing."""


def main() -> None:
    """Serves until the process is terminated."""
    kind, folder = sys.argv[1], Path(sys.argv[2])
    store: Store = NullStore()
    if kind in ("durable", "single"):
        store = SqliteStore(folder / "counter.db", CALENDAR, Start())
    elif kind == "redis":
        from bantin.counter.redis import RedisStore

        store = RedisStore(sys.argv[3], CALENDAR, Start())
    queue = WriteQueue(store, largest=1) if kind == "single" else WriteQueue(store)
    counting = CountingOptions(CALENDAR, Pages(folder / "provenance.json"), snapshot=folder / "stats.json")
    with listen(f"unix:{folder / 'socket'}") as listener:
        serve(Service(counting, queue, time.time), listener)


if __name__ == "__main__":
    main()
