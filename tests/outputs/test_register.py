"""The register in a real browser: searched and sorted in place, on paper, and without its script."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
from pypdf import PageObject, PdfReader

from bantin.render.writers import guarded, unguarded
from bantin.site.register import tables
from tests.bulletins import build_site, write
from tests.outputs.conftest import serving
from tests.render.office.programs import as_read_by_calamine, as_read_by_libreoffice, as_read_by_openpyxl

AGREEMENT = """\
---
title: Bài {number}
agreement:
  type: {type}
  title: {title}
  parties: [{parties}]
  signed_on: {signed}
  fields: [{field}]
---

Nội dung.
"""
SIGNED = (
    ("Quy chế phối hợp", "quy-che", "bo-cong-an, bo-y-te", "2012-11-20", "an-ninh"),
    ("Ánh sáng", "ke-hoach", "bo-y-te, toa-an", "2020-05", "y-te"),
    ("Đê điều", "quy-che", "bo-cong-an, toa-an", "2020-05-06", "an-ninh"),
    ("Dạ hội", "ke-hoach", "bo-y-te, toa-an", "XXXX-08-18", "y-te"),
    ("An ninh", "quy-che", "bo-cong-an, bo-y-te, toa-an", "2021", "an-ninh"),
)
FILES = {
    "content/site.yml": "title: Bản tin\nbase_url: https://bantin.example/\nlanguage: vi\ntimezone: Asia/Ho_Chi_Minh\n",
    "content/vocabulary.yml": "types: {quy-che: Quy chế, ke-hoach: Kế hoạch}\nfields: {an-ninh: An ninh, y-te: Y tế}\n",
    "content/agencies/bo-cong-an.yml": "name: Bộ Công an\nabbreviations: [BCA]\naliases: [Bộ Nội an]\n",
    "content/agencies/bo-y-te.yml": "name: Bộ Y tế\n",
    "content/agencies/toa-an.yml": "name: Tòa án\n",
    **{
        f"content/articles/2020/bai-{number}.md": AGREEMENT.format(
            number=number, title=title, type=kind, parties=parties, signed=signed, field=field
        )
        for number, (title, kind, parties, signed, field) in enumerate(SIGNED)
    },
}
LATEST_FIRST = ["An ninh", "Đê điều", "Ánh sáng", "Quy chế phối hợp", "Dạ hội"]
"""Of two of one month, that of which more is known is the later one."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a register that fits on one page."""
    folder = write(tmp_path_factory.mktemp("register"), FILES)
    build_site(folder)
    return folder / "site"


@pytest.fixture(scope="module")
def single(root: Path) -> Iterator[str]:
    """The address of a register that fits on one page."""
    with serving(root) as address:
        yield f"{address}van-ban/"


