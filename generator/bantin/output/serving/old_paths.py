"""Old addresses that a server cannot compare as they are: with a query, or of a portal that ignored case.

A server redirects from an address with a query if a request has its path and its parameters, in any order and among
others. Upper-case and lower-case letters are equal there, and at the paths of programs, as they were for IIS.
"""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from msgspec import Struct

from bantin.domain.text.query_addresses import QueryAddress

PROGRAMS = (".aspx", ".asp", ".php", ".jsp")
"""How the paths of programs end that wrote the pages of old portals."""
_ONLY_ENCODED = frozenset("#&+%")
"""What means something else in a query unless it is encoded."""


class Queries(Struct, frozen=True):
    """The old addresses of one path whose queries have the same ``names``: values in the order of names → new address.

    Names are in lower case.
    """

    names: tuple[str, ...]
    targets: Mapping[tuple[str, ...], str]


class OldPath(Struct, frozen=True):
    """The old addresses at ``path``, which has no slash at either end.

    ``queries`` are in the order in which servers try them: those with more names first, since they match fewer
    requests. ``target`` is the new address for all other requests, if the path itself is an old address.
    """

    path: str
    queries: tuple[Queries, ...]
    target: str | None = None

    @property
    def is_program(self) -> bool:
        """Whether a program wrote the pages at this path, by its end."""
        return self.path.lower().endswith(PROGRAMS)

    @property
    def names(self) -> tuple[str, ...]:
        """The names in all queries, each once."""
        return tuple(dict.fromkeys(name for one in self.queries for name in one.names))


def old_paths_of(moved: Iterable[tuple[str, str]], queries: Iterable[tuple[QueryAddress, str]]) -> tuple[OldPath, ...]:
    """Groups old addresses by path: those with a query, those of programs, and those without a query at a path of both.

    ``moved`` are pairs of old and new addresses without queries. If addresses are equal, the first one counts.
    """
    asked: dict[str, dict[tuple[str, ...], dict[tuple[str, ...], str]]] = {}
    paths: dict[str, str] = {}
    for address, target in queries:
        names, values = zip(*address.parameters, strict=True)
        group = asked.setdefault(address.path.lower(), {}).setdefault(tuple(map(str.lower, names)), {})
        group.setdefault(tuple(map(str.lower, values)), target)
        paths.setdefault(address.path.lower(), address.path)
    pages = {old.removesuffix("/"): new for old, new in moved}
    targets = {old.lower(): new for old, new in pages.items() if old.lower() in asked or old.lower().endswith(PROGRAMS)}
    paths = {**{old.lower(): old for old in pages if old.lower() in targets}, **paths}
    return tuple(OldPath(path, _ordered(asked.get(key, {})), targets.get(key)) for key, path in sorted(paths.items()))


def _ordered(groups: Mapping[tuple[str, ...], Mapping[tuple[str, ...], str]]) -> tuple[Queries, ...]:
    return tuple(Queries(names, groups[names]) for names in sorted(groups, key=lambda names: (-len(names), names)))


def path_pattern(path: str) -> str:
    r"""A regular expression for ``path`` as servers compare it, which is decoded: ``a.b`` becomes ``a\x2Eb``.

    Neither it nor :func:`query_pattern` has a character that means something in the settings of a server, except
    backslashes, which are kept there before an ``x``.
    """
    return "".join(char if char == "/" else _literal(char) for char in path)


def query_pattern(text: str) -> str:
    r"""A regular expression for a name or value in a query, encoded or not: ``a-b`` becomes ``a(?:\x2D|%2D)b``."""
    return "".join(_spellings(text))


def _spellings(text: str) -> Iterator[str]:
    for char in text:
        encoded = quote(char, safe="") if not char.isascii() else f"%{ord(char):02X}"
        if char.isascii() and char.isalnum():
            yield char
        elif char in _ONLY_ENCODED or not char.isascii():
            yield encoded
        else:
            yield rf"(?:{_literal('+' if char == ' ' else char)}|{encoded})"


def _literal(char: str) -> str:
    return char if char.isalnum() or not char.isascii() else rf"\x{ord(char):02X}"
