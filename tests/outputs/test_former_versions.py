"""The page of former versions in a browser: no barriers, fits a narrow screen, and is valid HTML."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.bulletins import ARTICLE, COMPLETE, SITE, build_site, write
from tests.outputs.conftest import serving
from tests.outputs.test_html import check
from tests.repositories import MAY_6, commit

BAI, AT = "content/articles/2020/bai.md", "bai-viet/2020/bai/phien-ban/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an article that was changed, could not be read, and had a personal number."""
    root = tmp_path_factory.mktemp("root")
    settings = f"{SITE}search: off\nformer_versions: yes\nrepository: https://git.example/{{commit}}/{{path}}\n"
    longer = ARTICLE.replace(
        "Nội dung.", f"Nội dung <b>mới</b>, {'rất' * 30} dài.\n\n| a | b |\n|---|---|\n| c | d |\n"
    )
    told = longer.replace("title: Hai", "changes: [{on: 2020-05-11, kind: correction, note: Sửa số.}]\ntitle: Ba")
    number = ARTICLE.replace("Nội dung.", "Gọi 0912 345 678.")
    write(root, COMPLETE, {"content/site.yml": settings})
    texts: tuple[str | bytes, ...] = (ARTICLE, longer, b"\xff", number, told, longer)
    for day, text in enumerate(texts):
        commit(write(root, {BAI: text}), at=MAY_6 + timedelta(days=day))
    build_site(root, root / "site", history=True)
    return root / "site"


@pytest.fixture
def page(site: Path, browser: Browser) -> Iterator[Page]:
    with (
        serving(site) as address,
        browser.new_context(viewport={"width": 360, "height": 640}, bypass_csp=True) as context,
    ):
        page = context.new_page()
        page.goto(f"{address}{AT}")
        yield page


def test_there_is_no_barrier_and_nothing_wider_than_the_screen(page: Page, axe: Path) -> None:
    page.add_script_tag(path=axe)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        violations = page.evaluate("axe.run().then(found => found.violations)")
        assert [(one["id"], one["nodes"][0]["html"]) for one in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_deleted_and_inserted_words_look_different(page: Page) -> None:
    style = "one => getComputedStyle(one).textDecorationLine"
    assert page.locator("del").first.evaluate(style) == "line-through"
    assert page.locator("ins").first.evaluate(style) == "underline"


def test_the_page_is_valid(site: Path, checker: list[str]) -> None:
    assert check(checker, site / AT) == []
