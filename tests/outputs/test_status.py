"""The status of an agreement in a real browser: told by word and by shape, wherever the agreement is shown."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from bantin.domain.model import Status
from tests.outputs.conftest import serving

# What a tag looks like apart from its colours: the shape before the word, and the line around both.
SHAPES = """(tags) => tags.map((tag) => {
  const own = getComputedStyle(tag);
  const shape = getComputedStyle(tag, "::before");
  const sides = ["Top", "Right", "Bottom", "Left"];
  const edges = (style) => sides.map((side) => style[`border${side}Width`] + style[`border${side}Style`]);
  const drawn = sides.some((side) => parseFloat(shape[`border${side}Width`]) > 0) || /\\?/.test(shape.content);
  return [drawn, [shape.content, shape.borderRadius, ...edges(shape), own.borderRadius, ...edges(own)].join()];
})"""


@pytest.fixture(scope="module")
def server(portal_site: Path) -> Iterator[str]:
    with serving(portal_site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1440, "height": 900}) as opened:
        yield opened.new_page()


@pytest.mark.parametrize(
    "media",
    [
        {},
        {"color_scheme": "dark"},
        {"forced_colors": "active"},
        {"media": "print"},
    ],
    ids=["light", "dark", "forced colours", "print"],
)
def test_the_seven_tags_differ_by_word_and_by_shape(page: Page, server: str, media: dict[str, Any]) -> None:
    page.emulate_media(**media)
    page.goto(f"{server}van-ban/tinh-trang/")
    tags = page.locator(".status")
    assert len(set(tags.all_inner_texts())) == len(Status)
    shapes = tags.evaluate_all(SHAPES)
    assert all(drawn for drawn, _ in shapes)
    assert len({shape for _, shape in shapes}) == len(Status)


def test_a_tag_is_shown_in_tables_and_on_cards(page: Page, server: str) -> None:
    for path, within in (("van-ban/", ".records"), ("bai-viet/", ".card")):
        page.goto(server + path)
        shown = page.locator(f"{within} .status").all_inner_texts()
        assert len(set(shown)) > 1
        assert len(shown) == page.locator(".records tbody tr" if within == ".records" else ".card").count()


def test_the_rows_of_the_register_are_low(page: Page, server: str) -> None:
    page.goto(f"{server}van-ban/")
    rows = page.locator(".records tbody tr")
    heights = rows.evaluate_all("(rows) => rows.map((row) => row.getBoundingClientRect().height)")
    assert len(heights) == 200
    assert sum(heights) / len(heights) <= 70


def test_the_status_of_a_row_takes_two_lines_at_most(page: Page, server: str) -> None:
    """The tag is one, the period below it another."""
    page.goto(f"{server}van-ban/")
    one_line = "(one) => one.getBoundingClientRect().height < 1.9 * parseFloat(getComputedStyle(one).lineHeight)"
    lines = page.locator(".records .standing").evaluate_all(
        f"(cells) => cells.map((cell) => [cell.children.length, [...cell.children].every({one_line})])"
    )
    assert {tuple(one) for one in lines} == {(1, True), (2, True)}


def test_the_word_of_a_tag_leads_to_its_meaning(page: Page, server: str) -> None:
    page.goto(f"{server}van-ban/")
    page.locator(".records tbody a").first.click()
    page.locator("a:has(> .status):visible").first.click()
    place = page.url.partition("#")[2]
    assert page.url.startswith(f"{server}van-ban/tinh-trang/#")
    assert page.locator(f"[id='{place}'] dd").inner_text()


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1440, 900)])
def test_what_holds_stands_at_the_top_of_every_page_of_an_agreement(
    browser: Browser, server: str, portal_site: Path, width: int, height: int
) -> None:
    files = [*portal_site.glob("bai-viet/*/*/index.html"), *portal_site.glob("van-ban/[0-9]*/*/index.html")]
    with browser.new_context(viewport={"width": width, "height": height}) as opened:
        page = opened.new_page()
        below = {}
        for file in files:
            if 'class="brief' not in file.read_text(encoding="utf-8"):
                continue
            page.goto(f"{server}{file.parent.relative_to(portal_site)}/", wait_until="domcontentloaded")
            boxes = page.locator(".brief").evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().bottom)")
            below[file.parent.name] = max(boxes)
    assert len(below) > 250
    assert {name: end for name, end in below.items() if end > height} == {}


def test_the_box_of_what_was_replaced_leads_to_what_replaced_it(page: Page, server: str, portal_site: Path) -> None:
    files = (file for file in portal_site.glob("bai-viet/*/*/index.html"))
    replaced = next(one for one in files if 'class="brief-after"' in one.read_text(encoding="utf-8"))
    page.goto(f"{server}{replaced.parent.relative_to(portal_site)}/")
    box = page.locator(".brief-ended").first
    assert box.locator(".brief-status .status").inner_text() == "Hết hiệu lực toàn bộ"
    box.locator(".brief-after a").first.click()
    assert page.locator(".brief").count() >= 1


def test_no_box_says_that_a_text_is_public_and_opens_nothing(portal_site: Path) -> None:
    said = [file.read_text(encoding="utf-8") for file in portal_site.glob("bai-viet/*/*/index.html")]
    assert any('class="button"' in one for one in said)
    assert [one for one in said if "Công khai" in one] == []
