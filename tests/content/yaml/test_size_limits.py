"""PARSE: YAML that exceeds a limit is refused at its beginning; anything below the limits is read."""

import pytest

from bantin.content.yaml.parser import parse_yaml
from bantin.content.yaml.tree import MappingNode
from tests.content.readings import told

FILE = "content/site.yml"


def items(number: int) -> str:
    return "tags:\n" + "- a\n" * number


def in_brackets(number: int) -> str:
    return f"tags: [{', '.join(['a'] * number)}]\n"


def keys(number: int) -> str:
    return "types:\n" + "".join(f"  a{one}: b\n" for one in range(number))


def lists(number: int) -> str:
    """As many lists that each, with all that is in it, make a hundred nodes."""
    return "".join(f"a{one}: [{', '.join(['b'] * 98)}]\n" for one in range(number))


@pytest.mark.parametrize(
    ("most", "more", "place", "code"),
    [
        (items(1_000), items(1_001), "1002:3+1", "too-many-entries"),
        (in_brackets(1_000), in_brackets(1_001), "1:3008+1", "too-many-entries"),
        (keys(1_000), keys(1_001), "1002:3+5", "too-many-entries"),
        (lists(199), lists(200), "200:299+1", "too-many-entries"),
        (f"lead: {'a' * 10_000}\n", f"lead: {'a' * 10_001}\n", "1:7+10001", "value-too-long"),
        (f"lead: '{'a' * 10_000}'\n", f"lead: '{'a' * 10_001}'\n", "1:7+10003", "value-too-long"),
        (f"a: b\n{'#' * 199_995}", f"a: b\n{'#' * 199_996}", "1:1+1", "yaml-too-long"),
    ],
    ids=["items", "items in brackets", "keys", "all entries", "a value", "a quoted value", "all letters"],
)
def test_what_nobody_writes_is_refused_where_it_is_too_much(most: str, more: str, place: str, code: str) -> None:
    assert isinstance(parse_yaml(most, FILE).root, MappingNode)
    tree = parse_yaml(more, FILE)
    assert tree.root is None
    assert told(tree.problems) == [f"{place} {code}"]


def test_what_else_is_wrong_is_reported_as_well() -> None:
    assert told(parse_yaml(f"a: b\na: c\n{items(1_001)}", FILE).problems) == [
        "2:1+1 duplicate-key",
        "1004:3+1 too-many-entries",
    ]


def test_it_is_reported_where_the_yaml_of_a_file_begins() -> None:
    assert told(parse_yaml("#" * 200_001, FILE, first_line=2).problems) == ["2:1+1 yaml-too-long"]
