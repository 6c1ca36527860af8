"""The resources that the pages of a site may load."""

import re
from pathlib import Path

import pytest

from bantin.site.content_policy import policy
from tests.bulletins import MINIMAL, SITE, texts_of, write


def test_everything_comes_from_the_site_itself() -> None:
    assert policy(search=False).startswith("default-src 'self'; worker-src 'self'; object-src 'none';")
    assert policy(search=True).startswith("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src")


def test_comments_from_elsewhere_are_let_in_and_nothing_else() -> None:
    told = policy(search=False, guest="https://giscus.app")
    rules = dict(rule.split(" ", 1) for rule in told.split("; "))
    guests = {name for name, value in rules.items() if "giscus.app" in value}
    assert guests == {"script-src", "style-src", "img-src", "connect-src", "frame-src"}
    assert rules["default-src"] == "'self'"
    assert "unsafe" not in told


@pytest.mark.parametrize(("base", "others"), [("/_comments", ["/_comments/id/*"]), ("https://comments.example", [])])
def test_the_links_that_editors_are_sent_may_ask_by_a_script_on_their_own_host(
    base: str, others: list[str], tmp_path: Path
) -> None:
    write(tmp_path, MINIMAL, {"content/site.yml": f"{SITE}comments: {{isso: '{base}'}}\n"})
    told = texts_of(tmp_path)["_headers"]
    places = re.split(r"^(?=/)", told, flags=re.MULTILINE)
    assert [one.splitlines()[0] for one in places if "script-src 'unsafe-inline'" in one] == others
