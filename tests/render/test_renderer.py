"""Rendering: templates receive page and site, escape their output, and have errors with their own lines."""

import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.record_cache import encode_text
from bantin.domain.problems import Language
from bantin.render import Artifact, framed, render
from bantin.runtime.bundled import bundled_themes
from bantin.runtime.cache import open_store
from bantin.runtime.workers import InProcess
from bantin.site.plan import plan
from tests.bulletins import COMPLETE, texts_of, write
from tests.index.contents import article, bulletin, quick, when
from tests.pictures import drawing
from tests.render.themes import CHILD, page, problem_of, rendered, text_of, theme_of

THEMES = bundled_themes()
OTHERS = (
    "config", "settings", "articles", "pages", "bulletin", "content", "agencies", "request", "session", "g", "url_for",
    "now", "today", "environ", "env", "os", "root", "theme", "url", "title", "self.page", "view", "language", "assets",
)  # fmt: skip


def test_a_template_sees_its_page_and_the_site(tmp_path: Path) -> None:
    assert text_of(tmp_path, {"a.html": "{{ page.title }} – {{ site.title }}"}, "a.html") == "Tiêu đề – Bản tin\n"


@pytest.mark.parametrize("name", OTHERS)
def test_a_template_sees_nothing_else(tmp_path: Path, name: str) -> None:
    code, place, _message = problem_of(tmp_path, {"a.html": f"\n{{{{ {name} }}}}"})
    assert (code, place) == ("template-undefined", "themes/mine/templates/a.html:2")


@pytest.mark.parametrize(
    "asking",
    [
        "{{ page.titel }}",
        "{% if page.titel %}x{% endif %}",
        "{% for one in page.titel %}x{% endfor %}",
        "{{ site.assets['khong-co.css'] }}",
        "{% if titel %}x{% endif %}",
        "{% if page.titel == 'x' %}x{% endif %}",
        "{{ page.titel.x }}",
    ],
)
def test_what_a_page_does_not_have_is_never_shown_as_nothing(tmp_path: Path, asking: str) -> None:
    code, place, _message = problem_of(tmp_path, {"a.html": asking})
    assert (code, place) == ("template-undefined", "themes/mine/templates/a.html:1")


@pytest.mark.parametrize(
    ("templates", "code", "place"),
    [
        ({"a.html": "x\n{% if %}"}, "template-syntax", "a.html:2"),
        ({"a.html": "x\n{{ page.title"}, "template-syntax", "a.html:2"),
        ({"a.html": "{{ x | khong_co }}"}, "template-syntax", "a.html:1"),
        ({"a.html": "{% extends 'b.html' %}", "b.html": "\n{% if %}"}, "template-syntax", "b.html:2"),
        ({"a.html": "{% include 'b.html' %}", "b.html": "{{ x }}"}, "template-undefined", "b.html:1"),
        ({"a.html": "\n{% include 'c.html' %}"}, "template-missing", "a.html:2"),
        ({"a.html": "\n{{ 1 // 0 }}"}, "template-failed", "a.html:2"),
        ({"a.html": "{{ page.title + 1 }}"}, "template-failed", "a.html:1"),
        ({"a.html": "{{ 'x' | number }}"}, "template-failed", "a.html:1"),
        ({"a.html": "{% include 'a.html' %}"}, "template-failed", "a.html:1"),
    ],
)
def test_a_fault_is_reported_at_the_line_of_the_template_that_has_it(
    tmp_path: Path, templates: dict[str, str], code: str, place: str
) -> None:
    assert problem_of(tmp_path, templates)[:2] == (code, f"themes/mine/templates/{place}")


def test_a_template_that_no_theme_has_is_a_problem_of_the_settings(tmp_path: Path) -> None:
    code, place, message = problem_of(tmp_path, {}, "khong-co.html")
    assert (code, place) == ("template-missing", "content/site.yml")
    assert "khong-co.html" in message


def test_a_fault_is_reported_with_the_page_that_shows_it(tmp_path: Path) -> None:
    assert "/trang/" in problem_of(tmp_path, {"a.html": "{{ page.titel }}"})[2]


