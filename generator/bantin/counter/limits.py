"""Limits: the rate of requests per household, and repeated hits. Both use a bounded amount of memory."""

from collections import OrderedDict
from collections.abc import Hashable

BURST, PER_SECOND = 60, 5
"""The requests of a household that count at once, and those per second afterwards: enough for fast readers."""

_MOST = 50_000


class Buckets:
    """Token buckets: ``size`` tokens for each sender, refilled at ``rate`` tokens a second."""

    def __init__(self, size: float, rate: float, most: int = _MOST) -> None:
        self._size, self._rate, self._most = size, rate, most
        self._levels: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()

    def take(self, sender: Hashable, now: float) -> bool:
        """Takes a token of ``sender``. Returns whether there was one."""
        level, then = self._levels.pop(sender, (self._size, now))
        level = min(self._size, level + max(0.0, now - then) * self._rate)
        granted = level >= 1
        self._levels[sender] = (level - granted, now)
        if len(self._levels) > self._most:
            self._levels.popitem(last=False)
        return granted


class Recent:
    """The events of the last ``seconds``."""

    def __init__(self, seconds: float, most: int = _MOST) -> None:
        self._seconds, self._most = seconds, most
        self._times: OrderedDict[Hashable, float] = OrderedDict()

    def is_repeat(self, event: Hashable, now: float) -> bool:
        """Whether ``event`` happened within the last ``seconds``. If not, it is recorded as happening now."""
        then = self._times.get(event)
        if then is not None and abs(now - then) < self._seconds:
            return True
        self._times.pop(event, None)
        self._times[event] = now
        if len(self._times) > self._most:
            self._times.popitem(last=False)
        return False

    def forget(self, event: Hashable) -> None:
        """Removes the record of ``event``."""
        self._times.pop(event, None)
