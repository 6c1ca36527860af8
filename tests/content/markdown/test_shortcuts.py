"""Shortcuts: a text converted with them and without is the same to the last byte, with the same problems."""

import json
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.frontmatter import split
from generator.content.markdown import Converter
from generator.errors import Language
from tests.conftest import REPOSITORY
from tests.content.readings import ARTICLE
from tests.content.strategies import HTML, MARKDOWN, bounded, soup

SHORT = {language: Converter(language) for language in get_args(Language)}
LONG = {language: Converter(language, shortcuts=False) for language in get_args(Language)}
DATA = Path(__file__).parent / "data"

# What is taken out, in all its forms.
PLAIN = (
    "Bộ Công an và Bộ Y tế ký Quy chế.",
    "Theo **Bộ Y tế**, lễ ký (khối 2) diễn ra\nngày 20/11/2012; **ba** bên dự.",
    "“Nói”\n12 điều\n– gạch",
    "# Một",
    "## Hai  ba",
    "## 1. Mục **đích**\nLiền ngay dưới.",
    "#### Bốn\n- một;\n- hai.",
    "- Bộ **Y** tế;\n* (hai) ba",
)
# What stands beside it: all that Markdown knows, and much that it nearly knows.
OTHER = (
    "1. a\n2. b", "12. x", "+ a", "-", "- ", "- - a", "- 1. a", "- # a", "- a\n    - b", "    - b", "    a", "   a",
    "> a", "> - a\n> - b", "```\na\n```", "~~~", "[r]: u.md", "[^1]: a", "[^1]: a\n\n    b", "a[^1] [b][r]", "[^1]:",
    "a | b\n--|--\nc | d", "Một\n===", "Một\n---", "---", "* * *", "a\n- b", "a\n# b", "# b\n> c", "# a\n===", "#",
    "# a *b*", "# a & b", "## Hai ba {#mot}", "a\n{: #hai-ba }", "####### a", "#a", "*a*", "**a", "a**", "**a*b**",
    "**a**b", "***a***", "__a__", "`a`", "\\*", "1\\. a", "[a](b.md) [a](b.md)", "[a](#mot) [b](#hai-ba)",
    "[a](javascript:x)", "![](b.jpg)", '![a](b.jpg "c")', "a & b &amp;", "&#7;", "<b>a</b>", "<div>", "</div>", "<!--",
    "-->", "<http://a.vn>", "a  \nb", "a ", "\u00a0", "///Footnotes Go Here///", "\x0c", "\x02", "",
)  # fmt: skip
GAPS = ("\n\n", "\n", "\n\n\n", "\n \n", "\n    \n", "\n\t\n", "  \n", "\r\n\r\n")


def assert_same(text: str, language: Language = "vi") -> None:
    assert SHORT[language].convert(text, ARTICLE, 7) == LONG[language].convert(text, ARTICLE, 7)


def texts_of(name: str) -> list[str]:
    texts: list[str] = json.loads((DATA / name).read_text(encoding="utf-8"))
    return texts


def articles() -> list[Path]:
    return sorted(path for top in ("content", "tests/sites") for path in (REPOSITORY / top).rglob("*.md"))


@pytest.mark.parametrize("name", ["commonmark.json", "python_markdown.json"])
def test_the_examples_of_others_become_the_same(name: str) -> None:
    texts = texts_of(name)
    assert len(texts) > 600
    for text in texts:
        assert_same(text)
        # Beside what is taken out, too.
        assert_same(f"Trước\n\n{text}\n\n## Sau\n\n- một\n- hai\n\nHết")


def test_the_articles_of_this_repository_become_the_same() -> None:
    parts = [split(path.read_text(encoding="utf-8", errors="replace"), str(path)).value for path in articles()]
    texts = [part.markdown for part in parts if part]
    assert len(texts) > 10
    for text in texts:
        assert_same(text)


def test_a_sign_at_any_place_makes_no_difference() -> None:
    text = "Một **hai** ba\n\n## Bốn\nnăm\n\n- sáu\n- bảy\n\nTám 9/10\n"
    pieces = [
        *"#*_`[]<>&\\{}|~!:=-+.1 \n\t\r\x00\x02\u00a0\u2028",
        "**",
        "\n\n",
        "  \n",
        "\n    ",
        "\n- ",
        "![",
        "[^1]",
    ]
    for at, piece in product(range(len(text) + 1), pieces):
        assert_same(text[:at] + piece + text[at:])


def test_neighbours_make_no_difference() -> None:
    for before, plain, behind in product(("Đầu", *OTHER), PLAIN, ("Cuối", "- a", "    a")):
        assert_same(f"{before}\n\n{plain}\n\n{behind}")
    for plain, behind, gap in product(PLAIN, OTHER, ("\n", "\n\n")):
        assert_same(f"Đầu\n\n{plain}{gap}{behind}")


def test_two_of_a_kind_make_no_difference() -> None:
    for one, other, gap in product(PLAIN, PLAIN, GAPS):
        assert_same(f"{one}{gap}{other}{gap}{one}")


gaps = st.sampled_from(GAPS) | st.just("\n\n")
blocks = st.sampled_from(PLAIN) | st.sampled_from(OTHER) | st.text(st.sampled_from("aĐạ,. \n-#*1"), max_size=12)
joined = st.lists(st.tuples(blocks, gaps), max_size=9).map(lambda pairs: "".join(block + gap for block, gap in pairs))


@st.composite
def sprinkled(draw: st.DrawFn) -> str:
    """Blocks of any kind with some signs put in anywhere."""
    text = draw(joined)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(MARKDOWN + HTML)) + text[at + draw(st.integers(0, 1)) :]
    return text


@pytest.mark.parametrize("language", get_args(Language))
@bounded
@given(joined | sprinkled() | soup(*MARKDOWN, *HTML, *PLAIN, *GAPS))
def test_no_text_makes_a_difference(language: Language, text: str) -> None:
    assert_same(text, language)
