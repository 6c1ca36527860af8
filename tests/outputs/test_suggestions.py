"""What the search page suggests while one types, on a bulletin of 300 agreements, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from benchmarks import portal
from tests.outputs.conftest import serving
from tests.outputs.test_questions import SHIFTS

SIZES = [(360, 740), (1440, 900)]
RESULTS = ".search-results a"


@pytest.fixture(scope="module")
def server(asked_site: Path) -> Iterator[str]:
    with serving(asked_site) as address:
        yield address


@pytest.fixture(params=SIZES, ids=str)
def page(browser: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The search page on a phone, which is touched, and on a large screen."""
    width, height = request.param
    with browser.new_context(viewport={"width": width, "height": height}, has_touch=width < 500) as opened:
        made = opened.new_page()
        made.add_init_script(f"({SHIFTS})()")
        made.goto(f"{server}tim-kiem/")
        yield made
        made.wait_for_timeout(300)
        assert made.evaluate("shifted") == []


def field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Từ cần tìm")


def offered(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Gợi ý").get_by_role("option")


def first_result(page: Page) -> str | None:
    expect(page.locator(".search-count")).to_contain_text("kết quả")
    return page.locator(RESULTS).first.get_attribute("href")


TITLED = next(one for one in portal.accords() if not one.in_article)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Bộ Công an", "Bộ Công an Cơ quan"),
        ("bo cong an", "Bộ Công an Cơ quan"),
        ("bca", "Bộ Công an Cơ quan · BCA"),
        ("ubnd yên", "Ủy ban nhân dân tỉnh Yên Thủy Cơ quan · UBND tỉnh Yên Thủy"),
        ("con hieu", "Còn hiệu lực Tình trạng hiệu lực"),
        ("còn", "Còn hiệu lực Tình trạng hiệu lực"),
        ("het han", "Hết hiệu lực toàn bộ Tình trạng hiệu lực · hết hạn"),
        ("2023", "Năm 2023 Năm ký"),
        ("bien ban", "Biên bản ghi nhớ Loại văn bản"),
        (TITLED.title[:-3], f"{TITLED.title} Văn bản"),
    ],
)
def test_names_and_titles_are_suggested_with_what_they_are(page: Page, typed: str, first: str) -> None:
    field(page).press_sequentially(typed)
    expect(offered(page).first).to_have_text(first)
    # That is also how a screen reader names it.
    expect(offered(page).first).to_have_accessible_name(first)
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    assert field(page).get_attribute("aria-activedescendant") is None


@pytest.mark.parametrize("typed", ["xyzzy", "bộ xyzzy", "công bộ bộ an xx", "?!", " "])
def test_nothing_is_suggested_for_nonsense(page: Page, typed: str) -> None:
    field(page).press_sequentially("bộ")
    expect(offered(page)).not_to_have_count(0)
    field(page).fill(typed)
    expect(offered(page)).to_have_count(0)
    expect(field(page)).to_have_attribute("aria-expanded", "false")


def test_of_no_kind_so_many_are_suggested_that_others_are_not(page: Page) -> None:
    field(page).press_sequentially("b")
    expect(offered(page)).to_have_count(6)
    kinds = [text.split("\n")[-1].partition(" · ")[0] for text in offered(page).all_inner_texts()]
    assert {kinds.count(kind) for kind in kinds} <= {1, 2, 3}
    assert len(set(kinds)) > 1


def test_a_suggestion_is_chosen_by_keyboard_and_asked_for(page: Page) -> None:
    asking = field(page)
    asking.press_sequentially("bo y te")
    expect(offered(page).first).to_have_text("Bộ Y tế Cơ quan")
    chosen = page.get_by_role("listbox", name="Gợi ý").get_by_role("option", selected=True)
    asking.press("ArrowDown")
    expect(chosen).to_have_text("Bộ Y tế Cơ quan")
    assert asking.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    asking.press("ArrowUp")
    # What was typed stands before the first and after the last suggestion.
    expect(chosen).to_have_count(0)
    asking.press("ArrowUp")
    expect(chosen).to_have_text(offered(page).last.inner_text().replace("\n", " "))
    asking.press("ArrowDown")
    asking.press("ArrowDown")
    expect(asking).to_have_value("bo y te")
    asking.press("Enter")
    expect(asking).to_have_value("Bộ Y tế")
    expect(asking).to_be_focused()
    expect(offered(page)).to_have_count(0)
    assert first_result(page) == "../co-quan/byt/"