@pytest.fixture(scope="module")
def paged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the same register on pages of two rows."""
    folder = write(tmp_path_factory.mktemp("register"), FILES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "PAGE_SIZE", 2)
        build_site(folder)
    with serving(folder / "site") as address:
        yield f"{address}van-ban/"


@pytest.fixture(scope="module")
def portal(portal_site: Path) -> Iterator[str]:
    """The address of a register of 300 agreements."""
    with serving(portal_site) as address:
        yield f"{address}van-ban/"


@pytest.fixture
def page(browser: Browser, paged: str) -> Iterator[Page]:
    """The register of several pages, opened."""
    with browser.new_context() as opened:
        shown = opened.new_page()
        shown.goto(paged)
        yield shown


def subjects(page: Page) -> Locator:
    return page.locator(".records tbody th")


def measured(shown: Locator, side: Literal["y", "width"]) -> float:
    box = shown.bounding_box()
    assert box
    return box[side]


def chooser(page: Page, name: str) -> Locator:
    return page.get_by_role("combobox", name=name)


def test_words_are_found_without_their_marks(page: Page) -> None:
    page.get_by_label("Từ cần tìm").fill("BO cong an  quy")
    expect(subjects(page)).to_have_text(["An ninh", "Đê điều", "Quy chế phối hợp"])
    expect(page.get_by_role("status")).to_have_text("3 trong số 5 văn bản")


def test_a_choice_narrows_the_register_and_starting_over_brings_it_back(page: Page) -> None:
    before = subjects(page).all_inner_texts()
    chooser(page, "Năm ký").select_option(label="Năm 2020 (2)")
    expect(subjects(page)).to_have_text(["Đê điều", "Ánh sáng"])
    chooser(page, "Lĩnh vực").select_option(label="Y tế (2)")
    expect(subjects(page)).to_have_text(["Ánh sáng"])
    page.get_by_role("button", name="Xóa tất cả").click()
    expect(subjects(page)).to_have_text(before)
    expect(page.get_by_role("button", name="Xóa tất cả")).to_be_hidden()
    expect(page.get_by_role("status")).to_have_text("")
    assert page.url.endswith("/van-ban/")


def test_columns_are_sorted_by_the_vietnamese_alphabet_up_and_down_and_not(page: Page) -> None:
    before = subjects(page).all_inner_texts()
    head = page.get_by_role("columnheader", name="Tên văn bản (trích yếu)")
    sorting = head.get_by_role("button")
    sorting.click()
    expect(subjects(page)).to_have_text(["An ninh", "Ánh sáng", "Dạ hội", "Đê điều", "Quy chế phối hợp"])
    expect(head).to_have_attribute("aria-sort", "ascending")
    sorting.click()
    expect(subjects(page)).to_have_text(["Quy chế phối hợp", "Đê điều", "Dạ hội", "Ánh sáng", "An ninh"])
    expect(head).to_have_attribute("aria-sort", "descending")
    sorting.click()
    expect(subjects(page)).to_have_text(before)
    assert head.get_attribute("aria-sort") is None


def test_what_has_no_date_comes_last_whichever_way_dates_go(page: Page) -> None:
    sorting = page.get_by_role("button", name="Ngày ký")
    sorting.click()
    expect(subjects(page)).to_have_text(["Quy chế phối hợp", "Ánh sáng", "Đê điều", "An ninh", "Dạ hội"])
    sorting.click()
    expect(subjects(page)).to_have_text(LATEST_FIRST)


def test_what_is_asked_for_stands_in_the_address_and_is_restored_from_it(page: Page) -> None:
    chooser(page, "Loại văn bản").select_option(label="Quy chế (3)")
    page.get_by_label("Từ cần tìm").fill("tòa án")
    page.get_by_role("button", name="Tên văn bản (trích yếu)").click()
    expect(page.get_by_role("status")).to_have_text("2 trong số 5 văn bản")
    expect(subjects(page)).to_have_text(["An ninh", "Đê điều"])
    page.wait_for_url("**sort=1")
    asked = page.url
    subjects(page).first.get_by_role("link").click()
    page.wait_for_url("**/bai-viet/2020/bai-4/")
    page.go_back()
    expect(subjects(page)).to_have_text(["An ninh", "Đê điều"])
    assert page.url == asked
    assert asked.endswith("/van-ban/?q=t%C3%B2a+%C3%A1n&loai=quy-che&sort=1")
    expect(page.get_by_label("Từ cần tìm")).to_have_value("tòa án")


def test_an_address_that_asks_for_what_there_is_not_is_taken_as_far_as_it_goes(page: Page) -> None:
    before = subjects(page).all_inner_texts()
    page.goto(f"{page.url}?loai=khong-co&sort=99&x=1")
    expect(subjects(page)).to_have_text(before)
    expect(chooser(page, "Loại văn bản")).to_have_value("")


def test_any_page_of_the_register_searches_all_of_it(page: Page, paged: str) -> None:
    expect(subjects(page)).to_have_text(LATEST_FIRST[:2])
    page.goto(f"{paged}trang/3/?q=bo")
    expect(subjects(page)).to_have_text(LATEST_FIRST)
    expect(page.get_by_role("navigation", name="Các trang")).to_be_hidden()
    subjects(page).first.get_by_role("link").click()
    page.wait_for_url("**/bai-viet/2020/bai-4/")


def test_the_first_of_what_was_found_are_shown_and_more_when_they_are_asked_for(browser: Browser, single: str) -> None:
    with browser.new_context() as opened:
        page = opened.new_page()
        page.route(
            "**/finder.*.js",
            lambda route: route.fulfill(body=route.fetch().text().replace("AT_ONCE = 50", "AT_ONCE = 2")),
        )
        page.goto(f"{single}?q=bo")
        expect(page.get_by_role("status")).to_have_text("5 trong số 5 văn bản")
        expect(subjects(page)).to_have_count(2)
        page.get_by_role("button", name="Xem thêm kết quả").click()
        expect(subjects(page)).to_have_text(LATEST_FIRST)
        # Whoever goes on by keyboard goes on where the new ones begin.
        expect(subjects(page).nth(2).get_by_role("link")).to_be_focused()
        expect(page.get_by_role("button", name="Xem thêm kết quả")).to_be_hidden()


@pytest.mark.parametrize("what", ["**/rows.js", "**/finder.*.js"])
def test_where_the_rows_cannot_be_fetched_the_page_stays_as_it_is_until_they_can(page: Page, what: str) -> None:
    page.route(what, lambda route: route.abort())
    search = page.get_by_label("Từ cần tìm")
    search.fill("bo")
    expect(page.get_by_role("status")).to_have_text("Chưa tải được danh sách văn bản, vui lòng thử lại.")
    expect(subjects(page)).to_have_text(LATEST_FIRST[:2])
    expect(page.get_by_role("navigation", name="Các trang")).to_be_visible()
    page.unroute(what)
    search.fill("bo y")
    expect(subjects(page)).to_have_count(4)


def test_an_address_whose_rows_cannot_be_fetched_shows_the_page_as_it_is(browser: Browser, paged: str) -> None:
    with browser.new_context() as opened:
        page = opened.new_page()
        page.route("**/rows.js", lambda route: route.abort())
        page.goto(f"{paged}?q=bo")
        expect(page.get_by_role("status")).to_have_text("Chưa tải được danh sách văn bản, vui lòng thử lại.")
        expect(subjects(page)).to_have_text(LATEST_FIRST[:2])


def test_nothing_is_loaded_before_something_is_asked_for_and_then_each_file_once(browser: Browser, paged: str) -> None:
    with browser.new_context() as opened:
        page = opened.new_page()
        loaded: list[str] = []
        names = re.compile(r"/(\w+)(?:\.\w+)?\.js$")
        page.on("requestfinished", lambda request: loaded.extend(names.findall(request.url)))
        page.goto(paged, wait_until="networkidle")
        assert "register" in loaded
        assert not {"rows", "finder", "download"} & set(loaded)
        loaded.clear()
        page.get_by_label("Từ cần tìm").fill("bo")
        expect(subjects(page)).to_have_count(5)
        chooser(page, "Lĩnh vực").select_option(label="Y tế (2)")
        expect(subjects(page)).to_have_count(2)
        # One file for all pages of the register.
        assert sorted(loaded) == ["finder", "rows"]


def test_it_says_at_once_that_it_searches_and_that_again_for_each_word(page: Page) -> None:
    held: list[Route] = []
    page.route("**/rows.js", lambda route: held.append(route))  # noqa: PLW0108 - routes need a function
    search = page.get_by_label("Từ cần tìm")
    search.press_sequentially("an")
    expect(page.get_by_role("status")).to_have_text("Đang tìm…")
    expect(page.locator(".records")).to_have_attribute("aria-busy", "true")
    expect(subjects(page)).to_have_text(LATEST_FIRST[:2])
    page.wait_for_function("document.querySelector('[data-bt=query]').dataset.ready === ''")
    for route in held:
        route.continue_()
    expect(page.get_by_role("status")).to_have_text("5 trong số 5 văn bản")
    assert page.locator(".records").get_attribute("aria-busy") is None


def test_rows_that_are_found_are_those_of_the_page(browser: Browser, portal: str) -> None:
    told = """() => Object.fromEntries([...document.querySelectorAll(".records tbody tr")].map((row) => [
        row.querySelector("a").href,
        [
            [...row.cells].map((cell) => [cell.tagName, cell.innerText.replace(/\\s+/g, " "), cell.dataset.label]),
            row.querySelector(".status").className,
            row.querySelector("time")?.dateTime,
        ],
    ]))"""
    with browser.new_context() as opened:
        page = opened.new_page()
        page.goto(portal)
        before = page.evaluate(told)
        page.goto(f"{portal}?sort=-4")
        expect(page.get_by_role("status")).to_have_text("300 trong số 300 văn bản")
        found = page.evaluate(told)
        assert len(found) == 50
        assert found == {address: before.get(address) for address in found}


def test_large_numbers_are_written_as_the_page_writes_them(browser: Browser, portal: str) -> None:
    with browser.new_context() as opened:
        page = opened.new_page()

        def more(route: Route) -> None:
            rows = route.fetch().text()
            route.fulfill(
                body=f"{rows}bantinRows.rows = Array(5).fill(bantinRows.rows).flat();", content_type="text/javascript"
            )

        page.route("**/rows.js", more)
        page.goto(f"{portal}?sort=0")
        expect(page.get_by_role("status")).to_have_text("1.500 trong số 1.500 văn bản")


def agency_field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Cơ quan")


def offered(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Cơ quan").get_by_role("option")


@pytest.mark.parametrize("typed", ["Bộ Công an", "bo cong an", "công an", "BCA", "bca", "Bộ Nội an"])
def test_an_agency_is_found_by_any_of_its_names_with_or_without_marks(page: Page, typed: str) -> None:
    agency_field(page).press_sequentially(typed)
    expect(offered(page).first).to_contain_text("Bộ Công an")
    agency_field(page).press("Enter")
    expect(subjects(page)).to_have_text(["An ninh", "Đê điều", "Quy chế phối hợp"])
    expect(agency_field(page)).to_have_value("")
    assert page.url.endswith("/van-ban/?co-quan=bo-cong-an")


def test_several_agencies_are_those_that_signed_together(page: Page) -> None:
    for name in ("công an", "y te"):
        agency_field(page).fill(name)
        offered(page).first.click()
    expect(subjects(page)).to_have_text(["An ninh", "Quy chế phối hợp"])
    # What is chosen already is not offered again.
    agency_field(page).fill("bo")
    expect(offered(page)).to_have_text(["Không có cơ quan nào có tên như vậy."])
    page.get_by_role("button", name="Bỏ bộ lọc: Bộ Công an").click()
    expect(subjects(page)).to_have_text(["An ninh", "Ánh sáng", "Quy chế phối hợp", "Dạ hội"])
    assert page.url.endswith("?co-quan=bo-y-te")


def test_the_agencies_are_gone_through_by_keyboard(page: Page) -> None:
    field = agency_field(page)
    field.focus()
    page.wait_for_function("document.querySelector('[data-bt=query]').dataset.ready === ''")
    field.press("ArrowDown")
    expect(offered(page)).to_have_text(["Bộ Y tế (4)", "Tòa án (4)", "Bộ Công an (3)"])
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("Escape")
    expect(offered(page)).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press("ArrowDown")
    field.press("ArrowDown")
    field.press("ArrowDown")
    chosen = page.get_by_role("listbox", name="Cơ quan").get_by_role("option", selected=True)
    expect(chosen).to_have_text("Tòa án (4)")
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    field.press("ArrowUp")
    field.press("ArrowUp")
    expect(chosen).to_have_text("Bộ Công an (3)")
    field.press("Enter")
    expect(subjects(page)).to_have_count(3)
    expect(page.get_by_role("status")).to_have_text("3 trong số 5 văn bản")


def test_an_agency_that_is_called_so_is_chosen_by_who_goes_on(page: Page) -> None:
    agency_field(page).press_sequentially("toa an")
    expect(offered(page)).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Bỏ bộ lọc: Tòa án")).to_be_visible()
    agency_field(page).fill("b")
    expect(offered(page)).to_have_count(2)
    page.keyboard.press("Tab")
    expect(offered(page)).to_have_count(0)
    expect(page.get_by_role("button", name="Bỏ bộ lọc:")).to_have_count(1)


def test_each_filter_is_told_and_taken_back_by_itself(page: Page) -> None:
    page.get_by_label("Từ cần tìm").fill("quy")
    chooser(page, "Năm ký").select_option(label="Năm 2012 (1)")
    agency_field(page).fill("bca")
    offered(page).first.click()
    chips = page.get_by_role("list", name="Bộ lọc đã chọn").get_by_role("button")
    expect(chips).to_have_text(["“quy”", "Bộ Công an", "Năm 2012"])
    chips.first.press("Enter")
    expect(chips).to_have_text(["Bộ Công an", "Năm 2012"])
    expect(chips.first).to_be_focused()
    expect(page.get_by_label("Từ cần tìm")).to_have_value("")
    chips.nth(1).press("Enter")
    expect(chooser(page, "Năm ký")).to_have_value("")
    chips.first.press("Enter")
    expect(page.get_by_label("Từ cần tìm")).to_be_focused()
    expect(subjects(page)).to_have_text(LATEST_FIRST[:2])


def test_each_filter_can_be_gone_back_to_but_not_each_key(page: Page) -> None:
    start = page.url
    page.get_by_label("Từ cần tìm").press_sequentially("quy", delay=250)
    expect(subjects(page)).to_have_count(3)
    chooser(page, "Năm ký").select_option(label="Năm 2012 (1)")
    expect(subjects(page)).to_have_count(1)
    page.go_back()
    expect(subjects(page)).to_have_count(3)
    expect(chooser(page, "Năm ký")).to_have_value("")
    page.go_back()
    expect(subjects(page)).to_have_text(LATEST_FIRST[:2])
    assert page.url == start
    page.go_forward()
    expect(subjects(page)).to_have_count(3)


def test_where_nothing_is_found_it_says_what_to_leave_out(page: Page, paged: str) -> None:
    page.goto(f"{paged}?q=da+hoi&co-quan=bo-cong-an&nam=2012")
    expect(page.get_by_role("status")).to_have_text("0 trong số 5 văn bản")
    expect(page.locator(".records")).to_be_hidden()
    expect(page.get_by_text("Không có văn bản nào khớp")).to_be_visible()
    # Leaving out one of the others would find nothing either.
    ways = page.locator(".none button")
    expect(ways).to_have_text(["Bỏ bộ lọc “da hoi”: 1 văn bản"])
    whole = page.get_by_role("link", name="Tìm các từ này trên toàn trang web")
    assert (whole.get_attribute("href") or "").endswith("tim-kiem/?q=da+hoi")
    ways.click()
    expect(subjects(page)).to_have_text(["Quy chế phối hợp"])
    expect(page.get_by_text("Không có văn bản nào khớp")).to_be_hidden()


def test_an_agency_that_has_signed_nothing_is_not_asked_for(page: Page, paged: str) -> None:
    page.goto(f"{paged}?co-quan=khong-co&nam=2012")
    expect(subjects(page)).to_have_text(["Quy chế phối hợp"])
    page.wait_for_url("**/van-ban/?nam=2012")
    page.goto(f"{paged}?co-quan=khong-co")
    expect(subjects(page)).to_have_text(LATEST_FIRST[:2])
    page.wait_for_url("**/van-ban/")


SHIFTS = """
globalThis.shifted = 0;
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("size", [(360, 740), (1440, 900)])
@pytest.mark.parametrize(
    "asked", ["", "?q=an+ninh", "?q=an&co-quan=bca&nam=2021&tinh-trang=con-hieu-luc", "?q=khongcotunay&co-quan=bca"]
)
def test_nothing_moves_and_what_is_found_is_in_sight(
    browser: Browser, portal: str, size: tuple[int, int], asked: str
) -> None:
    with browser.new_context(viewport={"width": size[0], "height": size[1]}) as opened:
        page = opened.new_page()
        page.add_init_script(SHIFTS)
        page.goto(portal + asked)
        if asked:
            expect(page.get_by_role("status")).to_contain_text("trong số 300 văn bản")
        page.wait_for_timeout(300)
        assert page.evaluate("shifted") == 0
        assert page.evaluate("document.documentElement.scrollWidth") == size[0]
        rows = page.locator(".records tbody tr")
        if asked == "?q=an+ninh":
            assert measured(rows.first, "y") < 740


