"""A Redis server for tests, which loses nothing that it has answered for."""

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
    """The address of a server that keeps its data in ``folder``."""
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
