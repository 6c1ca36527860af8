"""Aggregates groups of hits to additions per day. Pure functions, so that every store counts alike."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from bantin.counter.calendar import Calendar
from bantin.counter.hit import IDLE_SECONDS, Day, Hit


class Additions(Struct, frozen=True):
    """The additions to a day: its figures, the views by page, and the time at which each visitor was last seen."""

    day: date
    counts: Day
    pages: Mapping[str, int]
    seen: Mapping[int, int]


def by_day(hits: Iterable[Hit], calendar: Calendar, last_day: date | None) -> dict[date, list[Hit]]:
    """Groups hits by day, in order of the days.

    Hits after the clock was put back a little count on ``last_day``, the last day with hits; but not if that day is so
    far ahead that the clock must have been wrong when it began.
    """
    days: dict[date, list[Hit]] = {}
    for hit in hits:
        day = calendar.day(hit.at)
        is_on = last_day and day < last_day <= calendar.latest(hit.at)
        days.setdefault(last_day if is_on and last_day else day, []).append(hit)
    return dict(sorted(days.items()))


def aggregate(day: date, hits: Iterable[Hit], seen: Mapping[int, int]) -> Additions:
    """The additions of ``hits``, in their order, to ``day``; ``seen`` is when its visitors were last seen before.

    A visit begins with the first view of a visitor that day, and with a view after half an hour without one.
    """
    last: dict[int, int] = {}
    pages: Counter[str] = Counter()
    views = visits = bots = 0
    for hit in hits:
        if hit.bot:
            bots += 1
            continue
        views += 1
        pages[hit.page] += 1
        if hit.visitor is None:
            continue
        before = last.get(hit.visitor, seen.get(hit.visitor))
        visits += before is None or hit.at - before >= IDLE_SECONDS
        last[hit.visitor] = hit.at if before is None else max(hit.at, before)
    return Additions(day, Day(views, visits, bots), pages, last)
