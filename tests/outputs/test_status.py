"""The status of an agreement in a real browser: told by word and by shape, wherever the agreement is shown."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from bantin.domain.model import Status
from tests.bulletins import ARTICLE, MINIMAL, UNSEARCHED, build_site, write
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


def test_the_word_of_a_tag_leads_to_its_meaning(browser: Browser, server: str) -> None:
    """Without scripts; with them it is explained where it stands."""
    with browser.new_context(java_script_enabled=False) as opened:
        page = opened.new_page()
        page.goto(f"{server}van-ban/")
        page.locator(".records tbody a").first.click()
        page.locator("a:has(> .status):visible").first.click()
        place = page.url.partition("#")[2]
        assert page.url.startswith(f"{server}van-ban/tinh-trang/#")
        assert page.locator(f"[id='{place}'] dd").inner_text()


def test_what_holds_stands_at_the_top_of_every_page_of_an_agreement(
    page: Page, portal_site: Path, sites: dict[str, Path]
) -> None:
    page.route("**/*.js", lambda route: route.abort())
    for site, least in ((portal_site, 250), (sites["sample"], 5), (sites["register"], 30)):
        files = [*site.glob("bai-viet/*/*/index.html"), *site.glob("van-ban/*/*/index.html")]
        boxed = [file for file in files if 'class="brief' in file.read_text(encoding="utf-8")]
        assert len(boxed) >= least
        with serving(site) as address:
            assert list(too_low(page, (f"{address}{file.parent.relative_to(site)}/" for file in boxed))) == []


def too_low(page: Page, addresses: Iterable[str]) -> Iterator[tuple[str, int]]:
    """The pages on which a box does not end within a screen, each with the width of that."""
    for address in addresses:
        page.goto(address, wait_until="domcontentloaded")
        for width, height in ((360, 740), (1440, 900)):
            page.set_viewport_size({"width": width, "height": height})
            ends = page.locator(".brief").evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().bottom)")
            if max(ends) > height:
                yield address, width


# The most that two texts below each other are apart, in the left third of the window.
WIDEST_GAP = """() => {
  const spans = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    if (walker.currentNode.data.trim()) for (const one of range.getClientRects()) {
      if (one.left < innerWidth / 3 && one.width > 1) spans.push([one.top, one.bottom]);
    }
  }
  spans.sort(([one], [other]) => one - other);
  let end = spans[0][1];
  let widest = 0;
  for (const [top, bottom] of spans) {
    widest = Math.max(widest, top - end);
    end = Math.max(end, bottom);
  }
  return widest;
}"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an agreement with long facts in an article with a short text, and of one of which little is known."""
    guests = ", ".join(f"{{name: Trần Văn {letter}, position: Vụ trưởng Vụ Pháp chế}}" for letter in "BCDEGHIKLMNO")
    bases = "".join(f"\n    - Luật số {number}/2018/QH14 về một lĩnh vực có tên dài" for number in range(10, 22))
    long = ARTICLE.replace(
        "  fields: [an-ninh]",
        f"""  fields: [an-ninh]
  attended_by: [{guests}]
  legal_basis:{bases}
  effective_on: 2020-05-06
  expires_on: 2023-05-06
  events: [{{kind: extended, on: 2023-01-01, until: 2031-05-06, by: Phụ lục số 1}}]""",
    )
    files = {**MINIMAL, **UNSEARCHED, "content/articles/2020/dai.md": long, "content/articles/2020/bai.md": ARTICLE}
    root = write(tmp_path_factory.mktemp("made"), files)
    build_site(root)
    return root / "site"


def test_neither_long_facts_nor_a_short_text_leave_a_hole(page: Page, made: Path) -> None:
    with serving(made) as address:
        page.goto(f"{address}bai-viet/2020/dai/")
        assert page.evaluate(WIDEST_GAP) < 120
        # Facts in a column of their own would.
        page.locator(".story-facts").evaluate("(one) => { one.style.gridColumn = '2'; }")
        assert page.evaluate(WIDEST_GAP) > 120


def test_an_extended_term_has_one_end_and_tells_the_first_as_such(page: Page, made: Path) -> None:
    with serving(made) as address:
        page.goto(f"{address}bai-viet/2020/dai/")
        assert "06/05/2031" in page.locator(".brief-status").inner_text()
        told = " ".join(page.locator(".fact", has_text="Thời hạn").inner_text().split())
    assert "đến hết ngày 6 tháng 5 năm 2031 (theo gia hạn, theo Phụ lục số 1)" in told
    assert told.endswith("thời hạn ban đầu: đến hết ngày 6 tháng 5 năm 2023")


def test_what_is_not_known_takes_one_line(page: Page, made: Path) -> None:
    with serving(made) as address:
        page.goto(f"{address}bai-viet/2020/bai/")
        assert page.locator(".story-facts .unknown").all_inner_texts() == ["Nơi ký; Ngày có hiệu lực; Thời hạn"]


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