def test_on_a_phone_the_filters_are_folded_and_counted(browser: Browser, single: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}) as opened:
        page = opened.new_page()
        page.goto(single)
        expect(chooser(page, "Năm ký")).to_be_hidden()
        expect(agency_field(page)).to_be_visible()
        page.get_by_text("Bộ lọc khác").press("Enter")
        chooser(page, "Năm ký").select_option(label="Năm 2020 (2)")
        chooser(page, "Sắp xếp theo").select_option(label="Tên văn bản (trích yếu), giảm dần")
        expect(page.locator(".filters summary")).to_have_text("Bộ lọc khác (1)")
        expect(subjects(page)).to_have_text(["Đê điều", "Ánh sáng"])
        assert page.url.endswith("?nam=2020&sort=-1")
        # The heads that sort are there for who comes to them by keyboard.
        head = page.get_by_role("columnheader").first
        assert measured(head, "width") <= 1
        head.get_by_role("button").focus()
        assert measured(head, "width") > 40
        page.set_viewport_size({"width": 1440, "height": 900})
        expect(chooser(page, "Năm ký")).to_be_visible()
        expect(chooser(page, "Sắp xếp theo")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_state_of_the_finder_is_a_barrier(
    browser: Browser, portal: str, axe: Path, scheme: Literal["light", "dark"], width: int
) -> None:
    found = []
    with browser.new_context(bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 800}) as opened:
        page = opened.new_page()
        for asked in ("?q=an&co-quan=bca&sort=1", "?q=khongcotunay&co-quan=bca"):
            page.goto(portal + asked)
            page.add_script_tag(path=axe)
            expect(page.get_by_role("status")).to_contain_text("trong số 300 văn bản")
            agency_field(page).fill("bo")
            expect(offered(page).first).to_be_visible()
            violations = page.evaluate("axe.run({ resultTypes: ['violations'] }).then((found) => found.violations)")
            found += [(asked, one["id"], one["nodes"][0]["html"]) for one in violations]
    assert found == []


