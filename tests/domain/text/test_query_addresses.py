"""Addresses with a query, as portals that ran programs had them."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.query_addresses import LONGEST, QueryAddress

NAMES = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("text", "path", "parameters"),
    [
        ("/Pages/tin-tuc.aspx?ItemID=18746", "Pages/tin-tuc.aspx", [("ItemID", "18746")]),
        ("Pages/tin-tuc.aspx/?ItemID=18746", "Pages/tin-tuc.aspx", [("ItemID", "18746")]),
        ("index.php?view=article&id=5", "index.php", [("id", "5"), ("view", "article")]),
        ("/?p=12", "", [("p", "12")]),
        ("?p=12", "", [("p", "12")]),
        ("/Lists/Tin%20t%E1%BB%A9c/a.aspx?q=%C4%91+%2B", "Lists/Tin tức/a.aspx", [("q", "đ +")]),
        ("/tin-tức?q=ký=kết", "tin-tức", [("q", "ký=kết")]),
        ("/a?b={C-1}", "a", [("b", "{C-1}")]),
    ],
)
def test_the_path_and_the_parameters_are_read(text: str, path: str, parameters: list[tuple[str, str]]) -> None:
    assert QueryAddress.parse(text) == QueryAddress(path, tuple(parameters))


@pytest.mark.parametrize(
    "text",
    ["/a", "/a?", "/a?b", "/a?b=", "/a?=b", "/a?b=1&", "/a?b=1&b=2", "/a?b=1&%62=2", "/a?b=1#c", "/a?b=1 2", "/a?b=\\",
     "/a?b=%", "/a?b=%C4", "/a?b=%0A", "/a?b=%00", "/a%2Fb?c=1", "/a%5Cb?c=1", "/a/../b?c=1", "/%2E%2E/b?c=1",
     "//x.vn/a?b=1", "http://x.vn/a?b=1", "/a//b?c=1", "/.git?c=1", "/a\n?b=1", "/a?b=1\u2028",
     f"/a?b={'1' * LONGEST}"],
)  # fmt: skip
def test_what_is_no_address_with_a_query_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no address|control|no name|can't decode"):
        QueryAddress.parse(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/Pages/Tin.aspx?ItemID=5&p=A", "pages/tin.aspx/?P=a&itemid=5"),
        ("/a?b=1%20c", "/a?b=1+c"),
        ("/tin%2Daspx?a%62=%C4%91", "/tin-aspx?ab=Đ"),
    ],
)
def test_order_case_and_codes_make_no_other_address(one: str, other: str) -> None:
    assert QueryAddress.parse(one).key == QueryAddress.parse(other).key


@pytest.mark.parametrize("other", ["/a?b=2", "/a?c=1", "/a?b=1&c=1", "/b?b=1", "/a/b?b=1"])
def test_another_path_name_or_value_makes_another_address(other: str) -> None:
    assert QueryAddress.parse("/a?b=1").key != QueryAddress.parse(other).key


@given(st.dictionaries(NAMES, NAMES, min_size=1, max_size=2))
def test_an_encoded_query_is_read_as_it_was(parameters: dict[str, str]) -> None:
    query = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in parameters.items())
    assert dict(QueryAddress.parse(f"/a?{query}").parameters) == parameters
