"""Where a benchmark works, and what it says of the machine and of how far it is."""

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
    """``folder``, which stays, or else one that is gone afterwards."""
    if folder:
        yield folder.resolve()
    else:
        with tempfile.TemporaryDirectory(prefix="bantin-bench-") as made:
            yield Path(made)


def versions(tools: Iterable[Tool]) -> str:
    """What was measured, if these are programs, and on what."""
    told = ", ".join(f"{tool.name} {_version(tool.version())}" for tool in tools)
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count()
    return "; ".join(filter(None, (told, f"Python {platform.python_version()}", f"{cores} cores")))


def tell(*words: object) -> None:
    """Says how far the benchmark is, on the standard error: the standard output is for results."""
    print(*words, file=sys.stderr, flush=True)


def _version(command: list[str]) -> str:
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.search(r"\d+(?:\.\d+)+", told)
    return found[0] if found else told.strip()
