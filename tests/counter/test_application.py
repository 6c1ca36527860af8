"""The service as clients see it: what counts, what does not, what is refused, and what happens at midnight."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bantin.counter.calendar import Calendar
from bantin.counter.hit import Day, Figures, Hit
from bantin.counter.request import LONGEST_TARGET
from bantin.counter.store import Store, StoreFailed
from tests.conftest import examples
from tests.counter.counters import BROWSER, Answer, Counter, at, run

BOT = {"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"}
OTHER = {"user-agent": BROWSER + " other"}


@pytest.fixture
def counter(tmp_path: Path) -> Counter:
    return Counter(tmp_path)


def test_a_hit_counts_and_shows(counter: Counter) -> None:
    async def work() -> None:
        answer = await counter.hit("/co-quan/")
        assert (answer.status, answer.counted, answer.body) == (204, "1", b"")
        assert answer.headers["cache-control"] == "no-store"
        assert await counter.figures() == {"online": 1, "today": 1, "week": 1, "month": 1, "total": 1}
        await counter.hit("/co-quan/", headers=OTHER)
        assert (await counter.figures())["today"] == 2

    run(work())


def test_the_figures_are_shown_in_the_time_of_the_site(counter: Counter) -> None:
    answer = run(counter.ask("/_c/stats.json"))
    assert answer.json == {
        "v": 1, "at": "2026-11-25T12:00:00+07:00", "unit": "visits", "online": 0, "today": 0, "week": 0, "month": 0,
        "total": 0,
    }  # fmt: skip
    assert answer.headers["cache-control"] == "max-age=15, stale-while-revalidate=60"
    again = run(counter.ask("/_c/stats.json", headers={"if-none-match": answer.headers["etag"]}))
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    ("headers", "counted"),
    [
        ({"sec-purpose": "prefetch;prerender"}, "0; prefetch"),
        ({"purpose": "prefetch"}, "0; prefetch"),
        ({"sec-fetch-site": "cross-site"}, "0; unknown"),
        ({"sec-fetch-site": "same-origin"}, "1"),
        ({"origin": "https://evil.example", "host": "bantin.example"}, "0; unknown"),
        ({"origin": "https://bantin.example"}, "1"),
        ({"origin": "https://www.bantin.example", "host": "www.bantin.example"}, "1"),
        ({"origin": "null"}, "0; unknown"),
        ({"dnt": "1"}, "1"),
        (BOT, "0; bot"),
        ({"user-agent": ""}, "0; bot"),
    ],
)
def test_what_counts_is_reported(counter: Counter, headers: dict[str, str], counted: str) -> None:
    answer = run(counter.hit(headers=headers))
    assert (answer.status, answer.counted) == (204, counted)
    views = sum(day.views for day in counter.store.days().values())
    assert views == (counted == "1")


def test_who_asks_not_to_be_followed_counts_as_views_alone(counter: Counter) -> None:
    for header in ("dnt", "sec-gpc"):
        run(counter.hit(headers={header: "1"}))
        run(counter.hit(headers={header: "1"}))
    (day,) = counter.store.days().values()
    assert (day.views, day.visits) == (4, 0)


def test_the_same_page_a_moment_later_counts_once(counter: Counter) -> None:
    async def work() -> list[str]:
        found = []
        for now in (0, 9, 10, 19):
            counter.now += now
            found.append((await counter.hit()).counted)
        return found

    assert run(work()) == ["1", "0; dup", "1", "1"]


@pytest.mark.parametrize("page", ["/khong-co/", "/atom.xml", "//", "/_c/hit"])
def test_only_pages_of_the_site_count(counter: Counter, page: str) -> None:
    assert run(counter.hit(page)).counted == "0; unknown"
    assert counter.store.days() == {}


@pytest.mark.parametrize(
    ("target", "method", "status"),
    [
        ("/_c/hit", "POST", 400),
        ("/_c/hit?p=/&p=/", "POST", 400),
        ("/_c/hit?p=x", "POST", 400),
        ("/_c/hit?p=/%00", "POST", 400),
        ("/_c/hit?p=/%ff", "POST", 400),
        ("/_c/hit?p=/", "GET", 405),
        ("/_c/hit?p=/", "PUT", 405),
        ("/_c/stats.json", "POST", 405),
        ("/_c/", "GET", 404),
        ("/hit?p=/", "POST", 404),
        ("/_c/pages.json", "GET", 400),
        ("/_c/pages.json?" + "&".join(["p=/"] * 51), "GET", 400),
        ("/_c/pages.json?p=%ff", "GET", 400),
        ("/_c/hit?p=/" + "a" * LONGEST_TARGET, "POST", 414),
        ("/_c/hit?p=/" + "a" * 100_000, "POST", 414),
    ],
)
def test_what_makes_no_sense_is_refused(counter: Counter, target: str, method: str, status: int) -> None:
    assert run(counter.ask(target, method)).status == status
    assert counter.store.days() == {}


def test_a_method_that_fits_is_named(counter: Counter) -> None:
    assert run(counter.ask("/_c/hit?p=/", "GET")).headers["allow"] == "POST"


@pytest.mark.parametrize("headers", [{"content-length": "3"}, {"transfer-encoding": "chunked"}])
def test_a_hit_has_no_body(counter: Counter, headers: dict[str, str]) -> None:
    answer = run(counter.hit(headers=headers))
    assert (answer.status, answer.headers["connection"]) == (413, "close")


def test_without_scripts_an_image_counts(counter: Counter) -> None:
    answer = run(counter.ask("/_c/p.svg?p=/"))
    assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert answer.headers["cache-control"] == "no-store"
    assert ElementTree.fromstring(answer.body).get("width") == "1"
    assert run(counter.figures())["today"] == 1
    # An image that counts nothing looks the same, not broken.
    assert run(counter.ask("/_c/p.svg?p=/khong-co/")).body == answer.body


def test_the_panel_tells_the_figures_to_everybody(counter: Counter) -> None:
    run(counter.hit())
    answer = run(counter.ask("/_c/panel.svg"))
    title = ElementTree.fromstring(answer.body).find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == "Thống kê truy cập: Đang online 1 · Hôm nay 1 · Trong tuần 1 · Tất cả 1"


def test_views_are_shown_by_page(counter: Counter) -> None:
    run(counter.hit("/co-quan/index.html"))
    answer = run(counter.ask("/_c/pages.json?p=/co-quan/&p=/&p=/khong-co/"))
    assert answer.json == {"v": 1, "pages": {"/co-quan/": 1, "/": 0}}


def test_a_head_is_a_reply_without_its_body(counter: Counter) -> None:
    answer = run(counter.ask("/_c/stats.json", "HEAD"))
    assert (answer.status, answer.body) == (200, b"")
    assert int(answer.headers["content-length"]) > 0


@pytest.mark.parametrize(
    ("client", "headers", "status"),
    [
        ("127.0.0.1", {}, 200),
        (None, {}, 200),
        ("203.0.113.7", {}, 404),
        ("127.0.0.1", {"x-forwarded-for": "127.0.0.1"}, 404),
        (None, {"forwarded": "for=127.0.0.1"}, 404),
    ],
)
def test_only_the_machine_itself_is_told_how_the_service_does(
    counter: Counter, client: str | None, headers: dict[str, str], status: int
) -> None:
    run(counter.hit())
    for path in ("/_c/healthz", "/_c/metrics"):
        answer = run(counter.ask(path, client=client, headers=headers))
        assert answer.status == status
    if status == 200:
        assert b'bantin_replies_total{address="hit",status="204"} 1\n' in answer.body


def test_a_flood_from_one_household_is_held_back_and_others_are_not(counter: Counter) -> None:
    async def work() -> list[Answer]:
        flood = [await counter.ask("/_c/hit?p=/khong-co/", "POST") for _ in range(100)]
        assert (await counter.hit(client="203.0.113.8")).counted == "1"
        counter.now += 10
        return [*flood, await counter.hit()]

    *flood, later = run(work())
    assert [answer.status for answer in flood].count(429) == 40
    assert flood[-1].headers["retry-after"] == "10"
    assert later.counted == "1"


class Failing:
    """A store that fails when it is told to."""

    def __init__(self, store: Store) -> None:
        self.store, self.failing = store, False

    def check(self) -> Store:
        if self.failing:
            raise StoreFailed("disk I/O error")
        return self.store

    def count(self, hits: Sequence[Hit]) -> None:
        self.check().count(hits)

    def figures(self, at: int) -> Figures:
        return self.check().figures(at)

    def pages(self, paths: Sequence[str]) -> dict[str, int]:
        return dict(self.check().pages(paths))

    def days(self) -> Mapping[date, Day]:
        return self.store.days()

    def close(self) -> None:
        self.store.close()


def test_what_is_not_kept_is_not_answered_for_and_may_come_again(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    other = Counter(tmp_path / "b")  # its store is closed when it goes
    store = Failing(other.store)
    counter = Counter(tmp_path, store)
    store.failing = True
    targets = [("/_c/hit?p=/", "POST"), ("/_c/p.svg?p=/", "GET")]
    targets += [(f"/_c/{name}", "GET") for name in ("stats.json", "panel.svg", "pages.json?p=/")]
    for target, method in targets:
        answer = run(counter.ask(target, method))
        assert (answer.status, answer.headers["retry-after"]) == (503, "5")
    assert run(counter.ask("/_c/healthz", client=None)).status == 503
    store.failing = False
    assert run(counter.hit()).counted == "1"
    assert run(counter.figures())["today"] == 1


def test_without_a_key_nobody_is_counted(counter: Counter) -> None:
    def no_key(_day: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    counter.application._admission._identifier._key = no_key
    assert run(counter.hit()).status == 503


@pytest.mark.parametrize("zone", ["Asia/Ho_Chi_Minh", "Europe/Paris", "America/New_York", "Australia/Lord_Howe"])
@pytest.mark.parametrize("night", ["2026-11-29", "2026-11-30", "2026-12-31", "2026-03-28", "2026-10-24", "2026-03-07"])
def test_at_midnight_of_the_site_a_new_day_begins(tmp_path: Path, zone: str, night: str) -> None:
    """Also where clocks change that night, and where a week, a month or a year ends with it."""
    calendar = Calendar(ZoneInfo(zone))
    counter = Counter(tmp_path, calendar=calendar, now=at(f"{night}T23:59:59", calendar))

    async def work() -> None:
        await counter.hit()
        before = await counter.figures()
        assert (before["today"], before["online"]) == (1, 1)
        counter.now = calendar.begin(calendar.after(calendar.day(int(counter.now))))
        turned = await counter.figures()
        assert (turned["today"], turned["online"], turned["total"]) == (0, 1, 1)
        # A visit that goes on over midnight is one of each day, by one visitor who is online.
        assert (await counter.hit("/co-quan/")).counted == "1"
        after = await counter.figures()
        assert (after["today"], after["online"], after["total"]) == (1, 1, 2)
        first = calendar.day(int(counter.now))
        assert after["week"] == 2 - (first.weekday() == 0)
        assert after["month"] == 2 - (first.day == 1)

    run(work())


def test_nothing_of_a_reader_lies_on_the_disk(tmp_path: Path) -> None:
    counter = Counter(tmp_path)
    run(counter.hit(client="203.0.113.7", headers={"user-agent": "Firefox/Marker", "cookie": "id=Marker"}))
    run(counter.hit(client="127.0.0.1", headers={"x-forwarded-for": "198.51.100.23", "referer": "https://Marker/"}))
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"/" in kept
    for trace in (b"203.0.113.7", b"198.51.100.23", b"Marker", bytes([203, 0, 113, 7]), bytes([198, 51, 100, 23])):
        assert trace not in kept


HEADERS = st.dictionaries(
    st.sampled_from(["user-agent", "x-forwarded-for", "forwarded", "origin", "host", "sec-fetch-site", "dnt", "x"]),
    st.binary(max_size=80) | st.sampled_from([b"\0", b"\xff\xfe", b"1.1.1.1, \0", b"a" * 100_000]),
    max_size=4,
)
PIECES = st.sampled_from(
    [b"/", b"p=", b"p=/", b"%00", b"%ff", b"%", b"&", b"..", b"co-quan/", b"\xff", b"\0", b"+", b"?"]
)
TARGETS = st.lists(PIECES | st.binary(max_size=5), max_size=12).map(b"".join)
FUZZ = settings(max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FUZZ
@given(
    st.sampled_from([b"/_c/hit", b"/_c/p.svg", b"/_c/pages.json", b"/_c/stats.json", b"/"]),
    TARGETS,
    st.sampled_from(["GET", "POST", "HEAD", "DELETE", "X"]),
    HEADERS,
    st.sampled_from(["203.0.113.7", "127.0.0.1", "::1", "", "nonsense", None]),
)
def test_whatever_is_sent_is_refused_or_not_counted_and_loses_nothing(  # noqa: PLR0917 - hypothesis fills them
    counter: Counter, path: bytes, query: bytes, method: str, headers: dict[str, bytes], client: str | None
) -> None:
    async def work() -> None:
        counter.now += 3600
        views = sum(day.views for day in counter.store.days().values())
        answer = await counter.ask(path + b"?" + query, method, headers, client)
        assert answer.status in (200, 204, 400, 404, 405, 413, 414, 429)
        counter.now += 3600
        assert (await counter.hit(client="192.0.2.1")).counted == "1"
        more = sum(day.views for day in counter.store.days().values()) - views
        counts = answer.counted == "1" or (path == b"/_c/p.svg" and answer.status == 200)
        assert more in ((1, 2) if counts else (1,))

    run(work())
