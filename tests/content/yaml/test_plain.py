"""Plain YAML: read the short way and the library's way, a text gives the same tree to the last place."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.frontmatter import split
from bantin.content.yaml import parser
from bantin.content.yaml.parser import Tree, parse_yaml
from bantin.content.yaml.plain import read_plain
from bantin.content.yaml.tree import MappingNode, Node, ScalarNode, SequenceNode
from tests.conftest import REPOSITORY, SAMPLE, tried
from tests.content.strategies import YAML, bounded, soup

FILE = "content/articles/2020/bai.md"

# Each is taken, in all its forms.
PLAIN = (
    "title: Bộ Công an (A03), 22:26; 'một' \"hai\" & [ba] {bốn} | năm > sáu * ? ! @ % ` ~ - \\",
    "a: b",
    "a: b\n",
    "a: b  c\nd-e_f: g",
    "on: 2021-11-24T22:26+07:00\nwebsite: https://bocongan.gov.vn/\nno: no\nclauses: 012\nsigned_on: 2019-02~",
    "a: 'một: hai # ba'\nb: \"[bốn, 'năm']\"\nc: ''\nd: \"\"\ne: ' ~ '",
    "tags: [chủ đề 6, Fish & chips, a-b, 1/2]\nfields: []",
    "source: {name: Báo Công an, code: CAO}",
    "a:\n  b: c\n  d: [e]\nf: g",
    "a:\n    b: c\n    d:\n     e: f",
    "a:\n  - b\n  - 'c'\n  - {d: e, f: g h}\n  - [i, j]\nk: l",
    "a:\n- b\n- c\nd: e",
    "a:\n  - b: c\n    d: e\n  - f: [g]\n    h:\n      i: k\n  - l",
    "a:\n  b:\n  - c:\n    - d: e\n  f: g",
    "- a\n- b: c\n  d: e",
    "a: >-\n  b: c # d\n  - 'e\nf:\n  - g: >-\n        h\n        {i\n    j: >-\n     k",
    "a: b \U0001f600 ― 中文 e\u0301 \u0300",
)  # fmt: skip
# None of these is: the library tells what they are, or what is wrong with them.
OTHER = (
    "", "\n", "a", "# a", "a:", "a:\n", "a: ", "a: \n  b: c", "a: b ", "a: b\n\nc: d", "a: b # c", "a: b #c", "a: b\t",
    "a:\tb", "\ta: b", "a: b\r\n", "a: b\u00a0c", "a: b\u200bc", "a: b\u2028c", "a: b\x85c", "\ufeffa: b", "a: b\x07",
    "a: ~", "a: null", "null: a", "a: [null]", "a: b: c", "a: b:", "a: : b", "a :b", "a : b", "a:b", "a:  b", " a: b",
    "a: b\n  c", "a: b\n  c: d", "a: b\n  - c", "a: b\n c: d", "a: [b]\n  c: d",
    "a:\n  - b\n    c",     "a:\n  - b\n    c: d", "a:\n  - b\n  c: d", "a:\n  b: c\n- d", "a:\n    b: c\n  d: e",
    "a:\n  b: c\n   d: e", "a:\nb: c", "a:\n\tb: c",
    "- a\nb: c", "- a\n - b", "- a\n  - b", "-", "- ", "- - a", "-a", "-  a", "- a: b\n c: d", "- a: b\n   c: d",
    "- a: b\nc: d", "- a:\n- b", "- a:\n  b: c", "a: - b", "a: -b", "a:\n  -\n    b: c",
    "a: b\na: c", "a: {b: c, b: d}", "a:\n  - b: c\n    b: d", "a: b\n'a': c",
    "---", "---\na: b", "a: b\n---", "a: b\n...", "--- a", "%YAML 1.1\n---\na: b", "a: b\n--- c",
    "a: &b c", "a: *b", "a: !b c", "a: |\n  b", "a: >\n  b", "a: |", "a: @b", "a: `b`", "a: %b", "a: ,b", "a: ]",
    "a: >-", "a: >-\n", "a: >-\nb: c", "a: >-\n  b\n\n  c", "a: >-\n  b \n  c", "a: >-\n  b\n   c", "a: >-\n  b\n c",
    "a: >-\n  b\n\n", "a: >-\n\n  b", "a: >-\n    b\n  c: d", "a: >- b\n  c", "- >-\n  b", "a: [>-]", "a: >-\n  null",
    "a:\n  b: >-\n  c", "a: >-\n  b\n# c", "a: >+\n  b", "a: }", "? a", "? a\n: b", "a: ? b", "a: #b",
    "a: 'b", "a: 'b' c", "a: 'it''s'",
    'a: "b\\tc"', 'a: "b"c', "a: 'b'#c",
    "a: [b,c]", "a: [ b]", "a: [b ]", "a: [b, ]", "a: [b,, c]", "a: [b", "a: b]\n c", "a: [b\n  c]", "a: [[b]]",
    "a: [b: c]", "a: [b:c]", "a: [b?]", "a: ['b']", "a: [b #c]", "a: [b] c", "a: [-b]", "a: [b{]", "a: [{b: c}]",
    "a: {}", "a: {b}", "a: {b: }", "a: {b:c}", "a: {b: c: d}", "a: {b: [c]}", "a: {b: 'c'}", "a: {b: c d}e", "a: {b: c",
    "{a: b}", "[a, b]", "'a': b", "<<: b", "tên: b", "1: b", "a.b: c", f"{'a' * 65}: b",
    "a:\n         b: c",
)  # fmt: skip


def long_way(text: str, first_line: int = 1) -> Tree:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "read_plain", lambda text, first_line: None)
        return parse_yaml(text, FILE, first_line)


def in_full(node: Node | None) -> object:
    """The node with its places and the order of its keys."""
    match node:
        case None:
            return None
        case ScalarNode():
            return node.text, node.place
        case SequenceNode():
            return "list", node.place, [in_full(item) for item in node.items]
        case MappingNode():
            pairs = [(name, in_full(key), in_full(value)) for name, (key, value) in node.by_name.items()]
            return "mapping", node.place, pairs


def assert_same(text: str, first_line: int = 1) -> None:
    short = read_plain(text, first_line)
    if short is not None:
        long = long_way(text, first_line)
        assert long.problems == ()
        assert in_full(short) == in_full(long.root)


def front_matter(path: Path) -> str:
    text = path.read_text(encoding="utf-8", errors="replace")
    parts = split(text, str(path)).value if path.suffix == ".md" else None
    return parts.yaml if parts else text


TEXTS = [
    front_matter(path) for pattern in ("*.md", "*.yml") for path in sorted((REPOSITORY / "tests/sites").rglob(pattern))
]


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_plain_is_read_without_the_library(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_same(text, 7)
    monkeypatch.delattr(parser, "LOADER")
    assert parse_yaml(text, FILE).root is not None


@pytest.mark.parametrize("text", OTHER)
def test_what_is_not_certainly_plain_is_left_to_the_library(text: str) -> None:
    assert read_plain(text, 1) is None
    assert read_plain(f"x: y\n{text}\nz: x", 1) is None


def test_the_front_matter_of_the_golden_sites_is_the_same_and_that_of_the_sample_plain() -> None:
    for text in TEXTS:
        assert_same(text, 2)
    articles = sorted((SAMPLE / "content/articles").rglob("*.md"))
    assert articles
    assert [path for path in articles if read_plain(front_matter(path), 2) is None] == []


def test_no_tree_that_is_taken_is_too_deep() -> None:
    step = "".join(f"{' ' * depth}a:\n" for depth in range(8))
    for deep in (f"{step}{' ' * 8}a:\n{' ' * 8}- a: [b]", f"{step}{' ' * 8}- a: {{b: c}}"):
        assert read_plain(deep, 1) is not None
        assert_same(deep)


def test_a_sign_at_any_place_makes_no_difference() -> None:
    text = "a: b c\nd: [e, f]\ng:\n  - {h: i, j: k}\n  - m: 'n'\n    o: \"p\"\nr: >-\n  s\n  t\n"
    pieces = [
        *"#:,[]{}&*!|>'\"%@`?-~\\ \n\t\r\x00.a1",
        ": ",
        " #",
        "- ",
        "\n  ",
        "\n- ",
        "---\n",
        "null",
        "\u00a0",
        "\ufeff",
    ]
    for at, piece in tried(product(range(len(text) + 1), pieces)):
        assert_same(text[:at] + piece + text[at:])


_SIGNS = (
    "a", "b c", "Đ", "1", "a", "b", ", ", ",", ":", ": ", " #", "#", "[", "]", "{", "}", "&", "*", "!", "|", ">", "'",
    '"', "%", "@", "`", "?", "-", "- ", "~", "null", " ", "  ", "\t", "\\", ".", "...", "---", "\r", "\u00a0", "\u3000",
    "\x85", "(", "/", "_", "=", "<<", "\n  ", "\u2028", "\U0001f600", "x" * 1100,
)  # fmt: skip
_words = st.lists(st.sampled_from(_SIGNS), max_size=5).map("".join) | st.sampled_from(("b", "b c", "12:30"))
_keys = st.sampled_from(("a", "b", "c", "d", "e", "f_g", "h-i", "k1", "null", "tên", "'q'", "x" * 64, "x" * 1100))
_lists = st.lists(_words, max_size=3).map(lambda words: f"[{', '.join(words)}]")
_pairs = st.tuples(_keys, _words).map(": ".join)
_mappings = st.lists(_pairs, max_size=3).map(lambda pairs: f"{{{', '.join(pairs)}}}")
_quoted = st.tuples(st.sampled_from("'\""), _words).map(lambda pair: pair[0] + pair[1] + pair[0])
_values = st.one_of(_words, _words, _lists, _mappings, _quoted, st.just(""))
_indents = st.sampled_from(("", "", "", "  ", "  ", "  ", "    ", "    ", "      ", " ", "   ", "        ", "\t"))
_starts = st.sampled_from(("", "", "", "- ", "- ", "-", "- - ", "? ", "# ", "  - "))
_colons = st.sampled_from((": ", ": ", ": ", ":\n  ", ":\n    ", ":", ":  ", " : ", ":\t"))
_ends = st.sampled_from(
    ("\n", "\n", "\n", "\n", "\n", "\n\n", " \n", "\r\n", " # c\n", "\n# c\n", "\n---\n", "\n...\n", "")
)
_fields = st.tuples(_indents, _starts, _keys, _colons, _values, _ends)
_empty = st.tuples(_indents, _starts, _keys, st.just(":\n"))
_items = st.tuples(_indents, st.sampled_from(("- ", "")), _values, _ends)
_lines = st.one_of(_fields, _fields, _empty, _items).map("".join)


_GOOD = ("b c", "b", "12:30", "[b, c d]", "{b: c, d: e f}", "'b: c'", '"b"', ">-\n            b\n            c: d")


@st.composite
def nearly_plain(draw: st.DrawFn) -> str:
    """Plain lines of fitting depths in a row, of which some are of any depth or kind instead."""
    text, depth = "", 0
    odd = st.sampled_from((*[False] * 15, True))
    for number in range(draw(st.integers(1, 9))):
        if draw(odd):
            text += draw(_lines)
            continue
        dash = draw(st.sampled_from(("", "", "- ")))
        name = f"k{0 if draw(odd) else number}:" if not dash or draw(st.booleans()) else ""
        value = "" if name and draw(st.integers(0, 3)) == 0 else draw(_values if draw(odd) else st.sampled_from(_GOOD))
        text += f"{' ' * depth}{dash}{name}{' ' if name and value else ''}{value}\n"
        depth += len(dash) if name else 0
        steps = (-4, -2, 0, 1, 2, 3) if draw(odd) else (2, 2, 1, 0) if not value else (0, 0, 0, -2, -2, -4)
        depth = max(0, depth + draw(st.sampled_from(steps)))
    return text


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Front matter of this repository, or what is plain, with some pieces cut out and others put in."""
    text = draw(st.sampled_from(TEXTS) | st.sampled_from(PLAIN))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        piece = draw(st.sampled_from((*_SIGNS, *YAML, "\n", "\n  ", "\n    - ", "\na: b\n", "")))
        text = text[:at] + piece + text[at + draw(st.sampled_from((0, 0, 1, 2, 7))) :]
    return text


@bounded
@given(st.lists(_lines, max_size=6).map("".join) | nearly_plain() | mutated() | soup(*YAML), st.integers(1, 9))
def test_no_text_makes_a_difference(text: str, first_line: int) -> None:
    assert_same(text, first_line)
