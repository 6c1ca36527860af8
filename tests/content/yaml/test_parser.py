"""PARSE: YAML as texts, lists and mappings with their places; nothing is guessed, nothing dangerous is obeyed."""

import json
from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.yaml.parser import Plain, Step, locate, locate_key, parse_yaml, plain
from bantin.content.yaml.tree import MappingNode, Node, ScalarNode, SequenceNode
from bantin.domain.model import Position
from bantin.domain.problems import Location
from tests.content.readings import told
from tests.content.strategies import HTML, MARKDOWN, YAML, bounded, soup, without_controls

FILE = "content/site.yml"

AGREEMENT = """\
title: Quy chế phối hợp
agreement:
  parties:
    - agency: bộ-công-an
      role: "Chủ trì"
    - bo-y-te
  fields: [an-ninh, 'y-tế']
  signed_on:
lead: |
  Một
  hai
"""


def root_of(text: str) -> Node:
    tree = parse_yaml(text, FILE)
    assert tree.problems == ()
    assert tree.root is not None
    return tree.root


def value_of(text: str) -> Node | None:
    """The value of ``key`` in a text of one line."""
    node = root_of(text)
    assert isinstance(node, MappingNode)
    return node.get("key")


def scalars(node: Node) -> list[ScalarNode]:
    match node:
        case ScalarNode():
            return [node]
        case SequenceNode():
            return [scalar for item in node.items for scalar in scalars(item)]
        case MappingNode():
            return [scalar for key, value in node.items for scalar in (key, *scalars(value))]


def raw(node: Node) -> Plain:
    """The node as strings, lists and dicts, nothing left out."""
    match node:
        case ScalarNode():
            return node.text
        case SequenceNode():
            return [raw(item) for item in node.items]
        case MappingNode():
            return {key.text: raw(value) for key, value in node.items}


@pytest.mark.parametrize(
    "text",
    [
        *("no", "No", "yes", "on", "off", "y", "n", "true", "false", "TRUE"),
        *("012", "0o14", "0x1F", "1_000", "1e3", "+1", "-0", "01", "3.0", ".5", ".inf", ".nan", "5.851"),
        *("22:26", "1:30:00", "190:20:30", "01/QCPH-BCA-VPQH", "10%"),
        *("2024-02-31", "2012-11-20", "2012-11", "2012", "XXXX-08-18", "2021-11-24T22:26+07:00", "2012?", "2012~"),
        *("Null", "NULL", "nil", "None", "~~", "undefined"),
        *("=", "<<", "-1", "a#b", "a:b", "http://x.vn:80/", "Đồng Nai", "\U0001f600"),
    ],
)
def test_a_scalar_is_the_text_that_was_typed(text: str) -> None:
    assert value_of(f"key: {text}\n") == ScalarNode(text, 1, 6, len(text))


@pytest.mark.parametrize("written", ["", "~", "null", "''", '""', " # ghi chú"])
def test_a_value_that_is_not_known_is_empty(written: str) -> None:
    value = value_of(f"key: {written}\n")
    assert isinstance(value, ScalarNode)
    assert value.text == ""
    odd: list[ScalarNode] = []
    assert plain(root_of(f"key: {written}\n"), odd) == {"key": ""}
    assert len(odd) == 1


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("'null'", "null"),
        ('"null"', "null"),
        ("'~'", "~"),
        ("|-\n  null", "null"),
        ("'it''s'", "it's"),
        (r'"a\tb\u0111"', "a\tbđ"),
        ("một\n  hai", "một hai"),
        ("|\n  một\n   hai\n", "một\n hai\n"),
        (">-\n  một\n  hai\n\n  ba", "một hai\nba"),
        ("'một: hai # ba'", "một: hai # ba"),
    ],
)
def test_quoted_and_longer_texts_are_what_yaml_says(written: str, text: str) -> None:
    value = value_of(f"key: {written}\n")
    assert isinstance(value, ScalarNode)
    assert value.text == text


texts = st.text().map(without_controls)
trees: st.SearchStrategy[Plain] = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4), max_leaves=12
)


def depth(tree: Plain) -> int:
    if isinstance(tree, str):
        return 0
    return 1 + max((depth(inner) for inner in (tree.values() if isinstance(tree, dict) else tree)), default=0)


