"""Who a request comes from: only trusted proxies are believed, and only as far as they can know."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.counter.peers import Peers, parse_networks, read_household
from bantin.counter.visitor import network

LOCAL = Peers()
CHAIN = Peers(parse_networks(["127.0.0.1", "10.0.0.0/8"]))


@pytest.mark.parametrize(
    ("peers", "peer", "forwarded", "sender"),
    [
        (LOCAL, "203.0.113.7", [], "203.0.113.7"),
        (LOCAL, "203.0.113.7", ["198.51.100.1"], "203.0.113.7"),
        (LOCAL, "127.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        (LOCAL, "::1", ["2001:db8::1"], "2001:db8::1"),
        (LOCAL, "127.0.0.1", [], "127.0.0.1"),
        (LOCAL, None, ["198.51.100.1"], "198.51.100.1"),
        (LOCAL, None, [], "0.0.0.0"),
        # What a reader writes stands before what proxies add.
        (LOCAL, None, ["1.1.1.1, 198.51.100.1"], "198.51.100.1"),
        (LOCAL, None, ["1.1.1.1", "198.51.100.1"], "198.51.100.1"),
        (CHAIN, "127.0.0.1", ["1.1.1.1, 198.51.100.1, 10.0.0.5"], "198.51.100.1"),
        (CHAIN, "127.0.0.1", ["10.0.0.6, 10.0.0.5"], "10.0.0.6"),
        (CHAIN, "127.0.0.1", ["198.51.100.1, nonsense, 10.0.0.5"], "10.0.0.5"),
        (LOCAL, "127.0.0.1", ["nonsense"], "127.0.0.1"),
        (LOCAL, "nonsense", ["198.51.100.1"], "0.0.0.0"),
        (LOCAL, "::ffff:127.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        (LOCAL, None, ["[2001:db8::1]"], "2001:db8::1"),
        (LOCAL, None, ["203.0.113.7:4711"], "203.0.113.7"),
        (LOCAL, None, ["[2001:db8::1]:4711"], "2001:db8::1"),
        (LOCAL, None, ["2001:db8::1"], "2001:db8::1"),
        (CHAIN, "127.0.0.1", ["198.51.100.1:80, 10.0.0.5:4711"], "198.51.100.1"),
        (LOCAL, "127.0.0.1", ["203.0.113.7:471111"], "127.0.0.1"),
        (LOCAL, "127.0.0.1", ["[203.0.113.7"], "127.0.0.1"),
    ],
)
def test_the_sender_is_the_last_hop_that_no_trusted_proxy_stands_for(
    peers: Peers, peer: str | None, forwarded: list[str], sender: str
) -> None:
    assert peers.sender(peer, forwarded) == ipaddress.ip_address(sender)


@given(st.none() | st.text(max_size=20), st.lists(st.text(max_size=60), max_size=4))
def test_whatever_is_written_there_is_a_sender(peer: str | None, forwarded: list[str]) -> None:
    assert network(LOCAL.sender(peer, forwarded))


@pytest.mark.parametrize("text", ["10.0.0.0/33", "x", "10.0.0.0/8/8"])
def test_what_is_no_network_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text.partition("/")[0]):
        parse_networks([text])


@given(st.ip_addresses())
def test_a_household_is_read_as_the_address_would_be(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    assert read_household(str(address)) == network(address)


@pytest.mark.parametrize("text", ["", "-", "1.2.3", "1.2.3.4.5", "\0", "unix:", "::g"])
def test_what_is_no_address_has_no_household(text: str) -> None:
    assert read_household(text) is None
