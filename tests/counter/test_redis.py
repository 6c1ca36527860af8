"""The store for several processes: a server that may lose data is refused, and one that is down is reported."""

from pathlib import Path

import pytest

from bantin.counter.hit import Hit, Start
from bantin.counter.redis import RedisStore
from bantin.counter.store import StoreFailed
from tests.counter.counters import HANOI, NOON
from tests.counter.redises import redis_server


def test_what_was_counted_survives_the_server(tmp_path: Path) -> None:
    with redis_server(tmp_path) as address:
        store = RedisStore(address, HANOI, Start())
        store.count([Hit(NOON, "/", 1)])
    with pytest.raises(StoreFailed):
        store.count([Hit(NOON, "/", 2)])
    with pytest.raises(StoreFailed):
        store.figures(NOON)
    with redis_server(tmp_path) as address:
        again = RedisStore(address, HANOI, Start())
        assert (again.figures(NOON).total, again.pages(["/", "/a/"])) == (1, {"/": 1, "/a/": 0})
        # Another process counts beside it, and one visitor makes one visit.
        store.count([Hit(NOON + 1, "/a/", 1), Hit(NOON + 1, "/a/", 2)])
        assert (again.figures(NOON + 1).online, again.figures(NOON + 1).today) == (2, 2)


@pytest.mark.parametrize("options", [("--appendfsync", "everysec"), ("--appendonly", "no")])
def test_a_server_that_may_forget_is_refused(tmp_path: Path, options: tuple[str, ...]) -> None:
    with redis_server(tmp_path, *options) as address, pytest.raises(StoreFailed, match="appendfsync always"):
        RedisStore(address, HANOI, Start())


def test_without_a_server_there_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreFailed):
        RedisStore(f"unix://{tmp_path / 'none'}", HANOI, Start())