@bounded
@given(trees.filter(lambda tree: not (isinstance(tree, str) and not tree.strip()) and depth(tree) <= 12))
def test_what_was_written_as_yaml_is_read_back_as_it_was(tree: Plain) -> None:
    written = yaml.safe_dump(tree, default_style='"', allow_unicode=True, width=10_000)
    assert raw(root_of(written)) == tree


@bounded
@given(st.dictionaries(st.from_regex(r"[a-zđ]{1,8}", fullmatch=True), st.from_regex(r"[\w -]{1,20}", fullmatch=True)))
def test_every_scalar_stands_where_it_says(values: dict[str, str]) -> None:
    text = "# Đầu tệp\n" + "".join(f"{key}:\n  - {json.dumps(value)}\n" for key, value in values.items())
    lines = text.split("\n")
    node = parse_yaml(text, FILE).root
    for scalar in scalars(node) if node else ():
        place = scalar.place
        shown = lines[place.line - 1][place.column - 1 : place.column - 1 + place.width]
        assert scalar.text in (shown, json.loads(shown) if shown.startswith('"') else shown)


@bounded
@given(soup(*YAML, *MARKDOWN, *HTML).map(without_controls), st.integers(1, 50))
def test_any_text_gives_a_tree_or_the_problem_that_stopped_it(text: str, first_line: int) -> None:
    tree = parse_yaml(text + "\n", FILE, first_line)
    lines = (text + "\n").split("\n")
    for problem in tree.problems:
        at = problem.location
        assert at.path == FILE
        assert first_line <= at.line < first_line + len(lines)
        assert 1 <= at.column <= len(lines[at.line - first_line]) + 1
    if tree.root is not None:
        losses = {"typographic-quotes", "yaml-comma", "yaml-comment"}
        assert {problem.code for problem in tree.problems} <= {"duplicate-key", *losses}


@pytest.mark.parametrize("text", ["", "\n", "# chỉ có ghi chú\n", "---\n", "~\n", "null", "''\n", "---\n...\n"])
def test_nothing_is_not_a_tree_and_not_a_problem(text: str) -> None:
    tree = parse_yaml(text, FILE)
    assert tree.root is None
    assert tree.problems == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("tên: &tên x\n", "1:6+6 yaml-alias"),
        ("a: *b\n", "1:4+1 yaml-alias"),
        ("a: *bộ\n", "1:4+1 yaml-alias"),
        ("a: &x [b]\n", "1:4+1 yaml-alias"),
        ("a: {<<: *b}\n", "1:9+1 yaml-alias"),
        ("*a : b\n", "1:1+1 yaml-alias"),
        ("- &a\n", "1:3+2 yaml-alias"),
        ("a: !!python/object/apply:os.system [x]\n", "1:4+1 yaml-tag"),
        ("a: !!int 3\n", "1:4+7 yaml-tag"),
        ("a: !x y\n", "1:4+4 yaml-tag"),
        ("a: !<tag:yaml.org,2002:str> y\n", "1:4+26 yaml-tag"),
        ("!!set {a}\n", "1:1+1 yaml-tag"),
        ("a: !bộ x\n", "1:4+5 yaml-tag"),
        ("a: b\n---\nc: d\n", "2:1+1 yaml-second-document"),
        ("a: b\n--- |\n", "2:1+1 yaml-second-document"),
        ("? [a, b]\n: c\n", "1:3+1 bad-key"),
        ("? {a: b}\n: c\n", "1:3+1 bad-key"),
        ('tên: "x\\x07"\n', "1:6+7 control-character"),
        ('"\\u202e": x\n', "1:1+8 control-character"),
    ],
)
def test_what_is_not_read_is_reported_at_its_place(text: str, problem: str) -> None:
    tree = parse_yaml(text, FILE)
    assert tree.root is None
    assert told(tree.problems) == [problem]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("tiêu đề: Quy chế: phối hợp\n", "1:10+17 yaml-colon"),
        ("a: b\n  c: d\n", "2:3+4 yaml-indent"),
        ("a: b\n c: d\n", "2:2+4 yaml-indent"),
        ("- a\nb: c\n", "2:1+1 yaml-indent"),
        ("a:\n  - b\n  c: d\n", "3:3+4 yaml-indent"),
        ("a: b\nbộ\n", "2:1+2 yaml-no-colon"),
        ("a: [đ, b\n", "1:4+5 yaml-bracket"),
        ("a: {đ: b\n", "1:4+5 yaml-bracket"),
        ("a: 'bộ\n", "1:4+3 yaml-quote"),
        ('a: "bộ\n', "1:4+3 yaml-quote"),
        ("a: 'bộ' công an\n", "1:4+12 yaml-quote"),
        ("a: @bộ\n", "1:4+3 yaml-reserved"),
        ("a: `bộ`\n", "1:4+4 yaml-reserved"),
        ("a: %bộ\n", "1:4+3 yaml-reserved"),
        ("a:\n\tb: c\n", "2:2+4 yaml-tab"),
        ("a: b\nc: |x\n", "2:4+2 yaml-reserved"),
        ("a: |0\n", "1:4+2 yaml-reserved"),
        ("a: ? b\n", "1:4+3 yaml-reserved"),
        ("a: }\n", "1:4+1 yaml-reserved"),
        ("a: ,b\n", "1:4+2 yaml-reserved"),
        ("a: !h!x b\n", "1:4+6 yaml-tag"),
        ("a: - bộ\n", "1:4+4 yaml-dash"),
        (r'a: "bộ \q"' + "\n", "1:4+7 yaml-escape"),
    ],
)
def test_slips_of_the_keyboard_have_rules_of_their_own(text: str, problem: str) -> None:
    tree = parse_yaml(text, FILE)
    assert tree.root is None
    assert told(tree.problems) == [problem]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("%YAML 2.0\n---\na: b\n", 1, 1),
        ("a: \x00\n", 1, 1),
    ],
)
def test_what_no_other_rule_fits_is_shown_in_the_parsers_words(text: str, line: int, column: int) -> None:
    (problem,) = parse_yaml(text, FILE).problems
    assert problem.code == "yaml-syntax"
    assert problem.location == Location(FILE, line, column)
    assert len(dict(problem.values)["reason"]) > 10


