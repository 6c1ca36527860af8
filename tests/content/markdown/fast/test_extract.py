"""Passages: plain text gets the same HTML as from Python-Markdown; anything that may not be plain is left to it."""

import pytest

from bantin.content.markdown.fast.extract import NotPlain, PlainPassages, extract
from bantin.domain.model import Heading

TABLE = "| a | b |\n| --- | ---: |\n| c | d |"


def taken(text: str) -> PlainPassages:
    return extract(text, "vi", "to {}".format)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Một", "<p>Một</p>"),
        ("\n\nMột\nhai\n\n\nba\n\n", "<p>Một\nhai</p>\n<p>ba</p>"),
        ("20/11: “Ký” – 5% (a); b?!", "<p>20/11: “Ký” – 5% (a); b?!</p>"),
        ("20.000 đồng\n1990", "<p>20.000 đồng\n1990</p>"),
        ("**Một** a **hai ba**,\n**b** c", "<p><strong>Một</strong> a <strong>hai ba</strong>,\n<strong>b</strong> c</p>"),  # noqa: E501
        ("*Một.* a (*hai*) **“ba”**", "<p><em>Một.</em> a (<em>hai</em>) <strong>“ba”</strong></p>"),
        ("Một [hai](/ba/)", '<p>Một <a href="to /ba/">hai</a></p>'),
        ("[a](../b-c.md#d)[e](#f), *g*", '<p><a href="to ../b-c.md#d">a</a><a href="to #f">e</a>, <em>g</em></p>'),
        ("[a](http://a-b.vn/c_d?e=f)", '<p><a href="to http://a-b.vn/c_d?e=f">a</a></p>'),
        ("# Một", '<h2 id="mot">Một</h2>'),
        ("## 1. Một  **hai**", '<h2 id="1-mot-hai">1. Một  <strong>hai</strong></h2>'),
        ("# Một\nhai\n\n### Ba", '<h2 id="mot">Một</h2>\n<p>hai</p>\n<h3 id="ba">Ba</h3>'),
        ("# Một\n## *Hai*\n", '<h2 id="mot">Một</h2>\n<h3 id="hai"><em>Hai</em></h3>'),
        ("- một", "<ul>\n<li>một</li>\n</ul>"),
        ("Một\n\n- a\n- **b**\n\nHai", "<p>Một</p>\n<ul>\n<li>a</li>\n<li><strong>b</strong></li>\n</ul>\n<p>Hai</p>"),
        ("# Một\n* a\n", '<h2 id="mot">Một</h2>\n<ul>\n<li>a</li>\n</ul>'),
        ("- a\n  b\n- [c](d)", '<ul>\n<li>a\nb</li>\n<li><a href="to d">c</a></li>\n</ul>'),
        ("1. a\n1. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("1. a\n2. b\n4. c", '<ol>\n<li>a</li>\n<li>b</li>\n<li value="4">c</li>\n</ol>'),
        ("12. a\n   b\n13. c", '<ol start="12">\n<li>a\nb</li>\n<li>c</li>\n</ol>'),
        ("- a\n\n1. b\n\n* c", "<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>\n<ul>\n<li>c</li>\n</ul>"),
        ("> a\n> *b*\n>\n> c", "<blockquote>\n<p>a\n<em>b</em></p>\n<p>c</p>\n</blockquote>"),
        ("> a\n\n- b", "<blockquote>\n<p>a</p>\n</blockquote>\n<ul>\n<li>b</li>\n</ul>"),
        (
            "Một[^1] *hai*[^2].\n\n[^1]: a\n\n[^2]: [b](c)",
            '<p>Một<sup id="fnref:1"><a class="footnote-ref" href="to #fn:1">1</a></sup> '
            '<em>hai</em><sup id="fnref:2"><a class="footnote-ref" href="to #fn:2">2</a></sup>.</p>\n'
            '<div class="footnote">\n<hr>\n<ol>\n<li id="fn:1">\n'
            '<p>a&nbsp;'
            '<a class="footnote-backref" href="to #fnref:1" title="Trở lại chú thích 1 trong bài">↩</a></p>\n</li>\n'
            '<li id="fn:2">\n<p><a href="to c">b</a>&nbsp;'
            '<a class="footnote-backref" href="to #fnref:2" title="Trở lại chú thích 2 trong bài">↩</a></p>\n</li>\n'
            "</ol>\n</div>",
        ),
        (
            "| a | b |\n| --- |:-:|\n| [c](d) | |",
            '<div class="table" tabindex="0"><table>\n<thead>\n<tr>\n<th scope="col">a</th>\n'
            '<th class="align-center" scope="col">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
            '<td><a href="to d">c</a></td>\n<td class="align-center"></td>\n</tr>\n</tbody>\n</table></div>',
        ),
    ],
)  # fmt: skip
def test_a_plain_text_is_one_passage(text: str, html: str) -> None:
    passages = taken(text)
    assert passages.is_all
    assert passages.rest("dau").strip() == "daup0"
    assert passages.html == (html,)
    assert passages.put_back("<p>daup0</p>", "dau", (), set()) == html


