"""``make bench``: what building a synthetic bulletin costs, in time and in memory.

Prints a table. Compare its lines with each other, not with a table of another machine or another hour.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.corpus import Corpus, write_corpus

_SAMPLE_SECONDS = 0.02


@dataclass(frozen=True)
class Cost:
    """The cost of one run: seconds by the clock, and the most memory that all its processes held at once, in MB."""

    seconds: float
    megabytes: float


def measure(command: list[str]) -> Cost:
    """Runs ``command`` to its end. Memory shared between processes counts once (proportional set size)."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, _memory(process.pid))
        time.sleep(_SAMPLE_SECONDS)
    seconds = time.perf_counter() - began
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed with {process.returncode}")
    return Cost(seconds, peak / 1e6)


def _memory(pid: int) -> float:
    try:
        parent = psutil.Process(pid)
        return float(sum(process.memory_full_info().pss for process in [parent, *parent.children(recursive=True)]))
    except psutil.Error:
        return 0.0


def main() -> None:
    """Builds bulletins of the sizes asked for, several times each, and prints the medians."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1_000])
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    print("articles  build                seconds  ms/article  peak MB")
    for articles in arguments.articles:
        with tempfile.TemporaryDirectory() as folder:
            root = write_corpus(Path(folder) / "bulletin", Corpus(articles))
            command = [sys.executable, "-m", "generator", "build", str(root), "-q"]
            into_empty: list[Cost] = []
            over_itself: list[Cost] = []
            for _ in range(arguments.rounds):
                shutil.rmtree(root / "site", ignore_errors=True)
                into_empty.append(measure(command))
                over_itself.append(measure(command))
            for name, costs in (("into an empty folder", into_empty), ("over its own output", over_itself)):
                seconds = sorted(cost.seconds for cost in costs)[len(costs) // 2]
                memory = sorted(cost.megabytes for cost in costs)[len(costs) // 2]
                print(f"{articles:8}  {name:20} {seconds:7.2f}  {seconds / articles * 1000:10.2f}  {memory:7.0f}")


if __name__ == "__main__":
    main()
