"""The page of an agreement in a browser: its parties, its timeline, its citation, and how to pass it on."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, Page

from tests.bulletins import build_site
from tests.outputs.conftest import SITES, serving

# A table with all columns, one with three, and a record with a file of its own; and one without a table.
THREE_PARTIES = "register/bai-viet/2023/ba-ben/"
REPLACED = "register/bai-viet/2010/gio-va-nang-2010/"
RECORD = "sample/van-ban/2021/bo-cong-an-va-bo-thong-tin-va-truyen-thong-ky-quy-che-phoi-hop/"
PAGES = (THREE_PARTIES, REPLACED, RECORD)
ONLY_NAMES = "register/van-ban/2018/quy-che-suong-va-cau-vong/"
SIZES = ((360, 740), (1440, 900))
PARTS = ('class="parties"', 'class="chronicle"')


@pytest.fixture(scope="module")
def server(sites: dict[str, Path]) -> Iterator[str]:
    with serving(sites["sample"].parent) as address:
        yield address


@pytest.fixture(scope="module")
def records_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a bulletin whose records have files of their own."""
    out = tmp_path_factory.mktemp("records") / "site"
    build_site(SITES / "records/input", out)
    return out


def opened(browser: Browser, address: str, width: int, height: int) -> Page:
    page = browser.new_context(viewport={"width": width, "height": height}).new_page()
    page.goto(address)
    return page


def pages_of(site: Path) -> Iterator[lxml.html.HtmlElement]:
    """The pages of articles and records of a site, as written."""
    for path in sorted(site.rglob("index.html")):
        root = lxml.html.parse(path).getroot()
        if root.find_class("story"):
            yield root


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("path", PAGES)
def test_the_table_of_parties_is_read_without_moving_it(
    browser: Browser, server: str, path: str, width: int, height: int
) -> None:
    page = opened(browser, server + path, width, height)
    table = page.locator(".party-table")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert table.evaluate("it => [...it.querySelectorAll('th, td')].every(one => one.scrollWidth <= one.clientWidth)")
    assert table.locator("caption").inner_text() == "Các bên ký kết"
    heads = table.locator("thead th[scope=col]").all_inner_texts()
    rows = table.locator("tbody tr").all()
    assert len(heads) > 1
    assert len(rows) > 1
    for row in rows:
        assert row.locator("th[scope=row] a").count() >= 1
        assert row.locator("td").count() == len(heads) - 1
        assert all(text.strip() for text in row.locator("td").all_inner_texts())
    page.context.close()


def test_on_a_phone_the_cells_stand_below_each_other_and_say_what_they_are(browser: Browser, server: str) -> None:
    page = opened(browser, server + THREE_PARTIES, *SIZES[0])
    heads = page.locator(".party-table thead th").all_text_contents()
    said = "one => getComputedStyle(one, '::before').content"
    cells = page.locator(".party-table tbody tr:first-child td")
    labels = [str(cell.evaluate(said)).replace('"', "").replace(" : ", "").strip(": ") for cell in cells.all()]
    assert [label.replace(":", "").strip() for label in labels] == heads[1:]
    lefts = {cell["x"] for cell in (one.bounding_box() for one in cells.all()) if cell}
    assert len(lefts) == 1
    page.set_viewport_size({"width": 1440, "height": 900})
    assert {str(cell.evaluate(said)) for cell in cells.all()} == {"none"}
    page.context.close()


def test_only_columns_that_say_something_are_there(browser: Browser, server: str) -> None:
    def heads(path: str) -> list[str]:
        page = opened(browser, server + path, *SIZES[1])
        found = page.locator(".party-table thead th").all_inner_texts()
        page.context.close()
        return found

    assert heads(THREE_PARTIES) == ["Bên ký", "Người ký", "Có hiệu lực từ", "Tình trạng hiệu lực", "Nay là"]
    assert heads(REPLACED) == ["Bên ký", "Người ký", "Nay là"]


def test_parties_of_whom_only_the_names_are_known_stand_among_the_facts(browser: Browser, server: str) -> None:
    page = opened(browser, server + ONLY_NAMES, *SIZES[1])
    assert page.locator(".party-table").count() == 0
    names = page.locator(".story-facts .fact", has_text="Các bên ký kết").get_by_role("link").all_inner_texts()
    assert names == ["Cục Sương Mù", "Cục Cầu Vồng", "Tất cả văn bản hai bên đã ký với nhau"]
    page.context.close()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_names_as_long_as_real_ones_move_nothing_sideways(
    browser: Browser, portal_site: Path, width: int, height: int
) -> None:
    """The table and the timeline with the most words of 300."""
    texts = {path: path.read_text() for path in portal_site.rglob("index.html") if 'class="story' in path.read_text()}
    longest = [
        max(texts, key=lambda path: len(texts[path].partition(it)[2].partition("</section>")[0])) for it in PARTS
    ]
    with serving(portal_site) as address:
        for path in longest:
            page = opened(browser, f"{address}{path.parent.relative_to(portal_site)}/", width, height)
            assert page.evaluate("document.documentElement.scrollWidth") == width
            assert page.locator(".parties, .chronicle").evaluate_all(
                "all => all.every(it => [...it.querySelectorAll('*')].every("
                "one => one.getBoundingClientRect().right <= innerWidth))"
            )
            page.context.close()


def test_what_the_table_and_the_timeline_say_the_facts_do_not_say_again(browser: Browser, server: str) -> None:
    page = opened(browser, server + REPLACED, *SIZES[1])
    names = page.locator(".story-facts dt").all_inner_texts()
    assert not {"Các bên ký kết", "Người ký", "Lịch sử", "Văn bản liên quan"} & set(names)
    page.context.close()


