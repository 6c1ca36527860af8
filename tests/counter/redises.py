"""A Redis server for tests, which syncs every acknowledged write."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import missing

PATIENCE = 20


@contextmanager
def redis_server(folder: Path, *options: str) -> Iterator[str]:
    """Runs a server with its data in ``folder``, and yields its address."""
    program = shutil.which("redis-server")
    if program is None:
        missing("redis-server")
    place = folder / "s"
    durable = ("--appendonly", "yes", "--appendfsync", "always", "--save", "")
    command = [str(program), "--port", "0", "--unixsocket", str(place), "--dir", str(folder), *durable, *options]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            _wait_for(place)
            yield f"unix://{place}"
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _wait_for(place: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket(socket.AF_UNIX) as asked:
            if asked.connect_ex(str(place)) == 0:
                return
        time.sleep(0.01)
    raise TimeoutError(place)