HOSTILE = "<script>alert(1)</script> ]]> \"'& <!-- {{ 7 * 7 }} {% x %} %(num)s &amp;"


@pytest.mark.parametrize("name", ["a.html", "a.xml"])
def test_what_is_shown_in_html_and_xml_is_escaped(tmp_path: Path, name: str) -> None:
    text = text_of(tmp_path, {name: '<p a="{{ page.title }}">{{ page.title }}</p>'}, name, HOSTILE)
    assert ET.fromstring(text).text == HOSTILE
    assert ET.fromstring(text).attrib == {"a": HOSTILE}


def test_plain_text_is_not_escaped(tmp_path: Path) -> None:
    assert text_of(tmp_path, {"a.txt": "{{ page.title }}"}, "a.txt", HOSTILE) == f"{HOSTILE}\n"


def test_a_message_with_a_hostile_value_is_escaped(tmp_path: Path) -> None:
    template = '<p>{{ _("No. %(number)s", number=page.title) }}</p>'
    text = text_of(tmp_path, {"a.html": template}, "a.html", HOSTILE)
    assert ET.fromstring(text).text == f"số {HOSTILE}"


@pytest.mark.parametrize(("language", "shown"), [("vi", "5.851"), ("en", "5,851")])
def test_numbers_are_reported_as_the_language_does(tmp_path: Path, language: Language, shown: str) -> None:
    assert text_of(tmp_path, {"a.html": "{{ 5851 | number }}"}, "a.html", language=language) == f"{shown}\n"


@pytest.mark.parametrize(("language", "shown"), [("vi", "Trang chủ, 1.200 bài viết"), ("en", "Home, 1,200 articles")])
def test_messages_are_shown_in_the_language_of_the_site(tmp_path: Path, language: Language, shown: str) -> None:
    template = '{{ _("Home") }}, {{ ngettext("%(num)s article", "%(num)s articles", 1200, num=1200 | number) }}'
    assert text_of(tmp_path, {"a.html": template}, "a.html", language=language) == f"{shown}\n"


LAYERS = {
    "themes/mine/theme.yml": "name: Mine\nextends: yours\n",
    "themes/yours/theme.yml": "name: Yours\nextends: default\n",
    "themes/yours/templates/a.html": "yours {% block inner %}{% endblock %}",
    "themes/yours/templates/b.html": "b of yours",
}


@pytest.mark.parametrize(
    ("templates", "shown"),
    [
        ({}, "yours"),
        ({"a.html": "mine"}, "mine"),
        ({"a.html": '{% extends "yours/a.html" %}{% block inner %}and mine{% endblock %}'}, "yours and mine"),
        ({"a.html": '{% extends "b.html" %}'}, "b of yours"),
        ({"a.html": '{% extends "b.html" %}', "b.html": "b of mine"}, "b of mine"),
        ({"a.html": '{% include "yours/b.html" %}', "b.html": "b of mine"}, "b of yours"),
        ({"a.html": '{% include "mine/b.html" %}', "b.html": "b of mine"}, "b of mine"),
    ],
)
def test_a_template_is_looked_for_nearest_first_or_in_the_theme_that_is_named(
    tmp_path: Path, templates: dict[str, str], shown: str
) -> None:
    write(tmp_path, LAYERS, {f"themes/mine/templates/{path}": text for path, text in templates.items()})
    (checked,) = rendered(tmp_path, page("a.html"))
    assert checked.value
    assert checked.value.data.decode() == f"{shown}\n"


def test_a_theme_may_change_one_block_of_the_default_theme(tmp_path: Path) -> None:
    own = '{% extends "default/base.html" %}{% block main %}<p>own</p>{% endblock %}'
    text = text_of(tmp_path, {"404.html": own}, "404.html")
    assert '<html lang="vi">' in text
    assert "<p>own</p>" in text


