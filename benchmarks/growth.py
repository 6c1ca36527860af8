"""Growth of reading time: the cost of ``bantin check`` for files of half a megabyte and of a whole megabyte.

Each construct of ``benchmarks/constructs.py`` is read in a process of its own with resource limits. Fails if any of
them exceeds a bound on time, memory, or growth from one size to twice that.
"""

import argparse
import gc
import os
import resource
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bantin.cli import main
from bantin.content.files import LARGEST_TEXT
from benchmarks.constructs import ARTICLE, Construct, constructs
from benchmarks.corpus import write_files
from benchmarks.growing_calls import growing, own_times
from benchmarks.table import number, table
from benchmarks.workplace import log_progress, versions, workplace

_SIZE = 1_000_000
_MOST_SECONDS, _MOST_BYTES, _MOST_GROWTH = 5, 500_000_000, 2.3
# Below this, times are too short for their ratio to mean anything.
_LEAST_SECONDS = 0.4
# The resource limits: far enough beyond the bounds for the table to show by how much a construct fails.
_END_SECONDS, _END_BYTES = 12, 2_000_000_000
_TRACEBACK = 70
# What reading costs whatever the size: less if the bulletin is refused, since its pages are not planned then.
_ORDINARY = Construct("an ordinary article", ARTICLE, lambda _size: "---\ntitle: A\n---\n\nA.\n")
_REFUSED = Construct("an ordinary article without a title", ARTICLE, lambda _size: "---\n---\n\nA.\n")
# Other work on the machine only ever adds to a time, so the least of several is the best.
_TIMES = 4


@dataclass(frozen=True)
class Cost:
    """Processor time in seconds, peak memory in bytes, and the exit status of the process."""

    seconds: float
    peak: int
    status: int

    @property
    def is_ended(self) -> bool:
        """Whether it was killed or crashed, instead of exiting as a command does."""
        return self.status not in (0, 1)

    @property
    def is_over(self) -> bool:
        """Whether it was killed, crashed, or exceeded a bound."""
        return self.is_ended or self.seconds > _MOST_SECONDS or self.peak > _MOST_BYTES


@dataclass(frozen=True)
class Growth:
    """The costs of a construct at half the size and at the whole size.

    ``fixed`` are the seconds that an ordinary article takes, by the exit status: read or refused.
    """

    construct: Construct
    half: Cost
    whole: Cost
    fixed: Mapping[int, float]

    @property
    def ratio(self) -> float:
        """How many times as long twice the size takes; 0 if both times are negligible."""
        half, whole = (cost.seconds - self.fixed.get(cost.status, 0) for cost in (self.half, self.whole))
        return whole / max(0.01, half) if whole > _LEAST_SECONDS else 0

    @property
    def fails(self) -> bool:
        """Whether a bound is exceeded."""
        return self.whole.is_over or self.half.is_over or self.ratio > _MOST_GROWTH


def benchmark() -> None:
    """Prints a table of the constructs that exceed a bound, or of all with ``--all``, and their number."""
    arguments = _arguments()
    chosen = [one for one in constructs() if any(part in one.name for part in arguments.only or ("",))]
    with workplace(None) as folder:
        found = sorted(_measured(folder, chosen, arguments), key=lambda one: -one.whole.seconds)
        failing = [one for one in found if one.fails]
        shown = found if arguments.all else (failing or found[:10])
        causes = list(_causes(folder, shown, arguments.size)) if arguments.calls else []
    print(
        f"{versions([])}; {len(found)} constructs, in files of {arguments.size // 2:,} and of {arguments.size:,} bytes"
    )
    print(f"bounds: {_MOST_SECONDS} s, {_MOST_BYTES // 1_000_000} MB, {_MOST_GROWTH} times as long at twice the size\n")
    if shown:
        print(table(["", "seconds at half", "seconds", "ratio", "MB", "end"], list(map(_line, shown))))
    for cause in causes:
        print(cause)
    print(f"\n{len(failing)} of {len(found)} break a bound")
    if failing:
        raise SystemExit(1)


