"""Hubs are notified of changed feeds, and of nothing else; a failure stops nothing."""

from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from lxml import etree

from bantin.deploy import ping
from bantin.deploy.changes import Changes
from tests.bulletins import COMPLETE, SITE, build_site, write
from tests.links.guests import answering

BASE = "https://bantin.example/"
CHANGED = Changes(("co-quan/a/atom.xml",), ("atom.xml", "index.html"), ("rss.xml",), 9, 9)


def test_a_hub_is_notified_of_the_feeds_that_are_new() -> None:
    with answering() as guest:
        assert list(ping([f"{guest.address}/hub"], BASE, CHANGED)) == []
        [body] = guest.bodies
    feeds = [("hub.url", f"{BASE}{path}") for path in ("co-quan/a/atom.xml", "atom.xml")]
    assert parse_qsl(body.decode()) == [("hub.mode", "publish"), *feeds]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_hub_that_has_moved_is_told_where_it_is_now(status: int) -> None:
    """A redirect makes browsers ask with GET, which would tell the hub nothing."""
    with answering() as guest:
        assert list(ping([f"{guest.address}/hub-{status}"], BASE, CHANGED)) == []
        assert guest.requests == [("POST", f"/hub-{status}"), ("POST", "/hub")]
        first, second = guest.bodies
        assert first == second


def test_a_hub_that_leads_round_and_round_is_a_warning() -> None:
    with answering() as guest:
        assert [one.code for one in ping([f"{guest.address}/loop"], BASE, CHANGED)] == ["hub-not-told"]


def test_where_no_feed_has_changed_nobody_is_told() -> None:
    with answering() as guest:
        assert list(ping([f"{guest.address}/hub"], BASE, Changes(("index.html",), (), (), 1, 1))) == []
        assert guest.requests == []


def test_a_hub_that_cannot_be_told_is_a_warning() -> None:
    with answering() as guest:
        hubs = [f"{guest.address}/broken", "http://127.0.0.1:9/", f"{guest.address}/hub"]
        found = list(ping(hubs, BASE, CHANGED))
        assert len(guest.bodies) == 2
    assert [problem.code for problem in found] == ["hub-not-told"] * 2


def test_feeds_name_the_hubs_that_are_notified_of_them(tmp_path: Path) -> None:
    hub = "https://hub.example/"
    build_site(write(tmp_path / "bulletin", COMPLETE, {"content/site.yml": f"{SITE}hubs: {hub}\n"}), tmp_path / "site")
    for name in ("atom.xml", "rss.xml", "co-quan/co-quan-a/atom.xml"):
        root = etree.parse(tmp_path / "site" / name).getroot()
        links = root.findall(".//{http://www.w3.org/2005/Atom}link[@rel='hub']")
        assert [link.get("href") for link in links] == [hub]
