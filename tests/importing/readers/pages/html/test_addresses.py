"""Old addresses: the path and the query, without the host, with letters instead of their codes."""

import pytest

from bantin.importing.readers.pages.html.addresses import old_address, path_of
from bantin.importing.readers.pages.html.tree import parse_page

SAVED = "<!-- saved from url=(0057)https://bo.example.vn/Pages/tin.aspx?ItemID=7#top -->"


def address(html: str) -> str:
    return old_address(parse_page(html), html)


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://bo.example.vn/Pages/tin.aspx?ItemID=7", "/Pages/tin.aspx?ItemID=7"),
        ("/tin/k%C3%BD-k%E1%BA%BFt/", "/tin/ký-kết/"),
        ("https://bo.example.vn/a%2Fb%20c", "/a%2Fb%20c"),
        ("https://bo.example.vn/%E1%BA", "/%E1%BA"),
        ("https://bo.example.vn?p=12", "/?p=12"),
        ("javascript:alert(1)", ""),
        ("tin.html", ""),
        ("https://[bo", ""),
        ("", ""),
    ],
)
def test_paths_of_addresses(url: str, path: str) -> None:
    assert path_of(url) == path


def test_the_address_that_the_browser_noted() -> None:
    assert address(f"{SAVED}<p>x") == "/Pages/tin.aspx?ItemID=7"


def test_the_query_is_kept_where_the_page_states_one_address_for_all_news() -> None:
    assert (
        address(f'{SAVED}<link rel=canonical href="https://bo.example.vn/Pages/tin.aspx"><p>x')
        == "/Pages/tin.aspx?ItemID=7"
    )


def test_what_the_page_states_comes_before_what_the_browser_noted() -> None:
    assert address(f'{SAVED}<link rel=canonical href="/tin/7/"><p>x') == "/tin/7/"
    assert address('<meta property="og:url" content="https://bo.example.vn/tin/7/"><p>x') == "/tin/7/"


def test_the_home_page_is_the_address_of_no_article() -> None:
    assert address('<link rel=canonical href="https://bo.example.vn/"><p>x') == ""
    assert address('<link rel=canonical href="https://bo.example.vn/Default.aspx"><p>x') == ""
