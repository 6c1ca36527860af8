"""DISCOVER: the files of the bulletin and their roles. Lists folders, but reads no files."""

import io
import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import reduce
from pathlib import Path
from typing import cast, get_args

from msgspec import Struct

from bantin.content.misplaced import misplaced, other_languages
from bantin.content.problems import file_places
from bantin.content.problems import files as problems
from bantin.domain.problems import Checked, Language, Location, Problem

CONTENT = "content"
ROOT_FILES = f"{CONTENT}/root/"
"""The folder of files that are published unchanged at the root of the site."""
_IGNORED = {"Thumbs.db", "desktop.ini", "README.md"}
# Left behind by text editors, Word and merges.
_BACKUPS = ("~", ".swp", ".tmp", ".bak", ".orig", ".rej", ".wbk", ".asd")
# Published although its name is hidden (RFC 8615).
_WELL_KNOWN = ".well-known"
_UNDATED = "undated"
_LARGEST = 2**63 - 1
_INDEX = "index.md"


class Role(StrEnum):
    """The purpose of a file of the content folder."""

    SITE = "site"
    VOCABULARY = "vocabulary"
    COUNTER = "counter"
    AGENCY = "agency"
    ARTICLE = "article"
    PAGE = "page"
    RECORD = "record"
    TRANSLATION = "translation"
    ATTACHMENT = "attachment"
    ROOT = "root"


_TRANSLATED = frozenset((Role.ARTICLE, Role.PAGE, Role.RECORD))


class SourceFile(Struct, frozen=True):
    """A file of the content folder.

    ``path`` is relative to the root. ``modified`` is the later of its times of modification and of status change, in
    nanoseconds since 1970: programs can set the former back, but not the latter. ``inode`` distinguishes it from a file
    of the same size and time that replaced it with a whole folder. ``edited`` is the content that the file is to have,
    if that is not the one on the disk.
    """

    path: str
    role: Role
    size: int
    modified: int
    inode: int = 0
    edited: bytes | None = None

    @property
    def stem(self) -> str:
        """The name without extension, or that of the folder if it is an ``index.md``."""
        *_, folder, name = self.path.split("/")
        return folder if name == _INDEX and self.role is Role.ARTICLE else name.rpartition(".")[0]

    @property
    def language(self) -> Language:
        """The language of a translation: ``bai.en.md`` is in English."""
        return cast("Language", self.path.rsplit(".", 2)[1])

    @property
    def original(self) -> str:
        """The path of the original of a translation: ``bai.md``."""
        return f"{self.path.rsplit('.', 2)[0]}.md"

    @property
    def is_of_record(self) -> bool:
        """Whether a translation is one of a record."""
        return role_of(self.original) is Role.RECORD

    @property
    def year(self) -> int | None:
        """The year in the path of an article; ``None`` in ``undated/``."""
        folder = self.path.split("/")[2]
        return None if folder == _UNDATED else int(folder)

    @property
    def folder(self) -> str:
        """The path of the folder, from the root."""
        return self.path.rpartition("/")[0]


class Sources(Struct, frozen=True):
    """The files of a bulletin, sorted by path."""

    files: tuple[SourceFile, ...]

    def of(self, role: Role) -> tuple[SourceFile, ...]:
        """The files with this role."""
        return tuple(file for file in self.files if file.role is role)


def discover(root: Path) -> Checked[Sources]:
    """Finds the files below ``root/content``; the result does not depend on the order in which folders are listed.

    Hidden files, backups and ``README.md`` are ignored. Any other file without a role is a problem, so that no article
    is lost in the wrong folder.
    """
    found: list[SourceFile] = []
    reported: list[Problem] = []
    content = os.path.realpath(root / CONTENT)
    for path, entry in walk(str(root / CONTENT), CONTENT, is_ignored, reported):
        try:
            status = status_within(entry, content)
        except OSError as error:
            reported.append(problems.UNREADABLE.at(Location(path), reason=error.strerror or error))
            continue
        role = role_of(path)
        if status is None:
            reported.append(problems.OUTSIDE.at(Location(path)))
        elif role is None or not stat.S_ISREG(status.st_mode):
            reported.append(misplaced(path))
        else:
            found.append(_source(path, role, status))
    unique = _without_collisions(sorted(found, key=lambda file: file.path))
    return Checked(Sources(unique.value or ()), (*reported, *unique.problems))


