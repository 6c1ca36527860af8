"""The cost of deploying one changed article of a large site to each kind of target."""

import argparse
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from msgspec.structs import replace

from bantin.deploy import Changes, deploy, pack
from bantin.domain.model import TargetKind
from benchmarks.bantin import BANTIN
from benchmarks.corpus import Corpus
from benchmarks.table import number, table
from benchmarks.tool import Project
from benchmarks.workplace import log_progress, versions, workplace
from tests.deploy.kinds import KEYS, Ground, ground


def main() -> None:
    """Prints, for each kind of target, the costs of the first deployment and of deploying one edited article."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.deploy", description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000, help="how many articles")
    parser.add_argument("--folder", type=Path, help="where to work; the site stays there, to be looked at")
    arguments = parser.parse_args()
    print(f"{versions([BANTIN])}; {arguments.articles:,} articles; one deployment each\n")
    os.environ.update(KEYS)
    with workplace(arguments.folder) as folder, TemporaryDirectory() as targets:
        project = Project(BANTIN, folder / "deployed", Corpus(arguments.articles))
        project.write()
        lines = []
        for turn, kind in enumerate(TargetKind, start=1):
            place = Path(targets) / kind
            place.mkdir()
            with ground(kind, place) as made:
                lines.append([str(kind), *_measured(project, made, turn)])
    print(table(["target", "files", "first, s", "changed files", "KB in them", "KB over the network", "s"], lines))


def _measured(project: Project, made: Ground, turn: int) -> list[str]:
    project.build()
    log_progress(f"{made.target.kind}: all of it")
    whole, first, _ = _timed(lambda: _deploy(project, made))
    project.edit(f"Sửa lần {turn}.")
    project.build()
    log_progress(f"{made.target.kind}: one edited article")
    found, seconds, sent = _timed(lambda: _deploy(project, made))
    network = f"{sent / 1000:,.0f}" if made.target.kind in (TargetKind.SSH, TargetKind.S3) else "–"
    changed = len(found.sent) + len(found.removed)
    return [f"{len(whole.sent):,}", number(first), str(changed), f"{found.size / 1000:,.0f}", network, number(seconds)]


def _deploy(project: Project, made: Ground) -> Changes:
    around = replace(made.around, now=datetime.now(UTC), environment=dict(os.environ))
    return deploy(pack(project.out), made.target, around, lambda _done, _total: None, allow_removals=True)


def _timed(work: Callable[[], Changes]) -> tuple[Changes, float, int]:
    """Returns the result of ``work``, the seconds it takes, and the bytes sent over the loopback interface."""
    before, began = psutil.net_io_counters(pernic=True)["lo"].bytes_sent, time.perf_counter()
    found = work()
    seconds = time.perf_counter() - began
    return found, seconds, psutil.net_io_counters(pernic=True)["lo"].bytes_sent - before


if __name__ == "__main__":
    main()
