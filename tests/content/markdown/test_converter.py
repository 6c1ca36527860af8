"""Markdown: what editors write becomes clean HTML; its links wait for their addresses, its anchors are known."""

import html
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.markdown import Converter
from bantin.domain.model import Body, Heading, Link, Position
from bantin.domain.problems import LANGUAGES, Checked, Language
from bantin.domain.text.slugs import is_slug
from bantin.domain.text.urls import scheme_of
from tests.content.markdown.allowed import Page
from tests.content.readings import ARTICLE, MARK, codes, told
from tests.content.strategies import HTML, MARKDOWN, bounded, soup, without_controls


def convert(text: str, first_line: int = 1, language: Language = "vi") -> Checked[Body]:
    return Converter(language).convert(text, ARTICLE, first_line, MARK)


def body_of(text: str) -> Body:
    """The body of a text in which nothing is wrong."""
    checked = convert(text)
    assert checked.problems == ()
    assert checked.value is not None
    return checked.value


def shown(body: Body) -> str:
    """The HTML, with each link's target for its address."""
    return body.html(tuple(html.escape(link.target) for link in body.outline.links))


def html_of(text: str) -> str:
    return shown(body_of(text))


def told_of(text: str) -> list[str]:
    return told(convert(text).problems)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("Một *hai* **ba** `bốn`", "<p>Một <em>hai</em> <strong>ba</strong> <code>bốn</code></p>"),
        ("Một\nhai  \nba", "<p>Một\nhai<br>\nba</p>"),
        ("> Một\n\n---", "<blockquote>\n<p>Một</p>\n</blockquote>\n<hr>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("- a\n    - b", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"),
        ("A & B < C > D", "<p>A &amp; B &lt; C &gt; D</p>"),
        (r"\# a \* b", "<p># a * b</p>"),
        ("&copy; &#233; &lt;b&gt;", "<p>© é &lt;b&gt;</p>"),
        ("    <b> & c", "<pre><code>&lt;b&gt; &amp; c\n</code></pre>"),
        ('```python\n<b> & "c"\n```', '<pre><code class="language-python">&lt;b&gt; &amp; "c"\n</code></pre>'),
        ("~~~\n# không\n[x](y)\n~~~", "<pre><code># không\n[x](y)\n</code></pre>"),
        ("`<script>`", "<p><code>&lt;script&gt;</code></p>"),
        ("<https://x.vn/?a=1&b=2>", '<p><a href="https://x.vn/?a=1&amp;b=2">https://x.vn/?a=1&amp;b=2</a></p>'),
        ("<a@b.vn>", '<p><a href="mailto:a@b.vn">a@b.vn</a></p>'),
        ('[a](tel:+84 "Gọi")', '<p><a href="tel:+84" title="Gọi">a</a></p>'),
        ("a<br>b <mark>c</mark>", "<p>a<br>b <mark>c</mark></p>"),
        ("<!-- ghi chú -->", ""),
        ('![Lễ ký](a.jpg "Chú")', '<figure><img alt="Lễ ký" src="a.jpg"><figcaption>Chú</figcaption></figure>'),
        ("x {: .lop}", "<p>x {: .lop}</p>"),
        ("x\n{: .lop lang=en }", '<p class="lop" lang="en">x</p>'),
        ("*x*{: .lop title='Tên' }", '<p><em class="lop" title="Tên">x</em></p>'),
        ("[TOC]", "<p>[TOC]</p>"),
    ],
)
def test_markdown_becomes_html(text: str, html: str) -> None:
    assert html_of(text).strip() == html


def test_a_table_becomes_one() -> None:
    table = "| Bên | Số |\n|:--|--:|\n| A | 1 |\n| *B* \\| C | 2 |"
    assert html_of(table) == (
        '<div class="table" tabindex="0"><table>\n<thead>\n<tr>\n'
        '<th class="align-left" scope="col">Bên</th>\n<th class="align-right" scope="col">Số</th>\n'
        "</tr>\n</thead>\n<tbody>\n"
        '<tr>\n<td class="align-left">A</td>\n<td class="align-right">1</td>\n</tr>\n'
        '<tr>\n<td class="align-left"><em>B</em> | C</td>\n<td class="align-right">2</td>\n</tr>\n'
        "</tbody>\n</table></div>"
    )


