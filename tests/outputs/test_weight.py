"""The size of a first visit to a page, compressed, without photos: computed from files, so the same everywhere."""

import gzip
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from tests.outputs.test_browser import ARTICLE

KIB = 1024
PHOTOS = (".avif", ".webp", ".jpg", ".jpeg", ".png")
LOADED = {"stylesheet", "icon", "modulepreload", "preload"}


class Loading(HTMLParser):
    """The addresses of what a browser loads with a page, before its reader does anything."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "link" and LOADED & set(said.get("rel", "").split()):
            self.found.append(said["href"])
        if tag in ("script", "img") and said.get("src"):
            self.found.append(said["src"])


def loaded(site: Path, page: str) -> Iterator[tuple[str, int]]:
    """The files of a first visit except photos, and the compressed size of each in bytes."""
    file = site / page / "index.html"
    yield file.name, pressed(file)
    loading = Loading()
    loading.feed(file.read_text(encoding="utf-8"))
    for address in dict.fromkeys(loading.found):
        path = urlsplit(urljoin(f"https://site.example/{page}", address)).path.lstrip("/")
        # The program of the search engine is none of ours, and not every site has it.
        if not path.startswith(("_c/", "pagefind/")) and not path.endswith(PHOTOS):
            yield path, pressed(site / path)


def pressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), mtime=0))


@pytest.mark.parametrize(("page", "most"), [("", 60 * KIB), (ARTICLE, 30 * KIB)])
def test_a_first_visit_is_light(sites: dict[str, Path], page: str, most: int) -> None:
    files = dict(loaded(sites["sample"], page))
    assert sum(files.values()) <= most
    assert {Path(path).suffix for path in files} >= {".html", ".css", ".js", ".svg"}


@pytest.mark.parametrize("page", ["", ARTICLE, "co-quan/bo-cong-an/", "van-ban/", "tim-kiem/"])
def test_scripts_before_anything_is_done_are_few(sites: dict[str, Path], page: str) -> None:
    scripts = [size for path, size in loaded(sites["sample"], page) if path.endswith(".js")]
    assert 0 < sum(scripts) <= 6 * KIB


def test_a_page_of_the_register_is_light(portal_site: Path) -> None:
    """One of 200 rows, which is the most that a page has; what searches them comes when it is asked for."""
    files = dict(loaded(portal_site, "van-ban/"))
    assert files["index.html"] <= 28 * KIB
    assert not any(path.endswith("rows.js") or ("finder" in path and path.endswith(".js")) for path in files)


def test_all_styles_are_light(sites: dict[str, Path]) -> None:
    styles = list((sites["sample"] / "static").glob("*.css"))
    assert sum(map(pressed, styles)) <= 15 * KIB