def _without_collisions(files: Iterable[SourceFile]) -> Checked[tuple[SourceFile, ...]]:
    """Leaves out files whose names differ from others only in case, which collide on many file systems.

    Leaves out translations into unsupported languages as well.
    """
    unique: dict[str, SourceFile] = {}
    reported: list[Problem] = []
    for file in files:
        other = unique.setdefault(file.path.lower(), file)
        if other is not file:
            reported.append(file_places.TWIN.at(Location(file.path), other=other.path))
    foreign = list(other_languages({file.path for file in unique.values() if file.role in _TRANSLATED}))
    unread = {problem.location.path for problem in foreign}
    return Checked(tuple(file for file in unique.values() if file.path not in unread), (*reported, *foreign))


def with_edits(sources: Sources, edits: Mapping[str, bytes]) -> Sources:
    """The bulletin of ``sources`` as it would be if the files of ``edits``, by path, had this content."""
    edited = {
        path: SourceFile(path, role, len(data), 0, edited=data)
        for path, data in edits.items()
        if (role := role_of(path))
    }
    return Sources(tuple(one for _, one in sorted(({file.path: file for file in sources.files} | edited).items())))


def source_at(root: Path, path: str) -> SourceFile | None:
    """The regular file at ``path`` as :func:`discover` finds it; ``None`` if that would ignore or rename it."""
    name = path.rpartition("/")[2]
    role = role_of(path)
    if role is None or is_ignored(name) or _named(path) != path:
        return None
    status = os.lstat(root / path)
    return _source(path, role, status)


def _source(path: str, role: Role, status: os.stat_result) -> SourceFile:
    inode = status.st_ino & _LARGEST  # some file systems number files by 64 bits, and the cache has room for 63
    return SourceFile(path, role, status.st_size, max(status.st_mtime_ns, status.st_ctime_ns), inode)


def printable(path: str) -> str:
    """``path`` with undecodable bytes escaped, so that it can be printed and written as UTF-8."""
    return path.encode("utf-8", "backslashreplace").decode()


def display_path(path: Path, root: Path) -> str:
    """``path`` as problems name it: relative to ``root`` if it is inside, else absolute."""
    absolute, base = Path(os.path.abspath(path)), Path(os.path.abspath(root))  # noqa: PTH100 - links are not followed
    return printable(absolute.relative_to(base).as_posix() if absolute.is_relative_to(base) else absolute.as_posix())


def on_disk(root: Path, path: str) -> Path:
    """Finds the file at ``path``, which is in NFC; its name on the disk may be in any normal form, or in none.

    Archives made on macOS are in NFD, and Windows' Vietnamese keyboard types tones as combining characters.
    """
    plain = root / path
    if plain.exists():
        return plain
    decomposed = root / unicodedata.normalize("NFD", path)
    return decomposed if decomposed.exists() else reduce(_entry, path.split("/"), root)


def _entry(folder: Path, name: str) -> Path:
    """The first entry of ``folder`` whose name is canonically equivalent to ``name``."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        entries = []
    found = (entry for entry in entries if unicodedata.normalize("NFC", entry.name) == name)
    return next(found, folder / name)


def read(root: Path, path: str, limit: int) -> Checked[bytes]:
    """Reads a file of at most ``limit`` bytes. A larger or unreadable one is a problem."""
    try:
        with _open(root, path) as file:
            size = os.fstat(file.fileno()).st_size
            # Not ``limit``: allocating that much takes longer than reading most files.
            data = file.read(min(size, limit) + 1)
            # Goes on if the file has grown, or was read only in part.
            while len(data) != size and len(data) <= limit and (more := file.read(limit + 1 - len(data))):
                data += more
    except OSError as error:
        return Checked(None, (problems.UNREADABLE.at(Location(path), reason=error.strerror or error),))
    if len(data) > limit:
        return Checked(None, (problems.TOO_LARGE.at(Location(path), size=max(size, len(data)), limit=limit),))
    return Checked(data)


def read_source(root: Path, source: SourceFile, limit: int) -> Checked[bytes]:
    """The content of ``source`` as :func:`read` finds it, or the one that it is to have."""
    return read(root, source.path, limit) if source.edited is None else Checked(source.edited)


def _open(root: Path, path: str) -> io.FileIO:
    # The common case first: the name on the disk is in NFC.
    try:
        return io.FileIO(f"{root}/{path}")
    except OSError:
        return io.FileIO(on_disk(root, path))


def walk(
    folder: str, path: str, is_skipped: Callable[[str], bool], reported: list[Problem]
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Lists every file below ``folder``, with its path from the root; ``path`` is that of ``folder``.

    Unreadable folders and links to folders are added to ``reported``. Names that ``is_skipped`` accepts are left out.
    """
    # Not recursive: folders may be nested deeper than Python's stack allows.
    pending = [(folder, path)]
    while pending:
        folder, path = pending.pop()
        try:
            with os.scandir(folder) as entries:
                shown = [entry for entry in entries if not is_skipped(entry.name)]
        except OSError as error:
            if os.path.lexists(folder):
                reported.append(problems.UNREADABLE.at(Location(path), reason=error.strerror or error))
            continue
        for entry in shown:
            inner = f"{path}/{_named(entry.name)}"
            if not _is_folder(entry):
                yield inner, entry
            elif entry.is_symlink():
                reported.append(problems.LINKED_FOLDER.at(Location(inner)))
            else:
                pending.append((entry.path, inner))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a circular link, or one through an unreadable folder
        return False


