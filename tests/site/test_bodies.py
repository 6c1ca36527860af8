"""Texts: each has its addresses and its place in a view, and nothing else of the view depends on it."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from bantin.domain.model import Heading, Outline
from bantin.site.bodies import TextPart, filled, headings_of
from bantin.site.views import ArticleView, FeedView, HeadingView, StaticView, View
from tests.index.contents import article, bulletin, page, when
from tests.site.plans import view_at

TEXT = TextPart("mot", ("bai/",), headings=(HeadingView(2, "phan", "Phần"),))
TEXTS = {"mot": ('<a href="', '">1</a>'), "hai": ("<p>2</p>",)}


def html(root: str, parts: tuple[str, ...], *addresses: str) -> Markup:
    """The text of ``parts`` with its links leading to ``addresses``, with ``root`` before these."""
    return TextPart("mot", addresses).html({"mot": parts}, root)


def test_what_is_to_stand_before_addresses_stands_before_each() -> None:
    parts = ('<a href="', '">a</a> <a href="', '">b</a>')
    made = html("../../", parts, "bai/", "co-quan/")
    assert made == '<a href="../../bai/">a</a> <a href="../../co-quan/">b</a>'
    made = html("https://x.example/", parts, "bai/", "co-quan/")
    assert made == '<a href="https://x.example/bai/">a</a> <a href="https://x.example/co-quan/">b</a>'


def test_a_text_is_markup_that_is_not_escaped_again() -> None:
    made = html("", ("<p>A &amp; B</p>",))
    assert isinstance(made, Markup)
    assert made == "<p>A &amp; B</p>"


def test_what_an_address_holds_is_escaped_together_with_what_stands_before_it() -> None:
    made = html("'&/", ('<a href="', '">x</a>'), "?a=1&b=\"<'>")
    assert made == '<a href="&#x27;&amp;/?a=1&amp;b=&quot;&lt;&#x27;&gt;">x</a>'


@pytest.mark.parametrize("addresses", [(), ("a/", "b/")])
def test_a_text_needs_an_address_for_each_link(addresses: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=f"^1 links need as many addresses, not {len(addresses)}$"):
        html("", ('<a href="', '">x</a>'), *addresses)


def test_a_text_that_is_not_there_cannot_be_shown() -> None:
    with pytest.raises(KeyError, match="mot"):
        filled(StaticView(url="a/", title="A", lead="", updated=None, lang=""), [TEXT], {"hai": ("",)})


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
    assert _Hrefs(html("../", ('<a href="', '">x</a>'), address)).found == [("a", [("href", f"../{address}")])]


def test_a_text_and_its_headings_stand_in_the_view_of_an_article_or_a_page() -> None:
    made = bulletin(article(), page())
    for address, kind in (("bai-viet/2020/bai/", ArticleView), ("gioi-thieu/", StaticView)):
        blank = view_at(made, address, kind)
        shown = filled(blank, [TEXT], TEXTS)
        assert isinstance(shown, kind)
        assert (shown.html, shown.headings) == (f'<a href="{blank.root}bai/">1</a>', TEXT.headings)


def test_the_texts_of_a_feed_stand_in_its_entries_with_full_addresses() -> None:
    made = bulletin(article("a", published=when("2020-05-06")), article("b", published=when("2020-05-05")))
    blank = view_at(made, "atom.xml", FeedView)
    shown = filled(blank, [TEXT, TextPart("hai", ())], TEXTS)
    assert isinstance(shown, FeedView)
    assert [entry.html for entry in shown.entries] == ['<a href="https://bantin.example/bai/">1</a>', "<p>2</p>"]
    with pytest.raises(ValueError, match="shorter"):
        filled(blank, [TEXT], TEXTS)


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<a href="#fn:1">1</a>', '<a href="{}#fn:1">1</a>'),
        ('<a class="footnote-ref" href="#fn:1">1</a>', '<a class="footnote-ref" href="{}#fn:1">1</a>'),
        ('<a title="a > b" href="#b">x</a>', '<a title="a > b" href="{}#b">x</a>'),
        ('<a href="#a">x</a><a href="#b">y</a>', '<a href="{}#a">x</a><a href="{}#b">y</a>'),
        ('<a href="https://x.example/#a">x</a>', '<a href="https://x.example/#a">x</a>'),
        ('<code>&lt;a href="#a"&gt;</code>', '<code>&lt;a href="#a"&gt;</code>'),
        ('<a title=" href=" href="bai/#a">x</a>', '<a title=" href=" href="bai/#a">x</a>'),
    ],
)
def test_links_to_the_anchors_of_a_text_lead_to_its_page_in_a_feed(html: str, shown: str) -> None:
    """In a feed they would be anchors of the feed (RFC 4287, 2; RFC 3986, 5.1)."""
    blank = view_at(bulletin(article("a", published=when("2020-05-06"))), "atom.xml", FeedView)
    view = filled(blank, [TextPart("mot", ())], {"mot": (html,)})
    assert isinstance(view, FeedView)
    (entry,) = view.entries
    assert entry.html == shown.format(entry.url, entry.url)


def test_a_view_without_texts_is_what_it_was_and_others_have_no_place_for_them() -> None:
    view = View(url="a/", title="A")
    assert filled(view, [], {}) is view
    with pytest.raises(TypeError, match="View has no place for a text"):
        filled(view, [TEXT], TEXTS)


def test_headings_are_those_of_the_outline() -> None:
    assert headings_of(Outline(headings=(Heading(2, "phan", "Phần"),))) == TEXT.headings
