"""YAML in hints is read as what it was made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.yaml.parser import parse_yaml, plain
from bantin.content.yaml.quoting import flow_keys, flow_list, flow_text

TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")) | st.just(" "), min_size=1).filter(
    lambda text: text == text.strip() != "" and not set(text) & set("\ufeff\u202a\u202b\u202c\u202d\u202e\ufffe\uffff")
)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("thiên tai", "thiên tai"),
        ("Hỏi: đáp", "'Hỏi: đáp'"),
        ("a, b", "'a, b'"),
        ("it's", "'it''s'"),
        ("#a", "'#a'"),
        ("- a", "'- a'"),
        ("null", "'null'"),
        ("TS.", "TS."),
    ],
)
def test_a_text_is_quoted_where_it_must_be(text: str, written: str) -> None:
    assert flow_text(text) == written


def read(yaml: str) -> object:
    tree = parse_yaml(yaml, "x.yml")
    assert tree.root
    assert tree.problems == ()
    return plain(tree.root, [])


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_a_list_is_read_as_its_texts(texts: list[str]) -> None:
    assert read(f"a: {flow_list(texts)}\n") == {"a": texts}


@given(TEXTS, TEXTS)
def test_keys_are_read_as_their_texts(one: str, other: str) -> None:
    assert read(f"a: {{{flow_keys({'b': one, 'c': '', 'd': other})}}}\n") == {"a": {"b": one, "d": other}}
