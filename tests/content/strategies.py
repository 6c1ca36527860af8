"""Invalid files: random bytes and text, random pieces of YAML, Markdown and HTML, and damaged valid files."""

from collections.abc import Sequence

from hypothesis import settings
from hypothesis import strategies as st

from bantin.content.checks.text import find_control
from tests.conftest import examples

bounded = settings(max_examples=examples(120), deadline=None)

YAML = (
    "title: ", "name: ", "published: ", "lead: ", "agreement:\n", "  parties: ", "  type: ", "timezone: ", "types:\n",
    "language: vi\n", "  a: b\n", "photos: ", "- ", "  - ", "? ", ": ", ":", "{", "}", "[", "]", "{a: b}", "[a, b]",
    ", ", "&a ", "*a", "!!str ", "!x ", "%YAML 1.1\n", "---\n", "...\n", "|\n", ">-\n", "|2", "'", '"', "''", "\\",
    "\\x07", "\\ud800", "~", "null", "no", "012", "22:26", "2024-02-31", "XXXX-08-18", "@", "`", "#", " # ", "\t",
    "<<: ", "Bộ Công an", "Ðồng", "hoà, hòa", "\u00a0", "\u200b", "\U0001f600", "\n", "\r\n", "  ", "    ", "\x00",
)  # fmt: skip
MARKDOWN = (
    "# ", "## ", "###### ", "===\n", "---\n", "***\n", "* ", "- ", "1. ", "> ", "    ",
    "| a | b |\n|---|:-:|\n| c | d |\n",
    "`", "```\n", "~~~ python\n", "*", "**", "_", "[", "]", "(", ")", "](", "![", '![ảnh](anh.jpg "Chú thích")',
    "[bài](bai.md#muc)", "[^1]", "[^1]: ", "[^a b]: x\n", "[a]: b 'c'\n", "[x][a]", "<http://x.vn>", "<a@b.vn>",
    "{: #x .y a=b}", "{#a}", "{.c}", "{: ", "}", "&", "&lt;", "&#7;", "&#x6A;", "&Tab;", "\\", "[TOC]", "Đề mục",
    "tiếng Việt", "\u00a0", "\u200b", "\U0001f600", "\n", "\n\n", "\r\n", "\t", " ", "x", "klzzwxh:0000", "wzxhzdk:0",
)  # fmt: skip
HTML = (
    "<", ">", "</", "/>", "=", '"', "'", "<!--", "-->", "<![", "<![CDATA[", "]]>",
    "<!DOCTYPE x>", "<?php", "?>", "<div>", "</div>", "<b>", "</b>",
    "<p>", "<h1>", '<h2 id="a">', "<script>", "</script>", "<style>", "<svg>", "<math>", "<iframe src=x>", "<template>",
    "<noscript>", "<textarea>", "<table>", "<tr><td>", "<pre>", "<code>", "<details>", "<summary>", "<form action=x>",
    "<input autofocus onfocus=x>", "<a href=", "<img src=", "javascript:alert(1)", "JaVa&#115;cript:x",
    "java\tscript:x", "data:text/html,x", "vbscript:x", "https://x.vn", "//x.vn", "anh.jpg",
    " onclick=x", ' style="color:red"',
    " id=a", " class=b", " tabindex=0", " srcdoc=x", "<base href=//x.vn>", "<meta http-equiv=refresh>", "<link rel=x>",
)  # fmt: skip


def soup(*pieces: str) -> st.SearchStrategy[str]:
    """``pieces`` in any order and number, with random text between them."""
    return st.lists(st.sampled_from(pieces) | st.text(max_size=4), max_size=40).map("".join)


def without_controls(text: str) -> str:
    return "".join(char for char in text if find_control(char) is None)


@st.composite
def damaged(draw: st.DrawFn, files: Sequence[str]) -> bytes:
    """One of ``files`` with some pieces removed and others inserted."""
    data = draw(st.sampled_from(files)).encode()
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        cut = draw(st.sampled_from((0, 0, 1, 5, 40)))
        piece = draw(st.sampled_from(YAML + MARKDOWN + HTML).map(str.encode) | st.binary(max_size=3))
        data = data[:at] + piece + data[at + cut :]
    return data


def any_file(*good: str) -> st.SearchStrategy[bytes]:
    """Random bytes, or a damaged version of one of the ``good`` files."""
    texts = st.one_of(
        st.text(),
        soup(*YAML),
        soup(*YAML, *MARKDOWN, *HTML),
        soup(*YAML).map(lambda text: f"---\n{text}\n---\nNội dung.\n"),
        soup(*MARKDOWN, *HTML).map(lambda text: f"---\ntitle: Bài\n---\n{text}"),
    )
    return st.one_of(st.binary(), texts.map(str.encode), damaged(good))
