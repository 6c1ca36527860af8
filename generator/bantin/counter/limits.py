"""Limits: what one household may send, and what counts twice. Both remember a bounded number of senders."""

from collections import OrderedDict
from collections.abc import Hashable

_MOST = 50_000


class Buckets:
    """A bucket of ``size`` tokens for each sender, filled again at ``rate`` tokens a second."""

    def __init__(self, size: float, rate: float, most: int = _MOST) -> None:
        self._size, self._rate, self._most = size, rate, most
        self._levels: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()

    def take(self, sender: Hashable, now: float) -> bool:
        """Takes a token of ``sender``; whether there was one."""
        level, then = self._levels.pop(sender, (self._size, now))
        level = min(self._size, level + max(0.0, now - then) * self._rate)
        granted = level >= 1
        self._levels[sender] = (level - granted, now)
        if len(self._levels) > self._most:
            self._levels.popitem(last=False)
        return granted


class Recent:
    """What happened within the last ``seconds``."""

    def __init__(self, seconds: float, most: int = _MOST) -> None:
        self._seconds, self._most = seconds, most
        self._times: OrderedDict[Hashable, float] = OrderedDict()

    def again(self, what: Hashable, now: float) -> bool:
        """Whether ``what`` happened a moment ago. If not, it has now."""
        then = self._times.get(what)
        if then is not None and abs(now - then) < self._seconds:
            return True
        self._times.pop(what, None)
        self._times[what] = now
        if len(self._times) > self._most:
            self._times.popitem(last=False)
        return False

    def forget(self, what: Hashable) -> None:
        """It did not happen after all."""
        self._times.pop(what, None)
