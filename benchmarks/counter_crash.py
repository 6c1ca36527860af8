"""``python -m benchmarks.counter_crash``: kills the counter under load repeatedly, and checks what was lost.

Every hit comes from another reader, so that each counts. All acknowledged hits must have been counted; any others that
were counted can only have been in flight when the counter was killed.
"""

import argparse
import asyncio
import itertools
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.counters import Running
from benchmarks.load import Outcome, hit, load
from benchmarks.workplace import log_progress, workplace

_SHORTEST, _LONGEST = 0.5, 3.0  # seconds before a kill


def main() -> None:
    """Prints how many hits were acknowledged, counted and lost; fails if any was lost or was counted but never sent."""
    arguments = _arguments()
    acknowledged = sent = kills = 0
    requests = _each_another()
    draw = random.Random(arguments.seed)
    with workplace(arguments.folder) as folder:
        place = folder / "counter"
        shutil.rmtree(place, ignore_errors=True)
        while kills < arguments.kills or acknowledged < arguments.hits:
            outcome = asyncio.run(_until_killed(Running("durable", place), requests, draw, arguments.connections))
            acknowledged += outcome.acknowledged
            sent += outcome.sent
            kills += 1
            log_progress(f"{kills} kills, {acknowledged:,} hits answered for")
        counter = Running("durable", place)
        counter.end()
        with closing(sqlite3.connect(place / "counter.db")) as database:
            counted = database.execute("SELECT SUM(views) FROM day").fetchone()[0]
    lost, extra, under_way = max(0, acknowledged - counted), counted - acknowledged, sent - acknowledged
    print(f"{kills} kills, {acknowledged:,} hits answered for, {counted:,} counted: {lost} lost")
    print(f"{max(0, extra)} counted of {under_way} that were under way at a kill")
    if lost or extra > under_way:
        raise SystemExit(1)


async def _until_killed(counter: Running, requests: Iterator[bytes], draw: random.Random, connections: int) -> Outcome:
    async def kill() -> None:
        await asyncio.sleep(draw.uniform(_SHORTEST, _LONGEST))
        counter.process.kill()
        counter.process.wait()

    killing = asyncio.create_task(kill())
    outcome = await load(counter.socket, requests, connections, seconds=60)
    await killing
    return outcome


def _each_another() -> Iterator[bytes]:
    for number in itertools.count():
        yield hit(f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}", number >> 24)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.counter_crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=20, help="how often to kill it, at least")
    parser.add_argument("--hits", type=int, default=100_000, help="how many hits are to be answered for, at least")
    parser.add_argument("--connections", type=int, default=64, help="how many send hits at once")
    parser.add_argument("--seed", type=int, default=1, help="what decides when it is killed")
    parser.add_argument("--folder", type=Path, help="where to work; what was counted stays there, to be looked at")
    return parser.parse_args()


if __name__ == "__main__":
    main()
