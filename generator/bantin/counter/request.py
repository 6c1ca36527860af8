"""Requests to the service."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

LONGEST_TARGET = 2_048
Scope = Mapping[str, Any]
"""A connection scope of ASGI (HTTP, version 2.1 or later)."""


class Request(Struct, frozen=True):
    """An HTTP request. ``path`` and ``query`` are not decoded; ``peer`` is ``None`` on a Unix socket."""

    method: str
    path: bytes
    query: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    peer: str | None

    @classmethod
    def of(cls, scope: Scope) -> "Request":
        """The request that ``scope`` describes."""
        client = scope.get("client")
        return cls(
            scope["method"],
            scope.get("raw_path") or scope["path"].encode(),
            scope["query_string"],
            tuple((name, value) for name, value in scope["headers"]),
            client[0] if client and client[0] else None,
        )

    def header(self, name: bytes) -> bytes:
        """The value of a header; the last one if there are several, empty if there is none."""
        return next((value for other, value in reversed(self.headers) if other == name), b"")

    def all(self, name: bytes) -> Iterator[str]:
        """All values of a header, in their order."""
        return (value.decode("latin-1") for other, value in self.headers if other == name)

    def parameters(self, name: bytes) -> list[bytes]:
        """All values of a query parameter, still percent-encoded."""
        pairs = (pair.partition(b"=") for pair in self.query.split(b"&"))
        return [value.replace(b"+", b"%20") for key, _, value in pairs if key == name]

    @property
    def has_body(self) -> bool:
        """Whether its headers announce a body."""
        return self.header(b"content-length") not in (b"", b"0") or bool(self.header(b"transfer-encoding"))
