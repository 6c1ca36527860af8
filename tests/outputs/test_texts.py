"""The text of a record in a real browser: provisions that can be led to, what was amended, and the printed page."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.outputs.conftest import serving

TEXT = "van-ban/2018/quy-che-suong-va-cau-vong/"
TITLE = "Quy chế phối hợp trao đổi thông tin về sương và cầu vồng"


@pytest.fixture(scope="module")
def server(sites: dict[str, Path]) -> Iterator[str]:
    with serving(sites["register"]) as address:
        yield address


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 360, "height": 800}, bypass_csp=True) as context:
        opened = context.new_page()
        opened.goto(f"{server}{TEXT}")
        yield opened


def test_a_provision_is_led_to_and_its_number_is_its_address(page: Page) -> None:
    page.goto(f"{page.url}#dieu-3-khoan-2-diem-c")
    point = page.locator("#dieu-3-khoan-2-diem-c")
    expect(point).to_be_in_viewport()
    expect(point).to_contain_text("c) Họp trực tuyến.")
    page.locator("#dieu-8 .provision-number").first.click()
    assert page.url.endswith(f"/{TEXT}#dieu-8")


def test_the_article_that_is_read_stays_in_sight_on_a_phone(page: Page) -> None:
    page.locator("#dieu-3-khoan-2-diem-c").evaluate("one => one.scrollIntoView({ behavior: 'instant' })")
    box = page.locator("#dieu-3 > h4").bounding_box()
    assert box
    assert 0 <= box["y"] < 10


def test_what_was_amended_is_shown_word_by_word(page: Page) -> None:
    article = page.locator("#dieu-9-khoan-1")
    expect(article.locator("ins").first).to_be_hidden()
    article.locator("summary").click()
    deleted, inserted = article.locator("del").last, article.locator("ins").last
    expect(inserted).to_be_visible()
    assert (deleted.inner_text(), inserted.inner_text()) == ("mỗi năm.", "hai năm một lần.")


def test_every_version_is_led_to_from_the_one_of_today(page: Page) -> None:
    versions = page.locator(".timeline a[href*='toan-van/']")
    addresses = [str(one.get_attribute("href")).rpartition("toan-van/")[2] for one in versions.all()]
    assert addresses == ["2023-10-01/", "2021-01-15/", "2019-07-01/", "ban-ky/"]
    versions.nth(3).click()
    expect(page.locator("#dieu-7")).to_contain_text("Thông tin trao đổi được bảo mật.")
    assert page.locator(".provision-repealed").count() == 0


def test_with_all_of_it_open_there_is_no_barrier(page: Page, axe: Path) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.add_script_tag(path=axe)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        violations = page.evaluate("axe.run().then(found => found.violations)")
        assert [(one["id"], one["nodes"][0]["html"]) for one in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_printed_text_has_its_head_and_its_number_on_every_page(page: Page) -> None:
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(printed) > 2
    for number, one in enumerate(printed, start=1):
        shown = " ".join(one.extract_text().split())
        assert TITLE in shown
        assert f"{number} / {len(printed)}" in shown
