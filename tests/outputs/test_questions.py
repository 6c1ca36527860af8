"""Questions to the search as people ask them, on a bulletin of 300 agreements with a real index, in a real browser."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from benchmarks import portal
from tests.outputs.conftest import serving

RESULTS = ".search-results a"


@pytest.fixture(scope="module")
def server(asked_site: Path) -> Iterator[str]:
    with serving(asked_site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1440, "height": 900}) as opened:
        yield opened.new_page()


@pytest.fixture(scope="module")
def script(asked_site: Path, server: str) -> str:
    """The address of the module that reads questions."""
    (file,) = (asked_site / "static").glob("question.*.js")
    return f"{server}static/{file.name}"


def ask(page: Page, server: str, query: str) -> list[str]:
    """The addresses that a question leads to, relative to the site."""
    page.goto(f"{server}tim-kiem/?{query}")
    expect(page.locator(".search-count")).to_contain_text("kết quả", timeout=20_000)
    expect(page.locator(RESULTS)).not_to_have_count(0)
    found: list[str] = page.locator(RESULTS).evaluate_all("links => links.map(link => link.href)")
    return [address.removeprefix(server) for address in found]


def chips(page: Page) -> list[str]:
    return page.locator(".chips button").all_inner_texts()


PAIR = "co-quan/bca/voi/byt/"


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Bộ Công an", "co-quan/bca/"),
        ("bo cong an", "co-quan/bca/"),
        ("BCA", "co-quan/bca/"),
        ("Bộ Lao động - Thương binh và Xã hội", "co-quan/bldtbxh/"),
        ("ubnd yên thủy", "co-quan/ubnd-yen-thuy/"),
        ("các văn bản của Bộ Y tế", "co-quan/byt/"),
        ("Bộ Công an ký với Bộ Y tế", PAIR),
        ("bo cong an ky voi bo y te", PAIR),
        ("Bộ Y tế và Bộ Công an", PAIR),
        ("quy chế giữa BYT và BCA", PAIR),
        ("còn hiệu lực", "van-ban/tinh-trang/con-hieu-luc/"),
        ("văn bản nào sắp hết hạn?", "van-ban/sap-den-han/"),
        ("năm 2023", "van-ban/nam/2023/"),
    ],
)
def test_what_is_asked_for_by_name_comes_first(page: Page, server: str, question: str, first: str) -> None:
    found = ask(page, server, f"q={question}")
    assert found[0] == first
    assert len(set(found)) == len(found)


def test_the_only_agreement_of_two_agencies_comes_first(page: Page, server: str, asked_site: Path) -> None:
    """It has a page of its own, and there are news about it."""
    made = portal.accords()
    with_news = (one for one in made if len(one.parties) == 2 and not one.in_article and one.number % 2)
    only = next(
        one for one in with_news if [other for other in made if set(one.parties) <= set(other.parties)] == [one]
    )
    first, second = only.parties
    assert not (asked_site / f"co-quan/{first.id}/voi/{second.id}").exists()
    assert ask(page, server, f"q={first.name} ký với {second.name}")[0] == only.url


@pytest.mark.parametrize(
    ("number", "of"), [(12, "number"), (120, "number"), (201, "number"), (30, "title"), (99, "title"), (201, "title")]
)
def test_an_agreement_comes_before_what_tells_of_it(page: Page, server: str, number: int, of: str) -> None:
    one = portal.accords()[number]
    assert ask(page, server, f"q={one.reference if of == 'number' else one.title}")[0] == one.url
    assert page.locator(".search-results li").first.locator(".dates").inner_text().count(one.reference) == 1


def test_statuses_years_and_types_narrow_and_chips_take_them_back(page: Page, server: str) -> None:
    one = next(one for one in portal.accords() if one.type == "quy-che-phoi-hop" and one.after)
    kept = f"quy chế phối hợp {one.subject}"
    ask(page, server, f"q={kept} bị thay thế")
    assert chips(page) == ["Quy chế phối hợp", "Bị thay thế"]
    facts = page.locator(".search-results .dates").all_inner_texts()
    assert any(fact.count(one.reference) for fact in facts)
    assert all("Hết hiệu lực toàn bộ" in fact and "/QCPH-" in fact for fact in facts)
    field = page.get_by_role("combobox", name="Từ cần tìm")
    page.get_by_role("button", name="Bỏ bộ lọc: Bị thay thế").click()
    expect(field).to_have_value(kept)
    expect(field).to_be_focused()
    page.go_back()
    expect(page.locator(".chips button")).to_have_text(["Quy chế phối hợp", "Bị thay thế"])
    page.get_by_text("Lọc và sắp xếp").click()
    page.get_by_label("Năm ký").select_option(f"{one.signed.year}")
    expect(page.locator(".chips button")).to_have_text(["Quy chế phối hợp", "Bị thay thế", f"{one.signed.year}"])
    page.locator(".chips button").last.click()
    expect(page.get_by_label("Năm ký")).to_have_value("")


@pytest.mark.parametrize(
    "question",
    [
        # It stands so in a title.
        "Quy chế phối hợp trong công tác cảnh vệ giữa Bộ Công an",
        # In quotation marks it is what is written.
        "“Bộ Công an” “còn hiệu lực”",
        # The two have signed nothing in that year.
        "Bộ Công an Bộ Ngoại giao năm 2025 hội nghị",
    ],
)
def test_what_is_quoted_or_would_find_nothing_is_looked_for_as_it_is_written(
    page: Page, server: str, question: str
) -> None:
    page.goto(f"{server}tim-kiem/?q={question}")
    expect(page.locator(".search-count")).not_to_contain_text("Đang tìm")
    expect(page.locator(".search-count")).not_to_be_empty()
    assert chips(page) == []


# On the last day of November 2026.
READ = """async ([script, names, question]) => {
  const { interpret } = await import(script);
  const { pages, filters, words, named, chips } = interpret(question, names, new Date(2026, 10, 30));
  return [pages.map(({ url }) => url), filters, words || named];
}"""


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("Bộ Công an", (["co-quan/bca/"], {}, "Bộ Công an")),
        ("BCA ký với ai?", (["co-quan/bca/"], {}, "BCA")),
        ("Cục thuộc Bộ Công an", ([], {"agency": ["Bộ Công an"]}, "Cục")),
        ("giữa Bộ Y tế và Bộ Công an", ([PAIR], {"agency": ["Bộ Y tế", "Bộ Công an"]}, "")),
        ("an toàn thực phẩm và môi trường", ([], {}, "an toàn thực phẩm và môi trường")),
        ("12/QCPH-BCA-BYT", ([], {}, "12/QCPH-BCA-BYT")),
        ("văn bản số 12/QCPH-BCA-BYT", ([], {}, "12/QCPH-BCA-BYT")),
        ("24/11/2021", ([], {}, "24/11/2021")),
        ("đất đai năm 2023", ([], {"year": {"any": ["2023"]}}, "đất đai")),
        ("đất đai năm 1823", ([], {}, "đất đai năm 1823")),
        ("ký năm 2022 hoặc 2023", ([], {"year": {"any": ["2022", "2023"]}}, "hoặc")),
        ("đất đai đã hết hiệu lực", ([], {"status": {"any": ["Hết hiệu lực toàn bộ"]}}, "đất đai")),
        ("ĐẤT ĐAI CÒN HIỆU LỰC", ([], {"status": {"any": ["Còn hiệu lực"]}}, "ĐẤT ĐAI")),
        ("Thống kê", (["thong-ke/"], {}, "Thống kê")),
        ("tp", ([], {}, "tp")),
        ("   ", ([], {}, "")),
        ("", ([], {}, "")),
    ],
)
def test_a_question_is_read(page: Page, script: str, question: str, read: tuple[Any, ...]) -> None:
    pages, filters, words = read
    assert _read(page, script, question) == [pages, filters, words]


def test_what_soon_ends_is_what_ends_within_a_year(page: Page, script: str) -> None:
    (months,) = _read(page, script, "sắp hết hạn")[1]["ends"].values()
    assert (months[0], months[1], months[-1], len(months)) == ("2026-11", "2026-12", "2027-11", 13)


def test_without_names_a_question_is_not_read(page: Page, script: str) -> None:
    assert _read(page, script, "Bộ Công an", named=False)[:2] == [[], {}]


def _read(page: Page, script: str, question: str, *, named: bool = True) -> Any:
    """The pages and the filters that a question asks for, and what is looked for."""
    server = script.partition("static/")[0]
    page.goto(f"{server}tim-kiem/")
    names = page.request.get(f"{server}tim-kiem/names.json").json() if named else None
    return page.evaluate(READ, [script, names, question])


def test_where_the_names_cannot_be_had_words_are_found(browser: Browser, server: str) -> None:
    with browser.new_context() as opened:
        opened.route("**/names.json", lambda route: route.abort())
        page = opened.new_page()
        assert ask(page, server, "q=Bộ Công an ký với Bộ Y tế")
        assert chips(page) == []


def test_what_the_page_loads_first_is_loaded_once(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url.removeprefix(server)))
    ask(page, server, "q=cảnh vệ")
    loaded = page.locator("link[rel=preload], link[rel=modulepreload]").evaluate_all("all => all.map(one => one.href)")
    assert len(loaded) == 3
    assert [asked.count(address.removeprefix(server)) for address in loaded] == [1, 1, 1]
    assert len(set(asked)) == len(asked)
    assert "pagefind/pagefind-worker.js" not in asked


SHIFTS = """() => {
  globalThis.shifted = [];
  new PerformanceObserver((list) => {
    for (const { value, sources, hadRecentInput } of list.getEntries())
      if (!hadRecentInput) shifted.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]);
  }).observe({ type: "layout-shift", buffered: true });
}"""


def _late(route: Route) -> None:
    time.sleep(0.3)
    route.continue_()


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1440, 900)])
@pytest.mark.parametrize(
    "query", ["", "q=cảnh vệ", "q=Bộ Công an ký với Bộ Y tế", "q=zzz", "q=quy chế&year=2012&status=Còn hiệu lực"]
)
def test_nothing_moves_when_results_appear(browser: Browser, server: str, width: int, height: int, query: str) -> None:
    with browser.new_context(viewport={"width": width, "height": height}) as opened:
        # What is loaded comes in late, when the page has been painted.
        opened.route("**/static/results.*", _late)
        page = opened.new_page()
        page.add_init_script(f"({SHIFTS})()")
        page.goto(f"{server}tim-kiem/?{query}")
        if query:
            expect(page.locator(".search-count")).not_to_contain_text("Đang tìm")
            expect(page.locator(".search-count")).not_to_be_empty()
        page.get_by_role("combobox", name="Từ cần tìm").fill("biên bản ghi nhớ")
        page.keyboard.press("Enter")
        expect(page.locator(".search-results li")).not_to_have_count(0)
        page.wait_for_timeout(700)
        assert page.evaluate("shifted") == []


# All that the engine has, of which it loads all of its index.
COUNT = """async (status) => {
  const { engine } = document.querySelector("form[data-bt=search]").dataset;
  const { search } = await import(new URL(engine, document.baseURI));
  return (await search(null, { filters: { status } })).results.length;
}"""


def test_filters_alone_find_all_that_they_let_through_and_load_little(
    page: Page, server: str, asked_site: Path
) -> None:
    pieces: list[str] = []
    page.on("request", lambda one: pieces.append(one.url) if "pagefind/index/" in one.url else None)
    ask(page, server, "status=Còn hiệu lực")
    assert len(pieces) == 1 < len(list((asked_site / "pagefind/index").iterdir()))
    (told,) = re.findall(r"[\d.]+", page.locator(".search-count").inner_text())
    assert int(told) == page.evaluate(COUNT, "Còn hiệu lực") > 100
