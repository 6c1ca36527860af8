"""Waiting for conditions that take some seconds."""

import time
from collections.abc import Callable

_PATIENCE = 60


def soon(what: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE
    while not what():
        assert time.monotonic() < until
        time.sleep(0.2)
