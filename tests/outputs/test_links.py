"""Every internal link leads to a file of the site, and every fragment to an id, wherever the site is put."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.outputs.conftest import NAMES

HERE = "https://site.test/some/where/"


class Page(HTMLParser):
    """The links and ids of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(path.read_text())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                assert value not in self.ids, value
                self.ids.add(value)
            elif name in ("href", "src") and value is not None:
                self.links.append(value)
            elif name == "content" and value and value.startswith("0; url="):
                self.links.append(value.removeprefix("0; url="))


def pages(site: Path) -> dict[Path, Page]:
    return {path: Page(path) for path in sorted(site.rglob("*.html"))}


def check_links(site: Path) -> int:
    """How many links of the pages of ``site`` lead within it; each must lead somewhere."""
    found = pages(site)
    checked = 0
    for path, page in found.items():
        here = HERE + path.relative_to(site).as_posix()
        for link in page.links:
            target = urljoin(here, link)
            if not target.startswith(HERE):
                assert urlsplit(target).scheme in ("https", "http", "mailto", "tel"), link
                continue
            if "/pagefind/" in target:
                # What the search page loads of the engine, without which these sites are built.
                continue
            parts = urlsplit(target)
            file = site / unquote(parts.path.removeprefix(urlsplit(HERE).path))
            file = file / "index.html" if target.split("#")[0].split("?")[0].endswith("/") else file
            assert file.is_file(), f"{path}: {link}"
            if parts.fragment:
                assert unquote(parts.fragment) in found[file].ids, f"{path}: {link}"
            checked += 1
    return checked


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_somewhere(name: str, sites: dict[str, Path]) -> None:
    assert check_links(sites[name]) > 20


@pytest.mark.parametrize("name", NAMES)
def test_internal_links_are_relative(name: str, sites: dict[str, Path]) -> None:
    """But on the page for missing addresses, which is served at any depth, and to services beside the site."""
    for path, page in pages(sites[name]).items():
        if path.name != "404.html":
            assert [
                link for link in page.links if link.startswith("/") and not link.startswith(("/_c/", "/_comments/"))
            ] == []


@pytest.mark.parametrize("name", NAMES)
def test_addresses_are_lower_case_ascii(name: str, sites: dict[str, Path]) -> None:
    for path in sites[name].rglob("*"):
        address = path.relative_to(sites[name]).as_posix()
        assert address.isascii(), address
        assert address == address.lower(), address
        assert " " not in address
