"""Requests, as the service sees them."""

import pytest

from bantin.counter.request import Request


def request(query: bytes = b"", *headers: tuple[bytes, bytes], client: object = ("203.0.113.7", 1)) -> Request:
    scope = {"method": "GET", "path": "/ă", "query_string": query, "headers": list(headers), "client": client}
    return Request.of(scope)


def test_a_path_is_as_it_was_sent_where_that_is_known() -> None:
    assert request().path == "/ă".encode()
    assert Request.of(
        {"raw_path": b"/%61", "path": "/a", "method": "GET", "query_string": b"", "headers": []}
    ).path == (b"/%61")


@pytest.mark.parametrize(("client", "peer"), [(("203.0.113.7", 1), "203.0.113.7"), (None, None), (("", 0), None)])
def test_a_unix_socket_has_no_peer(client: object, peer: str | None) -> None:
    assert request(client=client).peer == peer


def test_the_last_header_of_a_name_counts_and_all_are_known() -> None:
    made = request(b"", (b"a", b"1"), (b"b", b"2"), (b"a", b"\xff"))
    assert (made.header(b"a"), made.header(b"c"), list(made.all(b"a"))) == (b"\xff", b"", ["1", "ÿ"])


@pytest.mark.parametrize(
    ("query", "values"),
    [
        (b"p=/a/", [b"/a/"]),
        (b"p=/a/&q=1&p=%2F", [b"/a/", b"%2F"]),
        (b"p", [b""]),
        (b"p=a+b=c", [b"a%20b=c"]),
        (b"pp=1&", []),
    ],
)
def test_parameters_are_left_as_they_were_written(query: bytes, values: list[bytes]) -> None:
    assert request(query).parameters(b"p") == values


@pytest.mark.parametrize(
    ("headers", "says"),
    [
        ([], False),
        ([(b"content-length", b"0")], False),
        ([(b"content-length", b"00")], True),
        ([(b"content-length", b"5")], True),
        ([(b"transfer-encoding", b"chunked")], True),
    ],
)
def test_a_body_is_announced(headers: list[tuple[bytes, bytes]], says: bool) -> None:
    assert request(b"", *headers).has_body is says
