"""The write queue: no hit waits for a group to fill, and every hit gets a reply."""

import asyncio
import threading
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bantin.counter.hit import Day, Figures, Hit, Start
from bantin.counter.sqlite import SqliteStore
from bantin.counter.store import StoreFailed
from bantin.counter.write_queue import WriteQueue
from tests.counter.counters import HANOI, NOON, run


class Slow:
    """A store that writes when it is let, and notes its groups."""

    def __init__(self) -> None:
        self.may = threading.Event()
        self.groups: list[int] = []
        self.error: Exception | None = None
        self.closed = False

    def count(self, hits: Sequence[Hit]) -> None:
        assert self.may.wait(10)
        self.groups.append(len(hits))
        if self.error:
            raise self.error

    def figures(self, at: int) -> Figures:
        return Figures(0, 0, 0, 0, sum(self.groups))

    def pages(self, paths: Sequence[str]) -> dict[str, int]:
        return {}

    def days(self) -> dict[date, Day]:
        return {}

    def close(self) -> None:
        self.closed = True


def hits(count: int) -> list[Hit]:
    return [Hit(NOON, "/", number) for number in range(count)]


def test_what_comes_while_one_group_is_written_makes_the_next() -> None:
    async def work() -> None:
        store = Slow()
        queue = WriteQueue(store)
        tasks = [asyncio.create_task(queue.count(hit)) for hit in hits(1)]
        await asyncio.sleep(0.01)
        tasks += [asyncio.create_task(queue.count(hit)) for hit in hits(2500)]
        await asyncio.sleep(0.01)
        assert not any(task.done() for task in tasks)
        store.may.set()
        await asyncio.gather(*tasks)
        assert store.groups == [1, 2000, 500]
        await queue.close()
        assert store.closed

    run(work())


@pytest.mark.parametrize("error", [StoreFailed("disk full"), RuntimeError("a fault of ours")])
def test_a_group_that_fails_is_reported_to_all_who_wait(error: Exception) -> None:
    async def work() -> None:
        store = Slow()
        store.error = error
        store.may.set()
        queue = WriteQueue(store)
        found = await asyncio.gather(*(queue.count(hit) for hit in hits(5)), return_exceptions=True)
        assert [type(one) for one in found] == [StoreFailed] * 5
        store.error = None
        await queue.count(hits(1)[0])

    run(work())


def test_who_goes_away_stops_nobody() -> None:
    async def work() -> None:
        store = Slow()
        queue = WriteQueue(store)
        tasks = [asyncio.create_task(queue.count(hit)) for hit in hits(3)]
        await asyncio.sleep(0.01)
        tasks[1].cancel()
        store.may.set()
        found = await asyncio.gather(*tasks, return_exceptions=True)
        assert [type(one) for one in found] == [type(None), asyncio.CancelledError, type(None)]
        await queue.close()

    run(work())


def test_more_than_can_be_written_is_refused_at_once() -> None:
    async def work() -> None:
        store = Slow()
        queue = WriteQueue(store, most_waiting=10)
        tasks = [asyncio.create_task(queue.count(hit)) for hit in hits(13)]
        await asyncio.sleep(0.01)
        refused = [task for task in tasks if task.done()]
        store.may.set()
        found = await asyncio.gather(*tasks, return_exceptions=True)
        assert len(refused) == sum(isinstance(one, StoreFailed) for one in found) > 0
        assert sum(store.groups) == 13 - len(refused)

    run(work())


def test_closing_writes_what_is_waiting(tmp_path: Path) -> None:
    file = tmp_path / "counter.db"

    async def work() -> None:
        queue = WriteQueue(SqliteStore(file, HANOI, Start()))
        tasks = [asyncio.create_task(queue.count(hit)) for hit in hits(100)]
        await asyncio.sleep(0)
        await queue.close()
        await asyncio.gather(*tasks)

    run(work())
    with closing(SqliteStore(file, HANOI, Start())) as store:
        assert store.figures(NOON).today == 100
