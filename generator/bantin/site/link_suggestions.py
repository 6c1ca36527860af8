"""What was meant by a link that leads nowhere: a full address without its scheme, or a file with nearly that name."""

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
# A folder with more files than this has too many that are near.
_MOST = 500
# To search takes a while; when so many links are mended, the others will be told again.
_ENOUGH = 50


class LinkSuggestions:
    """The files that links can lead to, to be found by what is nearly their name. Nothing is done until one is."""

    def __init__(self, paths: Iterable[str] = ()) -> None:
        self._paths = paths
        self._searches = 0

    def address(self, written: str, source: str) -> str:
        """What to write in the file ``source`` in the place of ``written``; empty if it cannot be told."""
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
    """The anchors of ``original``, each with that of the same heading in ``translation``.

    Two texts with as many headings of the same levels have the same headings. Where they differ, there is none.
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
    """``path`` with what would end an address in a text written as numbers; letters with marks stay."""
    return re.sub(r"[\s()<>%?#]", lambda found: quote(found[0]), path)
