"""The static files of a theme. Their names include a hash of their content, so browsers may cache them for ever."""

import hashlib
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from bantin.content.discover import display_path
from bantin.domain.problems import Checked, Location, Problem
from bantin.render import problems
from bantin.render.artifact import Artifact
from bantin.render.theme import Theme

FOLDER = "static"
# Comments, and the addresses in ``url(…)``, with or without quotes.
_URL = re.compile(r"/\*.*?\*/|url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^'\")\s]+))\s*\)", re.DOTALL)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/|#", re.IGNORECASE)


class Assets(Struct, frozen=True):
    """The static files to publish; ``addresses`` maps the names that templates use to paths in the site."""

    artifacts: tuple[Artifact, ...]
    addresses: Mapping[str, str]

    def seen_from(self, up: str) -> dict[str, str]:
        """The relative addresses for a page from which ``up`` leads to the root of the site."""
        return {name: up + address for name, address in self.addresses.items()}


def load_assets(theme: Theme, root: Path) -> Checked[Assets]:
    """The static files of ``theme``, with the addresses in style sheets (``url(…)``) changed to the published names.

    A reference to a missing file is a problem.
    """
    sources = theme.within(FOLDER)
    addresses: dict[str, str] = {}
    artifacts: list[Artifact] = []
    met: list[Problem] = []

    def add(name: str, asking: tuple[str, ...]) -> None:
        """Adds a file after the files that it refers to: its content, and so its name, depends on theirs."""
        data = sources[name].read_bytes()
        for asked in _asked(name, data) if name.endswith(".css") else ():
            if asked in sources and asked not in (*asking, name, *addresses):
                add(asked, (*asking, name))
            if asked not in addresses:
                met.append(problems.NO_ASSET.at(Location(display_path(sources[name], root)), name=asked))
        if name.endswith(".css"):
            data = _rewritten(name, data, addresses)
        addresses[name] = _address(name, data)
        artifacts.append(Artifact(addresses[name], data))

    for name in sorted(sources):
        if name not in addresses:
            add(name, ())
    return Checked(Assets(tuple(artifacts), addresses), tuple(met))


def _address(name: str, data: bytes) -> str:
    stem, suffix = posixpath.splitext(name)
    return f"{FOLDER}/{stem}.{hashlib.sha256(data).hexdigest()[:10]}{suffix}"


def _asked(name: str, data: bytes) -> list[str]:
    found = (_local(match) for match in _URL.finditer(data.decode("utf-8", "replace")))
    return [_from(name, asked) for asked in found if asked]


def _local(match: re.Match[str]) -> str | None:
    """The file in a ``url(…)``, without query and fragment; ``None`` for an address outside the theme."""
    asked = match[1] or match[2] or match[3] or ""
    return None if not asked or _ELSEWHERE.match(asked) else re.split("[?#]", asked, maxsplit=1)[0]


def _rewritten(name: str, data: bytes, addresses: Mapping[str, str]) -> bytes:
    def replace(match: re.Match[str]) -> str:
        asked = _local(match)
        address = addresses.get(_from(name, asked)) if asked else None
        if asked is None or address is None:
            return match[0]
        return match[0].replace(asked, posixpath.relpath(address, posixpath.dirname(f"{FOLDER}/{name}")), 1)

    return _URL.sub(replace, data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")


def _from(name: str, asked: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), asked))