def _measured(folder: Path, chosen: Sequence[Construct], arguments: argparse.Namespace) -> Iterator[Growth]:
    """Yields the growth of each construct; a failure without a kill is measured again."""
    # Imports what reading needs, once for all processes forked from this one. Without an agreement: the layout of a
    # network starts threads, which do not survive a fork.
    _check(_written(folder / "first", _ORDINARY, 0))
    gc.freeze()
    size, jobs = arguments.size, arguments.jobs
    fixed = {cost.status: cost.seconds for cost in (_least(folder, one, 0) for one in (_ORDINARY, _REFUSED))}
    halves = dict(zip(chosen, _costs(folder, [(one, size // 2) for one in chosen], jobs), strict=True))
    going_on = [one for one in chosen if not halves[one].is_ended]
    wholes = dict(zip(going_on, _costs(folder, [(one, size) for one in going_on], jobs), strict=True))
    for one in chosen:
        growth = Growth(one, halves[one], wholes.get(one, halves[one]), fixed)
        if growth.fails and not growth.whole.is_ended:
            growth = Growth(one, _least(folder, one, size // 2), _least(folder, one, size), fixed)
        yield growth


def _least(folder: Path, construct: Construct, size: int) -> Cost:
    """The cost of the fastest of several runs, one at a time."""
    return min(_costs(folder, [(construct, size)] * _TIMES, 1), key=lambda cost: cost.seconds)


def _costs(folder: Path, runs: Sequence[tuple[Construct, int]], jobs: int) -> Iterator[Cost]:
    """Yields the costs of ``runs`` in their order, measured ``jobs`` at a time."""
    running: dict[int, int] = {}
    done: dict[int, Cost] = {}
    ahead = iter(range(len(runs)))
    for wanted in range(len(runs)):
        while wanted not in done:
            while len(running) < jobs and (turn := next(ahead, None)) is not None:
                running[_started(_written(folder / str(turn), *runs[turn]))] = turn
            pid, status, usage = os.wait4(-1, 0)
            turn = running.pop(pid)
            shutil.rmtree(folder / str(turn))
            done[turn] = Cost(
                usage.ru_utime + usage.ru_stime,
                usage.ru_maxrss * 1024,
                status if os.WIFSIGNALED(status) else os.WEXITSTATUS(status),
            )
        cost = done.pop(wanted)
        log_progress(f"{wanted + 1} of {len(runs)}: {runs[wanted][0].name}: {number(cost.seconds)} s")
        yield cost


def _written(root: Path, construct: Construct, size: int) -> Path:
    write_files(root, construct.files(size))
    if (root / construct.path).stat().st_size > LARGEST_TEXT:
        raise SystemExit(f"{construct.name} is larger than any text may be")
    return root


def _started(root: Path) -> int:
    """Forks a process that checks the bulletin in ``root``; returns its id."""
    pid = os.fork()
    if pid:
        return pid
    try:
        for kind, most in (
            (resource.RLIMIT_CPU, _END_SECONDS),
            (resource.RLIMIT_AS, _END_BYTES),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.setrlimit(kind, (most, most))
        os._exit(_check(root))
    except Exception:  # noqa: BLE001 - any exception would be a traceback for the user
        os._exit(_TRACEBACK)


def _check(root: Path) -> int:
    """Runs the command with its output discarded; returns the exit status."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        try:
            main(["check", str(root), "--jobs", "1"], standalone_mode=False)
        except SystemExit as end:
            return int(end.code or 0)
    return 0


def _causes(folder: Path, shown: Sequence[Growth], size: int) -> Iterator[str]:
    """Yields a line for each call that grows faster than the constructs; none for those that were killed or crashed."""
    for one in (growth.construct for growth in shown if not growth.whole.is_ended):
        half, whole = (_written(folder / "profiled" / str(each), one, each) for each in (size // 2, size))
        for called, caller in growing(own_times(partial(_check, half)), own_times(partial(_check, whole))):
            yield f"{one.name}: {called}, called by {caller}"
        shutil.rmtree(folder / "profiled")


def _line(growth: Growth) -> list[str]:
    half, whole = growth.half, growth.whole
    ratio = number(growth.ratio) if growth.ratio else "–"
    return [
        growth.construct.name,
        number(half.seconds),
        number(whole.seconds),
        ratio,
        str(whole.peak // 1_000_000),
        _end(whole.status),
    ]


def _end(status: int) -> str:
    if status == _TRACEBACK:
        return "traceback"
    return {0: "read", 1: "refused"}.get(status, "ended")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--only", nargs="+", help="parts of the names of the constructs to measure")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many to read at once")
    parser.add_argument("--size", type=int, default=_SIZE, help="the size of a file, in bytes")
    parser.add_argument("--all", action="store_true", help="show all, not only those that break a bound")
    parser.add_argument("--calls", action="store_true", help="name the calls that grow faster than what is shown")
    return parser.parse_args()


if __name__ == "__main__":
    benchmark()
