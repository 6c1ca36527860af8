"""Passages: what is plain is taken out and becomes what Markdown would make of it; what may not be plain stays."""

import pytest

from generator.content.markdown.passages import Doubt, Passages, take_out
from generator.model import Heading
from generator.text.slugs import slugify


def taken(text: str) -> Passages:
    return take_out(text, "dau", slugify)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Một", "<p>Một</p>"),
        ("\n\nMột\nhai\n\n\nba\n\n", "<p>Một\nhai</p>\n<p>ba</p>"),
        ("20/11: “Ký” – 5% (a); b?!", "<p>20/11: “Ký” – 5% (a); b?!</p>"),
        ("**Một** a **hai ba**,\n**b**", "<p><strong>Một</strong> a <strong>hai ba</strong>,\n<strong>b</strong></p>"),
        ("# Một", '<h2 id="mot">Một</h2>'),
        ("## 1. Một  **hai**", '<h2 id="1-mot-hai">1. Một  <strong>hai</strong></h2>'),
        ("# Một\nhai\n\n### Ba", '<h2 id="mot">Một</h2>\n<p>hai</p>\n<h3 id="ba">Ba</h3>'),
        ("Một\n\n- a\n- **b**\n\nHai", "<p>Một</p>\n<ul>\n<li>a</li>\n<li><strong>b</strong></li>\n</ul>\n<p>Hai</p>"),
        ("# Một\n* a\n", '<h2 id="mot">Một</h2>\n<ul>\n<li>a</li>\n</ul>'),
    ],
)  # fmt: skip
def test_a_plain_text_is_one_passage(text: str, html: str) -> None:
    passages = taken(text)
    assert passages.rest.strip() == "daup0"
    assert passages.html == (html,)
    assert passages.put_back("<p>daup0</p>", (), set()) == html


@pytest.mark.parametrize(
    "text",
    [
        "", "Một *hai*", "Một_hai", "`Một`", "[Một]", "Một & hai", "\\Một", "Một | hai", "Một {#a}", "Một\u00a0hai",
        "中文", "Một  \nhai", "Một ", " Một", "    Một", "\tMột", "Một\r\n", "Một\n- hai", "Một\n---", "Một\n> hai",
        "Một\n  \nhai", "- một", "12. một", "+ một", "-", "**Một", "Một**", "** Một**", "a**b**", "**b**a", "***a***",
        "#", "#Một", "####### Một", "# Một #", "# Một\n*hai*", "~~~\n\nMột\n\n<b>", "Một\n\n///", "> Một\nhai",
    ],
)  # fmt: skip
def test_what_may_not_be_plain_stays(text: str) -> None:
    assert taken(text) in (Passages(text), Passages(text, mark="dau"))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("*a*\n\nMột\n\n*b*\n\nHai\n\nBa", "*a*\n\ndaup0\n\n*b*\n\ndaup1"),
        ("- a\n\n- b\n\nMột", "- a\n\n- b\n\ndaup0"),
        ("Một\n\n- a\n\n- b", "daup0\n\n- a\n\n- b"),
        ("Một\n\n- a\n\n    b", "daup0\n\n- a\n\n    b"),
        ("Một\n\n- a\n\n[^1]: b", "daup0\n\n- a\n\n[^1]: b"),
        ("Một\n\n- a\n\nHai *ba*", "daup0\n\nHai *ba*"),
        ("[^1]: a\n\n- b\n\nMột", "[^1]: a\n\n- b\n\ndaup0"),
    ],
)
def test_a_word_stands_for_each_passage(text: str, rest: str) -> None:
    assert taken(text).rest == rest


def test_headings_are_known_in_their_order_by_anchors_of_their_own() -> None:
    passages = taken("# Một\n\n*x*\n\n### Hai\n\n*x*\n\n# Một\n\n# Một")
    assert passages.headings == (
        Heading(2, "mot", "Một"),
        Heading(3, "hai", "Hai"),
        Heading(2, "mot_1", "Một"),
        Heading(2, "mot_2", "Một"),
    )


def test_passages_go_back_to_their_places() -> None:
    passages = taken("Một\n\n*x*\n\nHai")
    converted = "<p>daup0</p>\n<p><em>x</em></p>\n<p>daup1</p>"
    assert passages.put_back(converted, (), set()) == "<p>Một</p>\n<p><em>x</em></p>\n<p>Hai</p>"


@pytest.mark.parametrize(
    "converted",
    [
        "", "daup0 daup1", "<pre>daup0</pre><p>daup1</p>", "<p>daup1</p><p>daup0</p>", "<p>daup0</p>",
        "<p>daup0</p><p>daup0</p><p>daup1</p>", "<p><b>daup0</b></p><p>daup1</p>", "<p>\ndaup0</p><p>daup1</p>",
        "<p>daup0</p>klzzwxh:0000\x03<p>daup1</p>",
    ],
)  # fmt: skip
def test_what_comes_out_otherwise_than_it_went_in_raises_doubt(converted: str) -> None:
    with pytest.raises(Doubt):
        taken("Một\n\n*x*\n\nHai").put_back(converted, (), set())


def test_headings_in_the_rest_raise_doubt_of_those_taken_out() -> None:
    heading = Heading(2, "hai", "Hai")
    with pytest.raises(Doubt):
        taken("# Một").put_back("<p>daup0</p>", (heading,), {"hai"})
    with pytest.raises(Doubt):
        taken("# Một").put_back("<p>daup0</p>", (), {"mot"})
    assert taken("# Một").put_back("<p>daup0</p>", (), {"hai"}) == '<h2 id="mot">Một</h2>'
    assert taken("Một").put_back("<p>daup0</p>", (heading,), {"hai"}) == "<p>Một</p>"
