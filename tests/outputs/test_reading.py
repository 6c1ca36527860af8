"""The reader's tools: how a page is shown, with a script and without; copying its address, and printing it."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.outputs.conftest import serving
from tests.outputs.test_browser import ARTICLE, context, server

__all__ = ["server"]

DARK, LIGHT = "rgb(23, 21, 19)", "rgb(253, 252, 250)"


def choose(page: Page, *labels: str) -> None:
    page.locator(".display summary").click()
    for label in labels:
        page.get_by_label(label, exact=True).check()


def size(page: Page) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize("scripts", [True, False])
def test_text_size_and_ground_are_the_readers_choice(browser: Browser, server: str, *, scripts: bool) -> None:
    with context(browser, server, java_script_enabled=scripts, color_scheme="light") as opened:
        page = opened.new_page()
        page.goto(f"{server}sample/{ARTICLE}")
        # Without scripts a browser still tells the style of what it shows.
        usual = page.locator("h1").bounding_box()
        before = page.screenshot()
        choose(page, "A+ lớn", "Tối")
        larger = page.locator("h1").bounding_box()
        assert usual
        assert larger
        assert larger["height"] > usual["height"]
        assert page.screenshot() != before
        if scripts:
            assert (ground(page), round(size(page))) == (DARK, 21)


def test_a_choice_holds_on_every_page_and_comes_before_the_devices(browser: Browser, server: str) -> None:
    with context(browser, server, color_scheme="dark") as opened:
        page = opened.new_page()
        page.goto(f"{server}sample/")
        assert (ground(page), round(size(page))) == (DARK, 17)
        assert page.evaluate("localStorage.length") == 0
        choose(page, "Sáng", "A− nhỏ", "Cao")
        page.goto(f"{server}sample/co-quan/")
        assert (ground(page), round(size(page))) == (LIGHT, 15)
        page.locator(".display summary").click()
        assert page.get_by_label("Sáng", exact=True).is_checked()
        assert page.get_by_label("Cao", exact=True).is_checked()
        muted = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--muted')")
        assert muted == page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ink')")
        page.get_by_label("Theo thiết bị").check()
        page.goto(f"{server}sample/")
        assert ground(page) == DARK
        assert page.evaluate("Object.keys(localStorage)") == ["bantin-display"]
        assert opened.cookies() == []


def test_a_browser_that_keeps_nothing_shows_the_choice_on_the_page(browser: Browser, server: str) -> None:
    with context(browser, server, color_scheme="light") as opened:
        opened.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })")
        page = opened.new_page()
        said: list[str] = []
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{server}sample/")
        choose(page, "Tối")
        assert ground(page) == DARK
        assert said == []


@pytest.mark.parametrize("labels", [("Sáng", "Cao"), ("Tối", "Cao"), ("Tối", "A+ lớn"), ("Sáng", "A+ lớn")])
@pytest.mark.parametrize("width", [360, 1440])
def test_whatever_is_chosen_is_no_barrier(
    browser: Browser, server: str, axe: Path, labels: tuple[str, ...], width: int
) -> None:
    with context(browser, server, viewport={"width": width, "height": 900}, bypass_csp=True) as opened:
        page = opened.new_page()
        page.goto(f"{server}sample/{ARTICLE}")
        choose(page, *labels)
        page.add_script_tag(path=axe)
        assert page.evaluate("axe.run().then(found => found.violations.map(one => one.id))") == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_address_is_copied_and_the_page_printed(browser: Browser, sites: dict[str, Path]) -> None:
    options: dict[str, Any] = {"permissions": ["clipboard-read", "clipboard-write"]}
    with serving(sites["sample"]) as address, context(browser, **options) as opened:
        opened.add_init_script("window.print = () => { document.title = 'printed'; }")
        page = opened.new_page()
        page.goto(f"{address}{ARTICLE}")
        page.get_by_role("button", name="Sao chép liên kết").click()
        page.get_by_text("Đã sao chép liên kết.").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == f"https://bantin.example/{ARTICLE}"
        page.get_by_role("button", name="In trang này").click()
        assert page.title() == "printed"
        mail = page.get_by_role("link", name="Gửi qua thư điện tử").get_attribute("href")
        assert mail
        assert mail.startswith("mailto:?subject=B%E1%BB%99%20C%C3%B4ng%20an")


def test_without_scripts_there_are_no_buttons_that_do_nothing(browser: Browser, server: str) -> None:
    with context(browser, server, java_script_enabled=False) as opened:
        page = opened.new_page()
        page.goto(f"{server}sample/{ARTICLE}")
        assert page.locator(".share a").all_inner_texts() == ["Gửi qua thư điện tử"]
        assert page.locator(".share button:visible").count() == 0