def test_rows_are_low_and_statuses_short_on_a_wide_screen(browser: Browser, portal: str) -> None:
    with browser.new_context(viewport={"width": 1440, "height": 900}) as opened:
        page = opened.new_page()
        page.goto(portal)
        heights: list[float] = page.evaluate(
            "[...document.querySelectorAll('.records tbody tr')].map((row) => row.getBoundingClientRect().height)"
        )
        assert len(heights) == 200
        assert sum(heights) / len(heights) <= 70
        # A tag, and its period below it.
        lines: list[int] = page.evaluate("""() => [...document.querySelectorAll(".standing")].map((cell) => {
            const boxes = [...cell.children].flatMap((part) => [...part.getClientRects()]);
            return new Set(boxes.map((box) => Math.round(box.y))).size;
        })""")
        assert max(lines) == 2


def test_without_its_script_the_register_is_a_table_with_lists(browser: Browser, single: str) -> None:
    with browser.new_context(java_script_enabled=False) as opened:
        page = opened.new_page()
        page.goto(single)
        expect(subjects(page)).to_have_text(LATEST_FIRST)
        assert page.locator(".tools").count() == 0
        page.get_by_text("Danh sách theo năm").click()
        expect(page.locator(".facets").get_by_role("link", name="Cơ quan")).to_be_visible()
        page.get_by_role("link", name="Năm 2020").click()
        expect(subjects(page)).to_have_text(["Đê điều", "Ánh sáng"])


