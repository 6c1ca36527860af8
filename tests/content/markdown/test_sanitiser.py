"""Cleaning by allowlist: what is allowed stays, everything else goes, and what goes is named."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.markdown.sanitiser import cleaner, inspect_html
from bantin.domain.problems import Location
from tests.content.markdown.allowed import EVERYWHERE, SCHEMES, TAGS, Page
from tests.content.strategies import HTML, MARKDOWN, bounded, soup

REFUSED = (
    "applet", "audio", "base", "body", "button", "canvas", "embed", "font", "form", "frame", "frameset", "h1", "head",
    "html", "iframe", "input", "label", "link", "main", "map", "marquee", "math", "meta", "noembed", "noscript",
    "object", "plaintext", "script", "section", "select", "slot", "style", "svg", "template", "textarea", "title",
    "video", "x-y",
)  # fmt: skip
LOST = ("accesskey", "action", "autofocus", "background", "contenteditable", "data-x", "formaction", "name", "onclick",
        "onerror", "ping", "popover", "rel", "srcdoc", "srcset", "style", "target", "xlink:href", "xmlns")  # fmt: skip


def keep(_tag: str, _attribute: str, value: str) -> str:
    return value


def clean(html: str, attribute_filter: Callable[[str, str, str], str | None] = keep) -> str:
    return cleaner(attribute_filter).clean(html)


def lost(html: str) -> list[str]:
    """The parts that would be removed, as reported: ``<script>``, ``onclick=``, ``javascript:``."""
    told = [dict(finding.values) for finding in inspect_html(html)]
    return [values.get("what") or f"{values.get('scheme') or values['address'][:4]}:" for values in told if values]


def codes(html: str) -> list[str]:
    return [finding.kind.code for finding in inspect_html(html)]


@pytest.mark.parametrize(
    "tag", sorted(set(TAGS) - {"br", "hr", "img", "table", "caption", "tbody", "tfoot", "thead", "tr", "td", "th"})
)
def test_what_is_allowed_stays(tag: str) -> None:
    html = f'<{tag} class="a" dir="ltr" id="b" lang="en" title="c">x</{tag}>'
    assert clean(html) == html
    assert lost(html) == []


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://x.vn/?a=1&amp;b=2#c">x</a>',
        '<a href="mailto:a@b.vn">x</a><a href="tel:+84">y</a><a href="../bai.md">z</a><a href="#a">t</a>',
        '<img src="anh.jpg" alt="Lễ ký">',
        '<ol start="3" type="a" reversed=""><li value="5">x</li></ol>',
        '<time datetime="2020-05-06">x</time>',
        '<table><caption>x</caption><thead><tr><th colspan="2" rowspan="1" scope="col">x</th></tr></thead>'
        '<tbody><tr><td colspan="2" rowspan="1">y</td></tr></tbody><tfoot><tr><td>z</td></tr></tfoot></table>',
        "a<br>b<hr>c",
        "<details><summary>x</summary>y</details>",
        "&lt;script&gt; &amp; &lt;!-- x --&gt;",
    ],
)
def test_what_editors_need_stays_as_it_is(html: str) -> None:
    assert clean(html) == html
    assert lost(html) == []


@pytest.mark.parametrize("tag", REFUSED)
def test_what_is_not_allowed_goes_and_is_named(tag: str) -> None:
    html = f"a<{tag} class=x onload=y>b</{tag}>"
    assert Page(clean(html)).foreign == []
    assert tag not in Page(clean(html)).tags
    assert lost(html) == [f"<{tag}>"]
    assert lost(html.upper()) == [f"<{tag}>"]


@pytest.mark.parametrize("attribute", LOST)
@pytest.mark.parametrize("tag", ["a", "img", "b", "td"])
def test_an_attribute_that_is_not_allowed_goes_and_is_named(tag: str, attribute: str) -> None:
    html = f'<table><tr><td><{tag} {attribute}="x" class="c">y</{tag}></table>'
    assert Page(clean(html)).foreign == []
    assert f"{attribute}=" not in clean(html)
    assert 'class="c"' in clean(html)
    assert lost(html) == [f"{attribute}="]


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ('<b href="x">y</b>', "href="),
        ('<p src="x">y</p>', "src="),
        ('<a src="x">y</a>', "src="),
        ('<img href="x">', "href="),
        ('<ul start="3"></ul>', "start="),
        ('<td scope="col">', "scope="),
    ],
)
def test_an_attribute_is_allowed_where_it_means_something(html: str, what: str) -> None:
    name = what.removesuffix("=")
    assert f" {name}" not in clean(f"<table><tr>{html}</table>")
    assert lost(html) == [what]


def test_only_the_box_of_a_table_can_be_reached_by_keyboard() -> None:
    assert clean('<div tabindex="0">a</div>') == '<div tabindex="0">a</div>'
    assert clean('<div tabindex="1">a</div><p tabindex="0">b</p>') == "<div>a</div><p>b</p>"


@pytest.mark.parametrize(
    "scheme", ["javascript", "JavaScript", "vbscript", "data", "file", "ftp", "blob", "about", "x-y"]
)
def test_an_address_of_another_kind_goes_and_is_named(scheme: str) -> None:
    for html in (f'<a href="{scheme}:x">y</a>', f'<img src="{scheme}:x" alt="y">'):
        assert f"{scheme}:" not in clean(html)
        assert lost(html) == [f"{scheme.lower()}:"]
        assert codes(html) == ["dangerous-url"]


def test_a_picture_in_raw_html_obeys_the_rules_for_pictures() -> None:
    assert codes('<img src="https://x.vn/a.png" alt="x">') == ["external-image"]
    assert codes('<img src="a.png">') == codes('<img src="a.png" alt=" ">') == ["missing-alt"]
    assert codes('<img src="a.png" alt="x">') == []


@pytest.mark.parametrize("tag", ["script", "style", "template", "textarea", "title", "iframe", "select", "svg", "xmp"])
def test_what_would_hide_the_text_behind_it_is_an_error(tag: str) -> None:
    assert codes(f"<{tag}>") == ["html-forbidden"]


def test_of_two_attributes_of_one_name_the_first_counts() -> None:
    assert codes('<a href="javascript:x" href="a.md">x</a>') == ["dangerous-url"]


def test_a_marked_section_is_survived() -> None:
    assert codes("<div>\n<![foo[x]]>\n<b onclick=x></div>") == ["html-removed"]


def test_what_is_inside_code_that_runs_goes_with_it() -> None:
    assert clean("a<script>alert(1)</script>b<style>p { x: y }</style>c") == "abc"


def test_what_is_inside_anything_else_stays() -> None:
    assert clean("a<font>b</font><section><b>c</b></section>") == "ab<b>c</b>"


@pytest.mark.parametrize("html", ["<!-- x -->", "<!doctype html>", "<?php x ?>", "<!-- <script> -->"])
def test_comments_and_declarations_go_without_a_word(html: str) -> None:
    assert clean(html) == ""
    assert lost(html) == []


def test_everything_lost_is_named_in_its_order() -> None:
    html = "<script>x</script><b onclick=y style=z>c</b><a href='data:x' target=t>d</a>"
    assert lost(html) == ["<script>", "onclick=", "style=", "data:", "target="]


def test_a_script_is_not_looked_into() -> None:
    assert lost("<script><b onclick=x></script>") == ["<script>"]


def test_the_filter_sees_every_attribute_that_stays_and_may_change_it() -> None:
    seen: list[tuple[str, str, str]] = []

    def attribute_filter(tag: str, attribute: str, value: str) -> str | None:
        seen.append((tag, attribute, value))
        return {"href": "Đ&<>\"'", "title": None}.get(attribute, value)

    html = '<a href="&#98;.md" title="x" onclick="y">z</a><a href="javascript:x" id="i">t</a>'
    assert clean(html, attribute_filter) == '<a href="Đ&amp;&lt;&gt;&quot;\'">z</a><a id="i">t</a>'
    assert sorted(seen) == [("a", "href", "b.md"), ("a", "id", "i"), ("a", "title", "x")]


def test_the_lists_of_attributes_are_the_ones_written_down() -> None:
    every = {attribute for attributes in TAGS.values() for attribute in attributes} | EVERYWHERE | {*LOST}
    for tag, attributes in TAGS.items():
        wanted = {attribute for attribute in every if attribute not in attributes | EVERYWHERE}
        found = {what.removesuffix("=") for attribute in every for what in lost(f'<{tag} {attribute}="0">')}
        assert found - {"tabindex"} == wanted - {"tabindex"}


@bounded
@given(soup(*HTML, *MARKDOWN))
def test_whatever_is_cleaned_holds_only_what_is_allowed(html: str) -> None:
    assert Page(clean(html)).foreign == []


@bounded
@given(soup(*HTML, *MARKDOWN))
def test_whatever_is_wrong_can_be_reported(html: str) -> None:
    for finding in inspect_html(html):
        problem = finding.kind.at(Location("a.md", 1, 1), **dict(finding.values))
        assert problem.message("vi")
        assert problem.message("en")
        assert dict(finding.values).get("scheme") not in SCHEMES


inline = st.sampled_from(sorted({"b", "cite", "code", "del", "em", "i", "kbd", "mark", "q", "small", "span", "strong"}))
elements: st.SearchStrategy[str] = st.recursive(
    st.sampled_from(["x", "Đồng", "&lt;b&gt;", "&amp;"]),
    lambda inner: st.builds(
        lambda tag, body: f'<{tag} class="c">{"".join(body)}</{tag}>', inline, st.lists(inner, max_size=3)
    ),
    max_leaves=10,
)


@bounded
@given(elements)
def test_clean_html_is_not_touched(html: str) -> None:
    assert lost(html) == []
    # Only nested elements of the same kind may be rearranged by a browser.
    assert Page(clean(html)).text == Page(html).text
    assert sorted(Page(clean(html)).tags) == sorted(Page(html).tags)
