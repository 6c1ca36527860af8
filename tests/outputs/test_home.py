"""The home page in a real browser: short on a phone, even, and nothing twice."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.outputs.conftest import serving

SITES = pytest.mark.parametrize("site", ["sample", "register", "portal"])


@pytest.fixture(scope="module")
def homes(sites: dict[str, Path], portal_site: Path) -> Iterator[dict[str, str]]:
    """The addresses of the home pages, by site."""
    with serving(sites["sample"].parent) as address, serving(portal_site) as portal:
        yield {"sample": f"{address}sample/", "register": f"{address}register/", "portal": portal}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        yield context.new_page()


@SITES
def test_on_a_phone_it_is_short_and_nothing_stands_there_twice(page: Page, homes: dict[str, str], site: str) -> None:
    page.goto(homes[site])
    assert page.evaluate("document.documentElement.scrollHeight") <= 5000
    shown = page.locator("main :is(.lead-story h3, .card-title, .links li > .dates + a)").evaluate_all(
        "(all) => all.map((one) => (one.querySelector('a') ?? one).href)"
    )
    assert len(shown) == len(set(shown)) >= 5


@SITES
def test_cards_beside_each_other_end_on_one_line(page: Page, homes: dict[str, str], site: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(homes[site])
    boxes: list[Any] = page.locator(".card").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom])"
    )
    assert len(boxes) >= 4
    assert len({top for top, _ in boxes}) == len({(top, bottom) for top, bottom in boxes}) < len(boxes)


def test_the_field_searches_the_register(page: Page, homes: dict[str, str]) -> None:
    page.goto(homes["register"])
    # There is one field on a phone, and it is in sight.
    assert page.get_by_role("searchbox").count() == 1
    page.get_by_role("searchbox").fill("sương")
    page.keyboard.press("Enter")
    page.wait_for_url("**/register/van-ban/?q=*")
    page.go_back()
    page.get_by_role("link", name="Còn hiệu lực").first.click()
    assert "/van-ban/tinh-trang/" in page.url
