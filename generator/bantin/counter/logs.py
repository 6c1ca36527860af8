"""Counting from access logs: the figures of a site without a service."""

import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, suppress
from datetime import date
from pathlib import Path

from msgspec import Struct

from bantin.counter import problems
from bantin.counter.access_log import LogLine, instant, read_entry
from bantin.counter.bots import is_bot
from bantin.counter.calendar import Calendar
from bantin.counter.hit import Hit
from bantin.counter.logfile import LogFile, checksum
from bantin.counter.peers import read_household
from bantin.counter.site import Pages
from bantin.counter.sqlite import LogMark, SqliteStore
from bantin.counter.visitor import VisitorIdMaker
from bantin.domain.problems import Location, Problem

_COUNTED = (b"200", b"304")
_MOST_KNOWN = 10_000
_AHEAD = 86_400  # seconds by which the clock of a server may be wrong


class CountResult(Struct, frozen=True):
    """What a run has counted."""

    lines: int = 0
    views: int = 0
    bots: int = 0
    problems: tuple[Problem, ...] = ()


class LogReader:
    """Finds hits in lines: pages of the site that were answered in full. ``now`` is the time of the run."""

    def __init__(self, pages: Pages, identifier: VisitorIdMaker, calendar: Calendar, now: int) -> None:
        self._pages = pages
        self._identifier = identifier
        self._calendar = calendar
        self._now = now
        # Most lines ask for what others have asked for, and visitors read more than one page.
        self._asked: dict[bytes, str | None] = {}
        self._ids: dict[tuple[bytes, bytes], int | None] = {}
        self._day, self._day_begins, self._day_ends = date.min, 0, 0

    def hits(self, lines: Iterable[bytes]) -> Iterator[Hit | None]:
        """The hits of ``lines`` in their order, and ``None`` for each line that cannot be read."""
        asked = self._asked
        for line in lines:
            entry = read_entry(line)
            if entry is None:
                yield None
                continue
            request = entry.request
            page = asked[request] if request in asked else self._page(request)
            if page is not None and entry.status in _COUNTED and not entry.early:
                yield self._hit(page, entry)

    def _hit(self, page: str, entry: LogLine) -> Hit | None:
        try:
            at = instant(entry.time)
        except (ValueError, OverflowError):
            return None
        if at > self._now + _AHEAD:
            return None
        if is_bot(entry.agent):
            return Hit(at, page, bot=True)
        return Hit(at, page, None if entry.private else self._visitor(at, entry))

    def _page(self, request: bytes) -> str | None:
        """The page that a request asks for; ``None`` for another address, or for what is no reading of one."""
        method, _, rest = request.partition(b" ")
        page = None
        if method == b"GET":
            with suppress(ValueError):
                page = self._pages.page(rest.partition(b" ")[0].partition(b"?")[0])
        if len(self._asked) >= _MOST_KNOWN:
            self._asked.clear()
        self._asked[request] = page
        return page

    def _visitor(self, at: int, entry: LogLine) -> int | None:
        if not self._day_begins <= at < self._day_ends or len(self._ids) >= _MOST_KNOWN:
            self._turn_to(self._calendar.day(at))
        who = (entry.address, entry.agent)
        if who not in self._ids:
            household = read_household(entry.address.decode("latin-1"))
            self._ids[who] = self._identifier.id_of(self._day, household, entry.agent) if household else None
        return self._ids[who]

    def _turn_to(self, day: date) -> None:
        self._ids.clear()
        self._day, self._day_begins = day, self._calendar.begin(day)
        self._day_ends = self._calendar.begin(self._calendar.after(day))


def count_logs(paths: Iterable[Path], store: SqliteStore, reader: LogReader) -> CountResult:
    """Counts what the logs at ``paths`` tell and ``store`` does not know yet, the log that begins first at first.

    What was counted is noted together with how far, so that a run that is broken off is taken up where it was. Raises
    ``StoreFailed``, and ``OSError`` when there is no key to tell visitors apart with.
    """
    total = CountResult()
    logs: list[LogFile] = []
    with ExitStack() as opened:
        for path in _rotated(tuple(paths)):
            try:
                logs.append(opened.enter_context(closing(LogFile(path))))
            except (OSError, EOFError, zlib.error) as error:
                total = _sum(total, _unreadable(path, error))
        for log in sorted(logs, key=_begins):
            try:
                for counted in _count(log, store, reader):
                    total = _sum(total, counted)
            except (EOFError, zlib.error) as error:
                total = _sum(total, _unreadable(log.path, error))
    return total


def _rotated(paths: tuple[Path, ...]) -> Iterator[Path]:
    """``paths`` without those that a rotation has not made yet: ``access.log.1`` beside ``access.log``."""
    there = {path for path in paths if path.exists()}
    return (path for path in paths if path in there or path.with_suffix("") not in there)


def _unreadable(path: Path, error: Exception) -> CountResult:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    return CountResult(problems=(problems.LOG_UNREADABLE.at(Location(str(path)), reason=reason),))


def _begins(log: LogFile) -> int:
    entry = read_entry(log.first)
    with suppress(ValueError, OverflowError):
        return instant(entry.time) if entry else 0
    return 0


def _count(log: LogFile, store: SqliteStore, reader: LogReader) -> Iterator[CountResult]:
    """Counts a log, a piece at a time.

    Of one that is not known, what is older than all that was counted is passed over: it may be part of one that is.
    """
    until = store.counted_until()
    known = store.counted(log.id)
    offset, since = (known[0], 0) if known and log.is_after(*known) else (0, until)
    bad = old = 0
    for lines in log.lines(offset):
        hits = []
        for hit in reader.hits(lines):
            if hit is None:
                bad += 1
            elif hit.at < since:
                old += 1
            else:
                hits.append(hit)
        offset += sum(map(len, lines))
        until = max([until, *(hit.at for hit in hits)])
        store.count(hits, LogMark(log.id, offset, checksum(lines[-1]), until))
        bots = sum(hit.bot for hit in hits)
        yield CountResult(len(lines), len(hits) - bots, bots)
    at = Location(str(log.path))
    met = [kind.at(at, count=count) for kind, count in ((problems.BAD_LINES, bad), (problems.OLD_LINES, old)) if count]
    yield CountResult(problems=tuple(met))


def _sum(one: CountResult, other: CountResult) -> CountResult:
    return CountResult(
        one.lines + other.lines, one.views + other.views, one.bots + other.bots, (*one.problems, *other.problems)
    )
