"""Suggests corrections of broken links: a full address without its scheme, or a file with a similar name."""

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property
from urllib.parse import quote, unquote, urlsplit

from bantin.content.discover import CONTENT
from bantin.domain.model import Outline
from bantin.domain.text.folding import fold
from bantin.domain.text.suggestions import misspelt
from bantin.domain.text.urls import completed_address, tail_of

_APART = re.compile(r"[\s_-]+")
# A folder with more files has too many with similar names.
_MOST = 500
# Searching is slow. After so many suggestions, the remaining broken links are reported without one.
_ENOUGH = 50


class LinkSuggestions:
    """Finds files by similar names. The lookup tables are built when the first link is looked up."""

    def __init__(self, paths: Iterable[str] = ()) -> None:
        self._paths = paths
        self._searches = 0

    def address(self, written: str, source: str) -> str:
        """The correction of the link ``written`` in the file ``source``; empty if there is none."""
        meant = completed_address(unquote(written))
        if meant:
            return meant
        parts = urlsplit(written.replace("\\", "/"))
        folder = posixpath.dirname(source)
        asked = unquote(parts.path)
        target = f"{CONTENT}{asked}" if asked.startswith("/") else posixpath.join(folder, asked)
        found = self._find(posixpath.normpath(target), source) if asked else None
        if found is None:
            return ""
        path = found.removeprefix(f"{folder}/")
        here = path if path != found and "/" not in path else found.removeprefix(CONTENT)
        tail = tail_of(parts)
        return _encoded(here) + tail

    def _find(self, target: str, source: str) -> str | None:
        name = _key(posixpath.basename(target))
        alike = self._by_path.get(_key(target)) or self._by_name.get(name) or self._by_name.get(f"{name}.md")
        if alike:
            return alike[0] if len(alike) == 1 else None
        folder, (stem, ending) = posixpath.dirname(target), posixpath.splitext(posixpath.basename(target))
        beside = [path for path in self._by_folder.get(folder, ()) if path != source and path.endswith(ending)]
        self._searches += 1
        if len(beside) > _MOST or self._searches > _ENOUGH:
            return None
        near = misspelt(stem, [posixpath.splitext(posixpath.basename(path))[0] for path in beside])
        return next((path for path in beside if near and posixpath.basename(path).startswith(near)), None)

    @cached_property
    def _by_path(self) -> dict[str, list[str]]:
        return _grouped((_key(path), path) for path in self._known)

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        return _grouped((_key(posixpath.basename(path)), path) for path in self._known)

    @cached_property
    def _by_folder(self) -> dict[str, list[str]]:
        return _grouped((posixpath.dirname(path), path) for path in self._known)

    @cached_property
    def _known(self) -> list[str]:
        return sorted(set(self._paths))


def matching_anchors(original: Outline, translation: Outline) -> Mapping[str, str]:
    """Maps the anchors of ``original`` to those of the same headings in ``translation``; to '' if there is none.

    Headings correspond by their order, if both texts have the same number of headings with the same levels.
    """
    levels = [[heading.level for heading in outline.headings] for outline in (original, translation)]
    same = levels[0] == levels[1]
    headings = zip(original.headings, translation.headings, strict=same)
    return {
        **dict.fromkeys(original.anchors, ""),
        **({one.anchor: other.anchor for one, other in headings} if same else {}),
    }


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for key, path in pairs:
        groups.setdefault(key, []).append(path)
    return groups


def _key(path: str) -> str:
    return _APART.sub("-", fold(unicodedata.normalize("NFC", path)))


def _encoded(path: str) -> str:
    """``path`` with the characters percent-encoded that would end an address in Markdown; accented letters are kept."""
    return re.sub(r"[\s()<>%?#]", lambda found: quote(found[0]), path)