@pytest.mark.parametrize(
    ("language", "title"), [("vi", "Trở lại chú thích 1 trong bài"), ("en", "Back to note 1 in the text")]
)
def test_footnotes_lead_there_and_back(language: Language, title: str) -> None:
    body = convert("Một[^a].\n\n[^a]: Chú *thích*.", language=language).value
    assert body is not None
    assert shown(body) == (
        '<p>Một<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup>.</p>\n'
        '<div class="footnote">\n<hr>\n<ol>\n<li id="fn:a">\n<p>Chú <em>thích</em>.&nbsp;'
        f'<a class="footnote-backref" href="#fnref:a" title="{title}">↩</a></p>\n</li>\n</ol>\n</div>'
    )
    assert body.outline.links == ()
    assert body.outline.anchors == {"fn:a", "fnref:a"}


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("# Đồng Đội đ", [Heading(2, "dong-doi-d", "Đồng Đội đ")]),
        ("## Ký kết\n\n### Nội dung", [Heading(2, "ky-ket", "Ký kết"), Heading(3, "noi-dung", "Nội dung")]),
        ("# Mục\n\n# Mục", [Heading(2, "muc", "Mục"), Heading(2, "muc_1", "Mục")]),
        ("# [Bài](hai.md) *và* `mã` A & B", [Heading(2, "bai-va-ma-a-b", "Bài và mã A & B")]),
        ("# Một {#rieng .lop}", [Heading(2, "rieng", "Một")]),
        ("Một\n===\n\nHai\n---", [Heading(2, "mot", "Một"), Heading(3, "hai", "Hai")]),
        ("# A < B", [Heading(2, "a-b", "A < B")]),
        ("> # Một", [Heading(2, "mot", "Một")]),
        ("không # mục", []),
    ],
)
def test_headings_are_known_by_level_anchor_and_words(text: str, headings: list[Heading]) -> None:
    body = body_of(text)
    assert list(body.outline.headings) == headings
    assert body.outline.anchors == {heading.anchor for heading in headings}
    assert Page(shown(body)).ids == [heading.anchor for heading in headings]


@pytest.mark.parametrize(("language", "anchor"), [("vi", "muc"), ("en", "section")])
def test_a_heading_that_cannot_be_spelt_has_an_anchor_too(language: Language, anchor: str) -> None:
    body = convert("# ???\n\n# 中文\n", language=language).value
    assert body is not None
    assert [heading.anchor for heading in body.outline.headings] == [anchor, f"{anchor}_1"]


@pytest.mark.parametrize("language", get_args(Language))
@bounded
@given(st.lists(st.from_regex(r"[\w&<>.,đĐ -]{1,15}", fullmatch=True), min_size=1, max_size=5))
def test_every_heading_can_be_led_to(language: Language, words: list[str]) -> None:
    body = convert("".join(f"## x {word}\n\n" for word in words), language=language).value
    assert body is not None
    anchors = [heading.anchor for heading in body.outline.headings]
    assert len(anchors) == len(set(anchors)) == len(words)
    assert set(anchors) <= body.outline.anchors
    assert all(is_slug(anchor.replace("_", "-")) for anchor in anchors)
    assert Page(shown(body)).ids == anchors


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[bài](hai.md)", [Link("hai.md", Position(1, 7, 6))]),
        ("Đồng\n[a](../2011/b.md#c)", [Link("../2011/b.md#c", Position(2, 5, 14))]),
        ("![ảnh](anh.jpg)", [Link("anh.jpg", Position(1, 8, 7), is_image=True)]),
        ("[a](<lễ ký.pdf>)", [Link("lễ ký.pdf", Position(1, 6, 9))]),
        ("[a][r]\n\n[r]: hai.md 'T'", [Link("hai.md", Position(3, 6, 6))]),
        ("[a](x.md) [b](x.md)", [Link("x.md", Position(1, 5, 4)), Link("x.md", Position(1, 15, 4))]),
        (
            "[![ảnh](a.jpg)](b.md)",
            [Link("b.md", Position(1, 17, 4)), Link("a.jpg", Position(1, 9, 5), is_image=True)],
        ),
        ('<a href="hai.md">x</a>', [Link("hai.md", Position(1, 10, 6))]),
        ('<img src="a.jpg" alt="x">', [Link("a.jpg", Position(1, 11, 5), is_image=True)]),
        ('<div>\n<a href="/a/b/">x</a>\n</div>', [Link("/a/b/", Position(2, 10, 5))]),
        ("Một\n[a](b&#46;md)", [Link("b.md", Position(2, 5, 8))]),
        ("[a](b.md?x=1&y=2)", [Link("b.md?x=1&y=2", Position(1, 5, 12))]),
        ("# [a](b.md)", [Link("b.md", Position(1, 7, 4))]),
        ("| a |\n|---|\n| [b](c.md) |", [Link("c.md", Position(3, 7, 4))]),
        ("x[^1]\n\n[^1]: [a](b.md)", [Link("b.md", Position(3, 11, 4))]),
        ("[a](https://x.vn) <b@c.vn> [d](tel:1) [e](HTTP://x.vn) [f](//x.vn/)", []),
        ("`[a](b.md)`", []),
    ],
)
def test_links_inside_the_bulletin_wait_for_their_addresses(text: str, links: list[Link]) -> None:
    body = body_of(text)
    assert list(body.outline.links) == links
    assert len(body.parts) == len(links) + 1


