"""The watcher of a preview: every change of a watched folder is reported soon, and nothing else."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tornado.ioloop import IOLoop

from bantin.preview.watcher import SystemWatcher

MOST = 10.0


class Watched:
    """A folder that is watched in the background."""

    def __init__(self, root: Path, names: tuple[str, ...] = ("content", "themes")) -> None:
        self.root = root
        self.told: list[str] = []
        self._watcher = SystemWatcher()
        self._callbacks = 0
        for name in names:
            self._watcher.watch(str(root / name), lambda name=name: self.told.append(name))
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        self._ready.wait(MOST)
        time.sleep(0.3)  # until the system watches

    def _run(self) -> None:
        asyncio.set_event_loop(asyncio.new_event_loop())
        self._loop = IOLoop.current()
        assert self._watcher.start(self._examine)
        self._ready.set()
        self._loop.start()

    def _examine(self) -> None:
        self._callbacks += 1
        self._watcher.examine()

    def wait_for(self, told: Callable[[list[str]], bool]) -> list[str]:
        end = time.monotonic() + MOST
        while not told(self.told) and time.monotonic() < end:
            time.sleep(0.01)
        return self.told

    def stop(self) -> None:
        self._loop.add_callback(self._loop.stop)
        self._thread.join(MOST)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/articles/a.md").write_text("a")
    one = Watched(tmp_path)
    yield one
    one.stop()


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited": lambda folder: (folder / "articles/a.md").write_text("b"),
    "added": lambda folder: (folder / "articles/b.md").write_text("b"),
    "removed": lambda folder: (folder / "articles/a.md").unlink(),
    "renamed": lambda folder: (folder / "articles/a.md").rename(folder / "articles/c.md"),
    "replaced": lambda folder: replace(folder / "articles/a.md"),
    "in a new folder": lambda folder: add_folder(folder / "articles/2020"),
}


def replace(path: Path) -> None:
    """Saves as many editors do."""
    new = path.with_name("new.md")
    new.write_text("new")
    new.replace(path)


def add_folder(path: Path) -> None:
    path.mkdir()
    (path / "a.md").write_text("x")


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_reported(watched: Watched, change: str) -> None:
    assert watched.told == []
    CHANGES[change](watched.root / "content")
    assert set(watched.wait_for(bool)) == {"content"}


def test_changes_go_on_being_reported(watched: Watched) -> None:
    for number in range(3):
        (watched.root / "content/articles/a.md").write_text(f"{number}")
        assert len(watched.wait_for(lambda told: len(told) > number)) > number  # noqa: B023 - asked for at once
        time.sleep(0.1)


def test_a_folder_that_comes_later_is_watched_too(watched: Watched) -> None:
    (watched.root / "themes/mine").mkdir(parents=True)
    assert set(watched.wait_for(bool)) == {"themes"}
    time.sleep(0.3)
    watched.told.clear()
    (watched.root / "themes/mine/theme.yml").write_text("name: x")
    assert set(watched.wait_for(bool)) == {"themes"}


def test_what_lies_elsewhere_is_not_reported(watched: Watched) -> None:
    (watched.root / "site").mkdir()
    (watched.root / "site/a.html").write_text("x")
    (watched.root / "content/articles/.a.md.swp").write_text("an editor's own")
    time.sleep(0.5)
    assert watched.told == []
