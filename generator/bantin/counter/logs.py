"""Counts visits from access logs, for sites without the live service."""

import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, suppress
from datetime import date
from pathlib import Path

from msgspec import Struct

from bantin.counter import problems
from bantin.counter.access_log import LogLine, instant, parse_line
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
_MOST_CACHED = 10_000
_AHEAD = 86_400  # seconds by which the clock of a server may be wrong


class CountResult(Struct, frozen=True):
    """The counts of a run, with its problems."""

    lines: int = 0
    views: int = 0
    bots: int = 0
    problems: tuple[Problem, ...] = ()


class LogReader:
    """Finds the hits in log lines: successful requests for pages of the site. ``now`` is the time of the run."""

    def __init__(self, pages: Pages, identifier: VisitorIdMaker, calendar: Calendar, now: int) -> None:
        self._pages = pages
        self._identifier = identifier
        self._calendar = calendar
        self._now = now
        # Most requests and most visitors occur more than once.
        self._requests: dict[bytes, str | None] = {}
        self._ids: dict[tuple[bytes, bytes], int | None] = {}
        self._day, self._day_begins, self._day_ends = date.min, 0, 0

    def hits(self, lines: Iterable[bytes]) -> Iterator[Hit | None]:
        """Yields the hits of ``lines`` in order, and ``None`` for each line that cannot be read."""
        requests = self._requests
        for line in lines:
            parsed = parse_line(line)
            if parsed is None:
                yield None
                continue
            request = parsed.request
            page = requests[request] if request in requests else self._page(request)
            if page is not None and parsed.status in _COUNTED and not parsed.early:
                yield self._hit(page, parsed)

    def _hit(self, page: str, line: LogLine) -> Hit | None:
        try:
            at = instant(line.time)
        except (ValueError, OverflowError):
            return None
        if at > self._now + _AHEAD:
            return None
        if is_bot(line.agent):
            return Hit(at, page, bot=True)
        return Hit(at, page, None if line.private else self._visitor(at, line))

    def _page(self, request: bytes) -> str | None:
        """The page of a request; ``None`` if it is for another address, or not a ``GET``."""
        method, _, rest = request.partition(b" ")
        page = None
        if method == b"GET":
            with suppress(ValueError):
                page = self._pages.page(rest.partition(b" ")[0].partition(b"?")[0])
        if len(self._requests) >= _MOST_CACHED:
            self._requests.clear()
        self._requests[request] = page
        return page

    def _visitor(self, at: int, line: LogLine) -> int | None:
        if not self._day_begins <= at < self._day_ends or len(self._ids) >= _MOST_CACHED:
            self._start_day(self._calendar.day(at))
        who = (line.address, line.agent)
        if who not in self._ids:
            household = read_household(line.address.decode("latin-1"))
            self._ids[who] = self._identifier.id_of(self._day, household, line.agent) if household else None
        return self._ids[who]

    def _start_day(self, day: date) -> None:
        self._ids.clear()
        self._day, self._day_begins = day, self._calendar.begin(day)
        self._day_ends = self._calendar.begin(self._calendar.after(day))


def count_logs(paths: Iterable[Path], store: SqliteStore, reader: LogReader) -> CountResult:
    """Counts the lines of the logs at ``paths`` that ``store`` has not counted yet, in the order of their first lines.

    Counts and positions are stored together, so that an interrupted run continues where it stopped. Raises
    ``StoreFailed``, and ``OSError`` if the key for visitor ids cannot be read or created.
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
    """``paths`` without those that a rotation has not created yet: ``access.log.1`` of ``access.log``."""
    existing = {path for path in paths if path.exists()}
    return (path for path in paths if path in existing or path.with_suffix("") not in existing)


def _unreadable(path: Path, error: Exception) -> CountResult:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    return CountResult(problems=(problems.LOG_UNREADABLE.at(Location(str(path)), reason=reason),))


def _begins(log: LogFile) -> int:
    """The time of the first line of a log; 0 if it cannot be read."""
    line = parse_line(log.first)
    with suppress(ValueError, OverflowError):
        return instant(line.time) if line else 0
    return 0


def _count(log: LogFile, store: SqliteStore, reader: LogReader) -> Iterator[CountResult]:
    """Counts a log in batches.

    In an unknown log, lines older than the latest counted one are skipped: they may belong to a log that was counted.
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
    counts = ((problems.BAD_LINES, bad), (problems.OLD_LINES, old))
    yield CountResult(problems=tuple(kind.at(at, count=count) for kind, count in counts if count))


def _sum(one: CountResult, other: CountResult) -> CountResult:
    return CountResult(
        one.lines + other.lines, one.views + other.views, one.bots + other.bots, (*one.problems, *other.problems)
    )