def test_an_address_takes_the_place_of_its_link() -> None:
    body = body_of("[a](một.md) ![b](hai.jpg) [c](#d)\n\n# d")
    assert body.html(("/1/?x=1&amp;y=2", "/2.jpg")) == (
        '<p><a href="/1/?x=1&amp;y=2">a</a> <img alt="b" src="/2.jpg"> <a href="#d">c</a></p>\n<h2 id="d">d</h2>'
    )
    with pytest.raises(ValueError, match="2 links need as many addresses"):
        body.html(("/1/",))


def test_lines_are_counted_from_the_first_one_of_the_file() -> None:
    checked = convert("\n[a](b.md) [c](data:x)\n", first_line=10)
    assert told(checked.problems) == ["11:15+6 dangerous-url"]
    assert checked.value is not None
    assert checked.value.outline.links[0].place == Position(11, 5, 4)


FORMS = {
    "link": "[a]({})",
    "link in brackets": "[a](<{}>)",
    "picture": "![a]({})",
    "reference": "[a][r]\n\n[r]: {}",
    "raw": '<a href="{}">a</a>',
    "raw in quotes": "<a href='{}'>a</a>",
    "raw block": '<div><a href="{}">a</a></div>',
    "raw picture": '<img src="{}" alt="a">',
}
DANGEROUS = (
    "javascript:alert(1)", "JaVaScRiPt:x", "java&#115;cript:x", "&#x6A;avascript:x", "&#0000106avascript:x",
    "javascript&colon;x", "javascript&#58;x", "javascript&#x3a;x", "java&Tab;script:x", "java&NewLine;script:x",
    "jav&#x09;ascript:x", "java&#10;script:x", "java&#13;script:x", "&#1;javascript:x", "&#32;javascript:x",
    "&nbsp;javascript:x", "javascript://x.vn/%0aalert(1)", "vbscript:x", "data:text/html,x",
    "data:image/svg+xml;base64,x", "DATA:,x", "file:///etc/passwd", "blob:https://x.vn/1", "about:blank",
    "view-source:https://x.vn", "ftp://x.vn/", "x-y+z.1:q",
)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("url", DANGEROUS)
def test_a_dangerous_address_is_reported_and_not_kept_in_any_disguise(form: str, url: str) -> None:
    checked = convert(FORMS[form].format(url))
    assert "dangerous-url" in codes(checked.problems)
    assert checked.value is not None
    assert checked.value.outline.links == ()
    assert Page(shown(checked.value)).foreign == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("url", ["./javascript:x", "/a:b", "bài.md?x=a:b", "javascript%3Ax", "#", "a/b:c.md"])
def test_an_address_inside_the_bulletin_is_not_dangerous(form: str, url: str) -> None:
    assert "dangerous-url" not in codes(convert(FORMS[form].format(url)).problems)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("[a](javascript:x) [b](data:y)", ["1:5+12 dangerous-url", "1:23+6 dangerous-url"]),
        ("Đồng\n\n![a](vbscript:x)", ["3:6+10 dangerous-url"]),
        ("[a](b.md){: href=javascript:x }", ["1:18+12 dangerous-url"]),
        ("![](a.jpg)", ["1:5+5 missing-alt"]),
        ("![ ](a.jpg)", ["1:6+5 missing-alt"]),
        ("![&nbsp;](a.jpg)", []),
        ("![](a.jpg){: alt='Lễ ký' }", []),
        ("![a](https://x.vn/a.png)", ["1:6+18 external-image"]),
        ("![a](//x.vn/a.png)", ["1:6+12 external-image"]),
        ("<script>x</script>", ["1:1+7 html-forbidden"]),
        ("a <font color=red>b</font>", ["1:3+5 html-removed"]),
        ("Đ\n\n<b onclick=x>c</b> <i style=y>d</i>", ["3:4+8 html-removed", "3:23+6 html-removed"]),
        ("<div>\n<SCRIPT>x</SCRIPT>\n</div>", ["2:1+7 html-forbidden"]),
        ("[a](#khong) [b](#co)\n\n# Có", ["1:5+6 no-such-anchor"]),
        ("[a](#) [b](#mot)\n\n<p id=mot>x</p>", []),
        ("a&#7;b", ["1:2+2 control-character"]),
        ("a&#x202e;b", ["1:2+2 control-character"]),
    ],
)
def test_what_is_wrong_in_a_text_is_reported_at_its_place(text: str, problems: list[str]) -> None:
    assert told_of(text) == problems


