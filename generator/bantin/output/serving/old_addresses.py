"""Old addresses that a server cannot compare as they are: with a query, or of a portal that ignored case.

A server redirects from an address with a query if a request has its path and its parameters, in any order and among
others. Upper-case and lower-case letters are equal there, and at the paths of programs, as they were for IIS.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from msgspec import Struct

from bantin.domain.text.query_addresses import QueryAddress

PROGRAMS = r"\x2E(?:aspx|asp|php|jsp)"
"""How the paths of programs end that wrote the pages of old portals, as a regular expression."""
_PROGRAM = re.compile(rf"{PROGRAMS}/?$", re.IGNORECASE)
_ONLY_ENCODED = frozenset("#&+%")
"""What means something else in a query unless it is encoded."""


class Queries(Struct, frozen=True):
    """Old addresses whose queries have the same ``names``, in lower case.

    ``targets`` are regular expressions with new addresses. They match what servers put together of a request: the
    values of the parameters in the order of ``names``, joined by ``&``, then a space and the path. Values come first
    because they differ early: what does not match is passed over fast.
    """

    names: tuple[str, ...]
    targets: tuple[tuple[str, str], ...]


def queries_of(base: str, moved: Iterable[tuple[QueryAddress, str]]) -> tuple[Queries, ...]:
    """Groups old addresses below ``base`` by the names in their queries; of equal addresses, the first one counts.

    Groups with more names come first, since they match fewer requests.
    """
    groups: dict[tuple[str, ...], dict[tuple[str, ...], tuple[str, str]]] = {}
    for address, new in moved:
        names = tuple(name.lower() for name, _ in address.parameters)
        values = "&".join(query_pattern(value) for _, value in address.parameters)
        path = path_pattern(base + address.path)
        groups.setdefault(names, {}).setdefault(address.key, (rf"^{values}\x20{path}$", base + new))
    order = sorted(groups, key=lambda names: (-len(names), names))
    return tuple(Queries(names, tuple(groups[names].values())) for names in order)


def names_in(queries: Iterable[Queries]) -> tuple[str, ...]:
    """The names in all ``queries``, each once."""
    return tuple(dict.fromkeys(name for one in queries for name in one.names))


def is_program(path: str) -> bool:
    """Whether a program wrote the page at the old ``path``, by its end."""
    return _PROGRAM.search(path) is not None


def path_pattern(path: str) -> str:
    r"""A regular expression for ``path`` as servers compare it, which is decoded: ``/a.b`` becomes ``/a\x2Eb/?``.

    Neither it nor :func:`query_pattern` has a character that means something in the settings of a server, except
    backslashes, which are kept there before an ``x``.
    """
    return "".join(char if char == "/" else _literal(char) for char in path.removesuffix("/")) + "/?"


def query_pattern(text: str) -> str:
    r"""A regular expression for a name or value in a query, encoded or not: ``a-b`` becomes ``a(?:\x2D|%2D)b``."""
    return "".join(_spellings(text))


def _spellings(text: str) -> Iterator[str]:
    for char in text:
        if char.isascii() and char.isalnum():
            yield char
        elif not char.isascii():
            yield quote(char)
        elif char in _ONLY_ENCODED:
            yield f"%{ord(char):02X}"
        else:
            yield rf"(?:{_literal('+' if char == ' ' else char)}|%{ord(char):02X})"


def _literal(char: str) -> str:
    return char if char.isalnum() or not char.isascii() else rf"\x{ord(char):02X}"
