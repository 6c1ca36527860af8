"""The YAML of drafts: what is written is read, letter for letter, and a mark changes nothing."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bantin.content.yaml.parser import Plain, parse_yaml, plain
from bantin.domain.text.guesses import find_guesses
from bantin.domain.text.one_line import one_line
from bantin.importing.drafts.yaml_writer import Items, Node, Scalar, Section, commented_out, front_matter, section

EVIDENCE = st.sampled_from(["", "“Ngày 1/2 #? 'x' \"y\": {z}” (dòng 5)"])
# What readers hand on is text in NFC; a text without anything to see is no value.
TEXTS = st.text().map(one_line).filter(bool)
SCALARS = st.builds(Scalar, TEXTS, EVIDENCE)
KEYS = st.sampled_from(["title", "number", "name", "on", "no"])


def sections(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    keys = st.dictionaries(KEYS, inner, min_size=1).map(lambda items: tuple(items.items()))
    return st.builds(Section, keys, EVIDENCE)


NODES: st.SearchStrategy[Node] = st.recursive(
    SCALARS,
    lambda inner: sections(inner) | st.builds(Items, st.lists(SCALARS | sections(SCALARS)).map(tuple)),
    max_leaves=8,
)


def said(node: Node) -> Plain:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [said(one) for one in node.items]
    return {key: said(value) for key, value in node.items}


def marks(node: Node) -> int:
    if isinstance(node, Scalar):
        return bool(node.evidence)
    inner = node.items if isinstance(node, Items) else [value for _, value in node.items]
    return sum(map(marks, inner)) + (isinstance(node, Section) and bool(node.evidence))


@given(st.dictionaries(KEYS, NODES, min_size=1))
@example({"title": Scalar("“Tuần lễ áo dài”: hai bên ký kết")})
@example({"title": Scalar("«")})
@example({"title": Scalar("null")})
@example({"title": Scalar("Null")})
@example({"title": Scalar("no"), "no": Scalar("#? x")})
def test_what_is_written_is_read(items: dict[str, Node]) -> None:
    written = front_matter(section({**items}))
    tree = parse_yaml(written, "a.md")
    assert tree.root is not None, written
    assert plain(tree.root, []) == {key: said(node) for key, node in items.items()}
    assert [one.code for one in tree.problems] == []


@pytest.mark.parametrize(
    ("node", "lines"),
    [
        (Scalar("2012-11-20", "“20/11” (dòng 5)"), ["key: 2012-11-20  #? “20/11” (dòng 5)"]),
        (Scalar("a: b"), ["key: 'a: b'"]),
        (Items((Scalar("x", "y"), Scalar("z"))), ["key:", "  - x  #? y", "  - z"]),
        (Items(()), ["key: []"]),
        (
            Items((Section((("name", Scalar("A")), ("also", Items((Scalar("b"),)))), "c"),)),
            ["key:", "  - name: A  #? c", "    also:", "      - b"],
        ),
    ],
)
def test_keys_stand_below_one_another(node: Node, lines: list[str]) -> None:
    assert front_matter(section({"key": node, "none": None})).splitlines() == lines


@given(st.dictionaries(KEYS, SCALARS, min_size=1))
def test_what_is_commented_out_is_no_value_and_its_guesses_are_found(items: dict[str, Node]) -> None:
    written = commented_out(section({**items}))
    assert all(line.startswith("# ") for line in written.splitlines())
    assert len(list(find_guesses(written))) == sum(map(marks, items.values()))


def test_words_that_several_values_rest_on_are_quoted_in_full_once() -> None:
    evidence = "“Chiều 24/11/2021, tại Hà Nội, hai bên ký Quy chế phối hợp” (dòng 5)"
    written = front_matter(section({"on": Scalar("2021-11-24", evidence), "name": Scalar("Hà Nội", evidence)}))
    assert written.splitlines() == [
        f"on: 2021-11-24  #? {evidence}",
        "name: Hà Nội  #? “Chiều 24/11/2021, tại Hà …” (dòng 5)",
    ]
