"""Intercepts all writes of a process while a site is published, to make them fail or to kill the process."""

import builtins
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any, Self
from unittest import mock

Hit = Callable[[str], None]
"""Called before each write, with the name of the system's function."""

# The functions that need room on the disk; the others free some, or need none.
NEEDS_ROOM = {"open", "write", "mkdir", "link", "sendfile", "fsync"}
_NAMES = ("replace", "rename", "mkdir", "link", "unlink", "rmdir", "sendfile")


@contextmanager
def watched(hit: Hit) -> Iterator[None]:
    """Calls ``hit`` before every write of this process; an exception that it raises is the result of the write."""
    patches = [mock.patch.object(os, name, _telling(name, getattr(os, name), hit)) for name in _NAMES]
    # Not really synced: that is slow, and tests do not cut the power.
    patches.append(mock.patch.object(os, "fsync", _telling("fsync", lambda _file: None, hit)))
    patches += [mock.patch.object(module, "open", _opening(module.open, hit)) for module in (builtins, io)]
    patches.append(mock.patch.object(os, "open", _opening_raw(os.open, hit)))
    for patch in patches:
        patch.start()
    try:
        yield
    finally:
        for patch in reversed(patches):
            patch.stop()


class _Writing:
    """An open file; if a write fails, only half of the data is written."""

    def __init__(self, file: IO[Any], hit: Hit) -> None:
        self._file = file
        self._hit = hit

    def write(self, data: Any) -> int:
        half = self._file.write(data[: len(data) // 2])
        self._file.flush()
        self._hit("write")
        return half + self._file.write(data[half:])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_reason: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def _telling(name: str, function: Callable[..., Any], hit: Hit) -> Callable[..., Any]:
    def told(*args: Any, **options: Any) -> Any:
        hit(name)
        return function(*args, **options)

    return told


def _opening(function: Callable[..., Any], hit: Hit) -> Callable[..., Any]:
    def told(file: Any, mode: str = "r", *args: Any, **options: Any) -> Any:
        if "r" in mode:
            return function(file, mode, *args, **options)
        hit("open")
        return _Writing(function(file, mode, *args, **options), hit)

    return told


def _opening_raw(function: Callable[..., int], hit: Hit) -> Callable[..., int]:
    def told(path: Any, flags: int, *args: Any, **options: Any) -> int:
        if flags & os.O_CREAT:
            hit("open")
        return function(path, flags, *args, **options)

    return told
