"""Pages before rendering: the key changes with everything that the page depends on."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import mypy.api
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import DocumentFacts, StaticPage
from bantin.index import Directory, Record
from bantin.site import Page
from bantin.site.bodies import TextPart
from bantin.site.page import PageContent, Slice, key_with
from bantin.site.views import AlternateView, HeadingView, LinkView, View
from bantin.site.views.parts import PictureView
from tests.bulletins import write
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


class Given(View, frozen=True, kw_only=True):
    """A view that keeps what it was made of."""

    directory: Directory | None = None
    content: PageContent | None = None


class Content(PageContent, frozen=True, kw_only=True):
    """A content of every type."""

    article: Any = article()
    links: Any = (LINK, (None, LINK))
    other: Any = ALTERNATE
    file: Any = FACTS
    when: Any = datetime(2020, 5, 6, tzinfo=ZONE)
    day: Any = on("2020-05")
    at: Any = AT
    number: Any = 1
    words: Any = "a"
    static: Any = page()

    def view(self, directory: Directory, url: str, title: str) -> Given:
        return Given(url=url, title=title, directory=directory, content=self)


class OtherContent(Content, frozen=True):
    """The same in every field."""


class Parts(PageContent, frozen=True):
    """A content of any parts."""

    parts: tuple[Any, ...]


CONTENT = Content()
PAGE = Page("a/", "A", "list.html", CONTENT, (TEXT,))


def key(*parts: object) -> bytes:
    """The key of a page that is made of ``parts``."""
    return key_of(replace(PAGE, content=Parts(parts)), b"base")


def test_equal_pages_have_one_key() -> None:
    assert key_of(Page("a/", "A", "list.html", Content(), (TEXT,)), b"base") == key_of(PAGE, b"base")


@pytest.mark.parametrize(
    "changes",
    [
        {"url": "b/"},
        {"title": "B"},
        {"template": "index.html"},
        {"content": OtherContent()},
        {"url": "a/A", "title": ""},
        {"content": Content(article=article(meta_digest="content/articles/2020/bai.md, corrected"))},
        {"content": Content(article=page())},
        {"content": Content(links=(LINK, (None, LINK), None))},
        {"content": Content(links=(LINK, None, LINK))},
        {"content": Content(links=((LINK, None), LINK))},
        {"content": Content(links=(replace(LINK, label="Tin tức"), (None, LINK)))},
        {"content": Content(links=(replace(LINK, url="tin-tuc/"), (None, LINK)))},
        {"content": Content(links=(replace(LINK, count=4), (None, LINK)))},
        {"content": Content(links=(replace(LINK, count=None), (None, LINK)))},
        {"content": Content(links=(replace(LINK, external=True), (None, LINK)))},
        {"content": Content(other=replace(ALTERNATE, label="b"))},
        {"content": Content(other=replace(ALTERNATE, url="b.xml"))},
        {"content": Content(other=replace(ALTERNATE, type="text/calendar"))},
        {"content": Content(file=replace(FACTS, size=2))},
        {"content": Content(file=replace(FACTS, sha256="cd"))},
        {"content": Content(file=replace(FACTS, pages=None))},
        {"texts": ()},
        {"texts": (TEXT, TEXT)},
        {"texts": (replace(TEXT, digest="hai"),)},
        {"texts": (replace(TEXT, addresses=("co-quan/", "bai-2/")),)},
        {"texts": (replace(TEXT, addresses=("co-quan/",)),)},
        {"texts": (replace(TEXT, pictures=((0, PICTURE),)),)},
        {"content": Content(when=datetime(2020, 5, 6, 0, 0, 1, tzinfo=ZONE))},
        {"content": Content(when=datetime(2020, 5, 6, tzinfo=UTC))},
        {"content": Content(day=on("2020-05?"))},
        {"content": Content(day="2020-05")},
        {"content": Content(at=replace(AT, listing="bai/"))},
        {"content": Content(at=replace(AT, number=2))},
        {"content": Content(at=replace(AT, pages=3))},
        {"content": Content(at=replace(AT, total=31))},
        {"content": Content(number=2)},
        {"content": Content(number=True)},
        {"content": Content(number="1")},
        {"content": Content(number=None)},
        {"content": Content(words=("a",))},
        {"content": Content(words="")},
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
        {"content": Content(article=article(digest="another"))},
        {"content": Content(static=page(digest="another"))},
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
ANY: st.SearchStrategy[object] = st.recursive(ATOMS, lambda inner: st.lists(inner, max_size=3).map(tuple), max_leaves=6)
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
def test_different_parts_never_give_one_key(one: list[object], other: list[object]) -> None:
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


def test_a_view_is_made_of_the_content_the_directory_the_address_and_the_title() -> None:
    shown = Page("a/", "A", "list.html", CONTENT).blank(DIRECTORY)
    assert shown == Given(url="a/", title="A", directory=DIRECTORY, content=CONTENT)


@pytest.mark.parametrize(
    ("kind", "apart"),
    [(StaticPage, {"outline", "digest", "references", "embargo"}), (Record, {"agreement", "lifecycle"})],
    ids=("static page", "record"),
)
def test_the_key_tells_all_of_a_value_but_what_is_distinguished(kind: Any, apart: set[str]) -> None:
    """Texts have keys of their own; an agreement is a part of its article, and its lifecycle follows from it."""
    assert {*kind.key_fields, *apart} == {*kind.__struct_fields__}


PLANTED = """
from bantin.site.redirects import RedirectPage
from bantin.site.page import Page

def page(target: str) -> Page:
    return Page("a/", "A", "redirect.html", RedirectPage({argument}))
"""


@pytest.mark.parametrize(
    ("argument", "found"),
    [
        ("target=target", ""),
        ("tarjet=target", 'Unexpected keyword argument "tarjet"'),
        ("target=1", 'incompatible type "int"'),
        ("", 'Missing named argument "target"'),
    ],
)
def test_mypy_finds_a_field_that_is_misspelt_or_of_another_type(argument: str, found: str, tmp_path: Path) -> None:
    planted = write(tmp_path, {"planted.py": PLANTED.format(argument=argument)}) / "planted.py"
    output, errors, status = mypy.api.run(["--config-file", str(REPOSITORY / "pyproject.toml"), str(planted)])
    assert (status, errors) == (1 if found else 0, "")
    assert found in output