@pytest.mark.parametrize("text", ["# Một\n\n<p id=mot>x</p>", "<b id=a>x</b> <b id=a>y</b>", "# Một {#a}\n\nx\n{: #a}"])
def test_an_anchor_that_stands_twice_is_reported(text: str) -> None:
    assert codes(convert(text).problems) == ["anchor-twice"]


@pytest.mark.parametrize(
    ("raw", "html"),
    [
        ("<b onclick=x style=y class=z>c</b>", '<p><b class="z">c</b></p>'),
        ("<a href='hai.md' target=_blank rel=x>y</a>", '<p><a href="hai.md">y</a></p>'),
        ("<div><form action=x><input name=y>z</form></div>", "<div>z</div>"),
        ("<h1>Một</h1>", "Một"),
    ],
)
def test_raw_html_is_cleaned(raw: str, html: str) -> None:
    checked = convert(raw)
    assert checked.value is not None
    assert shown(checked.value).strip() == html
    assert set(codes(checked.problems)) == {"html-removed"}


@pytest.mark.parametrize(
    ("raw", "html"),
    [
        ("a <script>alert(1)</script>b", "<p>a b</p>"),
        ("<iframe src=//x.vn></iframe>x", "x"),
    ],
)
def test_raw_html_that_takes_text_with_it_is_refused(raw: str, html: str) -> None:
    checked = convert(raw)
    assert checked.value is not None
    assert shown(checked.value).strip() == html
    assert codes(checked.problems) == ["html-forbidden"]


@pytest.mark.parametrize(
    ("mark", "most"),
    [
        ("[", 5_000),
        ("<", 5_000),
        *((mark, 10_000) for mark in ("*", "_", "`", "~", "&", "\\", "@", "://", "www.", "Www.")),
    ],
)
def test_a_text_with_too_many_marks_is_refused_at_the_first(mark: str, most: int) -> None:
    checked = convert(f"Một\nhai {mark}" + f" {mark}" * most)
    assert checked.value is None
    assert told(checked.problems) == ["2:5+1 too-much-markup"]
    assert dict(checked.problems[0].values) == {"limit": str(most), "mark": mark}


def test_a_text_with_too_many_signs_that_are_cleaned_slowly_is_refused_at_the_first() -> None:
    checked = convert("Một\nhai " + "½" * 60_000 + "¼" * 40_001)
    assert checked.value is None
    assert told(checked.problems) == ["2:5+1 too-much-markup"]
    assert dict(checked.problems[0].values) == {"limit": "100000", "mark": "¼ ½"}
    assert convert("Một\nhai " + "½" * 1_000).problems == ()


def test_a_tag_with_too_many_attributes_is_refused_where_it_begins() -> None:
    named = " ".join(f'a{number}=">"' for number in range(5_001))
    checked = convert(f"Một\nhai <div {named}>ba</div>")
    assert checked.value is None
    assert told(checked.problems) == ["2:5+1 too-much-markup"]
    assert dict(checked.problems[0].values) == {"limit": "5000", "mark": "<… …>"}
    assert set(codes(convert(f"<div {' a=b' * 100}>một</div>").problems)) == {"html-removed"}


def test_an_attribute_list_with_too_many_classes_is_refused_where_it_begins() -> None:
    checked = convert("# Một\n\n## Hai {.a" + " ." * 5_000 + "}")
    assert checked.value is None
    assert told(checked.problems) == ["3:8+1 too-much-markup"]
    assert dict(checked.problems[0].values) == {"limit": "5000", "mark": "{… …}"}
    assert convert(f"# Một {{{' .a' * 100}}}").problems == ()


def test_points_are_no_classes_unless_they_are_in_one_line_with_a_brace() -> None:
    assert convert("Một { hai\n" + "Ba ." * 6_000).problems == ()


def test_signs_in_a_row_are_one_mark() -> None:
    assert html_of("Họ tên: " + "_" * 20_000) == f"<p>Họ tên: {'_' * 20_000}</p>"


def test_a_paragraph_too_long_for_its_marks_is_refused_where_it_begins() -> None:
    # For each mark, the whole paragraph is searched.
    words = "a&b " + "một hai " * 20
    checked = convert(f"Một.\n\n{words * 3_000}")
    assert checked.value is None
    assert codes(checked.problems) == ["markdown-long-paragraph"]
    assert told(checked.problems) == ["3:1+1 markdown-long-paragraph"]
    assert convert(f"Một.\n\n{words * 300}\n\n" * 3).problems == ()


