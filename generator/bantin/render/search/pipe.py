"""The process between a build and the engine: a program of its own, that is run by its path.

The engine stops when no more requests can come, whether it has answered all of them or not. So somebody has to hold the
line until it has, and a build has its pages to render meanwhile.
"""

import contextlib
import subprocess
import sys
from threading import Thread
from typing import BinaryIO, cast

_PIECE = 1 << 20


def main(program: str) -> int:
    """Has ``program`` answer the requests on standard input, each of which ends with a comma. Returns its status."""
    requests = sys.stdin.buffer.read()
    unanswered = requests.count(b",")
    pipe = subprocess.PIPE
    with subprocess.Popen([program, "--service"], stdin=pipe, stdout=pipe, bufsize=0) as engine:  # noqa: S603
        to_engine, from_engine = cast("tuple[BinaryIO, BinaryIO]", (engine.stdin, engine.stdout))
        # At once: an engine that waits for its answers to be read reads no requests.
        Thread(target=_send, args=(requests, to_engine), daemon=True).start()
        while unanswered > 0 and (piece := from_engine.read(_PIECE)):
            sys.stdout.buffer.write(piece)
            unanswered -= piece.count(b",")
        to_engine.close()
    return engine.returncode


def _send(requests: bytes, to_engine: BinaryIO) -> None:
    with contextlib.suppress(OSError):  # an engine that has ended is told of by its exit status
        for start in range(0, len(requests), _PIECE):
            to_engine.write(requests[start : start + _PIECE])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
