"""What running a command costs: time, or memory. Each has runs of its own, since looking at memory takes time."""

import os
import subprocess
import tempfile
import time
from typing import IO

import psutil

_SAMPLE_SECONDS = 0.02


def seconds(command: list[str]) -> float:
    """The seconds by the clock that ``command`` takes."""
    with tempfile.TemporaryFile() as told:
        began = time.perf_counter()
        process = _start(command, told)
        process.wait()
        took = time.perf_counter() - began
        _check(process, told)
    return took


def peak_megabytes(command: list[str]) -> float:
    """The most memory that all processes of ``command`` held at once, in MB, looked at every 20 ms.

    What processes share counts once: it is the sum of their proportional set sizes, or of their resident set sizes on
    systems that do not tell the former.
    """
    peak = 0
    with tempfile.TemporaryFile() as told:
        process = _start(command, told)
        while process.poll() is None:
            peak = max(peak, _held(process.pid))
            time.sleep(_SAMPLE_SECONDS)
        _check(process, told)
    return peak / 1e6


def _start(command: list[str], told: IO[bytes]) -> subprocess.Popen[bytes]:
    # Programs that are installed are compiled; a shell that forbids Python to keep that would make it anew in each run.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.Popen(command, stdout=told, stderr=told, env=environment)


def _check(process: subprocess.Popen[bytes], told: IO[bytes]) -> None:
    if process.returncode:
        told.seek(0)
        raise SystemExit(f"{process.args!r} failed:\n{told.read().decode(errors='replace')}")


def _held(pid: int) -> int:
    try:
        parent = psutil.Process(pid)
        processes = [parent, *parent.children(recursive=True)]
    except psutil.Error:
        return 0
    return sum(map(_held_by, processes))


def _held_by(process: psutil.Process) -> int:
    """The memory of one process; none when it has ended in the meantime."""
    try:
        held = process.memory_full_info()
    except psutil.Error:
        return 0
    return int(getattr(held, "pss", held.rss))
