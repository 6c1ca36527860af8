"""Addresses with a query: ``Pages/tin-tuc.aspx?ItemID=18746``, as portals that ran programs had them.

Only the parameters named in such an address tell its page from others; their order and the case of letters do not.
"""

import re
from functools import cache
from typing import Self
from urllib.parse import unquote

from msgspec import Struct

LONGEST = 300
"""Characters of an address. With each of them spelt in two ways, it fits a line of the settings of nginx (4,096)."""


class QueryAddress(Struct, frozen=True):
    """An address with a query, relative to its site and without percent codes.

    ``path`` has no slash at either end, and is empty for the home page; ``parameters`` are pairs of names and values,
    sorted by name.
    """

    path: str
    parameters: tuple[tuple[str, str], ...]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads ``/path?name=value&name=value``.

        Raises ``ValueError`` if it is something else, is longer than ``LONGEST``, names a parameter twice, or could be
        read in two ways: with codes that are no UTF-8 or stand for slashes or control characters.
        """
        path, _, query = text.partition("?")
        if len(text) > LONGEST or _other().search(text):
            raise ValueError(f"no address with a query: {text}")
        segments = [_decoded(segment) for segment in path.removeprefix("/").removesuffix("/").split("/")]
        if segments != [""] and not all(map(_is_segment, segments)):
            raise ValueError(f"no address with a query: {text}")
        pairs = [_parameter(part) for part in query.split("&")]
        if len(dict(pairs)) < len(pairs):
            raise ValueError(f"no address with a query: {text}")
        return cls("/".join(segments), tuple(sorted(pairs, key=lambda pair: (pair[0].lower(), pair[0]))))

    @property
    def key(self) -> tuple[str, ...]:
        """Equal for two addresses that a server cannot tell apart."""
        return (self.path.lower(), *(half.lower() for pair in self.parameters for half in pair))


@cache
def _other() -> re.Pattern[str]:
    """What no address contains unencoded: spaces, a fragment, backslashes, incomplete percent codes."""
    return re.compile(r"[\s#\\]|%(?![0-9A-Fa-f]{2})")


def _decoded(part: str) -> str:
    text = unquote(part, errors="strict")
    if not text.isprintable():
        raise ValueError(f"control characters: {part}")
    return text


def _is_segment(segment: str) -> bool:
    return bool(segment) and not segment.startswith(".") and not {"/", "\\"} & set(segment)


def _parameter(part: str) -> tuple[str, str]:
    name, _, value = (_decoded(half) for half in part.replace("+", " ").partition("="))
    if not name or not value:
        raise ValueError(f"no name with a value: {part}")
    return name, value