@pytest.mark.parametrize(
    "text",
    [
        "", "1) Một\n2) hai", "1.", "Một\n1990.", "- a\n* b", "o  a", "Một:\n– hai", "Một\na) hai", "Một\nĐiều 2. Hai",
        "Một_hai", "`Một`", "[Một]", "Một & hai", "\\Một", "Một | hai", "Một {#a}", "Một\u00a0hai",
        "中文", "Một  \nhai", "Một ", " Một", "    Một", "\tMột", "Một\r\n", "Một\n- hai", "Một\n---", "Một\n> hai",
        "Một\n  \nhai", "+ một", "-", "**Một", "Một**", "** Một**", "a**b**", "**b**a", "***a***", "*a**", "**a*b***",
        "*a **b** c*", "#", "#Một", "####### Một", "# Một #", "# Một\n*hai", "# Một [hai](ba)", "~~~\n\nMột\n\n<b>",
        "Một[^1]\n\n///\n\n[^1]: hai", "> Một\nhai", ">Một", "> > Một", "> - Một", "> Một\n>\n>\n> hai", "> # Một", ">",
        "- a\n\n- b", "1. a\n\n2. b", "> a\n\n> b", "- a\n\n\n\n- b", "- - a", "- 1. a", "- a\n    b", "- a\nb",
        "![a](b)", "a![b](c)", "[a](b 'c')", "[a](<b>)", "[a]()", "[ a](b)", "[a [b](c)](d)", "[a](b(c))", "[a][b]",
        "[a](//b.vn)", "[a](b:c)", "[a](javascript:b)", "[a](mailto:b@c.vn)", "[a](https://b)", "[a](https://1.2.3.4)",
        "[a](https://b.c1)", "[a](https://xn--b.vn)", "[a](https://b..vn)", "[a](https://b.vn:80)", "[a](b&c)",
        "[a](ă)", "[a](b)*c*", "*c*d", "[^a](b)", "[a](b\nc)", "[a\nb](c)", "[*a*](b)", "**[a](b)**", "[a]: b",
        "[a](b){.c}",
        "| a | b |", "| a | b |\n| --- | --- |", "a | b\n--|--\nc | d", "| a | b |\n| --- | --- |\n| c |",
        "| a | b |\n| --- | --- |\n| c | d | e |", "| a | b |\n| --- |\n| c | d |", "| a |\n| - |\n| `b` |",
        "a[^1]", "[^1]: a", "a[^1]\n\n[^1]: `b`", "a[^1]\n[^1]: b", "a[^1][^1]\n\n[^1]: b", "a[^b]\n\n[^b]: c",
        "- a[^1]\n\n[^1]: b",
        "a[^2] b[^1]\n\n[^1]: c\n[^2]: d",
        "a![^1]\n\n[^1]: b", "a[^2]\n\n[^2]: b", "a[^1]\n\n[^1]: b\n    c", "a[^1]\n\n[^1]: b[^2]\n[^2]: c",
        f"a\n{TABLE}", f"{TABLE}\na", f"{TABLE} ", "| a \\| b |\n|---|---|\n| c | d |",
    ],
)  # fmt: skip
def test_what_may_not_be_plain_stays(text: str) -> None:
    assert taken(text).html == ()
    assert taken(text).rest("dau").strip("\n") == text.strip("\n")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("`a`\n\nMột\n\n`b`\n\nHai\n\nBa", "`a`\n\ndaup0\n\n`b`\n\ndaup1"),
        ("- a\n\n- b\n\nMột", "- a\n\n- b\n\ndaup0"),
        ("Một\n\n- a\n\n- b", "daup0\n\n- a\n\n- b"),
        ("Một\n\n- a\n\n    b", "daup0\n\n- a\n\n    b"),
        ("Một\n\n- a\n\n[^1]: b", "daup0\n\n- a\n\n[^1]: b"),
        ("Một\n\n- a\n\nHai `ba`", "daup0\n\nHai `ba`"),
        ("a[^1]\n\n[^1]: b\n\nHai", "a[^1]\n\n[^1]: b\n\ndaup0"),
        ("a[^1]\n\nHai\n\n[^1]: b\n\n# Ba\n[^2]: c", "a[^1]\n\ndaup0\n\n[^1]: b\n\n# Ba\n[^2]: c"),
        ("- a\n\n[^1]: b\n\n- c\n\nd[^1]", "- a\n\n[^1]: b\n\n- c\n\nd[^1]"),
        ("[^1]: a\n\n- b\n\nMột", "[^1]: a\n\n- b\n\ndaup0"),
        ("`a`\n\n1. b\n\n- c", "`a`\n\n1. b\n\ndaup0"),
        ("Một\n\n> a\n\n>b", "daup0\n\n> a\n\n>b"),
        (f"> > a\n\n{TABLE}\n\n    b", "> > a\n\ndaup0\n\n    b"),
        ("    a\n\n\n    b\n\n\n\nMột", "    a\n\n\n    b\n\n\n\ndaup0"),
    ],
)
def test_a_word_stands_for_each_passage(text: str, rest: str) -> None:
    assert taken(text).rest("dau").strip("\n") == rest
    assert not taken(text).is_all


