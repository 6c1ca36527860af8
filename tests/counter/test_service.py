"""The service over time: it follows new builds, writes the figures, and counts what has come before it ends."""

import asyncio
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bantin.counter import service as module
from bantin.counter.hit import Start
from bantin.counter.service import CountingOptions, Service
from bantin.counter.site import Pages
from bantin.counter.sqlite import SqliteStore
from bantin.counter.write_queue import WriteQueue
from tests.counter.counters import BROWSER, HANOI, NOON, receipt, run

SCOPE = {
    "type": "http",
    "method": "POST",
    "path": "/_c/hit",
    "raw_path": b"/_c/hit",
    "query_string": b"p=/moi/",
    "headers": [(b"user-agent", BROWSER.encode())],
    "client": None,
}


def service(folder: Path, **changes: Any) -> Service:
    counting = CountingOptions(HANOI, Pages(folder / "provenance.json"), snapshot=folder / "stats.json", **changes)
    return Service(counting, WriteQueue(SqliteStore(folder / "counter.db", HANOI, Start())), lambda: NOON)


async def until(wanted: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not wanted():
            await asyncio.sleep(0.005)


def test_new_pages_count_and_the_figures_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_INTERVAL", 0.01)
    stats, sent = tmp_path / "stats.json", []

    def today() -> int:
        return int(json.loads(stats.read_bytes())["today"])

    async def send(message: dict[str, Any]) -> None:
        sent.append(dict(message.get("headers", ())).get(b"x-counted"))

    async def nothing() -> None:
        raise AssertionError

    async def work() -> None:
        made = service(tmp_path)
        async with made.running():
            assert today() == 0
            await made(SCOPE, nothing, send)
            receipt(tmp_path, "moi/index.html")
            await asyncio.sleep(0.05)
            await made(SCOPE, nothing, send)
            await until(lambda: today() == 1)

    run(work())
    assert sent[::2] == [b"0; unknown", b"1"]


def test_a_server_starts_and_ends_it(tmp_path: Path) -> None:
    messages = iter(["lifespan.startup", "lifespan.shutdown"])
    sent = []

    async def receive() -> object:
        return {"type": next(messages)}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message["type"])

    run(service(tmp_path)({"type": "lifespan"}, receive, send))
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
    assert (tmp_path / "stats.json").exists()


def test_figures_that_cannot_be_written_end_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "stats.json").mkdir()

    async def work() -> None:
        async with service(tmp_path).running():
            pass

    run(work())
    assert "the figures could not be written" in caplog.text
    with closing(SqliteStore(tmp_path / "counter.db", HANOI, Start())) as store:
        assert store.days() == {}
