"""``make bench-counter``: checks the visitor counter against its targets, and compares it with alternatives.

In each round every counter takes the same load, one right after the other, so that load on the machine affects all of
them. Compare the figures of one run, not those of different machines or times. The load is generated on the same
machine, so the figures are lower than what a counter could do alone.
"""

import argparse
import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import psutil
from msgspec import Struct

from bantin.runtime.bundled import bundled_themes
from benchmarks.access_log import write_log
from benchmarks.counters import redis_server, running
from benchmarks.load import PAGES, Outcome, hits, load
from benchmarks.measure import peak_megabytes
from benchmarks.table import number, spread, table
from benchmarks.workplace import log_progress, versions, workplace

KINDS = {
    "durable": "SQLite, a commit for all who wait",
    "single": "SQLite, a commit for each hit",
    "redis": "Redis, synced always",
    "memory": "nothing is kept",
}


class Bar(Struct, frozen=True):
    """A target of the counter: ``value`` must be at most ``limit``, or at least if ``at_least``."""

    name: str
    value: float
    limit: float
    at_least: bool = False

    @property
    def row(self) -> list[str]:
        """The row of the table for this target."""
        met = self.value >= self.limit if self.at_least else self.value <= self.limit
        return [
            self.name,
            number(self.value),
            f"{'≥' if self.at_least else '≤'} {self.limit:g}",
            "yes" if met else "NO",
        ]


def main() -> None:
    """Prints the figures of every counter, and whether each bar is met."""
    arguments = _arguments()
    print(f"{versions(())[2:]}; medians of {arguments.rounds} rounds (least–greatest)", flush=True)
    with workplace(arguments.folder) as folder:
        bars = [*_served(arguments, folder), *_logs(arguments, folder), _script()]
    print(f"\n{table(['bar', 'measured', 'held to', 'met'], [bar.row for bar in bars])}")


def _served(arguments: argparse.Namespace, folder: Path) -> list[Bar]:
    kinds = [kind for kind in KINDS if kind != "redis" or shutil.which("redis-server")]
    found: defaultdict[str, list[Outcome]] = defaultdict(list)
    memory = 0.0
    for turn in range(arguments.rounds):
        # Another counter starts each time, in case the first one warms caches for the others.
        begin = turn % len(kinds)
        for kind in (*kinds[begin:], *kinds[:begin]):
            outcome, megabytes = _measure(kind, folder / f"{kind}-{turn}", arguments)
            log_progress(f"round {turn + 1} of {arguments.rounds}: {KINDS[kind]}: {outcome.rate:.0f} hits/s")
            found[kind].append(outcome)
            memory = max(memory, megabytes) if kind == "durable" else memory
    print("\n" + table(["", "hits/s", "p99, ms"], [[KINDS[kind], *_figures(found[kind])] for kind in kinds]))
    rate = {kind: median(one.rate for one in found[kind]) for kind in kinds}
    p99 = {kind: median(one.p99 for one in found[kind]) for kind in kinds}
    return [
        Bar("durable ÷ one commit a hit, hits/s", rate["durable"] / rate["single"], 2.0, at_least=True),
        Bar("durable ÷ nothing kept, hits/s", rate["durable"] / rate["memory"], 0.45, at_least=True),
        Bar("durable ÷ one commit a hit, p99", p99["durable"] / p99["single"], 0.25),
        Bar("memory of the durable one, MB", memory, 64),
    ]


def _measure(kind: str, folder: Path, arguments: argparse.Namespace) -> tuple[Outcome, float]:
    """Returns the outcome of a load, and the memory of the counter after it in MB (not measured for Redis)."""
    if kind == "redis":
        with redis_server(folder / "redis") as address, running(kind, folder / "counter", address) as counter:
            return asyncio.run(load(counter.socket, hits(), arguments.connections, arguments.seconds)), 0.0
    with running(kind, folder) as counter:
        outcome = asyncio.run(load(counter.socket, hits(), arguments.connections, arguments.seconds))
        return outcome, psutil.Process(counter.process.pid).memory_info().rss / 1e6


def _figures(outcomes: Sequence[Outcome]) -> list[str]:
    return [spread([one.rate for one in outcomes]), spread([one.p99 for one in outcomes])]


def _logs(arguments: argparse.Namespace, folder: Path) -> list[Bar]:
    log = write_log(folder / "access.log", arguments.lines)
    rates: defaultdict[str, list[float]] = defaultdict(list)
    for turn in range(arguments.rounds):
        place = _folder_with_pages(folder / f"logs-{turn}")
        ours = _processor_seconds([sys.executable, "-m", "benchmarks.counter_logs", str(place), str(log)])
        rates["Bantin"].append(arguments.lines / ours)
        if shutil.which("goaccess"):
            report = ["-o", str(folder / "report.json"), "--no-global-config", "--no-progress"]
            theirs = _processor_seconds(["goaccess", str(log), "--log-format=COMBINED", *report])
            rates["GoAccess"].append(arguments.lines / theirs)
    log_progress("counting the log again, and looking at the memory")
    again = subprocess.run(
        [sys.executable, "-m", "benchmarks.counter_logs", str(place), str(log)], check=True, capture_output=True
    )
    added = int(again.stdout.split()[0])
    place = _folder_with_pages(folder / "logs-memory")
    held = peak_megabytes([sys.executable, "-m", "benchmarks.counter_logs", str(place), str(log)])
    print(
        f"\n{table(['', 'lines a second of the processor'], [[name, spread(found)] for name, found in rates.items()])}"
    )
    bars = [Bar("memory for logs, MB", held, 64), Bar("lines that a second run adds", added, 0)]
    if "GoAccess" in rates:
        ratio = median(rates["Bantin"]) / median(rates["GoAccess"])
        bars.insert(0, Bar("log lines/s ÷ GoAccess", ratio, 4.0, at_least=True))
    return bars


def _folder_with_pages(folder: Path) -> Path:
    folder.mkdir(parents=True)
    files = [f"p/{page}/index.html" for page in range(PAGES)]
    (folder / "provenance.json").write_text(json.dumps({"files": dict.fromkeys(files)}))
    return folder


def _processor_seconds(command: Sequence[str]) -> float:
    """Returns the processor time of ``command`` in seconds, which other programs hardly affect."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed")
    return used.ru_utime + used.ru_stime


def _script() -> Bar:
    size = (bundled_themes() / "default/static/counter.js").stat().st_size
    return Bar("script as it is served, bytes", size, 1024)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.counter", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is measured")
    parser.add_argument("--seconds", type=float, default=4.0, help="how long each load lasts")
    parser.add_argument("--connections", type=int, default=64, help="how many send hits at once")
    parser.add_argument("--lines", type=int, default=500_000, help="lines of the log")
    parser.add_argument("--folder", type=Path, help="where to work; what was made stays there, to be looked at")
    return parser.parse_args()


if __name__ == "__main__":
    main()