@pytest.mark.parametrize("line", ["a", "\u00a0", "\u3000"])
def test_a_text_of_too_many_lines_is_refused_where_they_are_too_many(line: str) -> None:
    checked = convert(f"{line}\n\n" * 50_001)
    assert checked.value is None
    assert codes(checked.problems) == ["markdown-too-many-lines"]
    assert told(checked.problems) == ["100001:1+1 markdown-too-many-lines"]


def test_an_anchor_that_stands_in_a_text_many_times_is_reported_once_and_of_many_enough() -> None:
    assert codes(convert("# a {#b}\n\n" * 5).problems) == ["anchor-twice"]
    many = "".join(f"# a {{#b{number}}}\n\n" for number in range(30))
    assert codes(convert(many * 2).problems) == ["anchor-twice"] * 20


def test_a_character_whose_number_no_program_reads_is_refused_at_its_place() -> None:
    assert told(convert(f"Một.\n\nhai &#{'9' * 20};").problems) == ["3:5+22 control-character"]


def test_of_many_faults_in_one_piece_of_html_enough_are_reported() -> None:
    attributes = " ".join(f"a{number}=b" for number in range(150))
    assert codes(convert(f"<div {attributes}>a</div>").problems) == ["html-removed"] * 100


def test_a_block_of_too_many_lines_is_refused_where_it_begins() -> None:
    checked = convert("Một.\n\n" + "hai\n" * 5_002)
    assert checked.value is None
    assert told(checked.problems) == ["3:1+1 markdown-long-block"]


def test_as_many_marks_as_are_allowed_are_converted() -> None:
    assert html_of("a < b, " * 5000).count("&lt;") == 5000


@pytest.mark.parametrize("mark", ["- ", "1. ", "* + "])
def test_a_text_that_is_nested_too_deeply_is_refused(mark: str) -> None:
    checked = convert(f"{mark * 2000}x", first_line=7)
    assert checked.value is None
    assert told(checked.problems) == ["7:1+1 markdown-too-deep"]


def test_footnotes_defined_in_footnotes_are_refused_and_leave_no_trace() -> None:
    converter = Converter("vi")
    checked = converter.convert("[^1]: [^2]: a\n[^3]: b", ARTICLE, 7, MARK)
    assert checked.value is None
    assert told(checked.problems) == ["7:1+1 markdown-too-deep"]
    assert converter.convert("`a`", ARTICLE, 7, MARK).problems == ()


texts = soup(*MARKDOWN, *HTML).map(without_controls) | soup(*MARKDOWN).map(without_controls)


@bounded
@given(texts, st.sampled_from(LANGUAGES))
def test_no_text_becomes_anything_but_clean_html(text: str, language: Language) -> None:
    checked = convert(text, language=language)
    assert checked.value is not None
    page = Page(shown(checked.value))
    assert page.foreign == []
    assert set(page.ids) == checked.value.outline.anchors


@bounded
@given(texts, st.integers(1, 50))
def test_everything_told_of_a_text_stands_in_it(text: str, first_line: int) -> None:
    checked = convert(text, first_line)
    assert checked.value is not None
    lines = text.split("\n")
    links = [link.place.within(ARTICLE) for link in checked.value.outline.links]
    for at in [*links, *(problem.location for problem in checked.problems)]:
        assert at.path == ARTICLE
        assert first_line <= at.line < first_line + len(lines)
        assert 1 <= at.column <= len(lines[at.line - first_line]) + 1


@bounded
@given(texts)
def test_links_that_wait_lead_inside_the_bulletin(text: str) -> None:
    body = convert(text).value
    assert body is not None
    assert len(body.parts) == len(body.outline.links) + 1
    for link in body.outline.links:
        assert scheme_of(link.target) == ""
        assert not link.target.startswith("#")
    for heading in body.outline.headings:
        assert 2 <= heading.level <= 6


@bounded
@given(st.lists(texts, min_size=2, max_size=4))
def test_what_was_converted_before_does_not_matter(many: list[str]) -> None:
    converter = Converter("vi")
    for text in many:
        assert converter.convert(text, ARTICLE, 1, MARK) == convert(text)


@bounded
@given(st.text(st.sampled_from("aăâđeêơư ậệộ ,.0123456789\n"), max_size=60))
def test_plain_words_stay_as_they_are(text: str) -> None:
    body = convert(f"x{text}").value
    assert body is not None
    assert Page(shown(body)).text.split() == f"x{text}".split()