@pytest.mark.parametrize(
    ("text", "problem"),
    [("a: b: c", "1:4+4 yaml-colon"), ("x: y\na: b: c", "2:4+4 yaml-colon"), ("a: @b", "1:4+2 yaml-reserved")],
)
def test_a_slip_in_a_last_line_without_its_end_is_shown_in_the_same_way(text: str, problem: str) -> None:
    assert told(parse_yaml(text, FILE).problems) == [problem]


def test_a_value_that_begins_with_a_reserved_character_is_reported_with_it() -> None:
    (problem,) = parse_yaml("a: b\nc: @đ\n", FILE).problems
    assert (problem.value("char"), problem.value("mended")) == ("@", "'@đ'")


def test_a_tag_is_shown_as_it_is_written() -> None:
    for text, tag in (("a: !!int 3\n", "!!int"), ("a: !x y\n", "!x"), ("a: !bộ x\n", "!bộ")):
        (problem,) = parse_yaml(text, FILE).problems
        assert problem.value("tag") == tag


@pytest.mark.parametrize("char", ["\u2028", "\u202e", "\ufeff"], ids=ascii)
def test_a_control_that_stands_in_the_text_itself_is_refused(char: str) -> None:
    assert [problem.code for problem in parse_yaml(f"a: 'x{char}y'\n", FILE).problems] == ["control-character"]


def test_a_bomb_of_aliases_does_not_go_off() -> None:
    levels = "abcdefghi"
    bomb = 'a: &a ["x"]\n' + "".join(
        f"{name}: &{name} [{', '.join([f'*{inner}'] * 9)}]\n" for inner, name in pairwise(levels)
    )
    assert told(parse_yaml(bomb, FILE).problems) == ["1:4+1 yaml-alias"]


@pytest.mark.parametrize(("opening", "closing", "column"), [("[", "]", 14), ("{a: ", "}", 50), ("- ", "", 27)])
def test_a_tree_may_be_twelve_levels_deep_and_no_deeper(opening: str, closing: str, column: int) -> None:
    assert isinstance(root_of(opening * 12 + "x" + closing * 12), SequenceNode | MappingNode)
    deeper = parse_yaml(opening * 13 + "x" + closing * 13, FILE)
    assert deeper.root is None
    assert told(deeper.problems) == [f"1:{column}+1 yaml-too-deep"]


@pytest.mark.parametrize("bomb", ["[" * 30_000, "{a: " * 30_000, "- " * 30_000, "? " * 30_000, "[[a]: " * 30_000])
def test_nesting_without_end_is_refused_at_once(bomb: str) -> None:
    (problem,) = parse_yaml(bomb, FILE).problems
    assert problem.code in ("yaml-too-deep", "bad-key")
    assert problem.location.line == 1


