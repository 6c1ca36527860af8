"""Who signs with whom, the statistics and the data on small and large screens: nothing has to be moved sideways."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.outputs.conftest import serving
from tests.outputs.test_browser import context

PHONE: ViewportSize = {"width": 360, "height": 740}
PAGE = "thong-ke/co-quan/"
# What can be moved sideways.
SIDEWAYS = """() => [...document.querySelectorAll("main, main *")]
    .filter((one) => one.scrollWidth > one.clientWidth && /auto|scroll/.test(getComputedStyle(one).overflowX))
    .filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def portal(portal_site: Path) -> Iterator[str]:
    with serving(portal_site) as address:
        yield address


@pytest.fixture(scope="module")
def server(sites: dict[str, Path]) -> Iterator[str]:
    with serving(sites["sample"].parent) as address:
        yield address


def opened_all(page: Page) -> None:
    page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")


def test_at_320_px_with_large_text_nothing_is_moved_sideways(browser: Browser, server: str, portal: str) -> None:
    """This is what 1,280 px are, enlarged to 400 %. Everything that can be opened is open."""
    places = [
        *product((f"{server}sample/", f"{server}register/"), (PAGE, "thong-ke/", "co-quan/", "du-lieu/")),
        *product((portal,), (PAGE, "thong-ke/", "co-quan/", "co-quan/bca/")),
        (f"{server}sample/", "co-quan/bo-cong-an/"),
        (f"{server}register/", "co-quan/bo-gio/"),
    ]
    found = []
    with context(browser, viewport={"width": 320, "height": 740}) as opened:
        page = opened.new_page()
        for site, path in places:
            page.goto(site + path)
            opened_all(page)
            for size in ("", "large"):
                page.evaluate("(size) => (document.documentElement.dataset.size = size)", size)
                wide = page.evaluate("document.documentElement.scrollWidth") > 320
                found += [(site + path, size, one) for one in [*page.evaluate(SIDEWAYS), *["page"] * wide]]
    assert found == []


def test_what_is_too_wide_is_seen(browser: Browser) -> None:
    with context(browser, viewport=PHONE) as opened:
        page = opened.new_page()
        page.set_content("<main><div style='overflow-x: auto'><p style='width: 900px'>x</p></div></main>")
        assert len(page.evaluate(SIDEWAYS)) == 1


@pytest.mark.parametrize("scripts", [True, False])
def test_whoever_chooses_an_agency_sees_its_partners_ranked(browser: Browser, portal: str, scripts: bool) -> None:
    with context(browser, viewport=PHONE, java_script_enabled=scripts) as opened:
        page = opened.new_page()
        page.goto(portal + PAGE)
        choices = page.locator(".choices > li:visible")
        assert choices.count() == 55
        assert page.locator("#bt-choose").count() == scripts
        chosen = page.locator(".choices > li", has=page.locator("summary", has_text="Bộ Quốc phòng"))
        if scripts:
            page.locator("#bt-choose").fill("bqp")
            assert choices.count() == 1
            page.locator("#bt-choose").press("Enter")
        else:
            chosen.locator("summary").click()
        partners = chosen.locator("ol li")
        assert partners.count() == 12
        assert partners.first.is_visible()
        counts = [int(one) for one in partners.locator(".count").all_inner_texts()]
        assert counts == sorted(counts, reverse=True)
        assert partners.first.inner_text().startswith("Bộ Công an")
        partners.first.locator("a").click()
        assert page.url == f"{portal}co-quan/bca/voi/bqp/"


def test_on_a_phone_lists_stand_in_the_place_of_drawings(browser: Browser, portal: str) -> None:
    with context(browser, viewport=PHONE) as opened:
        page = opened.new_page()
        page.goto(portal + PAGE)
        wide, told = page.locator(".matrix, svg.network"), page.locator(".narrow")
        assert [one.is_visible() for one in wide.all()] == [False, False]
        assert told.is_visible()
        # Its pairs, those with most and those with none, are lists.
        assert page.locator("section[aria-labelledby=bt-top] li").count() == 10
        page.set_viewport_size({"width": 1440, "height": 900})
        assert [one.is_visible() for one in wide.all()] == [True, True]
        assert not told.is_visible()
        # What is printed has room.
        page.set_viewport_size(PHONE)
        page.emulate_media(media="print")
        assert [one.is_visible() for one in wide.all()] == [True, True]


@pytest.mark.parametrize("path", ["sample/", "register/", "portal"])
def test_every_circle_bears_its_name_and_no_number(browser: Browser, server: str, portal: str, path: str) -> None:
    with context(browser) as opened:
        page = opened.new_page()
        page.goto((portal if path == "portal" else server + path) + PAGE)
        circles = page.locator("svg.network a:has(circle)")
        assert circles.count() > 3
        names = circles.locator(".plate").all_text_contents()
        assert len(names) == circles.count()
        assert all(name.strip() for name in names)
        assert circles.locator("text:not(.plate)").count() == 0


def test_the_heads_of_the_matrix_stay_in_sight(browser: Browser, portal: str) -> None:
    with context(browser) as opened:
        page = opened.new_page()
        page.goto(portal + PAGE)
        region = page.get_by_role("region", name="Số văn bản đã ký giữa từng cặp cơ quan")
        region.scroll_into_view_if_needed()
        region.focus()
        region.evaluate("(one) => one.scrollTo(0, 400)")
        box, head = region.bounding_box(), region.locator("thead th").nth(1).bounding_box()
        assert box
        assert head
        assert region.evaluate("(one) => one.scrollTop") > 100
        assert abs(head["y"] - box["y"]) < 2
        # A number belongs to the row and the column whose heads name its agencies.
        row = region.locator("tbody tr", has=page.locator("th", has_text="Bộ Quốc phòng"))
        column = region.locator("thead th").all_inner_texts().index("Bộ Công an")
        cell = row.locator("td").nth(column).locator("a")
        assert cell.inner_text() == "14"
        assert cell.evaluate("(one) => one.href") == f"{portal}co-quan/bca/voi/bqp/"
        assert {one.get_attribute("scope") for one in region.locator("th").all()} == {"row", "col"}


def test_the_data_are_read_on_a_phone(browser: Browser, server: str) -> None:
    with context(browser, viewport=PHONE) as opened:
        page = opened.new_page()
        page.goto(f"{server}sample/du-lieu/")
        assert page.evaluate("document.documentElement.scrollHeight") <= 9000
        page.get_by_role("link", name="Các bên ký kết").click()
        heading = page.locator("#bt-parties")
        assert heading.is_visible()
        heading.click()
        column = page.locator("#bt-parties-agency")
        boxes = [cell.bounding_box() for cell in column.locator("th, td").all()]
        assert len(boxes) == 3
        assert all(box and box["width"] > 300 for box in boxes)
        page.emulate_media(media="print")
        assert page.locator("#bt-agreements-id td").first.is_visible()
