"""Measuring the time or the memory of a command: in separate runs, since sampling memory takes time."""

import os
import subprocess
import tempfile
import time
from typing import IO

import psutil

_SAMPLE_SECONDS = 0.02


def seconds(command: list[str]) -> float:
    """Runs ``command`` and returns its wall-clock time in seconds."""
    with tempfile.TemporaryFile() as output:
        began = time.perf_counter()
        process = _start(command, output)
        process.wait()
        took = time.perf_counter() - began
        _check(process, output)
    return took


def peak_megabytes(command: list[str]) -> float:
    """Runs ``command`` and returns the peak memory of all its processes in MB, sampled every 20 ms.

    Shared memory counts once: it is the sum of proportional set sizes, or of resident set sizes on systems that do not
    provide the former.
    """
    peak = 0
    with tempfile.TemporaryFile() as output:
        process = _start(command, output)
        while process.poll() is None:
            peak = max(peak, _held(process.pid))
            time.sleep(_SAMPLE_SECONDS)
        _check(process, output)
    return peak / 1e6


def _start(command: list[str], output: IO[bytes]) -> subprocess.Popen[bytes]:
    # Installed programs run from compiled bytecode; with this variable Python would compile them again in each run.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.Popen(command, stdout=output, stderr=output, env=environment)


def _check(process: subprocess.Popen[bytes], output: IO[bytes]) -> None:
    if process.returncode:
        output.seek(0)
        raise SystemExit(f"{process.args!r} failed:\n{output.read().decode(errors='replace')}")


def _held(pid: int) -> int:
    try:
        parent = psutil.Process(pid)
        processes = [parent, *parent.children(recursive=True)]
    except psutil.Error:
        return 0
    return sum(map(_held_by, processes))


def _held_by(process: psutil.Process) -> int:
    """Returns the memory of one process in bytes; 0 if it has ended meanwhile."""
    try:
        held = process.memory_full_info()
    except psutil.Error:
        return 0
    return int(getattr(held, "pss", held.rss))
