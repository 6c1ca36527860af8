"""Pages before they are rendered: a key tells whatever a page depends on, a view shows it, a text has its addresses."""

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup
from msgspec.structs import replace

from generator.bulletin import Directory
from generator.model import DocumentFacts
from generator.pages import Page
from generator.pages.page import Html, Part, Slice, TextPart
from generator.pages.views import AlternateView, LinkView, View
from tests.bulletin.contents import ZONE, article, bulletin, on, page
from tests.conftest import REPOSITORY

DIRECTORY = bulletin().directory
LINK = LinkView("Tin", "tin/", 3)
ALTERNATE = AlternateView("a", "a.xml", "application/atom+xml")
FACTS = DocumentFacts("a.pdf", 1, "ab", pages=1)
AT = Slice("tin/", 1, 2, 30)
TEXT = TextPart("mot", ("co-quan/", "bai/"))
PARTS: Mapping[str, Part] = {
    "article": article(),
    "links": (LINK, (None, LINK)),
    "other": ALTERNATE,
    "file": FACTS,
    "text": TEXT,
    "texts": (TEXT,),
    "when": datetime(2020, 5, 6, tzinfo=ZONE),
    "day": on("2020-05"),
    "at": AT,
    "number": 1,
    "words": "a",
}


class Given(View, frozen=True, kw_only=True):
    """A view that keeps what it was made of."""

    directory: Directory | None = None
    parts: tuple[Any, ...] = ()


def keep(directory: Directory, url: str, title: str, **parts: object) -> Given:
    return Given(url=url, title=title, directory=directory, parts=tuple(parts.values()))


def keep_too(directory: Directory, url: str, title: str, **parts: object) -> Given:
    return keep(directory, url, title, **parts)


PAGE = Page("a/", "A", "list.html", keep, PARTS)


def key(*parts: Part) -> bytes:
    """The key of a page that is made of ``parts``."""
    return replace(PAGE, parts={f"p{number}": part for number, part in enumerate(parts)}).key(b"base")


def test_equal_pages_have_one_key() -> None:
    assert Page("a/", "A", "list.html", keep, dict(PARTS)).key(b"base") == PAGE.key(b"base")


@pytest.mark.parametrize(
    "changes",
    [
        {"url": "b/"},
        {"title": "B"},
        {"template": "index.html"},
        {"make": keep_too},
        {"url": "a/A", "title": ""},
        {"parts": {}},
        {"parts": {**PARTS, "more": None}},
        {"parts": {name if name != "words" else "word": part for name, part in PARTS.items()}},
        {"parts": {**PARTS, "article": article(face="content/articles/2020/bai.md, corrected")}},
        {"parts": {**PARTS, "article": page()}},
        {"parts": {**PARTS, "links": (LINK, (None, LINK), None)}},
        {"parts": {**PARTS, "links": (LINK, None, LINK)}},
        {"parts": {**PARTS, "links": ((LINK, None), LINK)}},
        {"parts": {**PARTS, "links": (replace(LINK, label="Tin tức"), (None, LINK))}},
        {"parts": {**PARTS, "links": (replace(LINK, url="tin-tuc/"), (None, LINK))}},
        {"parts": {**PARTS, "links": (replace(LINK, count=4), (None, LINK))}},
        {"parts": {**PARTS, "links": (replace(LINK, count=None), (None, LINK))}},
        {"parts": {**PARTS, "links": (replace(LINK, external=True), (None, LINK))}},
        {"parts": {**PARTS, "other": replace(ALTERNATE, label="b")}},
        {"parts": {**PARTS, "other": replace(ALTERNATE, url="b.xml")}},
        {"parts": {**PARTS, "other": replace(ALTERNATE, type="text/calendar")}},
        {"parts": {**PARTS, "file": replace(FACTS, size=2)}},
        {"parts": {**PARTS, "file": replace(FACTS, sha256="cd")}},
        {"parts": {**PARTS, "file": replace(FACTS, pages=None)}},
        {"parts": {**PARTS, "text": replace(TEXT, digest="hai")}},
        {"parts": {**PARTS, "text": replace(TEXT, addresses=("co-quan/", "bai-2/"))}},
        {"parts": {**PARTS, "text": replace(TEXT, addresses=("co-quan/",))}},
        {"parts": {**PARTS, "texts": (TEXT, TEXT)}},
        {"parts": {**PARTS, "texts": (replace(TEXT, digest="hai"),)}},
        {"parts": {**PARTS, "when": datetime(2020, 5, 6, 0, 0, 1, tzinfo=ZONE)}},
        {"parts": {**PARTS, "when": datetime(2020, 5, 6, tzinfo=UTC)}},
        {"parts": {**PARTS, "day": on("2020-05?")}},
        {"parts": {**PARTS, "day": "2020-05"}},
        {"parts": {**PARTS, "at": replace(AT, listing="bai/")}},
        {"parts": {**PARTS, "at": replace(AT, number=2)}},
        {"parts": {**PARTS, "at": replace(AT, pages=3)}},
        {"parts": {**PARTS, "at": replace(AT, total=31)}},
        {"parts": {**PARTS, "number": 2}},
        {"parts": {**PARTS, "number": True}},
        {"parts": {**PARTS, "number": "1"}},
        {"parts": {**PARTS, "number": None}},
        {"parts": {**PARTS, "words": ("a",)}},
        {"parts": {**PARTS, "words": ""}},
    ],
)
def test_whatever_changes_a_page_changes_its_key(changes: dict[str, Any]) -> None:
    assert replace(PAGE, **changes).key(b"base") != PAGE.key(b"base")


