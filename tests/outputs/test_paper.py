"""A printed page in a real browser: its address, also as a code that cameras read, and the day of printing."""

import gzip
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.outputs.conftest import serving
from tests.outputs.test_browser import ARTICLE, BASE, RECORD

AGENCY = "co-quan/bo-cong-an/"
_CODE = re.compile(r"<svg viewBox=\"-4.*?</svg>\n", re.DOTALL)


@pytest.fixture(scope="module")
def server(sites: dict[str, Path]) -> Iterator[str]:
    with serving(sites["sample"]) as address:
        yield address


def printed(page: Page) -> list[str]:
    """The text of each printed page."""
    return [one.extract_text() for one in PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages]


@pytest.mark.parametrize("address", ["", ARTICLE, RECORD, AGENCY])
def test_paper_has_the_address_and_the_day_on_its_first_page(browser: Browser, server: str, address: str) -> None:
    with browser.new_context(timezone_id="Asia/Ho_Chi_Minh", locale="vi-VN") as context:
        page = context.new_page()
        page.clock.set_fixed_time(datetime(2027, 3, 2, 10, tzinfo=UTC))
        page.goto(server + address)
        first, *_ = printed(page)
        assert f"{BASE}{address}" in first
        assert "In ngày 02/03/2027." in first


def test_every_sheet_says_where_it_is_from(browser: Browser, server: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(server + ARTICLE)
        sheets = printed(page)
        assert len(sheets) > 1
        for number, sheet in enumerate(sheets, start=1):
            assert f"{BASE}{ARTICLE}" in "".join(sheet.split())
            assert f"{number} / {len(sheets)}" in sheet


def test_without_scripts_paper_has_the_address_and_no_day(browser: Browser, server: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(server + ARTICLE)
        first, *_ = printed(page)
        assert f"{BASE}{ARTICLE}" in first
        assert "In ngày" not in first


def test_facts_are_printed_once(browser: Browser, server: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(server + RECORD)
        assert " ".join(printed(page)).count("Các bên ký kết") == 1


@pytest.mark.parametrize("address", [ARTICLE, RECORD])
def test_a_camera_reads_the_address(browser: Browser, server: str, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(server + address)
        assert not page.locator(".paper svg").is_visible()
        page.emulate_media(media="print")
        shot = Image.open(BytesIO(page.screenshot()))
        assert [found.text for found in zxingcpp.read_barcodes(shot)] == [f"{BASE}{address}"]


def test_the_code_is_light(sites: dict[str, Path]) -> None:
    html = (sites["sample"] / ARTICLE / "index.html").read_text(encoding="utf-8")
    without = _CODE.sub("", html)
    assert without != html
    assert len(gzip.compress(html.encode())) - len(gzip.compress(without.encode())) <= 600