def test_on_a_narrow_screen_rows_are_blocks_and_still_a_table_to_those_who_listen(
    browser: Browser, single: str
) -> None:
    with browser.new_context(viewport={"width": 360, "height": 800}) as opened:
        page = opened.new_page()
        page.goto(single)
        cells = page.locator(".records tbody tr").first.locator("td, th").all()
        boxes = [box for cell in cells if (box := cell.bounding_box())]
        assert len(boxes) == 6
        # The type and the day share a line.
        del boxes[4]
        assert all(above["y"] + above["height"] <= below["y"] for above, below in pairwise(boxes))
        tree = opened.new_cdp_session(page).send("Accessibility.getFullAXTree")
        roles = [node["role"]["value"] for node in tree["nodes"] if not node["ignored"]]
        assert {role: roles.count(role) for role in ("table", "row", "columnheader", "rowheader", "cell")} == {
            "table": 1,
            "row": 6,
            "columnheader": 6,
            "rowheader": 5,
            "cell": 25,
        }


def test_on_paper_there_is_the_table_alone(page: Page) -> None:
    expect(page.locator(".tools")).to_be_visible()
    page.emulate_media(media="print")
    assert not page.locator(".tools").is_visible()
    assert not page.locator(".facets").is_visible()
    assert page.locator(".records").is_visible()


