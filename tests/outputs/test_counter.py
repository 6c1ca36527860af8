"""The visitor counter in a real browser with the service: it counts, shows figures and stores nothing."""

import asyncio
import http.server
import threading
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bantin.counter.site import Pages
from tests.bulletins import COMPLETE, SITE, build_site, write
from tests.content.test_counter_figures import SOUND
from tests.counter.counters import BROWSER, HANOI, NOON, Counter, at

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'"
SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
ARTICLE = "bai-viet/2020/bai/"


class Served:
    """A site and its counter at one address; the time of the counter is set by hand."""

    def __init__(self, site: Path, folder: Path) -> None:
        self.folder = site
        self.counter = Counter(folder, site=Pages(site / "provenance.json"))
        self.lock = threading.Lock()
        # Cleared by a test that needs the complete page before the counter answers.
        self.answering = threading.Event()
        self.answering.set()
        self.address = ""

    def views(self) -> int:
        return sum(day.views for day in self.counter.store.days().values())


def handler(served: Served) -> type[http.server.SimpleHTTPRequestHandler]:
    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments, directory=str(served.folder))

        def log_message(self, *_: object) -> None:
            pass

        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", POLICY)
            super().end_headers()

        def do_POST(self) -> None:
            self.do_GET()

        def do_GET(self) -> None:
            if not self.path.startswith("/_c/"):
                super().do_GET()
                return
            served.answering.wait()
            headers = {name.lower(): value for name, value in self.headers.items()}
            with served.lock:
                answer = asyncio.run(served.counter.ask(self.path, self.command, headers))
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

    return Handler


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = {"content/site.yml": f"{SITE}counter: live\n", "content/counter.json": SOUND}
    root = write(tmp_path_factory.mktemp("counted"), COMPLETE, settings)
    build_site(root)
    return root / "site"


@pytest.fixture
def served(site: Path, tmp_path: Path) -> Iterator[Served]:
    made = Served(site, tmp_path)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler(made)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        made.address = f"http://127.0.0.1:{server.server_address[1]}/"
        yield made
        server.shutdown()
        thread.join()


def visitor(browser: Browser, name: str = "", **options: Any) -> BrowserContext:
    context = browser.new_context(user_agent=BROWSER + name, **options)
    context.add_init_script(SHIFTS)
    return context


def figure(page: Page, name: str) -> Any:
    return page.locator(f'[data-figure="{name}"]')


@pytest.mark.parametrize("width", [360, 1440])
def test_a_visit_raises_the_figures_and_nothing_moves_or_is_kept(browser: Browser, served: Served, width: int) -> None:
    said: list[str] = []
    # A large screen shows the whole page, so that any movement would be detected.
    with visitor(browser, viewport={"width": width, "height": 3000}) as context:
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        # Movements while the page itself loads are not caused by the counter.
        served.answering.clear()
        page.goto(served.address)
        page.wait_for_timeout(100)
        page.evaluate("window.shifts = 0")
        served.answering.set()
        expect(figure(page, "today")).to_have_text("1")
        expect(figure(page, "online")).to_have_text("1")
        expect(figure(page, "at")).to_have_text("12:00 25/11/2026")
        page.wait_for_timeout(100)
        assert page.evaluate("window.shifts") == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert context.cookies() == []
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    with visitor(browser, " other") as context:
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.goto(served.address + ARTICLE)
        expect(figure(page, "today")).to_have_text("2")
        expect(figure(page, "total")).to_have_text("2")
    assert served.views() == 2
    assert said == []


def test_figures_are_written_as_the_language_of_the_site_does(browser: Browser, served: Served) -> None:
    with visitor(browser, locale="en-US", timezone_id="America/New_York") as context:
        context.route("**/_c/stats.json", lambda route: route.fulfill(body=SOUND))
        page = context.new_page()
        page.goto(served.address)
        expect(figure(page, "week")).to_have_text("5.851")
        expect(figure(page, "total")).to_have_text("264.994")
        expect(figure(page, "at")).to_have_text("09:00 01/01/2026")


def test_without_scripts_an_image_counts_and_the_figures_of_the_build_show(browser: Browser, served: Served) -> None:
    with visitor(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served.address)
        assert figure(page, "total").inner_text() == "264.994"
        assert figure(page, "online").inner_text() == "–"
        assert page.get_by_text("không dùng cookie").is_visible()
        page.goto(served.address + ARTICLE)
        assert not page.get_by_role("region", name="Thống kê truy cập").is_visible()
        assert context.cookies() == []
    assert served.views() == 2
    assert served.counter.store.pages(["/", f"/{ARTICLE}"]) == {"/": 1, f"/{ARTICLE}": 1}


def test_at_midnight_in_ha_noi_the_day_begins_again(browser: Browser, served: Served) -> None:
    served.counter.now = at("2026-11-25T23:59:00")
    with visitor(browser, timezone_id="America/New_York") as context:
        page = context.new_page()
        page.goto(served.address)
        expect(figure(page, "today")).to_have_text("1")
    served.counter.now = HANOI.begin(HANOI.day(NOON + 86_400))
    with visitor(browser, " other", timezone_id="America/New_York") as context:
        page = context.new_page()
        page.goto(served.address)
        expect(figure(page, "at")).to_have_text("00:00 26/11/2026")
        assert [figure(page, name).inner_text() for name in ("online", "today", "total")] == ["2", "1", "2"]


def test_while_the_service_is_away_the_figures_of_the_build_stay(browser: Browser, served: Served) -> None:
    with visitor(browser) as context:
        context.route("**/_c/**", lambda route: route.fulfill(status=503))
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(served.address, wait_until="networkidle")
        assert figure(page, "total").inner_text() == "264.994"
        assert errors == []


def test_opened_from_disk_a_page_asks_for_nothing(browser: Browser, served: Served) -> None:
    with visitor(browser) as context:
        asked: list[str] = []
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto((served.folder / "index.html").as_uri(), wait_until="networkidle")
        assert not [url for url in asked if "_c/" in url]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_widget_is_no_barrier(browser: Browser, served: Served, axe: Path, scheme: Any) -> None:
    with visitor(browser, color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(served.address)
        expect(figure(page, "today")).to_have_text("1")
        assert page.locator(".counter [aria-live]").count() == 0
        page.add_script_tag(path=axe)
        assert page.evaluate("axe.run().then(found => found.violations.map(one => one.id))") == []
        assert page.get_by_role("region", name="Thống kê truy cập").is_visible()


def test_a_page_that_is_gone_back_to_is_read_again(browser: Browser, served: Served) -> None:
    """The browser restores it from its back/forward cache, and does not run scripts again."""
    with visitor(browser) as context:
        page = context.new_page()
        page.goto(served.address)
        expect(figure(page, "today")).to_have_text("1")
        assert served.views() == 1
        served.counter.now += 60
        for persisted in ("false", "true"):
            with page.expect_response("**/_c/stats.json*") if persisted == "true" else nullcontext():
                page.evaluate(f"dispatchEvent(new PageTransitionEvent('pageshow', {{persisted: {persisted}}}))")
        assert served.views() == 2
