"""Moves an article or page: which files get which names, and how other files that name them by path are rewritten."""

import codecs
import posixpath
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from bantin.content.discover import CONTENT
from bantin.content.files import SITE
from bantin.content.paths import resolve
from bantin.content.yaml.quoting import flow_text, quoted_text
from bantin.content.yaml.tree import MappingNode
from bantin.domain.model import (
    Article,
    Content,
    Ledger,
    Named,
    Position,
    PublicAddress,
    RecordHome,
    ReferenceTarget,
    StaticPage,
    Translation,
)
from bantin.domain.problems import LANGUAGES
from bantin.domain.text.urls import decoded
from bantin.migration.front_lines import Edit, edited_lines, lines_of, read_front, with_lines

_FILES = (ReferenceTarget.IMAGE, ReferenceTarget.DOCUMENT)
_QUOTES = ("'", '"')
_PLAIN_PATH = re.compile(r"[\w./-][\w./#?=-]*")


class Moves(Struct, frozen=True):
    """The new path of each file that is moved, by its old one; ``folder`` are those of a folder moved as a whole."""

    paths: Mapping[str, str]
    folder: tuple[str, str] | None = None

    @property
    def renames(self) -> tuple[tuple[str, str], ...]:
        """The old and new paths of the files or folders to rename."""
        return (self.folder,) if self.folder else tuple(self.paths.items())

    def now(self, path: str) -> str:
        """The present path of the file that was at ``path``."""
        return self.paths.get(path, path)

    def before(self, path: str) -> str:
        """The former path of the file that is at ``path``."""
        return next((old for old, new in self.paths.items() if new == path), path)


class Mention(Struct, frozen=True):
    """A place where the file ``path`` names another by its path: in an ``address``, which may have an anchor, or alone.

    In YAML it may have to be quoted.
    """

    path: str
    place: Position
    is_address: bool
    in_yaml: bool


def moves_of(old: str, new: str, files: Collection[str]) -> Moves:
    """The moves of the item whose main file is ``old`` and becomes ``new``; ``files`` are those of the bulletin.

    Translations go along; so does all of the folder of an ``index.md`` that becomes one of another folder. What has
    been moved already counts too.
    """
    if posixpath.basename(old) == posixpath.basename(new) == "index.md":
        folder, other = posixpath.dirname(old), posixpath.dirname(new)
        source = folder if old in files else other
        names = (path.removeprefix(f"{source}/") for path in files if path.startswith(f"{source}/"))
        return Moves({f"{folder}/{name}": f"{other}/{name}" for name in names}, (folder, other))
    stems = old.removesuffix(".md"), new.removesuffix(".md")
    ends = [".md", *(f".{language}.md" for language in LANGUAGES)]
    known = (end for end in ends if stems[0] + end in files or (old not in files and stems[1] + end in files))
    return Moves({stems[0] + end: stems[1] + end for end in known})


def mentions(content: Content) -> Iterator[Mention]:
    """Every place where a file of ``content`` names another by its path, in its text or in YAML."""
    texts: tuple[Article | StaticPage | Translation, ...]
    texts = (*content.articles, *content.pages, *content.translations)
    for text in texts:
        yield from (Mention(text.path, link.place, is_address=True, in_yaml=False) for link in text.outline.links)
    items: tuple[RecordHome | Translation, ...] = (*content.articles, *content.records, *content.translations)
    for item in items:
        named = (one for one in item.references if one.target in _FILES)
        yield from (Mention(item.path, one.place, is_address=False, in_yaml=True) for one in named)
    site = content.site
    yield from (Mention(SITE, one.place, is_address=True, in_yaml=True) for one in (*site.menu, *site.links))
    if site.emblem:
        yield Mention(SITE, site.emblem.place, is_address=False, in_yaml=True)


def rewritten(data: bytes, found: Iterable[Mention], moves: Moves, files: Collection[str]) -> bytes:
    """The content of a file after the ``moves``, with the paths ``found`` in it that have changed.

    ``files`` are those of the bulletin after the moves.
    """
    lines = lines_of(data.removeprefix(codecs.BOM_UTF8).decode())
    # A place is named twice where a translation of a language has none of its own.
    edits = {one.place: edit for one in found if (edit := _edit(one, lines, moves, files))}
    return with_lines(data, edited_lines(lines, edits.values())) if edits else data


def _edit(one: Mention, lines: Sequence[str], moves: Moves, files: Collection[str]) -> Edit | None:
    line, column, width = one.place.line, one.place.column, one.place.width
    raw = unicodedata.normalize("NFC", lines[line - 1])[column - 1 : column - 1 + width] if line <= len(lines) else ""
    bare = raw[1:-1] if one.in_yaml and raw[:1] in _QUOTES and raw[:1] == raw[-1:] else raw
    path = urlsplit(bare).path if one.is_address else bare
    target = _target(one.path, decoded(path) if one.is_address else path, moves, files)
    if target is None:
        return None
    below = target.removeprefix(f"{CONTENT}/")
    written = f"/{below}" if path.startswith("/") else posixpath.relpath(target, _folder(one.path))
    text = (quote(written) if one.is_address else written) + bare[len(path) :]
    return Edit(line, column, width, text if not one.in_yaml or _PLAIN_PATH.fullmatch(text) else quoted_text(text))


def _folder(path: str) -> str:
    """The folder that paths in the file ``path`` are relative to."""
    return CONTENT if path == SITE else posixpath.dirname(path)


def _target(path: str, written: str, moves: Moves, files: Collection[str]) -> str | None:
    """The file that ``written`` in the file ``path`` is to name after the moves; ``None`` if it does so already.

    Of a moved file, a relative path means what it meant at the old place, where there is such a file.
    """
    here = resolve(written, _folder(path))
    for folder in (_folder(moves.before(path)), _folder(path)):
        meant = resolve(written, folder)
        now = moves.now(meant) if meant else None
        if now in files:
            return now if now != here else None
    return None


def with_id(data: bytes, path: str, record_id: str) -> bytes | None:
    """The article in the file ``path`` with the id of its agreement written out; ``None`` where that is impossible."""
    front = read_front(data, path)
    key, agreement = front.tree.key("agreement"), front.tree.get("agreement")
    if key is None or not isinstance(agreement, MappingNode):
        return None
    if agreement.key("id"):
        return data
    line, column = agreement.place.line, agreement.place.column
    written = f"id: {flow_text(record_id)}"
    if front.lines[line - 1][column - 1] == "{":
        edit = Edit(line, column + 1, 0, f"{written}, ")
    elif line != key.line:
        edit = Edit(line, 1, 0, f"{' ' * (column - 1)}{written}{front.line_end}")
    else:
        return None
    return with_lines(data, edited_lines(front.lines, [edit]))


def renamed(ledger: Ledger, before: Named, now: str) -> Iterator[PublicAddress]:
    """The addresses of ``ledger``; those of the item ``before`` lead to the id that it has ``now``."""
    return (replace(one, now=now) if one.named == before else one for one in ledger.values())
