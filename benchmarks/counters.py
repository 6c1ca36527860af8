"""Starting and stopping counters to be measured."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.load import PAGES

_TIMEOUT = 30


class Running:
    """A running counter that listens at the Unix socket ``socket``; its files are in ``folder``."""

    def __init__(self, kind: str, folder: Path, *more: str) -> None:
        self.folder, self.socket = folder, folder / "socket"
        folder.mkdir(parents=True, exist_ok=True)
        files = [f"p/{page}/index.html" for page in range(PAGES)]
        (folder / "provenance.json").write_text(json.dumps({"files": dict.fromkeys(files)}))
        self.socket.unlink(missing_ok=True)
        command = [sys.executable, "-m", "benchmarks.counter_server", kind, str(folder), *more]
        self.process = subprocess.Popen(command)
        _wait_for(self.socket)

    def end(self) -> None:
        """Terminates the counter and waits until it has ended."""
        self.process.terminate()
        self.process.wait(_TIMEOUT)


@contextmanager
def running(kind: str, folder: Path, *more: str) -> Iterator[Running]:
    """Runs a counter of a kind in a new folder."""
    shutil.rmtree(folder, ignore_errors=True)
    counter = Running(kind, folder, *more)
    try:
        yield counter
    finally:
        counter.end()


@contextmanager
def redis_server(folder: Path) -> Iterator[str]:
    """Runs a Redis server that syncs every write, and yields its address. Needs ``redis-server``."""
    folder.mkdir(parents=True, exist_ok=True)
    socket = folder / "s"
    durable = ("--appendonly", "yes", "--appendfsync", "always", "--save", "")
    command = ["redis-server", "--port", "0", "--unixsocket", str(socket), "--dir", str(folder), *durable]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            _wait_for(socket)
            yield f"unix://{socket}"
        finally:
            process.terminate()


def _wait_for(socket: Path) -> None:
    until = time.monotonic() + _TIMEOUT
    while not socket.exists():
        if time.monotonic() > until:
            raise SystemExit(f"Nobody answers at {socket}")
        time.sleep(0.02)
    # The socket is bound a moment before the server listens.
    time.sleep(0.3)
