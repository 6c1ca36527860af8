"""Counting from access logs: each line once, whatever happens to the files, and however often a run is broken off."""

import gzip
import json
import os
import shutil
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bantin.counter import logfile
from bantin.counter.hit import Day, Hit, Start
from bantin.counter.logs import CountResult, LogReader, count_logs
from bantin.counter.sqlite import LogMark, SqliteStore
from bantin.counter.visitor import DayKeys, VisitorIdMaker
from tests.conftest import examples
from tests.counter.counters import BROWSER, HANOI, NOON, pages

BOT = "Googlebot/2.1 (+http://www.google.com/bot.html)"


def line(
    when: int = NOON, page: str = "/", address: str = "198.51.100.1", status: int = 200, agent: str = BROWSER
) -> bytes:
    time = datetime.fromtimestamp(when, UTC).strftime("%d/%b/%Y:%H:%M:%S +0000")
    return f'{address} - - [{time}] "GET {page} HTTP/1.1" {status} 5 "-" "{agent}"\n'.encode()


class Site:
    """A folder with logs, and what was counted of them."""

    def __init__(self, folder: Path, now: int = NOON + 10 * 86_400) -> None:
        self.folder = folder
        self.now = now

    def write(self, name: str, lines: Iterable[bytes]) -> Path:
        path = self.folder / name
        data = b"".join(lines)
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return path

    def store(self) -> SqliteStore:
        return SqliteStore(self.folder / "counter.db", HANOI, Start())

    def count(self, *names: str, store: SqliteStore | None = None) -> CountResult:
        identifier = VisitorIdMaker(HANOI, DayKeys(self.folder / "keys"))
        reader = LogReader(pages(self.folder), identifier, HANOI, self.now)
        with closing(store or self.store()) as made:
            return count_logs([self.folder / name for name in names], made, reader)

    def days(self) -> list[Day]:
        with closing(self.store()) as store:
            return list(store.days().values())


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def codes(counted: CountResult) -> list[str]:
    return [problem.code for problem in counted.problems]


def test_pages_of_the_site_that_were_answered_count(site: Site) -> None:
    others = [line(page="/static/main.css"), line(page="/khong-co/"), line(status=404), line(status=206)]
    post = line().replace(b"GET", b"POST")
    counting = [line(), line(NOON + 60, "/co-quan/?utm=1", status=304), line(address="2001:db8::1")]
    site.write("access.log", [*others, post, *counting, line(agent=BOT), line(address="unix:")])
    assert site.count("access.log") == CountResult(lines=10, views=4, bots=1)
    assert site.days() == [Day(4, 2, 1)]


def caddy(**headers: str) -> bytes:
    told = {"User-Agent": [BROWSER], **{name.replace("_", "-"): [value] for name, value in headers.items()}}
    asked = {"remote_ip": "203.0.113.50", "method": "GET", "uri": "/", "headers": told}
    return json.dumps({"ts": NOON, "request": asked, "status": 200}).encode() + b"\n"


def test_what_a_browser_fetches_in_advance_is_not_read_yet(site: Site) -> None:
    early = [caddy(Sec_Purpose="prefetch;prerender"), caddy(Purpose="prefetch"), caddy(sec_purpose="Prefetch")]
    site.write("access.log", [*early, caddy(Sec_Purpose="")])
    assert site.count("access.log") == CountResult(lines=4, views=1)
    assert site.days() == [Day(1, 1, 0)]


@pytest.mark.parametrize("header", ["Dnt", "Sec-Gpc", "sec-gpc"])
def test_who_asks_not_to_be_tracked_makes_a_view_and_no_visit(site: Site, header: str) -> None:
    site.write("access.log", [caddy(**{header: "1"}), caddy(**{header: "1"})])
    assert site.count("access.log").views == 2
    assert site.days() == [Day(2, 0, 0)]


@pytest.mark.parametrize("agent", ["-", "", "bantin/0.1.0"])
def test_nobody_and_our_own_checks_are_no_visitors(site: Site, agent: str) -> None:
    site.write("access.log", [line(agent=agent)])
    assert site.count("access.log") == CountResult(lines=1, views=0, bots=1)
    assert site.days() == [Day(0, 0, 1)]


def test_a_second_run_adds_nothing_and_a_later_one_what_is_new(site: Site) -> None:
    site.write("access.log", [line(), line(NOON + 1)])
    site.count("access.log")
    assert site.count("access.log") == CountResult()
    site.write("access.log", [line(), line(NOON + 1), line(NOON + 2)])
    assert site.count("access.log").views == 1
    assert site.days() == [Day(3, 1, 0)]


@pytest.mark.parametrize("name", ["access.log.1", "access.log.2.gz"])
def test_a_log_is_known_under_another_name(site: Site, name: str) -> None:
    first = [line(), line(NOON + 1)]
    site.write("access.log", first)
    site.count("access.log")
    site.write(name, [*first, line(NOON + 2)])
    site.write("access.log", [line(NOON + 2, address="198.51.100.2"), line(NOON + 3)])
    assert site.count("access.log", name).views == 3
    assert site.count(name, "access.log") == CountResult()
    assert site.days() == [Day(5, 2, 0)]