def test_what_all_pages_depend_on_is_in_the_key_of_each() -> None:
    assert PAGE.key(b"base") != PAGE.key(b"another")


@pytest.mark.parametrize(
    "changes",
    [{"source": "content/x.md"}, {"files": ("content/a.png",)}, {"listed": False}, {"changed": "2020-05-06"}],
)
def test_what_a_page_does_not_show_is_not_in_its_key(changes: dict[str, Any]) -> None:
    assert replace(PAGE, **changes).key(b"base") == PAGE.key(b"base")


# Few letters, so that words often look like the ends of parts and the beginnings of others.
WORDS = st.text(st.sampled_from("sa1:(N\0 ,"), max_size=4)
INSTANTS = st.datetimes(timezones=st.sampled_from([UTC, ZONE]))
ATOMS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 2),
    WORDS,
    INSTANTS,
    st.sampled_from([article("mot"), article("hai"), page("mot")]),
    st.builds(LinkView, WORDS, WORDS, st.none() | st.integers(0, 1), st.booleans()),
    st.builds(AlternateView, WORDS, WORDS, WORDS),
    st.builds(DocumentFacts, WORDS, st.integers(0, 2), WORDS),
    st.builds(TextPart, WORDS, st.lists(WORDS, max_size=2).map(tuple)),
)
ANY: st.SearchStrategy[Part] = st.recursive(ATOMS, lambda inner: st.lists(inner, max_size=3).map(tuple), max_leaves=6)
LISTS = st.lists(ANY, max_size=3)


@given(LISTS, LISTS)
@example(["a", "b"], ["a\0sb"])
@example([("a\0sb", "c")], [("a", "b\0sc")])
@example([("a\0s1:b", "c")], [("a", "b\0s1:c")])
@example([LinkView("1:a", "")], [LinkView("1", "a")])
@example([("a",), "b"], [("a", "b")])
@example([(), ()], [((),)])
@example([1], [True])
@example(["1"], [1])
@example(["None"], [None])
@example([LinkView("a", "b")], ["LinkView", "a", "b"])
@example([LinkView("a", "b")], [("a", "b", None, False)])
@example([AlternateView("a", "b", "c")], [("a", "b", "c")])
@example([DocumentFacts("a", 1, "b")], [("a", 1, "b", None)])
@example([TextPart("a", ("b",))], [TextPart("a", ("b", ""))])
def test_different_parts_never_give_one_key(one: list[Part], other: list[Part]) -> None:
    assert (key(*one) == key(*other)) == (repr(one) == repr(other))


