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
# The modules that a script imports from beside it: ``from "./x.js"``, ``import("./x.js")``.
_MODULE = re.compile(r"""\b(?:from\s*|import\s*\(?\s*)["'](\.{1,2}/[\w./-]+\.js)["']""")
_PATTERNS = {".css": _URL, ".js": _MODULE}
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/|#", re.IGNORECASE)


class Assets(Struct, frozen=True):
    """The static files to publish; ``addresses`` maps the names that templates use to paths in the site."""

    artifacts: tuple[Artifact, ...]
    addresses: Mapping[str, str]

    def seen_from(self, up: str) -> dict[str, str]:
        """The relative addresses for a page from which ``up`` leads to the root of the site."""
        return {name: up + address for name, address in self.addresses.items()}


def load_assets(theme: Theme, root: Path) -> Checked[Assets]:
    """The static files of ``theme``, whose references to each other are changed to the published names.

    These are the addresses in style sheets (``url(…)``), and the modules that scripts import from beside them. A
    reference to a missing file is a problem, except in a script: there it may be a text that only looks like one.
    """
    sources = theme.within(FOLDER)
    addresses: dict[str, str] = {}
    artifacts: list[Artifact] = []
    met: list[Problem] = []

    def add(name: str, asking: tuple[str, ...]) -> None:
        """Adds a file after the files that it refers to: its content, and so its name, depends on theirs."""
        data = sources[name].read_bytes()
        pattern = _PATTERNS.get(posixpath.splitext(name)[1])
        for asked in _asked(name, data, pattern) if pattern else ():
            if asked in sources and asked not in (*asking, name, *addresses):
                add(asked, (*asking, name))
            if asked not in addresses and (asked in sources or pattern is _URL):
                met.append(problems.NO_ASSET.at(Location(display_path(sources[name], root)), name=asked))
        if pattern:
            data = _rewritten(name, data, pattern, addresses)
        addresses[name] = _address(name, data)
        artifacts.append(Artifact(addresses[name], data))

    for name in sorted(sources):
        if name not in addresses:
            add(name, ())
    return Checked(Assets(tuple(artifacts), addresses), tuple(met))


def _address(name: str, data: bytes) -> str:
    stem, suffix = posixpath.splitext(name)
    return f"{FOLDER}/{stem}.{hashlib.sha256(data).hexdigest()[:10]}{suffix}"


def _asked(name: str, data: bytes, pattern: re.Pattern[str]) -> list[str]:
    found = (_local(match) for match in pattern.finditer(data.decode("utf-8", "replace")))
    return [_from(name, asked) for asked in found if asked]


def _local(match: re.Match[str]) -> str | None:
    """The file in a reference, without query and fragment; ``None`` for an address outside the theme."""
    asked = next(filter(None, match.groups()), "")
    return None if not asked or _ELSEWHERE.match(asked) else re.split("[?#]", asked, maxsplit=1)[0]


def _rewritten(name: str, data: bytes, pattern: re.Pattern[str], addresses: Mapping[str, str]) -> bytes:
    def replace(match: re.Match[str]) -> str:
        asked = _local(match)
        address = addresses.get(_from(name, asked)) if asked else None
        if asked is None or address is None:
            return match[0]
        published = posixpath.relpath(address, posixpath.dirname(f"{FOLDER}/{name}"))
        # Unlike an address, a module beside the script begins with a dot.
        beside = "./" if pattern is _MODULE and not published.startswith(".") else ""
        return match[0].replace(asked, beside + published, 1)

    return pattern.sub(replace, data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")


def _from(name: str, asked: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), asked))
