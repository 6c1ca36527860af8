"""On a phone, no line of a heading ends within the short name of an agency."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.outputs.conftest import serving

# The names in headings, and of these the ones that are on several lines.
FIND = """
(names) => {
  const found = [], broken = [];
  for (const heading of document.querySelectorAll("h1, h2, h3")) {
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const text = node.data.replaceAll("\\u00a0", " ");
      for (const name of names) {
        for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
          // Not the beginning of a longer word.
          if (/^[\\p{L}\\p{N}]/u.test(text.slice(at + name.length))) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + name.length);
          found.push(name);
          if (new Set([...range.getClientRects()].map((one) => Math.round(one.top))).size > 1) broken.push(text.trim());
        }
      }
    }
  }
  return [found, broken];
}
"""
MOST_SYLLABLES = 4


@pytest.fixture(scope="module", params=["portal", "sample", "register"])
def root(request: pytest.FixtureRequest, sites: dict[str, Path]) -> Path:
    return request.getfixturevalue("portal_site") if request.param == "portal" else sites[request.param]


@pytest.fixture
def server(root: Path) -> Iterator[str]:
    with serving(root) as address:
        yield address


def short_names(root: Path) -> list[str]:
    with (root / "du-lieu/agencies.csv").open(encoding="utf-8-sig", newline="") as table:
        names = {row["name_vi"] for row in csv.DictReader(table)}
    return sorted(name for name in names if 1 < len(name.split()) <= MOST_SYLLABLES)


@pytest.mark.parametrize("size", ["", "large"])
def test_no_line_of_a_heading_ends_within_a_short_name(browser: Browser, root: Path, server: str, size: str) -> None:
    names = short_names(root)
    pages = [one for one in sorted(root.rglob("index.html")) if b'http-equiv="refresh"' not in one.read_bytes()]
    found: set[str] = set()
    broken: dict[Path, list[str]] = {}
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        # Every kind of page is among them, and of the large bulletin each tenth page.
        for path in pages[:: max(1, len(pages) // 60)]:
            page.goto(f"{server}{path.parent.relative_to(root)}/")
            page.evaluate("size => { document.documentElement.dataset.size = size; }", size)
            here, split = page.evaluate(FIND, names)
            found |= set(here)
            broken |= {path.relative_to(root): split} if split else {}
            assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert found
    assert broken == {}


def test_a_name_that_is_broken_is_found(browser: Browser) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.set_content("<h1 style='width: 5em'>Bộ Thông tin</h1><h2>Bộ Thông tin</h2>")
        assert page.evaluate(FIND, ["Bộ Thông tin"]) == [["Bộ Thông tin"] * 2, ["Bộ Thông tin"]]
