"""A helper process between a build and the engine, run as a script by its path.

The engine stops when its standard input is closed, even with requests unanswered. This process keeps it open until all
of them are answered, while the build renders pages.
"""

import contextlib
import subprocess
import sys
from threading import Thread
from typing import BinaryIO, cast

_PIECE = 1 << 20


def main(program: str) -> int:
    """Passes the requests on standard input, each ending with a comma, to ``program``; returns its exit status."""
    requests = sys.stdin.buffer.read()
    unanswered = requests.count(b",")
    pipe = subprocess.PIPE
    with subprocess.Popen([program, "--service"], stdin=pipe, stdout=pipe, bufsize=0) as engine:  # noqa: S603
        to_engine, from_engine = cast("tuple[BinaryIO, BinaryIO]", (engine.stdin, engine.stdout))
        # In a thread: the engine stops reading requests while its responses are not read.
        Thread(target=_send, args=(requests, to_engine), daemon=True).start()
        while unanswered > 0 and (piece := from_engine.read(_PIECE)):
            sys.stdout.buffer.write(piece)
            unanswered -= piece.count(b",")
        to_engine.close()
    return engine.returncode


def _send(requests: bytes, to_engine: BinaryIO) -> None:
    with contextlib.suppress(OSError):  # if the engine has ended, its exit status is enough
        for start in range(0, len(requests), _PIECE):
            to_engine.write(requests[start : start + _PIECE])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
