"""The list of agencies and their pages in a browser: found by name, read on a phone and on a desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.outputs.conftest import serving
from tests.outputs.test_browser import context

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1440, "height": 900}


@pytest.fixture(scope="module")
def portal(portal_site: Path) -> Iterator[str]:
    with serving(portal_site) as address:
        yield address


@pytest.fixture(scope="module")
def server(sites: dict[str, Path]) -> Iterator[str]:
    with serving(sites["sample"].parent) as address:
        yield address


def bottom(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def test_what_an_agency_has_signed_and_where_to_reach_it_is_seen_at_once(browser: Browser, portal: str) -> None:
    with context(browser, viewport=PHONE) as opened:
        page = opened.new_page()
        page.goto(f"{portal}co-quan/bca/")
        assert page.locator(".figures dd").all_inner_texts() == ["74", "48 chưa rõ: 3", "36", "06/12/2025"]
        assert bottom(page, ".figures") <= 740
        assert bottom(page, ".agency-facts") <= 1000
        assert page.locator(".agency-facts a").first.get_attribute("href") == "tel:02400000001"
        page.set_viewport_size(DESK)
        assert bottom(page, ".agency-facts") <= 600
        assert page.get_by_role("row").count() == 1 + 50
        # The whole width is used.
        table = page.locator("main table").bounding_box()
        heading = page.locator("#bt-agreements").bounding_box()
        assert table
        assert heading
        assert table["width"] >= heading["width"] > 1100


@pytest.mark.parametrize("path", ["sample/co-quan/bo-cong-an/", "register/co-quan/bo-gio/"])
def test_each_row_and_each_partner_of_an_agency_leads_to_a_page(browser: Browser, server: str, path: str) -> None:
    with context(browser) as opened:
        page = opened.new_page()
        page.goto(server + path)
        rows = page.locator("main table tbody th a").all()
        assert len(rows) == int(page.locator(".figures dd").first.inner_text())
        partners = page.locator("section[aria-labelledby=bt-partners] a").all()
        assert partners
        for link in (*rows, *partners):
            url = link.evaluate("(one) => one.href")
            assert opened.request.get(url).ok, url


def shown(page: Page) -> list[str]:
    return [one.strip() for one in page.locator("main [data-bt=choice]:visible a").all_inner_texts()]


def test_an_agency_is_found_by_its_name_without_marks_its_abbreviation_and_its_other_names(
    browser: Browser, portal: str
) -> None:
    with context(browser, viewport=PHONE) as opened:
        page = opened.new_page()
        page.goto(f"{portal}co-quan/")
        field, says = page.get_by_label("Tên hoặc tên viết tắt của cơ quan"), page.locator("form.choose [role=status]")
        assert len(shown(page)) == 55
        assert says.inner_text() == ""
        for typed, found in (("BCA", "Bộ Công an"), ("tan phuoc cong an", "Công an tỉnh Tân Phước")):
            field.fill(typed)
            assert shown(page) == [found]
            assert says.inner_text() == "Tìm thấy 1 cơ quan"
        # A group without any is not there.
        assert page.locator("h2:visible").all_inner_texts()[0] == "Cấp tỉnh"
        field.fill("không có")
        assert shown(page) == []
        assert says.inner_text() == "Không có cơ quan nào có tên này."
        field.fill("")
        assert len(shown(page)) == 55
        field.fill("bo y te")
        field.press("Enter")
        page.wait_for_url(f"{portal}co-quan/byt/")


def test_without_scripts_all_agencies_are_listed_and_no_field_is_there(browser: Browser, portal: str) -> None:
    with context(browser, java_script_enabled=False) as opened:
        page = opened.new_page()
        page.goto(f"{portal}co-quan/")
        assert len(shown(page)) == 55
        assert page.locator("form.choose").count() == 0


def test_nothing_moves_when_the_field_appears(browser: Browser, portal: str) -> None:
    with context(browser, viewport=PHONE) as opened:
        page = opened.new_page()
        page.add_init_script(
            "window.moved = 0;"
            "new PerformanceObserver((list) => list.getEntries().forEach((one) => (moved += one.value)))"
            ".observe({type: 'layout-shift', buffered: true})"
        )
        page.goto(f"{portal}co-quan/", wait_until="networkidle")
        assert page.evaluate("moved") == 0
