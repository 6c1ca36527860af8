"""Finds the address of a reader behind proxies."""

import ipaddress
import re
import socket
from collections.abc import Iterable, Sequence

from msgspec import Struct

from bantin.counter.visitor import Address, network

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
LOOPBACK = (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("::1/128"))
# Some proxies add the port: 203.0.113.7:4711, [2001:db8::1]:4711. An IPv6 address is in brackets then.
_WITH_PORT = re.compile(r"\[([^\[\]]*)\](?::[0-9]{1,5})?|([0-9.]+):[0-9]{1,5}")
_UNKNOWN = ipaddress.ip_address("0.0.0.0")  # noqa: S104 - an address that no client has, not one to listen at


class Peers(Struct, frozen=True):
    """The proxies that are trusted to name the client. A peer on a Unix socket is trusted: access rights protect it."""

    trusted: tuple[Network, ...] = LOOPBACK

    def sender(self, peer: str | None, forwarded: Iterable[str]) -> Address:
        """The address of the reader: the last hop that is not a trusted proxy.

        ``peer`` is the other end of the connection, ``None`` for a Unix socket; ``forwarded`` are the values of
        ``X-Forwarded-For``, in the order received. An unreadable hop and those before it are ignored.
        """
        address = read_address(peer) if peer is not None else None
        if peer is not None and (address is None or not self._trusts(address)):
            return address or _UNKNOWN
        hops = [hop.strip() for value in forwarded for hop in value.split(",")]
        for hop in reversed(hops):
            named = read_address(hop)
            if named is None:
                break
            address = named
            if not self._trusts(named):
                break
        return address or _UNKNOWN

    def _trusts(self, address: Address) -> bool:
        return any(address in network for network in self.trusted)


def parse_networks(texts: Sequence[str]) -> tuple[Network, ...]:
    """Parses networks such as ``10.0.0.0/8``, and single addresses. Raises ``ValueError``."""
    return tuple(ipaddress.ip_network(text, strict=False) for text in texts)


def read_address(text: str) -> Address | None:
    """Parses an address, with a port or without; ``None`` if it is none."""
    found = _WITH_PORT.fullmatch(text)
    try:
        address = ipaddress.ip_address(found[1] or found[2] if found else text)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def read_household(text: str) -> bytes | None:
    """The household of the address ``text`` (see :func:`~bantin.counter.visitor.network`); ``None`` if it is none."""
    try:
        # Fast path in C for IPv4, which most logs are full of.
        return socket.inet_pton(socket.AF_INET, text)
    except (OSError, ValueError):
        address = read_address(text)
        return network(address) if address else None
