"""Counts a log in a process to be measured: ``python -m benchmarks.counter_logs FOLDER LOG``."""

import sys
import time
from pathlib import Path

from bantin.counter.hit import Start
from bantin.counter.logs import LogReader, count_logs
from bantin.counter.site import Pages
from bantin.counter.sqlite import SqliteStore
from bantin.counter.visitor import DayKeys, VisitorIdMaker
from benchmarks.counter_server import CALENDAR


def main() -> None:
    """Prints the numbers of new lines and of the views in them."""
    folder, log = map(Path, sys.argv[1:])
    pages = Pages(folder / "provenance.json")
    pages.refresh()
    reader = LogReader(pages, VisitorIdMaker(CALENDAR, DayKeys(folder / "keys")), CALENDAR, int(time.time()))
    store = SqliteStore(folder / "counter.db", CALENDAR, Start())
    counted = count_logs([log], store, reader)
    store.close()
    print(counted.lines, counted.views)


if __name__ == "__main__":
    main()
