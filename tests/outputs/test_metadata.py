"""The metadata in the heads of pages match the contents of their bodies."""

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.outputs.conftest import NAMES

ARTICLE = "bai-viet/2012/bo-cong-an-va-van-phong-quoc-hoi-ky-quy-che-phoi-hop/index.html"


class Page:
    """A page: the metadata in its head, and the contents of its body."""

    def __init__(self, path: Path) -> None:
        self.root = html.parse(path).getroot()
        self.meta: dict[str, list[str]] = {}
        for element in self.root.iter("meta"):
            name = element.get("property") or element.get("name")
            if name:
                self.meta.setdefault(name, []).append(element.get("content"))
        texts = self.root.xpath('//script[@type="application/ld+json"]/text()')
        self.things: list[dict[str, Any]] = [thing for text in texts for thing in json.loads(text)["@graph"]]

    def thing(self, kind: str) -> dict[str, Any]:
        (found,) = (thing for thing in self.things if thing["@type"] == kind)
        return found

    @property
    def heading(self) -> str:
        return str(self.root.findtext(".//h1")).replace("\u00a0", " ")

    @property
    def days(self) -> set[str]:
        """The days that the page shows, as machines read them."""
        return set(self.root.xpath("//time/@datetime"))

    def facts(self) -> dict[str, str]:
        """The facts that the page shows, by their terms."""
        return {
            fact.findtext("dt"): " ".join(fact.find("dd").text_content().split())
            for fact in self.root.find_class("fact")
        }


def pages(site: Path) -> dict[str, Page]:
    """The pages of a site that have an address of their own."""
    found = {path.relative_to(site).as_posix(): Page(path) for path in sorted(site.rglob("index.html"))}
    return {path: page for path, page in found.items() if "noindex" not in page.meta.get("robots", [])}


@pytest.mark.parametrize("name", NAMES)
def test_every_page_says_what_it_is_called_and_where_it_stands(name: str, sites: dict[str, Path]) -> None:
    found = pages(sites[name])
    assert len(found) > 10
    for path, page in found.items():
        (address,) = page.root.xpath('//link[@rel="canonical"]/@href')
        assert page.meta["og:url"] == page.meta["DC.identifier"] == [address], path
        here = path.removesuffix("index.html")
        # A text without a translation is known by the address of its original.
        assert address.endswith(here) or (
            here.startswith(("en/articles/", "en/register/")) and address.endswith(here.split("/")[-2] + "/")
        )
        assert page.meta["og:title"] == page.meta["DC.title"] == [page.heading], path
        assert page.meta["og:locale"] == ["en_GB" if name == "english" or path.startswith("en/") else "vi_VN"]


@pytest.mark.parametrize("name", NAMES)
def test_every_page_tells_the_way_down_to_it_or_of_the_site(name: str, sites: dict[str, Path]) -> None:
    for path, page in pages(sites[name]).items():
        if path in ("index.html", "en/index.html"):
            assert [thing["@type"] for thing in page.things] == ["WebSite"]
            continue
        steps = page.thing("BreadcrumbList")["itemListElement"]
        shown = [link.text for link in page.root.xpath('//nav[@class="crumbs"]//a')]
        assert [step["name"] for step in steps] == [*shown, page.heading], path


@pytest.mark.parametrize("name", NAMES)
def test_the_news_and_the_agreement_are_those_that_the_page_shows(name: str, sites: dict[str, Path]) -> None:
    checked = 0
    for path, page in pages(sites[name]).items():
        if page.meta["og:type"] != ["article"]:
            continue
        news, facts = page.thing("NewsArticle"), page.facts()
        assert news["headline"] == page.heading
        assert page.meta.get("article:published_time", [None]) == [news.get("datePublished")]
        assert page.meta.get("DC.creator", []) == [author["name"] for author in news.get("author", [])]
        assert page.meta.get("DC.subject", []) == news.get("keywords", [])
        # An article about a record that has a page of its own has no more than the chief facts.
        if not page.root.xpath('//h2[@id="bt-facts"]'):
            continue
        told = page.thing("Legislation")
        # The chief facts stand at the top, the parties in a table.
        told_in = page.root.xpath('//h2[@id="bt-facts"]/..')
        boxes = (*told_in, *page.root.find_class("brief"), *page.root.find_class("parties"))
        parties = " ".join(box.text_content() for box in boxes)
        shown = " ".join((*facts.values(), parties))
        for value in (told["legislationType"], told.get("name", ""), told.get("legislationIdentifier", "")):
            assert value in shown, path
        for body in told["legislationPassedBy"]:
            assert body["name"] in shown, path
        for role in told.get("contributor", []):
            assert role["contributor"]["name"] in shown, path
        day = told.get("legislationDate", "")
        assert day in page.days or len(day) < len("2012-11-20"), path
        checked += 1
    assert checked or name == "empty"


def test_the_facts_of_the_sample_are_told_to_machines(sites: dict[str, Path]) -> None:
    page = Page(sites["sample"] / ARTICLE)
    told = page.thing("Legislation")
    assert told["legislationDate"] == "2012-11-20"
    assert [body["name"] for body in told["legislationPassedBy"]] == ["Bộ Công an", "Văn phòng Quốc hội"]
    assert [(role["roleName"], role["contributor"]["name"]) for role in told["contributor"]] == [
        ("Bộ trưởng Bộ Công an", "Trần Đại Quang"),
        ("Chủ nhiệm Văn phòng Quốc hội", "Nguyễn Hạnh Phúc"),
    ]
    assert "legislationLegalForce" not in told
    event = page.thing("Event")
    assert (event["startDate"], event["location"]["name"]) == ("2012-11-20", "Hà Nội")
    assert [one["name"] for one in event["attendee"]] == ["Trần Đại Quang", "Tòng Thị Phóng", "Nguyễn Hạnh Phúc"]


def test_the_citation_of_the_sample(sites: dict[str, Path]) -> None:
    (text,) = Page(sites["sample"] / ARTICLE).root.find_class("citation-text")
    assert text.text == (
        "Quy chế phối hợp ngày 20 tháng 11 năm 2012 giữa Bộ Công an và Văn phòng Quốc hội "
        "về bảo đảm an ninh, an toàn các hoạt động của Quốc hội"
        f", https://bantin.example/{ARTICLE.removesuffix('index.html')}"
    )