def printed(page: Page) -> list[PageObject]:
    return list(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)


def test_every_page_of_paper_is_landscape_and_has_the_head_of_the_table(browser: Browser, portal: str) -> None:
    with browser.new_context() as opened:
        page = opened.new_page()
        page.goto(portal)
        expect(subjects(page)).to_have_count(200)
        pages = printed(page)
        assert 2 < len(pages) <= 14
        # The last one may have nothing but the foot of the page.
        for one in pages[:-1]:
            assert one.mediabox.width > one.mediabox.height
            assert "Các bên ký kết" in one.extract_text()


def test_all_that_was_found_is_printed_with_what_was_asked_for(browser: Browser, portal: str) -> None:
    with browser.new_context() as opened:
        page = opened.new_page()
        page.goto(f"{portal}?q=bo&co-quan=bca")
        expect(page.get_by_role("status")).to_have_text("74 trong số 300 văn bản")
        expect(subjects(page)).to_have_count(50)
        pages = printed(page)
        first = pages[0].extract_text()
        for text in ("74 trong số 300 văn bản", "“bo”", "Bộ Công an"):
            assert text in first
        assert "Từ cần tìm" not in first
        assert "Xóa tất cả" not in first
        numbers = {found for one in pages for found in re.findall(r"^\d+/[A-Z]", one.extract_text(), re.MULTILINE)}
        assert len(numbers) == 74
        expect(subjects(page)).to_have_count(50)


