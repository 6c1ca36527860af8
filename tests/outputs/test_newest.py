"""The first page of results from the newest agreements and news, before everything has been searched, in a browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.outputs.conftest import serving
from tests.outputs.test_questions import SHIFTS

BROAD = "phòng, chống"
FEW = "ứng phó sự cố tràn dầu trên biển"


@pytest.fixture(scope="module")
def server(asked_site: Path) -> Iterator[str]:
    with serving(asked_site) as address:
        yield f"{address}tim-kiem/"


@pytest.fixture(params=[(360, 740), (1440, 900)], ids=str)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = request.param
    with browser.new_context(viewport={"width": width, "height": height}) as opened:
        made = opened.new_page()
        made.add_init_script(f"({SHIFTS})()")
        yield made
        made.wait_for_timeout(300)
        assert made.evaluate("shifted") == []


def results(page: Page) -> list[dict[str, str]]:
    shown: list[dict[str, str]] = page.locator(".search-results li").evaluate_all(
        """items => items.map((item) => ({
          title: item.querySelector("a").textContent,
          url: item.querySelector("a").getAttribute("href"),
          facts: item.querySelector("[data-bt=facts]").textContent,
        }))"""
    )
    return shown


@pytest.mark.parametrize("asked", [BROAD, "phong chong", "PHÒNG CHỐNG"])
def test_words_of_many_titles_are_answered_without_the_engine(page: Page, server: str, asked: str) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{server}?q={asked}")
    expect(page.locator(".search-count")).to_have_text("Hơn 10 kết quả, xếp từ mới đến cũ")
    shown = results(page)
    assert len(shown) == 10
    assert all("phòng, chống" in one["title"].lower() for one in shown)
    days = [one["facts"].split("ngày ")[1].split(" ")[0].split("/") for one in shown]
    years = [int(year) for _day, _month, year in days]
    assert years == sorted(years, reverse=True)


def test_more_results_come_from_the_engine_behind_the_first_ones(page: Page, server: str) -> None:
    page.goto(f"{server}?q={BROAD}")
    expect(page.locator(".search-results li")).to_have_count(10)
    first = results(page)
    page.get_by_role("button", name="Xem thêm kết quả").click()
    expect(page.locator(".search-count")).to_contain_text("kết quả")
    expect(page.locator(".search-results li:nth-child(11)")).to_be_visible()
    shown = results(page)
    assert shown[:10] == first
    addresses = [one["url"] for one in shown]
    assert len(set(addresses)) == len(addresses)


def test_a_filter_that_is_chosen_holds_for_them(page: Page, server: str) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{server}?q=phối hợp&type=Quy chế phối hợp")
    expect(page.locator(".search-results li")).to_have_count(10)
    assert all("/QCPH-" in one["facts"] for one in results(page))


def test_what_the_engine_cannot_be_asked_is_told(page: Page, server: str) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{server}?q={BROAD}")
    page.get_by_role("button", name="Xem thêm kết quả").click()
    expect(page.locator(".search-count")).to_contain_text("tạm thời không hoạt động")
    assert len(results(page)) == 10


@pytest.mark.parametrize("asked", [FEW, "phỏng chống", "chống phòng", f"{BROAD}&sort=date", f"{BROAD} năm 2024"])
def test_everything_else_is_looked_for_by_the_engine(page: Page, server: str, asked: str) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{server}?q={asked}")
    expect(page.locator(".search-count")).to_contain_text("tạm thời không hoạt động")
    assert results(page) == []


def test_what_is_called_so_comes_first(page: Page, server: str) -> None:
    page.goto(server)
    newest: list[dict[str, Any]] = [{"title": f"Quy chế A {number}", "filters": {}} for number in range(12)]
    newest[11] = {"title": "Kế hoạch quy chế a", "number": "01/QC", "filters": {}}
    asked = """async ([newest, words]) => {
      const script = document.querySelector("script[type=module][src*=search]").src;
      const said = await (await fetch(script)).text();
      const address = said.match(/"(\\.\\/newest\\.[^"]+)"/)[1];
      return (await import(new URL(address, script))).newestOf(newest, words, {}).map(({ title }) => title);
    }"""
    found = page.evaluate(asked, [newest, "quy chế a"])
    assert found == [f"Quy chế A {number}" for number in range(10)]
    called = page.evaluate(asked, [[*newest, {"title": "Quy chế A", "filters": {}}], "quy che a"])
    assert called[0] == "Quy chế A"
    assert page.evaluate(asked, [newest[:9], "quy che a"]) == []
