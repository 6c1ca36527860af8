"""Pages before they are rendered: a key tells whatever a page depends on, a view shows it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import DocumentFacts
from bantin.index import Directory
from bantin.site import Page
from bantin.site.bodies import TextPart
from bantin.site.page import Part, Slice, key_with
from bantin.site.views import AlternateView, HeadingView, LinkView, View
from bantin.site.views.parts import PictureView
from tests.conftest import REPOSITORY
from tests.index.contents import ZONE, article, bulletin, on, page
from tests.site.plans import key_of

DIRECTORY = bulletin().directory
LINK = LinkView("Tin", "tin/", 3)
ALTERNATE = AlternateView("a", "a.xml", "application/atom+xml")
FACTS = DocumentFacts("a.pdf", 1, "ab", pages=1)
AT = Slice("tin/", 1, 2, 30)
TEXT = TextPart("mot", ("co-quan/", "bai/"))
PICTURE = PictureView("anh.jpg", 2, 1)
PARTS: Mapping[str, Part] = {
    "article": article(),
    "links": (LINK, (None, LINK)),
    "other": ALTERNATE,
    "file": FACTS,
    "when": datetime(2020, 5, 6, tzinfo=ZONE),
    "day": on("2020-05"),
    "at": AT,
    "number": 1,
    "words": "a",
    "static": page(),
}


class Given(View, frozen=True, kw_only=True):
    """A view that keeps what it was made of."""

    directory: Directory | None = None
    parts: tuple[Any, ...] = ()


def keep(directory: Directory, url: str, title: str, **parts: object) -> Given:
    return Given(url=url, title=title, directory=directory, parts=tuple(parts.values()))


def keep_too(directory: Directory, url: str, title: str, **parts: object) -> Given:
    return keep(directory, url, title, **parts)


PAGE = Page("a/", "A", "list.html", keep, PARTS, (TEXT,))


def key(*parts: Part) -> bytes:
    """The key of a page that is made of ``parts``."""
    return key_of(replace(PAGE, parts={f"p{number}": part for number, part in enumerate(parts)}), b"base")


def test_equal_pages_have_one_key() -> None:
    assert key_of(Page("a/", "A", "list.html", keep, dict(PARTS), (TEXT,)), b"base") == key_of(PAGE, b"base")


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
        {"texts": ()},
        {"texts": (TEXT, TEXT)},
        {"texts": (replace(TEXT, digest="hai"),)},
        {"texts": (replace(TEXT, addresses=("co-quan/", "bai-2/")),)},
        {"texts": (replace(TEXT, addresses=("co-quan/",)),)},
        {"texts": (replace(TEXT, pictures=((0, PICTURE),)),)},
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
    assert key_of(replace(PAGE, **changes), b"base") != key_of(PAGE, b"base")


def test_what_all_pages_depend_on_is_in_the_key_of_each() -> None:
    assert key_of(PAGE, b"base") != key_of(PAGE, b"another")


@pytest.mark.parametrize(
    "changes",
    [
        {"source": "content/x.md"},
        {"files": ("content/a.png",)},
        {"listed": False},
        {"changed": "2020-05-06"},
        # Headings follow from the text.
        {"texts": (replace(TEXT, headings=(HeadingView(2, "a", "A"),)),)},
        # What an article or a page says is a text of its own.
        {"parts": {**PARTS, "article": article(digest="another")}},
        {"parts": {**PARTS, "static": page(digest="another")}},
    ],
)
def test_what_a_page_does_not_show_is_not_in_its_key(changes: dict[str, Any]) -> None:
    assert key_of(replace(PAGE, **changes), b"base") == key_of(PAGE, b"base")


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
)
TEXTS = st.lists(st.builds(TextPart, WORDS, st.lists(WORDS, max_size=2).map(tuple)), max_size=3)
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
def test_different_parts_never_give_one_key(one: list[Part], other: list[Part]) -> None:
    assert (key(*one) == key(*other)) == (repr(one) == repr(other))


@pytest.mark.parametrize("part", [1.5, b"a", ["a"], {"a": "b"}, frozenset({"a"}), Exception], ids=repr)
def test_a_page_cannot_be_made_of_what_a_key_cannot_tell(part: Any) -> None:
    for parts in ((part,), ((None, (part,)),)):
        with pytest.raises(TypeError, match="a page cannot be made of"):
            key(*parts)


@given(TEXTS, TEXTS)
@example([TextPart("a", ("b",))], [TextPart("a", ("b", ""))])
@example([TextPart("a", ()), TextPart("b", ())], [TextPart("a()()t1:b", ())])
def test_different_texts_never_give_one_key(one: list[TextPart], other: list[TextPart]) -> None:
    assert (key_with(b"blank", tuple(one)) == key_with(b"blank", tuple(other))) == (one == other)


def test_a_key_is_the_same_in_every_process() -> None:
    command = [
        sys.executable,
        "-c",
        "from tests.site.test_page import PAGE, key_of; print(key_of(PAGE, b'base').hex())",
    ]
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == key_of(PAGE, b"base").hex()


def test_a_view_is_made_of_the_directory_the_address_the_title_and_the_parts() -> None:
    one = article()
    shown = Page("a/", "A", "list.html", keep, {"article": one, "links": (LINK, None)}).blank(DIRECTORY)
    assert shown == Given(url="a/", title="A", directory=DIRECTORY, parts=(one, (LINK, None)))