def test_a_register_opened_from_disk_is_searched_too(browser: Browser, portal_site: Path) -> None:
    with browser.new_context() as opened:
        page = opened.new_page()
        page.goto((portal_site / "van-ban/trang/2/index.html").as_uri())
        page.get_by_label("Từ cần tìm").fill("300/NQLT")
        expect(subjects(page)).to_have_count(1)
        subjects(page).get_by_role("link").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Nghị quyết liên tịch")


HEADS = ["Số, ký hiệu", "Tên văn bản (trích yếu)", "Các bên ký kết", "Loại văn bản", "Ngày ký", "Tình trạng hiệu lực"]
HOSTILE = (
    "=1+1",
    '@SUM("A1")',
    "a; =cmd",
    "-2+3",
    "+84 24 3943",
    "dấu, phẩy",
    "<b>&amp;</b>",
    "_x0041_",
    "012",
    "- gạch",
)
OWN = """\
---
title: Bài {number}
agreement:
  type: quy-che
  title: {title}
  number: {number}
  parties: [bo-cong-an, toa-an]
  signed_on: {signed}
  fields: [an-ninh]
  so_trang: {pages}
---

Nội dung.
"""


def downloaded(page: Page, name: str) -> tuple[str, bytes]:
    """The name and the bytes of the file that the button ``name`` saves."""
    with page.expect_download() as started:
        page.get_by_role("button", name=name).click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