def test_every_repeated_key_is_reported_and_the_first_value_counts() -> None:
    tree = parse_yaml("đ: 1\nb:\n  c: 2\n  'c': 3\nđ: 4\n\"đ\": 5\nd: {e: 6, e: 7}\n", FILE, first_line=10)
    assert told(tree.problems) == [
        "13:3+3 duplicate-key",
        "14:1+1 duplicate-key",
        "15:1+3 duplicate-key",
        "16:11+1 duplicate-key",
    ]
    assert [dict(problem.values)["line"] for problem in tree.problems] == ["12", "10", "10", "16"]
    assert tree.root is not None
    assert raw(tree.root) == {"đ": "1", "b": {"c": "2"}, "d": {"e": "6"}}


def test_keys_that_differ_in_their_marks_or_case_are_two_keys() -> None:
    assert raw(root_of("hoà: 1\nhòa: 2\nHòa: 3\n")) == {"hoà": "1", "hòa": "2", "Hòa": "3"}


def test_values_are_trimmed_for_the_schema_and_those_that_give_nothing_are_odd() -> None:
    text = "a: ' một '\nb: \"\\u00a0hai\\u00a0ba\"\nc:\nd: [x, ~, '']\ne: {f: }\ng: ''\nh: chưa rõ\n"
    odd: list[ScalarNode] = []
    texts = {"a": "một", "b": "hai ba", "c": "", "d": ["x", "", ""], "e": {"f": ""}, "g": "", "h": "chưa rõ"}
    assert plain(root_of(text), odd) == texts
    assert [text.text for text in odd] == ["", "", "", "", "", "chưa rõ"]


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        ((), Position(1, 1)),
        (("title",), Position(1, 8, 16)),
        (("agreement",), Position(2, 1, 9)),
        (("agreement", "parties"), Position(3, 3, 7)),
        (("agreement", "parties", 0), Position(4, 7)),
        (("agreement", "parties", 0, "agency"), Position(4, 15, 10)),
        (("agreement", "parties", 0, "role"), Position(5, 13, 9)),
        (("agreement", "parties", 0, "lead"), Position(4, 7)),
        (("agreement", "parties", 1), Position(6, 7, 7)),
        (("agreement", "parties", 1, "agency"), Position(6, 7, 7)),
        (("agreement", "parties", 2), Position(3, 3, 7)),
        (("agreement", "fields", 1), Position(7, 21, 6)),
        (("agreement", "signed_on"), Position(8, 13)),
        (("agreement", "type"), Position(2, 1, 9)),
        (("lead",), Position(9, 7)),
        (("khong", "co"), Position(1, 1)),
    ],
)
def test_a_value_is_found_by_its_path_or_the_nearest_thing_above_it(steps: tuple[Step, ...], place: Position) -> None:
    assert locate(root_of(AGREEMENT), steps) == place


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        (("title",), Position(1, 1, 5)),
        (("agreement", "parties", 0, "role"), Position(5, 7, 4)),
        (("agreement", "signed_on"), Position(8, 3, 9)),
        (("agreement", "parties", 0, "lead"), Position(4, 7)),
        (("agreement", "parties", 1, "agency"), Position(6, 7, 7)),
        (("agreement", "parties", 2, "agency"), Position(4, 5)),
        (("khong", "co"), Position(1, 1)),
    ],
)
def test_a_key_is_found_by_its_path(steps: tuple[Step, ...], place: Position) -> None:
    assert locate_key(root_of(AGREEMENT), steps) == place


def test_lines_are_counted_from_the_first_one_of_the_file() -> None:
    node = parse_yaml("a: b\nc: [d]\n", FILE, first_line=7).root
    assert node is not None
    assert locate(node, ("c", 0)) == Position(8, 5)
    assert told(parse_yaml("a: b\nc: [\nd]\n: e: f\n", FILE, first_line=7).problems)[0].startswith("10:")


def test_a_mapping_knows_its_keys() -> None:
    node = root_of("a: 1\nb: 2\n")
    assert isinstance(node, MappingNode)
    assert node.key("b") == ScalarNode("b", 2, 1)
    assert node.get("b") == ScalarNode("2", 2, 4)
    assert node.key("c") is None
    assert node.get("c") is None
