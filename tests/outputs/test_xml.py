"""Feeds and sitemaps keep to the schemas of their formats, and say what the pages say."""

import re
from pathlib import Path

import feedparser
import pytest
from lxml import etree, html

from tests.bulletins import MINIMAL, SITE, build_site, write
from tests.conftest import REPOSITORY
from tests.outputs.conftest import NAMES

SCHEMAS = REPOSITORY / "tests/schemas"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def schema(name: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMAS / f"{name}.rng"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("format_", ["atom", "rss", "sitemap"])
def test_files_keep_to_their_schema(name: str, format_: str, sites: dict[str, Path]) -> None:
    rules = schema(format_)
    for path in sites[name].rglob(f"{format_}.xml"):
        assert rules.validate(etree.parse(path)), (path, rules.error_log)


@pytest.mark.parametrize(
    ("format_", "fault"),
    [
        ("atom", "<updated/>"),
        ("atom", "<id>not an address</id>"),
        ("rss", "<pubDate>yesterday</pubDate>"),
        ("sitemap", "<url><loc>/relative/</loc></url>"),
    ],
)
def test_the_schemas_see_a_fault(format_: str, fault: str, sites: dict[str, Path]) -> None:
    root = etree.parse(sites["sample"] / f"{format_}.xml").getroot()
    root.append(etree.fromstring(f'<x xmlns="{root.nsmap.get(None, "")}">{fault}</x>')[0])
    assert not schema(format_).validate(root)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("format_", ["atom", "rss"])
def test_feed_readers_read_them(name: str, format_: str, sites: dict[str, Path]) -> None:
    for path in sites[name].rglob(f"{format_}.xml"):
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo
        ids = [entry.id for entry in feed.entries]
        assert len(ids) == len(set(ids))
        assert all(entry.title and entry.published_parsed for entry in feed.entries)


ODD = "Vốn <a><b><500 & 50 %: xem 'Điều 1' &amp; phụ lục."
ODD_ARTICLE = f"""\
---
title: Hai cơ quan ký quy chế
published: 2020-05-06
lead: '{ODD.replace("'", "''")}'
authors: [Người viết]
lang: fr
---

Điều đầu.[^1] [Mục hai](#muc-hai)

## Mục hai

[^1]: Ghi chú.
"""


def test_readers_see_the_lead_as_it_was_written_and_texts_in_full(tmp_path: Path) -> None:
    """Texts are valid HTML (RSS Best Practices Profile), and links within a text lead to its page."""
    hub = "hubs: https://hub.example/\n"
    root = write(tmp_path, MINIMAL, {"content/articles/2020/bai.md": ODD_ARTICLE, "content/site.yml": SITE + hub})
    build_site(root)
    page = "https://bantin.example/bai-viet/2020/bai/"
    for format_ in ("atom", "rss"):
        path = root / f"site/{format_}.xml"
        assert schema(format_).validate(etree.parse(path))
        feed = feedparser.parse(path.read_bytes())
        (entry,) = feed.entries
        words = html.fromstring(entry.summary).text_content() if format_ == "rss" else entry.summary
        assert words == ODD
        (content,) = entry.content
        assert {f"{page}#fn:1", f"{page}#fnref:1", f"{page}#muc-hai"} == set(
            re.findall(r'href="([^"]*)"', content.value)
        )
        assert "Điều đầu." in content.value
        assert "https://hub.example/" in {link.href for link in feed.feed.links if link.rel == "hub"}
    assert entry.link == page
    atom = etree.parse(root / "site/atom.xml").getroot()
    (entry,) = atom.findall(f"{ATOM}entry")
    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"


def test_the_feeds_of_the_sample_hold_its_dated_articles(sites: dict[str, Path]) -> None:
    for format_ in ("atom", "rss"):
        feed = feedparser.parse((sites["sample"] / f"{format_}.xml").read_bytes())
        assert [entry.published_parsed[:3] for entry in feed.entries] == [(2021, 11, 24), (2012, 11, 20)]


@pytest.mark.parametrize("name", NAMES)
def test_atom_ids_are_unique_and_its_date_is_the_newest(name: str, sites: dict[str, Path]) -> None:
    feeds = [etree.parse(path).getroot() for path in sites[name].rglob("atom.xml")]
    own = [root.findtext(f"{ATOM}id") for root in feeds]
    assert len(own) == len(set(own))
    for root in feeds:
        ids = [element.text for element in root.iter(f"{ATOM}id")]
        assert len(ids) == len(set(ids))
        changes = [element.text for element in root.findall(f"{ATOM}entry/{ATOM}updated")]
        assert not changes or root.findtext(f"{ATOM}updated") >= max(changes)


@pytest.mark.parametrize("name", NAMES)
def test_an_atom_feed_links_to_itself_and_to_the_page_that_it_is_of(name: str, sites: dict[str, Path]) -> None:
    base = etree.parse(sites[name] / "atom.xml").getroot().findtext(f"{ATOM}id")
    for path in sites[name].rglob("atom.xml"):
        root = etree.parse(path).getroot()
        links = [(link.get("rel"), link.get("href")) for link in root.findall(f"{ATOM}link")]
        (_, home) = links[1]
        assert links == [("self", f"{base}{path.relative_to(sites[name]).as_posix()}"), ("alternate", home)]
        assert path.relative_to(sites[name]).as_posix().startswith(home.removeprefix(base))
        assert (sites[name] / home.removeprefix(base) / "index.html").exists()


@pytest.mark.parametrize("name", NAMES)
def test_the_sitemap_lists_every_page_once(name: str, sites: dict[str, Path]) -> None:
    root = etree.parse(sites[name] / "sitemap.xml").getroot()
    listed = [element.text for element in root.iter(f"{SITEMAP}loc")]
    base = min(listed, key=len)
    pages = {path.relative_to(sites[name]).as_posix() for path in sites[name].rglob("index.html")}
    kept_out = re.compile('http-equiv="refresh"|name="robots" content="noindex"')
    moved = {page for page in pages if kept_out.search((sites[name] / page).read_text())}
    # Untranslated articles exist in every language, but the text is listed once.
    original = re.compile(rf'rel="canonical" href="{base}(?!en/)')
    twice = {page for page in pages if page.startswith("en/") and original.search((sites[name] / page).read_text())}
    assert sorted(listed) == sorted(base + page.removesuffix("index.html") for page in pages - moved - twice)
    assert len(twice) == (6 if name == "sample" else 0)
