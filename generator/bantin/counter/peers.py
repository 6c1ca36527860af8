"""Who a request comes from, behind however many proxies."""

import ipaddress
import re
import socket
from collections.abc import Iterable, Sequence

from msgspec import Struct

from bantin.counter.visitor import Address, network

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
LOOPBACK = (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("::1/128"))
# Some proxies add the port: 203.0.113.7:4711, [2001:db8::1]:4711. An IPv6 address stands in brackets then.
_WITH_PORT = re.compile(r"\[([^\[\]]*)\](?::[0-9]{1,5})?|([0-9.]+):[0-9]{1,5}")
_NOWHERE = ipaddress.ip_address("0.0.0.0")  # noqa: S104 - an address that nobody has, not one to listen at


class Peers(Struct, frozen=True):
    """The proxies whose word is taken for whom they speak for. A Unix socket is only open to those who may use it."""

    trusted: tuple[Network, ...] = LOOPBACK

    def sender(self, peer: str | None, forwarded: Iterable[str]) -> Address:
        """The address of a reader: the last hop that no trusted proxy stands for.

        ``peer`` is the other end of the connection, ``None`` for a Unix socket; ``forwarded`` are the values of
        ``X-Forwarded-For``, in the order in which they came. What cannot be read is not believed, nor what lies before.
        """
        address = read_address(peer) if peer is not None else None
        if peer is not None and (address is None or not self._trusts(address)):
            return address or _NOWHERE
        hops = [hop.strip() for value in forwarded for hop in value.split(",")]
        for hop in reversed(hops):
            named = read_address(hop)
            if named is None:
                break
            address = named
            if not self._trusts(named):
                break
        return address or _NOWHERE

    def _trusts(self, address: Address) -> bool:
        return any(address in network for network in self.trusted)


def parse_networks(texts: Sequence[str]) -> tuple[Network, ...]:
    """The networks that ``texts`` write as ``10.0.0.0/8`` or as single addresses. Raises ``ValueError``."""
    return tuple(ipaddress.ip_network(text, strict=False) for text in texts)


def read_address(text: str) -> Address | None:
    """The address that ``text`` writes, with a port or without; ``None`` if it is none."""
    found = _WITH_PORT.fullmatch(text)
    try:
        address = ipaddress.ip_address(found[1] or found[2] if found else text)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def read_household(text: str) -> bytes | None:
    """The household of the address that ``text`` writes; ``None`` if it is none."""
    try:
        # What nearly all logs are full of, read in C.
        return socket.inet_pton(socket.AF_INET, text)
    except (OSError, ValueError):
        address = read_address(text)
        return network(address) if address else None
