"""Official terms among the facts of an agreement are explained where they stand, and on a page of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.outputs.conftest import serving

PAGE = "bai-viet/2014/gio-va-nang-2014/"


@pytest.fixture(scope="module")
def server(sites: dict[str, Path]) -> Iterator[str]:
    with serving(sites["register"]) as address:
        yield address


def opened(page: Page, server: str, address: str = PAGE) -> Page:
    page.goto(server + address)
    return page


@pytest.mark.parametrize("width", [360, 1440])
def test_a_word_is_explained_without_leaving_the_page(browser: Browser, server: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 740}) as context:
        page = opened(context.new_page(), server)
        word = page.locator("a.term").first
        word.click()
        box = page.get_by_role("dialog")
        expect(box).to_contain_text("Văn bản do các cơ quan ở trung ương")
        place = box.bounding_box()
        assert place is not None
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= width
        assert place["y"] + place["height"] <= 740
        assert page.url == server + PAGE
        page.keyboard.press("Escape")
        expect(box).to_have_count(0)
        expect(word).to_be_focused()


def test_it_is_explained_by_keyboard_and_leads_to_all_words(browser: Browser, server: str) -> None:
    with browser.new_context() as context:
        page = opened(context.new_page(), server)
        page.locator("a.term").first.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog", name="Cấp ký kết")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{server}giai-thich/#cap-ky-ket")


def test_without_a_script_a_word_leads_to_its_explanation(browser: Browser, server: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = opened(context.new_page(), server)
        page.locator("a.term").first.click()
        expect(page).to_have_url(f"{server}giai-thich/#cap-ky-ket")
        expect(page.locator(":target dt")).to_have_text("Cấp ký kết")


def test_an_explanation_that_cannot_be_loaded_is_led_to(browser: Browser, server: str) -> None:
    with browser.new_context() as context:
        page = opened(context.new_page(), server)
        context.route(
            "**/giai-thich/",
            lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_(),
        )
        page.locator("a.term").first.click()
        expect(page).to_have_url(f"{server}giai-thich/#cap-ky-ket")


def test_every_word_that_is_explained_has_an_entry(browser: Browser, server: str) -> None:
    with browser.new_context() as context:
        page = opened(context.new_page(), server, "giai-thich/")
        entries = set(page.locator(".glossary dl > div").evaluate_all("(all) => all.map((one) => one.id)"))
        opened(page, server)
        words = page.locator("a.term").evaluate_all("(all) => all.map((one) => one.hash.slice(1))")
        assert words
        assert set(words) <= entries


def test_a_status_is_explained_where_it_stands_and_leads_to_its_list(browser: Browser, server: str) -> None:
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = opened(context.new_page(), server)
        page.locator(".brief a.status-link").first.click()
        box = page.get_by_role("dialog")
        expect(box.locator("dd")).to_contain_text("Văn bản")
        box.get_by_role("link", name="Danh mục").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Văn bản đã ký")
