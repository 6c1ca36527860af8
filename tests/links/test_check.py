"""Links to other sites: asked for politely, told for what they are."""

import json
import time
from pathlib import Path

import pytest

from bantin.links import check_links, links_of
from bantin.links.check import LinkCheckOptions
from tests.bulletins import ARTICLE, COMPLETE, build_site, write
from tests.cli.commands import bantin
from tests.links.guests import answering

PRIVATE = LinkCheckOptions(pause=0, allow_private=True)


def told(paths: dict[str, tuple[str, ...]], options: LinkCheckOptions = PRIVATE) -> dict[str, tuple[str, str]]:
    """The code of the problem of each path of a guest, with its other values."""
    found = check_links(paths, options)
    assert found.links == len(paths)
    values = [(problem, dict(problem.values)) for problem in found.problems]
    return {one["url"]: (problem.code, one.get("target", one.get("status", ""))) for problem, one in values}


@pytest.mark.parametrize(
    ("path", "code", "more"),
    [
        ("/ok", "", ""),
        ("/ok?q=đất đai", "", ""),
        ("/no-head", "", ""),
        ("/for-now", "", ""),
        ("/gone", "link-gone", "410"),
        ("/missing", "link-gone", "404"),
        ("/moved", "link-moved", "/ok"),
        ("/twice", "link-moved", "/ok"),
        ("/then", "", ""),
        ("/broken", "link-unreachable", ""),
        ("/no", "link-unreachable", ""),
        ("/loop", "link-unreachable", ""),
    ],
)
def test_what_a_server_answers_is_understood(path: str, code: str, more: str) -> None:
    with answering() as guest:
        url = guest.address + path
        expected = {url: (code, guest.address + more if more.startswith("/") else more)} if code else {}
        assert told({url: ("index.html",)}) == expected


def test_a_server_that_is_not_there_or_not_safe_is_unreachable() -> None:
    found = told({"http://127.0.0.1:9/": ("a.html",), "http://127.0.0.1:9/b": ("a.html",)})
    assert {code for code, _ in found.values()} == {"link-unreachable"}
    with answering() as guest:
        found = told({guest.address.replace("http", "https"): ("a.html",)})
    assert {code for code, _ in found.values()} == {"link-unreachable"}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "[::1]"])
def test_private_networks_are_not_asked_unless_that_is_wanted(host: str) -> None:
    found = told({f"http://{host}/": ("a.html",)}, LinkCheckOptions(pause=0))
    assert {code for code, _ in found.values()} == {"link-not-public"}


def test_a_host_is_asked_one_thing_at_a_time_and_with_a_pause() -> None:
    with answering() as guest:
        began = time.monotonic()
        check_links(
            {f"{guest.address}/ok?{number}": ("a.html",) for number in range(4)},
            LinkCheckOptions(0.05, allow_private=True),
        )
        assert time.monotonic() - began > 3 * 0.05
        assert guest.requests == [("HEAD", f"/ok?{number}") for number in range(4)]


def test_links_are_those_to_other_sites() -> None:
    page = (
        '<a href="https://a.example/x#y">x</a> <a href="//b.example/">y</a> <a href="https://bantin.example/z">z</a>'
        '<img src="https://c.example/i.png"> <a href="mailto:a@b">m</a> <a href="../x/">r</a> <a href="http://[">bad</a>'
        '<a href="https://a.example/x">again</a>'
    )
    found = links_of(
        ["1.html", "2.html", "3.html"],
        {"1.html": page.encode(), "2.html": page.encode()}.get,
        "https://bantin.example/",
    )
    assert found == dict.fromkeys(("https://a.example/x", "https://c.example/i.png"), ("1.html", "2.html"))


def test_a_site_in_a_folder_and_on_the_web_is_checked_by_the_command(tmp_path: Path) -> None:
    from tests.outputs.conftest import serving

    with answering() as guest:
        text = ARTICLE + f"\n[một]({guest.address}/gone) [hai]({guest.address}/moved) [ba]({guest.address}/ok)\n"
        root = write(tmp_path / "bulletin", COMPLETE, {"content/articles/2020/bai.md": text})
        build_site(root, tmp_path / "site")
        options = ("--pause", 0, "--allow-private")
        found = bantin("links", tmp_path / "site", *options)
        assert found.exit_code == 1
        assert "3 liên kết ra ngoài; 1 không còn, 1 cần xem lại." in found.stdout
        assert "/bai-viet/2020/bai/index.html" in found.stderr
        with serving(tmp_path / "site") as address:
            served = bantin("links", address, *options, "--format", "json")
        assert served.exit_code == 1
        report = json.loads(served.stdout)
        assert sorted(one["code"] for one in report["problems"]) == ["link-gone", "link-moved"]
        assert report["links"] == 3
    assert bantin("links", tmp_path).exit_code == 2