@pytest.mark.parametrize("part", [1.5, b"a", ["a"], {"a": "b"}, frozenset({"a"}), Exception], ids=repr)
def test_a_page_cannot_be_made_of_what_a_key_cannot_tell(part: Any) -> None:
    for parts in ((part,), ((None, (part,)),)):
        with pytest.raises(TypeError, match="a page cannot be made of"):
            key(*parts)


def test_a_key_is_the_same_in_every_process() -> None:
    command = [sys.executable, "-c", "from tests.pages.test_page import PAGE; print(PAGE.key(b'base').hex())"]
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == PAGE.key(b"base").hex()


def test_a_view_is_made_of_the_directory_the_address_the_title_and_the_parts() -> None:
    one = article()
    shown = Page("a/", "A", "list.html", keep, {"article": one, "links": (LINK, None)}).view(DIRECTORY, {})
    assert shown == Given(url="a/", title="A", directory=DIRECTORY, parts=(one, (LINK, None)))


def test_texts_are_given_as_html() -> None:
    texts = {"mot": ('<a href="', '">1</a> <a href="', '">2</a>'), "hai": ("<p>2</p>",)}
    made = Page("a/", "A", "list.html", keep, {"one": TEXT, "more": (TextPart("hai", ()),), "words": ("a",)})
    shown = made.view(DIRECTORY, texts)
    assert isinstance(shown, Given)
    one, (two,), words = shown.parts
    assert one("../") == '<a href="../co-quan/">1</a> <a href="../bai/">2</a>'
    assert (words, two("../")) == (("a",), "<p>2</p>")


def test_a_page_knows_which_texts_it_shows() -> None:
    parts: dict[str, Part] = {"one": TEXT, "more": (TextPart("hai", ()), TEXT), "links": (LINK,), "article": article()}
    assert list(Page("a/", "A", "list.html", keep, parts).texts) == ["mot", "hai", "mot"]


def html(parts: tuple[str, ...], *addresses: str) -> Html:
    """The text of ``parts`` with its links leading to ``addresses``."""
    return TextPart("mot", addresses).html({"mot": parts})


def test_what_is_to_stand_before_addresses_stands_before_each() -> None:
    made = html(('<a href="', '">a</a> <a href="', '">b</a>'), "bai/", "co-quan/")
    assert made("../../") == '<a href="../../bai/">a</a> <a href="../../co-quan/">b</a>'
    assert (
        made("https://x.example/")
        == '<a href="https://x.example/bai/">a</a> <a href="https://x.example/co-quan/">b</a>'
    )


def test_a_text_is_markup_that_is_not_escaped_again() -> None:
    made = html(("<p>A &amp; B</p>",))("")
    assert isinstance(made, Markup)
    assert made == "<p>A &amp; B</p>"


def test_what_an_address_holds_is_escaped_together_with_what_stands_before_it() -> None:
    made = html(('<a href="', '">x</a>'), "?a=1&b=\"<'>")("'&/")
    assert made == '<a href="&#x27;&amp;/?a=1&amp;b=&quot;&lt;&#x27;&gt;">x</a>'


@pytest.mark.parametrize("addresses", [(), ("a/", "b/")])
def test_a_text_needs_an_address_for_each_link(addresses: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=f"^1 links need as many addresses, not {len(addresses)}$"):
        html(('<a href="', '">x</a>'), *addresses)("")


def test_a_text_that_is_not_there_cannot_be_shown() -> None:
    with pytest.raises(KeyError, match="mot"):
        PAGE.view(DIRECTORY, {"hai": ("",)})


class _Hrefs(HTMLParser):
    """Collects the attributes of a text's only link."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P", "S"]), max_size=20))
def test_nothing_in_an_address_breaks_out_of_its_attribute(address: str) -> None:
    assert _Hrefs(html(('<a href="', '">x</a>'), address)("../")).found == [("a", [("href", f"../{address}")])]
