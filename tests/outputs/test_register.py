"""The register in a real browser: searched and sorted in place, on paper, and without its script."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

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
    "content/agencies/bo-cong-an.yml": "name: Bộ Công an\n",
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


@pytest.fixture
def page(browser: Browser, paged: str) -> Iterator[Page]:
    """The register of several pages, opened."""
    with browser.new_context() as opened:
        shown = opened.new_page()
        shown.goto(paged)
        yield shown


def subjects(page: Page) -> Locator:
    return page.locator(".records tbody th")


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
    page.get_by_role("button", name="Xóa bộ lọc").click()
    expect(subjects(page)).to_have_text(before)
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
    expect(subjects(page)).to_have_text(["An ninh", "Đê điều"])
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


def test_more_than_a_browser_lays_out_at_once_is_shown_when_it_is_asked_for(browser: Browser, single: str) -> None:
    with browser.new_context() as opened:
        page = opened.new_page()
        page.route(
            "**/register.*.js",
            lambda route: route.fulfill(body=route.fetch().text().replace("MOST = 500", "MOST = 2")),
        )
        page.goto(f"{single}?q=bo")
        expect(page.get_by_role("status")).to_have_text("5 trong số 5 văn bản")
        expect(subjects(page)).to_have_count(2)
        page.get_by_role("button", name="Hiện tất cả kết quả").click()
        expect(subjects(page)).to_have_text(LATEST_FIRST)


def test_where_other_pages_cannot_be_fetched_the_page_stays_as_it_is_until_they_can(page: Page) -> None:
    page.route("**/trang/**", lambda route: route.abort())
    search = page.get_by_label("Từ cần tìm")
    search.fill("bo")
    expect(page.get_by_role("status")).to_have_text("Chưa tải được phần còn lại của danh sách, vui lòng thử lại.")
    expect(subjects(page)).to_have_text(LATEST_FIRST[:2])
    page.unroute("**/trang/**")
    search.fill("bo y")
    expect(subjects(page)).to_have_count(4)


def test_without_its_script_the_register_is_a_table_with_lists(browser: Browser, single: str) -> None:
    with browser.new_context(java_script_enabled=False) as opened:
        page = opened.new_page()
        page.goto(single)
        expect(subjects(page)).to_have_text(LATEST_FIRST)
        assert page.locator(".tools").count() == 0
        page.get_by_text("Danh sách theo năm").click()
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


def test_every_page_of_paper_is_landscape_and_has_the_head_of_the_table(page: Page) -> None:
    page.get_by_label("Từ cần tìm").fill("quy")
    expect(subjects(page)).to_have_count(3)
    page.evaluate("""() => {
        const body = document.querySelector(".records tbody");
        for (const row of Array(60).fill(body.rows[0])) body.append(row.cloneNode(true));
    }""")
    pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(pages) > 2
    # The last one may have nothing but the foot of the page.
    for one in list(pages)[:-1]:
        assert one.mediabox.width > one.mediabox.height
        assert "Các bên ký kết" in one.extract_text()


def test_a_register_opened_from_disk_is_searched_too(browser: Browser, root: Path) -> None:
    with browser.new_context() as opened:
        page = opened.new_page()
        page.goto((root / "van-ban/index.html").as_uri())
        page.get_by_label("Từ cần tìm").fill("da hoi")
        expect(subjects(page)).to_have_text(["Dạ hội"])


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
        expect(shown.get_by_role("button", name="Xóa bộ lọc")).to_be_visible()
        expect(shown.get_by_role("button", name="CSV")).to_have_count(0)