def test_what_was_found_is_saved_as_csv(page: Page) -> None:
    chooser(page, "Lĩnh vực").select_option(label="Y tế (2)")
    expect(subjects(page)).to_have_text(["Ánh sáng", "Dạ hội"])
    name, data = downloaded(page, "CSV")
    assert name == "danh-muc-van-ban.csv"
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert head == [*HEADS, "Mã bản ghi", "Địa chỉ"]
    address = page.url.split("/van-ban/")[0]
    assert rows == [
        [
            "",
            "Ánh sáng",
            "Bộ Y tế · Tòa án",
            "Kế hoạch",
            "05/2020",
            "Đã ký – chưa rõ hiệu lực",
            "bai-1",
            f"{address}/bai-viet/2020/bai-1/",
        ],
        [
            "",
            "Dạ hội",
            "Bộ Y tế · Tòa án",
            "Kế hoạch",
            "18/8 (chưa rõ năm)",
            "Đã ký – chưa rõ hiệu lực",
            "bai-3",
            f"{address}/bai-viet/2020/bai-3/",
        ],
    ]


def test_all_pages_are_saved_when_nothing_is_asked_for_and_days_are_days(page: Page) -> None:
    page.get_by_role("button", name="Ngày ký").click()
    expect(subjects(page).first).to_have_text("Quy chế phối hợp")
    name, data = downloaded(page, "Excel")
    assert name == "danh-muc-van-ban.xlsx"
    (rows,) = as_read_by_calamine(data).values()
    assert rows[0] == [*HEADS, "Mã bản ghi", "Địa chỉ"]
    assert [row[1] for row in rows[1:]] == subjects(page).all_inner_texts()
    assert [row[4] for row in rows[1:]] == [
        date(2012, 11, 20),
        "05/2020",
        date(2020, 5, 6),
        "2021",
        "18/8 (chưa rõ năm)",
    ]
    sheet = as_read_by_openpyxl(data).active
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("Danh mục", "A2", "A1:H6")
    assert sheet["E2"].number_format == "dd/mm/yyyy"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a register of titles that could do harm in a spreadsheet, with a number of pages for each."""
    articles = {
        f"content/articles/2020/bai-{number}.md": OWN.format(
            number=number,
            title=json.dumps(title, ensure_ascii=False),
            signed=f"2020-01-{number + 10}",
            pages=1000 + number,
        )
        for number, title in enumerate(HOSTILE)
    }
    settings = (
        FILES["content/site.yml"] + "fields:\n  so_trang: {label: Số trang, kind: number, shown: [register, data]}\n"
    )
    others = {path: text for path, text in FILES.items() if "/articles/" not in path}
    folder = write(tmp_path_factory.mktemp("hostile"), {**others, **articles, "content/site.yml": settings})
    build_site(folder)
    with serving(folder / "site") as address:
        yield f"{address}van-ban/"


def test_no_text_is_run_and_every_text_comes_back(browser: Browser, hostile: str, tmp_path: Path) -> None:
    with browser.new_context() as opened:
        shown = opened.new_page()
        shown.goto(hostile)
        _, data = downloaded(shown, "Excel")
        _, table = downloaded(shown, "CSV")
    latest_first = list(reversed(HOSTILE))
    head, *rows = as_read_by_libreoffice(data, tmp_path)["Danh mục"]
    assert [row[1] for row in rows] == latest_first
    assert [row[0] for row in rows] == [str(number) for number in reversed(range(len(HOSTILE)))]
    assert [row[head.index("Số trang")] for row in rows] == [
        str(1000 + number) for number in reversed(range(len(HOSTILE)))
    ]
    assert rows[0][4] == "19/01/2020"
    said = list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))[1:]
    assert [row[1] for row in said] == [guarded(title) for title in latest_first]
    assert [unguarded(row[1]) for row in said] == latest_first


def test_without_data_nothing_is_saved(browser: Browser, tmp_path: Path) -> None:
    files = {**FILES, "content/site.yml": FILES["content/site.yml"] + "features: {data: no}\n"}
    folder = write(tmp_path, files)
    build_site(folder)
    with serving(folder / "site") as address, browser.new_context() as opened:
        shown = opened.new_page()
        shown.goto(f"{address}van-ban/")
        expect(shown.get_by_label("Từ cần tìm")).to_be_visible()
        expect(shown.get_by_role("button", name="CSV")).to_have_count(0)
