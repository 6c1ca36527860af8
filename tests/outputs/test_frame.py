"""The frame of every page in a real browser: the menu, the choices of display, the figures, reports of errors."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.bulletins import COMPLETE, SITE, build_site, write
from tests.outputs.conftest import serving
from tests.outputs.test_browser import ARTICLE

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1440, "height": 900}
SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
MOVED = """
window.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map((one) => one.value)))
  .observe({ type: "layout-shift", buffered: true });
"""
STATS = '{"at": "2026-12-05T09:00:00+07:00", "online": 5, "today": 103, "week": 5851, "total": 264994}'


@pytest.fixture(scope="module")
def server(sites: dict[str, Path]) -> Iterator[str]:
    with serving(sites["sample"].parent) as address:
        yield address


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Sites with a counter: one that carries on an older one, one with a snapshot, one that knows nothing yet."""
    made = tmp_path_factory.mktemp("counted")
    carried = f"{SITE}counter: {{mode: live, start_total: 264000, start_date: 2026-12-01}}\n"
    snapshot = STATS.replace("{", '{"v": 1, "unit": "visits", "month": 9000, ')
    layers = {
        "carried": {"content/site.yml": carried},
        "snapshot": {"content/site.yml": carried, "content/counter.json": snapshot},
        "new": {"content/site.yml": f"{SITE}counter: live\n"},
    }
    for name, files in layers.items():
        build_site(write(made / name, COMPLETE, files))
    return {name: made / name / "site" for name in layers}


Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens a page at an address in a browser of its own, on a phone unless the options say otherwise."""
    contexts: list[BrowserContext] = []

    def opened(address: str, **options: Any) -> Page:
        contexts.append(browser.new_context(**{"viewport": PHONE, **options}))
        contexts[-1].add_init_script(MOVED)
        page = contexts[-1].new_page()
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_the_menu_says_where_one_is_and_opens_without_scripts(
    visit: Visit, server: str, scripts: bool
) -> None:
    page = visit(f"{server}sample/van-ban/", java_script_enabled=scripts)
    menu = page.get_by_role("navigation", name="Danh mục chính")
    expect(menu).to_have_text("Danh mục: Văn bản đã ký", use_inner_text=True)
    assert menu.evaluate("(menu) => menu.offsetHeight") <= 48
    menu.get_by_text("Danh mục").click()
    links = menu.get_by_role("link").all()
    assert len(links) == 9
    boxes = [one.bounding_box() for one in links]
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 360 and box["height"] >= 44 for box in boxes)
    assert menu.locator("[aria-current=page]").inner_text() == "Văn bản đã ký"
    menu.get_by_role("link", name="Cơ quan").click()
    page.wait_for_url("**/sample/co-quan/")


@pytest.mark.parametrize(
    ("path", "said"), [("", "Danh mục: Trang chủ"), (ARTICLE, "Danh mục"), ("en/register/", "Menu: Register")]
)
def test_the_menu_names_the_page_only_if_that_stands_in_it(visit: Visit, server: str, path: str, said: str) -> None:
    page = visit(f"{server}sample/{path}")
    assert page.locator(".menu").inner_text().startswith(said)
    assert said != "Danh mục" or ":" not in page.locator(".menu").inner_text()


def test_where_there_is_room_the_menu_stands_open(visit: Visit, server: str) -> None:
    page = visit(f"{server}sample/van-ban/", viewport=DESK, java_script_enabled=False)
    menu = page.get_by_role("navigation", name="Danh mục chính")
    assert not menu.get_by_text("Danh mục").is_visible()
    assert [one.is_visible() for one in menu.get_by_role("link").all()] == [True] * 9


@SIZES
def test_the_choices_of_display_are_left_by_escape_and_by_pressing_elsewhere(
    visit: Visit, server: str, size: Any
) -> None:
    page = visit(f"{server}sample/{ARTICLE}", viewport=size)
    chooser = page.get_by_text("Tùy chọn hiển thị").first
    larger = page.get_by_label("A+ lớn")
    chooser.click()
    larger.check()
    assert larger.is_visible()
    page.keyboard.press("Escape")
    assert not larger.is_visible()
    assert page.evaluate("document.activeElement.localName") == "summary"
    chooser.click()
    page.locator(".display-panel legend").last.click()
    assert larger.is_visible()
    page.mouse.click(5, 5)
    assert not larger.is_visible()


@SIZES
def test_without_a_description_the_title_keeps_its_distance_from_the_menu(
    visit: Visit, counted: dict[str, Path], size: Any
) -> None:
    with serving(counted["new"]) as address:
        page = visit(address, viewport=size)
        assert page.locator(".masthead-description").count() == 0
        title, menu = (page.locator(one).bounding_box() for one in (".masthead-title", ".menu"))
        assert title
        assert menu
        assert menu["y"] - title["y"] - title["height"] >= 8


def figures(page: Page) -> list[str]:
    return page.locator("[data-bt=counter]:visible dd").all_inner_texts()


@pytest.mark.parametrize(
    ("name", "path", "shown"),
    [
        ("carried", "", ["–", "–", "–", "264.000", "01/12/2026"]),
        ("carried", "bai-viet/2020/bai/", ["–", "–", "–", "264.000", "01/12/2026"]),
        ("snapshot", "", ["–", "103", "5.851", "264.994", "09:00 05/12/2026"]),
        ("new", "", []),
        ("new", "bai-viet/2020/bai/", []),
    ],
)
def test_without_a_service_the_counter_shows_what_is_known_or_is_not_there(
    visit: Visit, counted: dict[str, Path], name: str, path: str, shown: list[str]
) -> None:
    """Where the service does not answer, where no scripts run, and where pages are opened from disk."""
    with serving(counted[name]) as address:
        served = visit(address + path)
        plain = visit(address + path, java_script_enabled=False)
        disk = visit(f"{counted[name].as_uri()}/{path}index.html", viewport=DESK)
        for page in (served, plain, disk):
            page.wait_for_load_state("networkidle")
            assert figures(page) == shown
            assert page.get_by_role("heading", name="Thống kê truy cập").count() == bool(shown)


@SIZES
@pytest.mark.parametrize("name", ["carried", "snapshot", "new"])
def test_where_the_service_runs_its_figures_come_and_nothing_moves(
    visit: Visit, counted: dict[str, Path], name: str, size: Any
) -> None:
    with serving(counted[name]) as address:
        page = visit("about:blank", viewport={**size, "height": 3000})
        page.route("**/_c/hit**", lambda route: route.fulfill(status=204))
        page.route("**/_c/stats.json", lambda route: route.fulfill(body=STATS))
        page.goto(address)
        expect(page.locator("[data-figure=today]")).to_have_text("103")
        assert figures(page) == ["5", "103", "5.851", "264.994", "09:00 05/12/2026"]
        assert page.get_by_role("heading", name="Thống kê truy cập").is_visible()
        page.wait_for_timeout(100)
        assert page.evaluate("shifts") == []


def report_of(page: Page) -> tuple[str, str, str]:
    """The receiver, the subject and the text of the report that the page begins."""
    address = page.get_by_role("link", name="Báo sai sót ở trang này").get_attribute("href") or ""
    parts = urlsplit(address)
    said = parse_qs(parts.query, strict_parsing=True)
    return parts.path, said["subject"][0], said["body"][0]


@SIZES
def test_a_report_of_an_error_has_the_address_and_what_is_marked(visit: Visit, server: str, size: Any) -> None:
    page = visit(f"{server}sample/{ARTICLE}", viewport=size)
    to, subject, text = report_of(page)
    title = page.locator("h1").inner_text().replace("\u00a0", " ")
    assert (to, subject) == ("bien-tap@bantin.example", f"Báo sai sót ở trang: {title}")
    begun = f"Trang: https://bantin.example/{ARTICLE}\r\nNội dung cần đính chính: "
    assert text == begun
    page.locator("h1").select_text()
    link = page.get_by_role("link", name="Báo sai sót ở trang này")
    # A real press, which ends the selection; what the link opens is not for a test.
    page.evaluate("addEventListener('click', (event) => event.preventDefault())")
    link.click()
    assert report_of(page)[2] == f"{begun}“{title}”"
    page.locator("h1").click()
    link.click()
    assert report_of(page)[2] == begun


def test_where_nobody_receives_reports_there_is_no_link(counted: dict[str, Path]) -> None:
    pages = [one.read_text() for one in counted["new"].rglob("*.html")]
    assert len(pages) > 10
    assert not [page for page in pages if 'data-bt="report"' in page]


def test_the_page_for_missing_addresses_works_at_any_host_and_depth(visit: Visit, sites: dict[str, Path]) -> None:
    with serving(sites["sample"]) as address:
        page = visit("about:blank")
        missing = (sites["sample"] / "404.html").read_text()
        page.route(
            "**/khong/co/trang/", lambda route: route.fulfill(status=404, body=missing, content_type="text/html")
        )
        page.goto(f"{address}khong/co/trang/")
        assert page.evaluate("getComputedStyle(document.querySelector('.menu')).backgroundColor") == "rgb(143, 29, 29)"
        assert page.get_by_role("searchbox", name="Tìm theo").input_value() == "khong co trang"
        links = page.locator("main .links a").evaluate_all("(all) => all.map((one) => one.href)")
        assert "https://bantin.example/van-ban/" in links
        page.evaluate("addEventListener('click', (event) => event.preventDefault())")
        page.get_by_role("link", name="Báo sai sót ở trang này").click()
        assert report_of(page)[2] == f"Nội dung cần đính chính: {address}khong/co/trang/"
