"""The pages in a real browser: read, followed, resized, printed, judged for accessibility, with and without scripts."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.conftest import REPOSITORY, missing

AXE = REPOSITORY / "tests/node_modules/axe-core/axe.min.js"
ARTICLE = "bai-viet/2021/bo-cong-an-va-bo-thong-tin-va-truyen-thong-ky-quy-che-phoi-hop/"
UNDATED = "bai-viet/khong-ro-ngay/le-ky-quy-che-phoi-hop-trong-cong-tac-canh-ve/"

# One page of each kind, and each kind where it has little or much to show.
PAGES = (
    "sample/",
    f"sample/{ARTICLE}",
    f"sample/{UNDATED}",
    "sample/co-quan/",
    "sample/co-quan/theo-cap/",
    "sample/co-quan/bo-cong-an/",
    "sample/co-quan/bo-khoa-hoc-va-cong-nghe/",
    "sample/luu-tru/",
    "sample/luu-tru/2012/11/20/",
    "sample/loai/bien-ban-ghi-nho/",
    "sample/gioi-thieu/",
    "sample/404.html",
    "english/",
    "english/articles/2020/fishing/",
    "english/articles/2021/with-photos/",
    "english/agencies/fisheries/",
    "empty/",
    "empty/luu-tru/khong-ro-ngay/",
    "synthetic/bai-viet/trang/2/",
)
BASE = "https://bantin.example/"
LAUNCH = ["--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        missing("Chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=LAUNCH, chromium_sandbox=False)
        yield started
        started.close()


@pytest.fixture(scope="module")
def server(sites: dict[str, Path]) -> Iterator[str]:
    """The sites side by side, each under a path of its own: what works here works at the root of a domain, too."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(sites["sample"].parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_address[1]}/"
        serving.shutdown()
        thread.join()


def context(browser: Browser, server: str = "", **options: Any) -> BrowserContext:
    """A fresh browser. The page for missing addresses asks for its files at the sample's own address: here they are."""
    opened = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
    opened.route(
        f"{BASE}**",
        lambda route: route.fulfill(response=route.fetch(url=route.request.url.replace(BASE, f"{server}sample/"))),
    )
    return opened


def test_a_site_opened_from_disk_can_be_followed(browser: Browser, sites: dict[str, Path]) -> None:
    with context(browser) as opened:
        page = opened.new_page()
        page.goto((sites["sample"] / "index.html").as_uri())
        page.get_by_role("link", name="Bộ Công an và Bộ Thông tin và Truyền thông ký kết").first.click()
        assert page.url == (sites["sample"] / ARTICLE / "index.html").as_uri()
        page.get_by_role("link", name="Bộ Khoa học và Công nghệ").click()
        page.get_by_role("navigation", name="Bạn đang ở").get_by_role("link", name="Cơ quan").click()
        page.get_by_role("link", name="B", exact=True).click()
        assert page.url == (sites["sample"] / "co-quan/index.html").as_uri() + "#bt-b"


def test_without_scripts_every_page_says_and_leads_the_same(browser: Browser, server: str) -> None:
    with context(browser, server) as scripted, context(browser, server, java_script_enabled=False) as plain:
        pages = [opened.new_page() for opened in (scripted, plain)]
        for path in PAGES:
            for page in pages:
                page.goto(server + path)
            with_scripts, without = [page.locator("body").inner_text() for page in pages]
            assert with_scripts == without


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_no_page_scrolls_sideways(browser: Browser, server: str, width: int) -> None:
    with context(browser, server, viewport={"width": width, "height": 800}) as opened:
        page = opened.new_page()
        for path in PAGES:
            page.goto(server + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_barrier(browser: Browser, server: str, width: int, scheme: Any) -> None:
    if not AXE.exists():
        missing("axe (npm ci --prefix tests)")
    found = []
    with context(browser, server, viewport={"width": width, "height": 800}, color_scheme=scheme) as opened:
        page = opened.new_page()
        for path in PAGES:
            page.goto(server + path)
            page.add_script_tag(path=AXE)
            violations = page.evaluate("axe.run().then(found => found.violations)")
            found += [(path, one["id"], one["nodes"][0]["html"]) for one in violations]
    assert found == []


def test_axe_sees_a_barrier(browser: Browser) -> None:
    if not AXE.exists():
        missing("axe (npm ci --prefix tests)")
    with context(browser) as opened:
        page = opened.new_page()
        page.set_content("<html lang=vi><title>x</title><main><h1>x</h1><img src=x></main>")
        page.add_script_tag(path=AXE)
        assert "image-alt" in page.evaluate("axe.run().then(found => found.violations.map(one => one.id))")


def test_pages_ask_nobody_else_and_keep_nothing(browser: Browser, server: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    with context(browser) as opened:
        page = opened.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        for path in PAGES:
            if not path.endswith("404.html"):
                page.goto(server + path)
        assert opened.cookies() == []
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert [url for url in asked if not url.startswith(server)] == []
    assert said == []


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(browser: Browser, server: str) -> None:
    with context(browser) as opened:
        page = opened.new_page()
        page.goto(f"{server}sample/{ARTICLE}")
        page.keyboard.press("Tab")
        assert page.locator(":focus").inner_text() == "Đến nội dung chính"
        assert page.locator(":focus").is_visible()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "bt-main"


def test_a_redirect_leads_on(browser: Browser, server: str) -> None:
    with context(browser) as opened:
        page = opened.new_page()
        page.goto(f"{server}english/news/17.html")
        page.wait_for_url("**/articles/2019/water-guard/")


def printed(page: Page, selector: str) -> bool:
    page.emulate_media(media="print")
    return page.locator(selector).first.is_visible()


def test_on_paper_there_is_the_article_and_no_menu(browser: Browser, server: str) -> None:
    with context(browser) as opened:
        page = opened.new_page()
        page.goto(f"{server}sample/{ARTICLE}")
        assert page.locator(".menu").is_visible()
        assert not printed(page, ".menu")
        assert printed(page, "h1")
        assert printed(page, ".story-facts")
