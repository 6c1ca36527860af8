"""The pictures of saved pages: which file of the saved folder each of them is. Nothing outside it is looked at."""

import posixpath
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from bantin.importing.material import Block, Material, Notice, NoticeKind, Paragraph, Picture, Table

FOLDERS = ("_files", ".files", "_tệp", "-Dateien", "_fichiers")
"""What browsers add to the name of a page for the folder of its files."""


class KnownFiles(Struct, frozen=True):
    """The files of a saved folder: their paths in it, with ``/``, by keys that are equal for names that mean one file.

    Servers of Windows, on which many old portals run, take capitals and small letters for the same.
    """

    paths: Mapping[str, str]

    def find(self, path: str) -> str:
        """The file at ``path``, as the folder spells it; empty if there is none."""
        return self.paths.get(_key(path), "")


def known_files(paths: Iterable[str]) -> KnownFiles:
    """The files at ``paths``, which are relative to the saved folder. The caller leaves out links out of it."""
    found: dict[str, str] = {}
    for path in sorted(paths):
        found.setdefault(_key(path), path)
    return KnownFiles(found)


def find_picture(address: str, page: str, files: KnownFiles) -> str:
    """The file that the page at the path ``page`` shows at ``address``; empty if it is not in the folder."""
    try:
        parts = urlsplit(address.replace("\\", "/"))
    except ValueError:
        return ""
    if parts.scheme not in ("", "http", "https"):
        return ""
    path = unquote(parts.path)
    paths = _with_query(path, parts.query) if parts.query else (path,)
    candidates = (one for form in paths for one in _places(form, parts.netloc, page))
    return next((found for one in candidates if _is_inside(one) and (found := files.find(one))), "")


def _with_query(path: str, query: str) -> tuple[str, ...]:
    """The names that programs give to a file whose address has a query."""
    return f"{path}?{unquote(query)}", f"{path}@{unquote(query)}", path


def _places(path: str, host: str, page: str) -> Iterator[str]:
    """Where a file may be, most likely places first."""
    folder, stem = posixpath.dirname(page), posixpath.splitext(page)[0]
    inner = path.lstrip("/")
    if host:
        yield posixpath.normpath(f"{host}/{inner}")
    elif not path.startswith("/"):
        yield posixpath.normpath(posixpath.join(folder, path))
    yield posixpath.normpath(inner)
    # A folder made by wget has the host as its first part.
    yield posixpath.normpath(posixpath.join(page.split("/", maxsplit=1)[0], inner))
    for ending in FOLDERS:
        yield f"{stem}{ending}/{posixpath.basename(path)}"


def _is_inside(path: str) -> bool:
    return not path.startswith(("/", "..")) and path not in ("", ".")


def _key(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def with_files(material: Material, page: str, files: KnownFiles) -> Material:
    """``material`` with the paths of its pictures in the saved folder, and a notice for each that is not there."""
    missing: list[Notice] = []
    own = frozenset(file.name for file in material.files)

    def placed(picture: Picture) -> Picture:
        if picture.path in own:
            return picture
        found = find_picture(picture.path, page, files)
        if not found and not picture.path.startswith("data:"):
            missing.append(Notice(NoticeKind.MISSING_FILE, picture.path, picture.place))
        return replace(picture, path=found or picture.path)

    blocks = tuple(_with_pictures(block, placed) for block in material.blocks)
    return replace(material, blocks=blocks, notices=(*material.notices, *missing))


def _with_pictures(block: Block, placed: Callable[[Picture], Picture]) -> Block:
    match block:
        case Picture():
            return placed(block)
        case Table():
            cells = (tuple(tuple(_in_cell(one, placed) for one in cell) for cell in row) for row in block.rows)
            return replace(block, rows=tuple(cells))
        case Paragraph():
            return block


def _in_cell(block: Paragraph | Picture, placed: Callable[[Picture], Picture]) -> Paragraph | Picture:
    return placed(block) if isinstance(block, Picture) else block
