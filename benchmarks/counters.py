"""Running counters to be measured."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.load import PAGES

_PATIENCE = 30


class Running:
    """A counter that answers at ``place``; its files lie in ``folder``."""

    def __init__(self, kind: str, folder: Path, *more: str) -> None:
        self.folder, self.place = folder, folder / "socket"
        folder.mkdir(parents=True, exist_ok=True)
        files = [f"p/{page}/index.html" for page in range(PAGES)]
        (folder / "provenance.json").write_text(json.dumps({"files": dict.fromkeys(files)}))
        self.place.unlink(missing_ok=True)
        command = [sys.executable, "-m", "benchmarks.counter_server", kind, str(folder), *more]
        self.process = subprocess.Popen(command)
        _wait_for(self.place)

    def end(self) -> None:
        """Lets it end in its own time."""
        self.process.terminate()
        self.process.wait(_PATIENCE)


@contextmanager
def running(kind: str, folder: Path, *more: str) -> Iterator[Running]:
    """A counter of a kind, in a new folder."""
    shutil.rmtree(folder, ignore_errors=True)
    counter = Running(kind, folder, *more)
    try:
        yield counter
    finally:
        counter.end()


@contextmanager
def redis_server(folder: Path) -> Iterator[str]:
    """The address of a Redis server that syncs always; it needs ``redis-server``."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / "s"
    durable = ("--appendonly", "yes", "--appendfsync", "always", "--save", "")
    command = ["redis-server", "--port", "0", "--unixsocket", str(place), "--dir", str(folder), *durable]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            _wait_for(place)
            yield f"unix://{place}"
        finally:
            process.terminate()


def _wait_for(place: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while not place.exists():
        if time.monotonic() > until:
            raise SystemExit(f"Nobody answers at {place}")
        time.sleep(0.02)
    # It is bound a moment before it answers.
    time.sleep(0.3)