def test_without_a_choice_enter_asks_for_what_was_typed(page: Page) -> None:
    field(page).press_sequentially("bo y te")
    expect(offered(page).first).to_be_visible()
    field(page).press("Enter")
    expect(offered(page)).to_have_count(0)
    assert first_result(page) == "../co-quan/byt/"
    assert page.url.endswith("?q=bo+y+te")
    expect(field(page)).to_have_value("bo y te")


def test_a_suggestion_is_chosen_by_touch_or_by_mouse(page: Page) -> None:
    field(page).press_sequentially(TITLED.title[:-3])
    wanted = offered(page).first
    expect(wanted).to_contain_text(TITLED.title)
    wanted.tap() if page.evaluate("navigator.maxTouchPoints") else wanted.click()
    expect(field(page)).to_have_value(TITLED.title)
    expect(offered(page)).to_have_count(0)
    assert first_result(page) == f"../{TITLED.url}"


def test_escape_closes_and_an_arrow_opens_again(page: Page) -> None:
    asking = field(page)
    asking.press_sequentially("bo y te")
    expect(offered(page)).not_to_have_count(0)
    asking.press("ArrowDown")
    asking.press("Escape")
    expect(offered(page)).to_have_count(0)
    expect(asking).to_have_value("bo y te")
    assert asking.get_attribute("aria-activedescendant") is None
    asking.press("ArrowDown")
    expect(offered(page)).not_to_have_count(0)
    page.keyboard.press("Tab")
    expect(offered(page)).to_have_count(0)


@pytest.mark.parametrize("late", ["**/static/suggest.*.js", "**/suggestions.json"])
def test_suggestions_that_come_late_do_not_cover_results(page: Page, late: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(late, hold)
    with page.expect_request(late):
        field(page).press_sequentially("bo y te")
    field(page).press("Enter")
    first_result(page)
    with page.expect_response("**/suggestions.json"):
        held[0].continue_()
    page.wait_for_timeout(300)
    expect(offered(page)).to_have_count(0)
    field(page).press("End")
    field(page).press_sequentially(" v")
    expect(offered(page)).not_to_have_count(0)


def test_without_suggestions_words_are_found(page: Page) -> None:
    page.route("**/suggestions.json", lambda route: route.abort())
    field(page).press_sequentially("bo y te")
    field(page).press("Enter")
    assert first_result(page) == "../co-quan/byt/"
    expect(offered(page)).to_have_count(0)


def test_suggestions_are_no_barrier_and_fit_the_screen(page: Page, axe: Path) -> None:
    field(page).press_sequentially("bo y te")
    expect(offered(page)).not_to_have_count(0)
    field(page).press("ArrowDown")
    page.evaluate(axe.read_text(encoding="utf-8"))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        violations = page.evaluate("axe.run({resultTypes: ['violations']}).then(found => found.violations)")
        assert [(one["id"], one["nodes"][0]["html"]) for one in violations] == []
    width, height = page.evaluate("[innerWidth, innerHeight]")
    box = page.get_by_role("listbox").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= height
    assert all((one.bounding_box() or {"height": 0})["height"] >= 44 for one in offered(page).all())


def test_nothing_of_it_is_loaded_before_a_letter_is_typed(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url.removeprefix(server)))
    page.goto(f"{server}tim-kiem/")
    field(page).focus()
    page.wait_for_load_state("networkidle")
    assert not [address for address in asked if "sugges" in address]
    field(page).press_sequentially("bộ")
    expect(offered(page)).not_to_have_count(0)
    assert asked.count("tim-kiem/suggestions.json") == 1


def test_without_scripts_the_field_promises_no_suggestions(browser: Browser, server: str) -> None:
    with browser.new_context(java_script_enabled=False) as opened:
        page = opened.new_page()
        page.goto(f"{server}tim-kiem/")
        assert page.get_by_role("combobox", name="Từ cần tìm").count() == 0
        assert not page.locator("[role=listbox]").is_visible()
