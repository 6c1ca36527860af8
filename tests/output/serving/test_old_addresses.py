"""Old addresses as regular expressions in the settings of servers."""

import re
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.query_addresses import LONGEST, QueryAddress
from bantin.output.serving.old_addresses import is_program, names_in, path_pattern, queries_of, query_pattern

TEXTS = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), max_size=20)


def matches(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


@given(TEXTS)
def test_a_text_is_found_in_a_query_however_it_is_encoded(text: str) -> None:
    pattern = f"^{query_pattern(text)}$"
    assert matches(pattern, quote(text, safe=""))
    assert matches(pattern, quote(text, safe="/?:@!$'()*,;={}\"<>[]^`|"))
    assert matches(pattern, quote_plus(text))
    assert not matches(pattern, f"{quote(text)}x")


@given(TEXTS)
def test_a_path_is_found_as_servers_decode_it(text: str) -> None:
    for path in (f"/{text}", f"/{text}/"):
        assert matches(f"^{path_pattern(path)}$", f"/{text}")
    assert not matches(f"^{path_pattern('/' + text)}$", f"/{text}x")


@given(TEXTS)
def test_a_pattern_has_no_character_that_settings_interpret(text: str) -> None:
    """Neither the end of a string nor of a statement, nor a variable or a placeholder."""
    assert not set(query_pattern(text) + path_pattern(text)) & set("\"'`{}[]$;# \t\n")
    assert not re.search(r"\\(?!x[0-9A-F]{2})", query_pattern(text) + path_pattern(text))


@pytest.mark.parametrize("char", "-(ếa")
def test_the_longest_address_fits_a_line_of_the_settings(char: str) -> None:
    """nginx takes 4,096 bytes."""
    values = [f"?a={char * (LONGEST - 3)}", f"{char * (LONGEST - 4)}?a=1"]
    [one] = queries_of("/ban-tin/", [(QueryAddress.parse(value), "x/") for value in values])
    assert max(len(f'if ($bantin_asked ~* "{pattern}")'.encode()) for pattern, _ in one.targets) < 4000


def test_addresses_with_more_names_come_first_and_of_equal_ones_the_first_counts() -> None:
    moved = [("/a?c=1", "x/"), ("/a?b=2&C=1", "y/"), ("/A?c=1", "z/"), ("/d?C=3", "w/")]
    groups = queries_of("/", [(QueryAddress.parse(old), new) for old, new in moved])
    assert [(one.names, [new for _, new in one.targets]) for one in groups] == [
        (("b", "c"), ["/y/"]),
        (("c",), ["/x/", "/w/"]),
    ]
    assert names_in(groups) == ("b", "c")
    assert matches(groups[0].targets[0][0], "2&1 /A/")


@pytest.mark.parametrize(
    ("path", "expected"), [("a.aspx", True), ("A.ASP/", True), ("a.php", True), ("a.jsp", True), ("a.html", False),
                           ("aspx", False), ("a.phpx", False), ("a.php/b", False)],
)  # fmt: skip
def test_programs_are_known_by_their_ends(path: str, *, expected: bool) -> None:
    assert is_program(path) == expected