def test_a_site_may_override_the_default_theme_file_by_file(tmp_path: Path) -> None:
    own = '{% extends "default/base.html" %}{% block footer %}<p>own foot</p>{% endblock %}'
    root = write(tmp_path, COMPLETE, {"themes/default/templates/base.html": own})
    pages = texts_of(root)
    assert "<p>own foot</p>" in pages["index.html"]
    assert "<p>own foot</p>" in pages["bai-viet/2020/bai/index.html"]
    assert "Hai cơ quan ký quy chế" in pages["bai-viet/2020/bai/index.html"]


def test_output_ends_with_one_line_feed_and_begins_with_text(tmp_path: Path) -> None:
    assert text_of(tmp_path, {"a.html": "\n\n  x\n\n\n"}, "a.html") == "x\n"


def test_pages_become_the_files_that_their_addresses_are_served_from(tmp_path: Path) -> None:
    write(tmp_path, CHILD, {"themes/mine/templates/a.html": "x"})
    pages = [page("a.html", url) for url in ("", "b/", "a/", "404.html")]
    paths = [checked.value.path for checked in rendered(tmp_path, *pages) if checked.value]
    assert paths == ["index.html", "b/index.html", "a/index.html", "404.html"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_pages_come_in_their_order_from_any_number_of_workers(tmp_path: Path, jobs: int) -> None:
    write(tmp_path, CHILD, {"themes/mine/templates/a.html": "{{ page.title }}"})
    pages = [page("a.html", f"{number}/", f"{number}") for number in range(250)]
    made = [checked.value for checked in rendered(tmp_path, *pages, jobs=jobs)]
    assert [one and (one.path, one.data) for one in made] == [
        (f"{number}/index.html", b"%d\n" % number) for number in range(250)
    ]


def test_a_theme_that_has_changed_is_never_taken_for_the_old_one(tmp_path: Path) -> None:
    shown = [text_of(tmp_path, {"a.html": text}, "a.html") for text in ("one", "two", "one")]
    assert shown == ["one\n", "two\n", "one\n"]


# The same addresses are made of both, and lines of the same length, so that a site of the one and a site of the other
# differ in their texts only.
HARMLESS = re.sub(r"[^\w ]", "·", HOSTILE)
FILES: dict[str, str | bytes] = {
    "content/site.yml": """\
title: TEXT
base_url: https://bantin.example/
language: vi
timezone: Asia/Ho_Chi_Minh
description: TEXT
publisher: TEXT
license: TEXT
contact: {address: TEXT, phone: '1', email: TEXT}
sections: {tin: TEXT, khac: TEXT}
menu: [{to: /co-quan/, label: TEXT}]
links: [{to: 'https://x.example/', label: TEXT}]
""",
    "content/vocabulary.yml": "types: {quy-che: TEXT}\nfields: {an-ninh: TEXT}\n",
    "content/agencies/a.yml": """\
name: TEXT
former_names: [{name: TEXT, until: 2010}]
abbreviations: TEXT
aliases: TEXT
contact: {address: TEXT, phone: '1', email: TEXT}
successors: [b]
""",
    "content/agencies/b.yml": "name: TEXT\nparent: a\n",
    "content/articles/2020/bai.md": """\
---
title: TEXT
published: 2020-05-06
lead: TEXT
authors: TEXT
source: {name: TEXT, code: TEXT, url: 'https://x.example/?a=1&b=2'}
section: tin
tags: TEXT
license: TEXT
photos: [{src: a.png, alt: TEXT, caption: TEXT, credit: TEXT}, {src: a.png, alt: TEXT}]
agreement:
  type: quy-che
  title: TEXT
  number: TEXT
  parties: [{agency: a, role: TEXT}, b]
  signatories: [{name: TEXT, rank: TEXT, position: TEXT, also: TEXT, role: TEXT, party: a, on_behalf: KT}]
  presided_by: [TEXT]
  attended_by: [TEXT]
  signed_at: {place: TEXT, venue: TEXT}
  effective_method: TEXT
  legal_basis: TEXT
  contact: TEXT
  events: [{kind: reviewed, note: TEXT, by: TEXT}]
  relations: [{kind: amends, external: {title: TEXT, number: TEXT}}]
  documents: [a.csv]
  fields: an-ninh
  text_public: {no: TEXT}
---

## One {#a}

### Two {#b}

### Three {#c}

### Four {#d}
""",
    "content/articles/2020/hai.md": "---\ntitle: TEXT\nsection: khac\n---\n\nx\n",
    "content/articles/2020/a.png": drawing(),
    "content/articles/2020/a.csv": "x",
    "content/pages/trang.md": "---\ntitle: TEXT\nlead: TEXT\n---\n\nx\n",
}


BIBTEX = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}


