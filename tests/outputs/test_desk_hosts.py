"""The desk asks its own site and the host of the repository, and nobody else: recorded by a proxy of the browser."""

import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from bantin.domain.model import Cms, CmsBackend
from bantin.site.cms import desk_policy
from tests.bulletins import COMPLETE, SITE
from tests.outputs.conftest import serving
from tests.outputs.desk import LONG, built_with_desk

HOST = "api.github.com"
PAUSE = 100  # milliseconds
# What Chromium asks for itself while somebody types, and no page can see.
BROWSERS = {"content-autofill.googleapis.com"}
META = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


@contextmanager
def recording() -> Iterator[tuple[str, list[str]]]:
    """A proxy that answers nothing: its address, and what it was asked for."""
    asked: list[str] = []

    class Proxy(http.server.BaseHTTPRequestHandler):
        def do_CONNECT(self) -> None:
            asked.append(self.path.partition(":")[0])
            self.send_error(502)

        def do_GET(self) -> None:
            asked.append(urlsplit(self.path).hostname or self.path)
            self.send_error(502)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Proxy) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site with a desk for a repository on GitHub."""
    settings = {"content/site.yml": f"{SITE}editors: {{backend: github, repository: a/b, branch: main}}\n"}
    return built_with_desk(tmp_path_factory.mktemp("hosts"), COMPLETE, settings) / "site"


def asked_by(browser: Browser, site: Path, *, in_page: bool, from_server: bool) -> set[str]:
    """The hosts besides its own that the desk asks, under the policy in its page, that of the server, both or none."""

    def answer(route: Route) -> None:
        found = route.fetch()
        policy = {"content-security-policy": desk_policy(Cms(CmsBackend.GITHUB, "a/b"))} if from_server else {}
        body = found.body() if in_page else META.sub(b"", found.body())
        route.fulfill(response=found, body=body, headers={**found.headers, **policy})

    with (
        recording() as (proxy, asked),
        serving(site) as server,
        browser.new_context(locale="vi-VN", proxy={"server": proxy, "bypass": "127.0.0.1"}) as opened,
    ):
        page = opened.new_page()
        page.route(f"{server}quan-tri/", answer)
        page.goto(f"{server}quan-tri/")
        _sign_in(page)
        # The host is asked at last; the alert may come of what was refused before.
        for _ in range(LONG // PAUSE):
            if HOST in asked:
                break
            page.wait_for_timeout(PAUSE)
        return set(asked) - BROWSERS


def _sign_in(page: Page) -> None:
    """Signs in with a token, as far as it goes without the host."""
    page.get_by_role("button", name="mã truy cập").first.click(timeout=LONG)
    page.get_by_role("textbox").first.fill("ghp_x")
    page.get_by_role("button", name="Đăng nhập", exact=True).last.click()
    expect(page.get_by_role("alert").first).to_be_visible(timeout=LONG)


@pytest.mark.parametrize(("in_page", "from_server"), [(True, False), (True, True), (False, True)])
def test_the_desk_asks_the_host_of_the_repository_alone(
    browser: Browser, site: Path, *, in_page: bool, from_server: bool
) -> None:
    assert asked_by(browser, site, in_page=in_page, from_server=from_server) == {HOST}


def test_without_any_policy_only_fonts_are_asked_for_elsewhere(browser: Browser, site: Path) -> None:
    """So the policy is what holds, for what no script can stop; and the proxy sees what it should."""
    assert asked_by(browser, site, in_page=False, from_server=False) == {HOST, "cdn.jsdelivr.net"}
