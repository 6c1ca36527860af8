"""The working folder of a benchmark, a description of the machine, and progress messages."""

import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.tool import Tool


@contextmanager
def workplace(folder: Path | None) -> Iterator[Path]:
    """Yields ``folder``, which is left in place, or a temporary folder."""
    if folder:
        yield folder.resolve()
    else:
        with tempfile.TemporaryDirectory(prefix="bantin-bench-") as made:
            yield Path(made)


def versions(tools: Iterable[Tool]) -> str:
    """Describes the versions of ``tools``, of Python, and the number of cores."""
    output = ", ".join(f"{tool.name} {_version(tool.version())}" for tool in tools)
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count()
    return "; ".join(filter(None, (output, f"Python {platform.python_version()}", f"{cores} cores")))


def log_progress(*words: object) -> None:
    """Prints a progress message to standard error: standard output is for results."""
    print(*words, file=sys.stderr, flush=True)


def _version(command: list[str]) -> str:
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.search(r"\d+(?:\.\d+)+", output)
    return found[0] if found else output.strip()