@pytest.mark.parametrize("name", ["sample", "register"])
def test_every_timeline_of_a_site_is_in_order_and_links_each_document_once(sites: dict[str, Path], name: str) -> None:
    check_timelines(sites[name])


def test_every_timeline_of_a_bulletin_of_records_is_in_order(records_site: Path) -> None:
    check_timelines(records_site)


def test_every_timeline_of_a_large_bulletin_is_in_order(portal_site: Path) -> None:
    check_timelines(portal_site)


def check_timelines(site: Path) -> None:
    """Checks all timelines of a site; fails if there is none."""
    found = 0
    for root in pages_of(site):
        for timeline in root.find_class("chronicle"):
            found += 1
            entries = timeline.findall("ol/li")
            days = [day for entry in entries for day in entry.xpath("p[@class='when']/time/@datetime")]
            assert days == sorted(days)
            twice = [link for link, times in Counter(timeline.xpath(".//a/@href")).items() if times > 1]
            assert twice == []
            assert len(entries) > 1 or timeline.xpath(".//a")
    assert found


def test_a_timeline_says_what_each_document_did(browser: Browser, server: str) -> None:
    page = opened(browser, server + REPLACED, *SIZES[0])
    entries = [" ".join(text.split()) for text in page.locator(".chronicle li").all_inner_texts()]
    assert entries == [
        "05/05/2010 Ký",
        "20/05/2010 Được đính chính – Sửa lỗi chính tả ở Điều 2 Văn bản đính chính: Đính chính Quy chế đón gió "
        "Còn hiệu lực",
        "01/06/2010 Có hiệu lực",
        "01/02/2012 Được sửa đổi (theo Phụ lục 2012) Văn bản sửa đổi: Phụ lục sửa đổi Quy chế đón gió "
        "Hết hiệu lực toàn bộ",
        "01/01/2015 Bị thay thế (theo Quy chế 2014) "
        "Văn bản thay thế: Quy chế phối hợp đón gió và phơi nắng (07/QC-BG-BN), 18/12/2014 Còn hiệu lực",
    ]
    page.goto(server + THREE_PARTIES)
    last = page.locator(".chronicle li").last.inner_text()
    assert " ".join(last.split()) == "01/06/2026 (sắp tới, tính theo chu kỳ) Sơ kết, tổng kết"
    page.goto(f"{server}register/bai-viet/2018/du-bao-bong-bong/")
    told = " ".join(page.locator(".chronicle").inner_text().split())
    assert "Được gia hạn đến 03/03/2026 (theo Phụ lục gia hạn)" in told
    page.context.close()


def test_a_review_is_told_in_one_sentence(browser: Browser, server: str) -> None:
    page = opened(browser, server + THREE_PARTIES, *SIZES[1])
    told = " ".join(page.locator(".story-facts").inner_text().split())
    assert "Mỗi năm một lần Kỳ tới: ngày 1 tháng 6 năm 2026 (tính theo chu kỳ), " in told
    assert "do Ủy ban nhân dân tỉnh Tưởng Tượng chủ trì (các bên luân phiên)" in told
    page.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_parties_timeline_and_address_are_on_paper(browser: Browser, server: str, path: str) -> None:
    page = opened(browser, server + path, 794, 1123)
    page.emulate_media(media="print")
    assert page.locator(".party-table td").first.is_visible()
    assert page.locator(".chronicle li").first.is_visible()
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical
    assert page.locator(".citation-text").inner_text().endswith(canonical)
    assert not page.locator(".share").is_visible()
    assert not page.locator(".origin code").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 794
    page.context.close()


SHEET = "navigator.share = async what => { window.shared = what; %s }"


@pytest.mark.parametrize("path", [THREE_PARTIES, RECORD])
def test_a_page_is_passed_on_by_the_sheet_of_the_system(browser: Browser, server: str, path: str) -> None:
    opener = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    opener.add_init_script(SHEET % "")
    page = opener.new_page()
    page.goto(server + path)
    page.get_by_role("button", name="Chia sẻ").click()
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    title = page.locator("h1").inner_text()
    assert page.evaluate("window.shared") == {"title": title.replace("\n", " "), "url": canonical}
    page.get_by_role("button", name="Sao chép liên kết").click()
    page.get_by_text("Đã sao chép liên kết.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == canonical
    opener.close()


@pytest.mark.parametrize(("error", "copied"), [("AbortError", False), ("NotAllowedError", True)])
def test_a_sheet_that_does_not_open_is_replaced_by_copying(
    browser: Browser, server: str, error: str, *, copied: bool
) -> None:
    opener = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    opener.add_init_script(SHEET % f"throw new DOMException('no', '{error}');")
    page = opener.new_page()
    page.goto(server + THREE_PARTIES)
    page.evaluate("navigator.clipboard.writeText('before')")
    page.get_by_role("button", name="Chia sẻ").click()
    page.wait_for_function("window.shared")
    if copied:
        page.get_by_text("Đã sao chép liên kết.").wait_for()
    assert (page.evaluate("navigator.clipboard.readText()") != "before") is copied
    opener.close()


def test_where_the_system_has_no_sheet_there_is_no_button_for_it(browser: Browser, server: str) -> None:
    opener = browser.new_context()
    opener.add_init_script("delete Navigator.prototype.share")
    page = opener.new_page()
    page.goto(server + THREE_PARTIES)
    page.get_by_role("button", name="Sao chép liên kết").wait_for()
    assert page.get_by_role("button", name="Chia sẻ").count() == 0
    opener.close()
    still = browser.new_context(java_script_enabled=False).new_page()
    still.goto(server + THREE_PARTIES)
    assert still.locator(".share button:visible").count() == 0
    assert still.get_by_role("link", name="Gửi qua thư điện tử").is_visible()
    still.context.close()