class Shape(HTMLParser):
    """A page as a browser takes it: its tags with their attributes, and what stands between; ``text`` is ``TEXT``."""

    def __init__(self, html: str, text: str) -> None:
        super().__init__()
        self.parts: list[object] = []
        self._text = text
        # In data for other programs a text is written as their format has it.
        in_json = json.dumps(text, ensure_ascii=False)[1:-1]
        in_script = in_json.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")
        in_bibtex = re.sub(r"[{}%&$#_]", lambda sign: BIBTEX.get(sign[0], rf"\{sign[0]}"), text)
        self._spellings = (in_script, in_json, in_bibtex, text)
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = [(name, (value or "").replace(quote(self._text), "TEXT")) for name, value in attrs]
        self.parts.append((tag, [(name, value.replace(self._text, "TEXT")) for name, value in told]))

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        for spelling in self._spellings:
            data = data.replace(spelling, "TEXT")
        # A chart may show the beginning and the end of a text.
        self.parts.append([re.sub(r"[^\w ]", "·", data)])

    def handle_comment(self, data: str) -> None:
        self.parts.append({"comment": data})


def site_of(folder: Path, text: str) -> dict[str, str]:
    """Every page and feed of a bulletin whose every text is ``text``."""
    # A text in JSON is one in YAML, too.
    written = json.dumps(text, ensure_ascii=False)
    files = {path: data.replace("TEXT", written) if isinstance(data, str) else data for path, data in FILES.items()}
    root = write(folder, files)
    return {path: text for path, text in texts_of(root).items() if path.endswith((".html", ".xml"))}


def test_no_text_of_an_editor_changes_what_a_page_is_made_of(tmp_path: Path) -> None:
    hostile, harmless = site_of(tmp_path / "hostile", HOSTILE), site_of(tmp_path / "harmless", HARMLESS)
    assert sorted(hostile) == sorted(harmless)
    assert len(hostile) > 20
    for path, text in hostile.items():
        if path.endswith(".html"):
            assert Shape(text, HOSTILE).parts == Shape(harmless[path], HARMLESS).parts


def test_every_feed_of_hostile_texts_can_be_read_and_says_the_same(tmp_path: Path) -> None:
    made = site_of(tmp_path, HOSTILE)
    for path in ("atom.xml", "rss.xml"):
        titles = [element.text for element in ET.fromstring(made[path]).iter() if element.tag.endswith("title")]
        assert len(titles) >= 2
        assert set(titles) == {HOSTILE}


TITLES = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), min_size=1)


@quick
@given(TITLES)
def test_any_title_is_read_back_from_the_feed_as_it_was_written(title: str) -> None:
    made = bulletin(article(title=title, published=when("2020-05-06")))
    found = plan(made, frozenset()).value
    assert found
    feed = next(one for one in found.pages if one.url == "rss.xml")
    theme = theme_of(THEMES.parent, "default")
    with open_store(None, b"") as store:
        store.put("", (), [(text.digest, encode_text(("<p>Nội dung.</p>",))) for text in feed.texts])
        frame = framed(made.directory, found.sites[""], theme, THEMES.parent, store)
        (rendered,) = render([feed], {"": made.directory}, {"": frame}, InProcess())
        checked = rendered.result
    assert isinstance(checked.value, Artifact)
    assert ET.fromstring(checked.value.data).findtext("channel/item/title") == title
