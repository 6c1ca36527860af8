"""The visitors who are online: a list in memory that is never stored."""

from collections.abc import Iterable
from datetime import date

from bantin.counter.calendar import Calendar
from bantin.counter.hit import ONLINE_SECONDS, Hit

_MOST = 100_000


class Online:
    """The time at which each visitor was last seen, for as long as the visitor counts as online.

    Ids change with the day. In the first minutes of a day, visitors are counted by their ids of the day before, which
    also include those who were last seen before midnight; after that, all who are online have new ids. At most ``most``
    visitors of a day are stored, so that a flood does not fill the memory.
    """

    def __init__(self, calendar: Calendar, most: int = _MOST) -> None:
        self._calendar = calendar
        self._most = most
        self._last: dict[date, dict[int, int]] = {}

    def see(self, hits: Iterable[Hit]) -> None:
        """Records the visitors of ``hits``."""
        for hit in hits:
            if hit.bot or hit.visitor is None:
                continue
            day = self._calendar.day(hit.at)
            self._note(day, hit.visitor, hit.at)
            if hit.before is not None:
                self._note(self._calendar.before(day), hit.before, hit.at)

    def count(self, at: int) -> int:
        """The number of visitors who were seen in the five minutes before ``at``. Removes all others."""
        day = online_day(self._calendar, at)
        for other in list(self._last):
            seen = {visitor: last for visitor, last in self._last[other].items() if last > at - ONLINE_SECONDS}
            self._last[other] = seen
            if not seen:
                del self._last[other]
        return len(self._last.get(day, ()))

    def _note(self, day: date, visitor: int, at: int) -> None:
        seen = self._last.setdefault(day, {})
        if visitor in seen or len(seen) < self._most:
            seen[visitor] = max(at, seen.get(visitor, at))


def online_day(calendar: Calendar, at: int) -> date:
    """The day whose ids identify the visitors who are online at the instant ``at``."""
    return calendar.day(at - ONLINE_SECONDS)