def test_a_log_that_was_copied_and_emptied_begins_again(site: Site) -> None:
    path = site.write("access.log", [line(), line(NOON + 1), line(NOON + 2)])
    site.count("access.log")
    shutil.copy(path, site.folder / "access.log.1")
    os.truncate(path, 0)
    assert site.count("access.log.1", "access.log") == CountResult()
    site.write("access.log", [line(NOON + 5)])
    assert site.count("access.log.1", "access.log").views == 1


def test_a_log_that_was_changed_counts_nothing_twice(site: Site) -> None:
    lines = [line(NOON + number) for number in range(5)]
    site.write("access.log", lines)
    site.count("access.log")
    # Cut at its end and gone on, cut at its beginning, and a line in the midst taken out.
    for changed in (
        [*lines[:2], line(NOON + 9)],
        [*lines[2:], line(NOON + 10)],
        [lines[0], *lines[3:], line(NOON + 11)],
    ):
        site.write("access.log", changed)
        counted = site.count("access.log")
        assert counted.views == 1
        assert codes(counted) == ["old-log-lines"]


def test_what_is_older_than_what_was_counted_is_reported(site: Site) -> None:
    site.write("access.log", [line(NOON + 100)])
    site.count("access.log")
    site.write("older.log", [line(NOON), line(NOON + 1)])
    counted = site.count("older.log")
    assert (counted.views, codes(counted)) == (0, ["old-log-lines"])
    assert dict(counted.problems[0].values)["count"] == "2"
    assert counted.problems[0].location.path == str(site.folder / "older.log")


def test_bad_lines_are_reported_and_stop_nothing(site: Site) -> None:
    bad = [b"nonsense\n", b"\n", line().replace(b"Nov", b"Xyz"), line(site.now + 100_000), b"\xff\0\n", b'{"ts":1}\n']
    site.write("access.log", [*bad, line()])
    counted = site.count("access.log")
    assert (counted.views, codes(counted)) == (1, ["bad-log-lines"])
    assert dict(counted.problems[0].values)["count"] == "6"


def test_a_log_that_cannot_be_read_is_reported_and_the_others_count(site: Site) -> None:
    site.write("access.log", [line()])
    cut = gzip.compress(os.urandom(5000) + b"".join(line(NOON + number) for number in range(10_000)))
    (site.folder / "cut.gz").write_bytes(cut[:6000])
    (site.folder / "broken.gz").write_bytes(b"\x1f\x8b" + b"x" * 50)
    counted = site.count("none.log", "cut.gz", "broken.gz", "access.log")
    assert counted.views == 1
    assert codes(counted) == ["log-unreadable"] * 3


def test_a_log_that_no_rotation_has_made_yet_is_not_missed(site: Site) -> None:
    site.write("access.log", [line()])
    counted = site.count("access.log.1", "access.log")
    assert (counted.views, counted.problems) == (1, ())
    # But a log that is not there is, and so is one whose newest part is not.
    assert codes(site.count("error.log.1", "access.log", "none.log.1", "none.log")) == ["log-unreadable"] * 3


class Dying(SqliteStore):
    """A store whose process is killed at its ``turn``-th writing, before or after it is done."""

    def __init__(self, file: Path, turn: int, *, after: bool) -> None:
        super().__init__(file, HANOI, Start())
        self.turn, self.after = turn, after

    def count(self, hits: list[Hit], mark: LogMark | None = None) -> None:  # type: ignore[override]
        self.turn -= 1
        if self.turn == 0 and not self.after:
            raise KeyboardInterrupt
        super().count(hits, mark)
        if self.turn == 0:
            raise KeyboardInterrupt


LINES = st.lists(
    st.tuples(
        st.sampled_from([0, 1, 5, 1700, 1900, 20_000, 90_000]),
        st.sampled_from(["/", "/co-quan/", "/x.css"]),
        st.sampled_from(["198.51.100.1", "198.51.100.2", "2001:db8::1"]),
        st.sampled_from([BROWSER, BOT]),
    ),
    min_size=1,
    max_size=25,
)
RUNS = st.lists(st.tuples(st.integers(0, 25), st.integers(1, 4), st.booleans(), st.booleans()), max_size=5)


@settings(max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES, RUNS)
def test_however_runs_are_broken_off_and_logs_rotated_each_line_counts_once(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    told: list[tuple[int, str, str, str]],
    runs: list[tuple[int, int, bool, bool]],
) -> None:
    monkeypatch.setattr(logfile, "_AT_ONCE", 300)
    lines, now = [], NOON
    for later, page, address, agent in told:
        now += later
        lines.append(line(now, page, address, agent=agent))
    whole, parts = (Site(tmp_path_factory.mktemp("logs"), now) for _ in range(2))
    whole.write("access.log", lines)
    assert not whole.count("access.log").problems

    begin = 0
    for length, turn, after, rotating in sorted(runs):
        end = max(begin, length)
        parts.write("access.log", lines[begin:end])
        dying = Dying(parts.folder / "counter.db", turn, after=after)
        with suppress(KeyboardInterrupt):
            parts.count("access.log.1.gz", "access.log", store=dying)
        if rotating:
            parts.write("access.log.1.gz", lines[begin:end])
            parts.count("access.log.1.gz")
            begin = end
    parts.write("access.log", lines[begin:])
    parts.count("access.log.1.gz", "access.log")
    assert parts.days() == whole.days()