def test_headings_are_known_in_their_order_by_anchors_of_their_own() -> None:
    passages = taken("# Một\n\n`x`\n\n### Hai\n\n`x`\n\n# Một\n# **Một**")
    assert passages.headings == (
        Heading(2, "mot", "Một"),
        Heading(3, "hai", "Hai"),
        Heading(2, "mot_1", "Một"),
        Heading(2, "mot_2", "Một"),
    )


def test_passages_go_back_to_their_places() -> None:
    passages = taken("Một\n\n`x`\n\nHai")
    converted = "<p>daup0</p>\n<p><code>x</code></p>\n<p>daup1</p>"
    assert passages.put_back(converted, "dau", (), set()) == "<p>Một</p>\n<p><code>x</code></p>\n<p>Hai</p>"


@pytest.mark.parametrize(
    "converted",
    [
        "", "daup0 daup1", "<pre>daup0</pre><p>daup1</p>", "<p>daup1</p><p>daup0</p>", "<p>daup0</p>",
        "<p>daup0</p><p>daup0</p><p>daup1</p>", "<p><b>daup0</b></p><p>daup1</p>", "<p>\ndaup0</p><p>daup1</p>",
        "<p>daup0</p>klzzwxh:0000\x03<p>daup1</p>",
    ],
)  # fmt: skip
def test_what_comes_out_otherwise_than_it_went_in_raises_doubt(converted: str) -> None:
    with pytest.raises(NotPlain):
        taken("Một\n\n`x`\n\nHai").put_back(converted, "dau", (), set())


def test_headings_in_the_rest_raise_doubt_of_those_taken_out() -> None:
    heading = Heading(2, "hai", "Hai")
    with pytest.raises(NotPlain):
        taken("# Một").put_back("<p>daup0</p>", "dau", (heading,), {"hai"})
    with pytest.raises(NotPlain):
        taken("# Một").put_back("<p>daup0</p>", "dau", (), {"mot"})
    assert taken("# Một").put_back("<p>daup0</p>", "dau", (), {"hai"}) == '<h2 id="mot">Một</h2>'
    assert taken("Một").put_back("<p>daup0</p>", "dau", (heading,), {"hai"}) == "<p>Một</p>"
