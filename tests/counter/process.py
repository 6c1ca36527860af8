"""Runs a counter in a process of its own, without loading what the command needs: ``python -m … FOLDER``.

``--slowest SECONDS`` is the timeout for receiving a request, ``--unread`` that for sending a response.
"""

import argparse
import time
from pathlib import Path

from bantin.counter import server
from bantin.counter.hit import Start
from bantin.counter.service import CountingOptions, Service
from bantin.counter.site import Pages
from bantin.counter.sqlite import SqliteStore
from bantin.counter.write_queue import WriteQueue
from tests.counter.counters import HANOI

parser = argparse.ArgumentParser()
parser.add_argument("folder", type=Path)
parser.add_argument("--slowest", type=float, default=10.0)
parser.add_argument("--unread", type=float, default=10.0)
arguments = parser.parse_args()
folder = arguments.folder
server._SLOWEST_HEAD = arguments.slowest
server._TICKS = round(arguments.unread * 10)
counting = CountingOptions(HANOI, Pages(folder / "provenance.json"), keys=folder / "keys")
store = SqliteStore(folder / "counter.db", HANOI, Start())
with server.listen(f"unix:{folder / 'socket'}") as listener:
    server.serve(Service(counting, WriteQueue(store), time.time), listener)
