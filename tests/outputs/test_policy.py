"""The policy in every page, for hosts that send no headers, as enforced by a browser."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, Route, expect

from bantin.site.cms import BUNDLES
from tests.bulletins import ARTICLE, COMPLETE, SITE, build_site, write
from tests.conftest import REPOSITORY
from tests.outputs.conftest import NAMES, serving
from tests.outputs.test_browser import BASE, PAGES, SCRIPTED, context

FOR_SERVERS = "; frame-ancestors 'none'"
INJECTED = b"<body><script>ran = 'script'</script><img src=x onerror=\"ran = 'handler'\"><p style=\"color: red\">x</p>"
GUEST = "https://binh-luan.example"
# Classes and ids in a text that scripts formerly used, and that comment services use.
HOSTILE = (
    '<div class="counter comments share display pager records tools more search" id="isso-thread">'
    '<p class="giscus count">Chữ</p></div>\n'
)


def sent(site: Path, path: str = "") -> str:
    """The policy that ``_headers`` tells hosts to send for the addresses at ``path``, for all by default."""
    lines = (site / "_headers").read_text().splitlines()
    below = lines[(lines.index(path) if path else 0) + 1 :]
    return next(line for line in below if "Content-Security-Policy:" in line).partition(": ")[2]


def said(page: Path) -> str:
    """The policy in a page, in which nothing stands before it."""
    first = html.fromstring(page.read_bytes()).find("head")[0]
    assert first.get("http-equiv") == "Content-Security-Policy"
    return str(first.get("content"))


@pytest.mark.parametrize("name", NAMES)
def test_every_page_says_first_what_servers_are_told_to_send(name: str, sites: dict[str, Path]) -> None:
    policy = sent(sites[name])
    assert policy.endswith(FOR_SERVERS)
    pages = list(sites[name].rglob("*.html"))
    assert pages
    assert {said(page) for page in pages} == {policy.removesuffix(FOR_SERVERS)}
    # A browser looks for how a page is written in so many bytes and no more.
    assert all(b'<meta charset="utf-8">' in page.read_bytes()[:1024] for page in pages)


def listened(page: Page) -> list[str]:
    """The messages of the browser about the policies of a page."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if "Content Security Policy" in message.text else None)
    return told


def test_no_page_breaks_its_own_policy(browser: Browser, sites: dict[str, Path]) -> None:
    with serving(sites["sample"].parent) as server, context(browser, server) as opened:
        page = opened.new_page()
        told = listened(page)
        for path in (*PAGES, *SCRIPTED):
            # The page for missing addresses has its files at the address of the site alone.
            page.goto(f"{BASE}404.html" if path.endswith("404.html") else server + path)
        assert told == []


def test_what_gets_into_a_page_does_not_run(browser: Browser, sites: dict[str, Path]) -> None:
    """The same page without its policy runs it, so it is the policy that stops it."""

    def inject(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.body().replace(b"<body>", INJECTED))

    def inject_without(route: Route) -> None:
        response = route.fetch()
        body = response.body().replace(b"<body>", INJECTED).replace(b"Content-Security-Policy", b"x")
        route.fulfill(response=response, body=body)

    for keep in (True, False):
        with serving(sites["sample"]) as server, browser.new_context() as opened:
            opened.route(f"{server}co-quan/", inject if keep else inject_without)
            page = opened.new_page()
            page.goto(f"{server}co-quan/", wait_until="networkidle")
            assert (page.evaluate("typeof ran") == "undefined") is keep
            red = page.locator("p[style]").evaluate("(one) => getComputedStyle(one).color === 'rgb(255, 0, 0)'")
            assert red is not keep


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a desk and with comments from elsewhere, whose article has what scripts could take for theirs."""
    settings = f"{SITE}editors: {{backend: test-repo}}\ncomments: {{isso: '{GUEST}/isso'}}\ncounter: live\n"
    bundles = {f"themes/default/static/{bundle.name}": "" for bundle in BUNDLES}
    files = {"content/site.yml": settings, "content/articles/2020/bai.md": f"{ARTICLE}\n{HOSTILE}"}
    root = write(tmp_path_factory.mktemp("guarded"), COMPLETE, bundles, files)
    build_site(root)
    return root / "site"


@pytest.fixture
def reader(browser: Browser, guarded: Path) -> Iterator[tuple[Page, str, list[str]]]:
    """A page, the address of the site, and the addresses elsewhere that were asked for; all of them answer."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        headers = {"Access-Control-Allow-Origin": "*"}
        place = "document.querySelector('#isso-thread').textContent = 'Bình luận'"
        route.fulfill(body=place, content_type="text/javascript; charset=utf-8", headers=headers)

    with serving(guarded) as server, browser.new_context() as opened:
        opened.route(re.compile("^https://"), answer)
        yield opened.new_page(), server, asked


def test_the_desk_says_its_own_policy_and_asks_nobody_else(guarded: Path, reader: tuple[Page, str, list[str]]) -> None:
    assert said(guarded / "quan-tri/index.html") == sent(guarded, "/quan-tri/*").removesuffix(FOR_SERVERS)
    page, server, asked = reader
    page.goto(f"{server}quan-tri/")
    for what in (f"fetch('{GUEST}/x')", "fetch('https://unpkg.com/x')", "import('https://unpkg.com/x')"):
        assert page.evaluate(f"{what}.then(() => 'loaded', () => 'refused')") == "refused"
    assert asked == []


def test_comments_from_elsewhere_find_their_place_whatever_the_text_is_like(
    reader: tuple[Page, str, list[str]],
) -> None:
    page, server, asked = reader
    told = listened(page)
    page.goto(f"{server}bai-viet/2020/bai/")
    assert page.locator("main #isso-thread").count() == 1
    page.get_by_role("button", name="Xem và viết bình luận").click()
    expect(page.locator("[data-bt=comments] #isso-thread")).to_have_text("Bình luận")
    assert page.get_by_text("Chữ", exact=True).is_visible()
    assert asked == [f"{GUEST}/isso/js/embed.min.js"]
    assert told == []
    # No other host is contacted.
    refused = page.evaluate("fetch('https://ke-khac.example/').then(() => 'loaded', () => 'refused')")
    assert (refused, len(asked)) == ("refused", 1)


def test_the_counter_counts_whatever_the_text_is_like(reader: tuple[Page, str, list[str]]) -> None:
    page, server, _asked = reader
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    with page.expect_request("**/_c/hit?p=*") as hit:
        page.goto(f"{server}bai-viet/2020/bai/")
    assert hit.value.url == f"{server}_c/hit?p=%2Fbai-viet%2F2020%2Fbai%2F"
    assert failed == []


def test_scripts_of_the_theme_go_by_what_no_text_can_have() -> None:
    """Classes and ids are let through in a text; data attributes are not."""
    scripts = (REPOSITORY / "themes/default/static").glob("*.js")
    found = [(path.name, one) for path in scripts for one in _looked_for(path.read_text("utf-8"))]
    assert found
    assert [(name, one) for name, one in found if not one.startswith(ALLOWED)] == []


# A text has no data attributes and no <meta>.
ALLOWED = (
    "[data-bt=",
    "form[data-bt=",
    "[data-disk]",
    "[data-key-path]",
    "meta[http-equiv=",
    "#isso-thread, .giscus",
)


def _looked_for(script: str) -> list[str]:
    return re.findall(r"document\.(?:querySelector(?:All)?|getElement\w+)\(\s*[\"']([^\"']+)", script)
