"""PARSE: text cut off by a comma in braces is reported, and read as a part of the value."""

import pytest

from bantin.content.yaml.parser import Plain, parse_yaml, plain
from tests.content.readings import told

FILE = "content/vocabulary.yml"


@pytest.mark.parametrize(
    ("text", "problem", "mended", "read"),
    [
        ("a: {vi: B, c, en: d}", "1:9+4 yaml-comma", "'B, c'", {"vi": "B, c", "en": "d"}),
        ("a: {en: d, vi: B, c và d}", "1:16+9 yaml-comma", "'B, c và d'", {"en": "d", "vi": "B, c và d"}),
        ("a: {vi: B, c, d, en: e}", "1:9+7 yaml-comma", "'B, c, d'", {"vi": "B, c, d", "en": "e"}),
        ("a: {vi: 'B', c}", "1:9+6 yaml-comma", "'B, c'", {"vi": "B, c"}),
        ("a: {vi: M'gar, c}", "1:9+8 yaml-comma", '"M\'gar, c"', {"vi": "M'gar, c"}),
    ],
)
def test_a_value_that_a_comma_cuts_is_reported_whole(text: str, problem: str, mended: str, read: Plain) -> None:
    tree = parse_yaml(text, FILE)
    assert told(tree.problems) == [problem]
    assert tree.problems[0].value("mended") == mended
    assert tree.root is not None
    assert plain(tree.root, []) == {"a": read}


@pytest.mark.parametrize("text", ["a: {b: , c: }", "a: {}", "a: {b: {c: d}, e: f}", "a: {b: c,\n  d: e}", "a: {b: c,}"])
def test_a_key_with_a_colon_and_no_value_is_left_empty(text: str) -> None:
    assert told(parse_yaml(text, FILE).problems) == []


@pytest.mark.parametrize(
    ("text", "problem", "mended"),
    [
        ("a: {b, c}", "1:4+6 yaml-braces", "[b, c]"),
        ("a: {b}", "1:5+1 yaml-braces", ""),
        ("a: {b, c: d}", "1:5+1 yaml-braces", ""),
        ("a: {b: [c], d}", "1:13+1 yaml-braces", ""),
    ],
)
def test_what_is_no_pair_stops_the_file(text: str, problem: str, mended: str) -> None:
    tree = parse_yaml(text, FILE)
    assert tree.root is None
    assert told(tree.problems) == [problem]
    assert tree.problems[0].value("mended") == mended
