"""Bodies: HTML in pieces, whole once its links have their addresses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.domain.model import Body
from tests.conftest import examples

BODY = Body(('<p>Xem <a href="', '">bài trước</a> và <img src="', '" alt="Lễ ký"></p>'))


def test_addresses_stand_where_their_links_stood() -> None:
    html = BODY.html(("/bai-viet/2020/bai/", "/media/anh.jpg"))
    assert html == '<p>Xem <a href="/bai-viet/2020/bai/">bài trước</a> và <img src="/media/anh.jpg" alt="Lễ ký"></p>'


def test_a_body_without_links_is_its_only_part() -> None:
    assert Body(("<p>Nội dung.</p>",)).html(()) == "<p>Nội dung.</p>"


def test_an_empty_body_is_empty() -> None:
    assert Body().html(()) == ""


@pytest.mark.parametrize("addresses", [(), ("/a/",), ("/a/", "/b/", "/c/")])
def test_each_link_needs_one_address(addresses: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=f"^2 links need as many addresses, not {len(addresses)}$"):
        BODY.html(addresses)


@pytest.mark.parametrize("parts", [(), ("a",), ("a", "b", "c")])
def test_parts_that_do_not_enclose_their_links_are_no_html(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="links need as many addresses"):
        Body(parts).html(("/bai/",))


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(st.tuples(st.text(), st.text())), st.text())
def test_nothing_of_a_body_is_lost_or_changed(pairs: list[tuple[str, str]], end: str) -> None:
    body = Body((*(part for part, _ in pairs), end))
    assert body.html(tuple(address for _, address in pairs)) == "".join(map("".join, pairs)) + end
