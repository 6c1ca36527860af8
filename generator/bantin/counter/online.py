"""Who is online: a list in memory that is never written down."""

from collections.abc import Iterable
from datetime import date

from bantin.counter.calendar import Calendar
from bantin.counter.hit import ONLINE_SECONDS, Hit

_MOST = 100_000


class Online:
    """When each visitor was last seen, for as long as it tells who is online.

    Ids change with the day. In its first minutes visitors are counted by the ids of the day before, under which those
    are known too who have not come back since; after that nobody is left who is not known by the new ones.
    ``most`` visitors are remembered of a day, so that a flood does not fill the memory.
    """

    def __init__(self, calendar: Calendar, most: int = _MOST) -> None:
        self._calendar = calendar
        self._most = most
        self._last: dict[date, dict[int, int]] = {}

    def see(self, hits: Iterable[Hit]) -> None:
        """Notes who made ``hits``."""
        for hit in hits:
            if hit.bot or hit.visitor is None:
                continue
            day = self._calendar.day(hit.at)
            self._note(day, hit.visitor, hit.at)
            if hit.before is not None:
                self._note(self._calendar.before(day), hit.before, hit.at)

    def count(self, at: int) -> int:
        """How many visitors were seen in the five minutes before ``at``. Who was not is forgotten."""
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
    """The day whose ids tell who is online at the instant ``at``."""
    return calendar.day(at - ONLINE_SECONDS)