def _named(name: str) -> str:
    return name if name.isascii() else unicodedata.normalize("NFC", printable(name))


def is_hidden(name: str) -> bool:
    """Whether a file or folder of a theme is not part of it."""
    return name.startswith(".")


def is_ignored(name: str) -> bool:
    """Whether a file or folder of the content folder is not part of the bulletin: hidden, a backup, a ``README.md``."""
    is_hidden = name.startswith((".", "~", "#")) and name != _WELL_KNOWN
    return is_hidden or name.endswith(_BACKUPS) or name in _IGNORED


def status_within(entry: os.DirEntry[str], folder: str) -> os.stat_result | None:
    """The status of a file; ``None`` for a link that leads out of ``folder``, which is a path without links.

    Raises ``OSError`` for a broken link.
    """
    if entry.is_symlink() and not Path(os.path.realpath(entry.path)).is_relative_to(folder):
        return None
    return entry.stat()


_LANGUAGE = rf"\.(?:{'|'.join(get_args(Language))})\.md"
_YEAR = rf"(?:[12][0-9]{{3}}|{_UNDATED})"
# A probable article with a wrong extension, which must not be taken for an attachment and lost.
_MARKDOWN = r"\.(?i:md|markdown|mdown)(?:\.[^/]*)?$"
# Types that other services request at the root of a site. Documents are not among them: those have to be examined.
_ROOT_TYPES = "txt|html|xml|json|ico|webmanifest"
# The layout of the content folder. The first matching pattern decides.
_LAYOUT = tuple(
    (re.compile(rf"{CONTENT}/{pattern}"), role)
    for pattern, role in (
        (r"site\.yml", Role.SITE),
        (r"vocabulary\.yml", Role.VOCABULARY),
        (r"counter\.json", Role.COUNTER),
        (r"agencies/[^/]+\.yml", Role.AGENCY),
        (rf"(?:pages|articles/{_YEAR})/(?!index\.)[^/]+{_LANGUAGE}", Role.TRANSLATION),
        (rf"articles/{_YEAR}/[^/]+/index{_LANGUAGE}", Role.TRANSLATION),
        (rf"agreements/[^/]+{_LANGUAGE}", Role.TRANSLATION),
        (r"pages/[^/]+\.md", Role.PAGE),
        (r"agreements/[^/]+\.md", Role.RECORD),
        (rf"articles/{_YEAR}/(?!index\.)[^/]+\.md", Role.ARTICLE),
        (rf"articles/{_YEAR}/[^/]+/index\.md", Role.ARTICLE),
        (rf"root/(?:{re.escape(_WELL_KNOWN)}/.+|[^/.]+|[^/]+\.(?:{_ROOT_TYPES}))", Role.ROOT),
        (rf"(?:articles/{_YEAR}|agreements|documents|media|pages)/(?!.*{_MARKDOWN}).*", Role.ATTACHMENT),
    )
)


def role_of(path: str) -> Role | None:
    """The role of a file at ``path``; ``None`` if it has no place in the content folder."""
    return next((role for pattern, role in _LAYOUT if pattern.fullmatch(path)), None)
