"""The parser: the blocks of a text, found in time linear in its lines."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from bantin.content.markdown import Converter
from bantin.content.markdown.structure.parser import DEEPEST, Parser, TooDeep
from tests.content.markdown.structure.shown import html_of
from tests.content.readings import ARTICLE, MARK, codes


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Hai bên:\n- a;\n- b.", "<p>Hai bên:</p><ul><li>a;</li><li>b.</li></ul>"),
        ("Trình tự:\n1. a;\n2. b.", "<p>Trình tự:</p><ol><li>a;</li><li>b.</li></ol>"),
        ("1. a\n   - b\n   - c\n2. d", "<ol><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>"),
        ("- a\n  - b\n    - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
        ("- a\n    - b\n        - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
        ("- a\n\t- b\n\t\t- c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
        ("- a\n\n  b\n- c", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>"),
        ("- a\n* b\n+ c", "<ul><li>a</li></ul><ul><li>b</li></ul><ul><li>c</li></ul>"),
        ("1. a\n1) b", "<ol><li>a</li></ol><ol><li>b</li></ol>"),
        ("- ```\n  a\n\n    b\n  ```\n- c", "<ul><li><pre><code>a  b</code></pre></li><li>c</li></ul>"),
        ("> ```\n> a\n> ```", "<blockquote><pre><code>a</code></pre></blockquote>"),
        ("   ````js\n   ```\n   ````", '<pre><code class="language-js">```</code></pre>'),
        ("``` {.python}\na\n```", '<pre><code class="language-python">a</code></pre>'),
        ("> a\n> > b\n>\n> c", "<blockquote><p>a</p><blockquote><p>b</p></blockquote><p>c</p></blockquote>"),
        ("> a\nb", "<blockquote><p>ab</p></blockquote>"),
        ("> a\n\n> b", "<blockquote><p>a</p></blockquote><blockquote><p>b</p></blockquote>"),
        ("#hashtag\n\n#1 …", "<p>#hashtag</p><p>#1 …</p>"),
        ("<details>\n<summary>S</summary>\n\n**a**\n\n- b\n\n</details>",
         "<details><summary>S</summary><p><strong>a</strong></p><ul><li>b</li></ul></details>"),
        ("[a]\n\n[a]: b.md 'c'", '<p><a href="b.md" title="c">a</a></p>'),
        ("- [ ] a\n- [x] b",
         '<ul><li class="task">☐ <span class="visually-hidden">Chưa xong: </span>a</li>'
         '<li class="task">☑ <span class="visually-hidden">Đã xong: </span>b</li></ul>'),
        ("- [x] a\n\n- [ ] b",
         '<ul><li class="task"><p>☑ <span class="visually-hidden">Đã xong: </span>a</p></li>'
         '<li class="task"><p>☐ <span class="visually-hidden">Chưa xong: </span>b</p></li></ul>'),
        ("- [x](a.md) b", '<ul><li><a href="a.md">x</a> b</li></ul>'),
    ],
)  # fmt: skip
def test_blocks_are_those_of_commonmark_and_github(text: str, html: str) -> None:
    assert html_of(text) == html


def test_a_footnote_may_have_several_paragraphs_and_a_list() -> None:
    html = html_of("Ký[^1].\n\n[^1]: Một.\n\n    Hai.\n\n    - ba\n\nHết.")
    assert html.startswith('<p>Ký<sup id="fnref:1">')
    assert '<li id="fn:1"><p>Một.</p><p>Hai.</p><ul><li>ba</li></ul>' in html
    assert "<p>Hết.</p>" in html


def test_english_tasks_are_said_in_english() -> None:
    body = Converter("en").convert("- [x] a", ARTICLE, 1, MARK).value
    assert body is not None
    assert "Done: " in body.html(())


def test_what_is_nested_too_deeply_is_refused() -> None:
    with pytest.raises(TooDeep):
        Parser().read(["• " * (DEEPEST + 1) + "a"])
    checked = Converter("vi").convert("• " * (DEEPEST + 1) + "a", ARTICLE, 1, MARK)
    assert codes(checked.problems) == ["markdown-too-deep"]


def test_what_is_nested_as_deeply_as_allowed_is_converted() -> None:
    text = "\n".join("  " * depth + "- a" for depth in range(70))
    assert html_of(text).count("<ul>") == 70


def calls_to_read(text: str) -> int:
    """How many functions are called to read a text, those of Python itself included."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    parser = Parser()
    lines = text.split("\n")
    sys.setprofile(count)
    try:
        parser.read(lines)
    finally:
        sys.setprofile(None)
    return calls


LONG: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda times: "a b\n\n" * times,
    "one paragraph": lambda times: "a b\n" * times,
    "a list": lambda times: "- a\n" * times,
    "a loose list": lambda times: "- a\n\n" * times,
    "lists in lists": lambda times: "- a\n  - b\n    - c\n" * times,
    "deep lists": lambda times: "\n".join("  " * (at % 40) + "- a" for at in range(times * 40)),
    "empty lines in deep lists": lambda times: "\n".join("  " * at + "- a" for at in range(40)) + "\n" * times * 40,
    "quotations": lambda times: "> a\n\n" * times,
    "words behind a quotation": lambda times: "> a\n" + "b\n" * times,
    "definitions": lambda times: "[a]: /b 'c\n\n" * times,
    "definitions in a row": lambda times: "[a]: /b\n" * times,
    "code": lambda times: "```\n" + "a\n\n" * times,
    "tables": lambda times: "| a |\n|---|\n| b |\n\n" * times,
    "a long table": lambda times: "| a | b |\n|---|---|\n" + "| c | d |\n" * times,
    "HTML": lambda times: "<div>\n\n" * times,
    "footnotes": lambda times: "[^1]: a\n" * times,
    "pasted lines": lambda times: "a) một\n" * times,
    "equals signs": lambda times: "[a]: /b\n" + "===\n" * times,
}


@pytest.mark.parametrize("name", LONG)
def test_a_text_twice_as_long_takes_twice_the_work(name: str) -> None:
    once, twice = (calls_to_read(LONG[name](times)) for times in (100, 200))
    assert twice < 2.2 * once + 100


def test_long_lines_take_no_more_calls_than_short_ones() -> None:
    for line in (
        "# a" + " " * 20_000 + "b",
        "* " * 20 + "a" * 20_000,
        "|" * 20_000,
        "<a" + " b=c" * 5_000,
        "\t" * 40 + "a",
    ):
        assert calls_to_read(line) < 2_000
