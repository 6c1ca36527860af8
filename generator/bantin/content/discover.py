"""DISCOVER: which files the bulletin has, and what each is for. Reads the folder, not the files."""

import io
import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import reduce
from pathlib import Path
from typing import cast, get_args

from msgspec import Struct

from bantin.content.misplaced import misplaced, other_languages
from bantin.content.problems import files as problems
from bantin.content.problems import places
from bantin.domain.problems import Checked, Language, Location, Problem

CONTENT = "content"
ROOT_FILES = f"{CONTENT}/root/"
"""Where the files lie that are published as they are, at the root of the site."""
_IGNORED = {"Thumbs.db", "desktop.ini", "README.md"}
# What editors and Word leave behind, and what a merge does.
_BACKUPS = ("~", ".swp", ".tmp", ".bak", ".orig", ".rej", ".wbk", ".asd")
# Hidden by its name, but there to be published (RFC 8615).
_WELL_KNOWN = ".well-known"
_UNDATED = "undated"
_LARGEST = 2**63 - 1
_INDEX = "index.md"


class Role(StrEnum):
    """What a file of the content folder is for."""

    SITE = "site"
    VOCABULARY = "vocabulary"
    COUNTER = "counter"
    AGENCY = "agency"
    ARTICLE = "article"
    PAGE = "page"
    TRANSLATION = "translation"
    ATTACHMENT = "attachment"
    ROOT = "root"


class SourceFile(Struct, frozen=True):
    """A file of the content folder.

    ``path`` is relative to the root. ``modified`` is when its content or its entry in the folder last changed, in
    nanoseconds since 1970: a program that sets the time of the content back cannot do so with that of the entry.
    ``inode`` tells one file from another of the same size and time that has taken its place with a whole folder.
    """

    path: str
    role: Role
    size: int
    modified: int
    inode: int = 0

    @property
    def stem(self) -> str:
        """The name that stands for the file: its own without ending, or its folder's if it is an ``index.md``."""
        *_, folder, name = self.path.split("/")
        return folder if name == _INDEX and self.role is Role.ARTICLE else name.rpartition(".")[0]

    @property
    def language(self) -> Language:
        """The language that a translation is in: ``bai.en.md`` is in English."""
        return cast("Language", self.path.rsplit(".", 2)[1])

    @property
    def original(self) -> str:
        """The path of the file that a translation translates: ``bai.md``."""
        return f"{self.path.rsplit('.', 2)[0]}.md"

    @property
    def year(self) -> int | None:
        """The year in the path of an article; ``None`` in ``undated/``."""
        folder = self.path.split("/")[2]
        return None if folder == _UNDATED else int(folder)

    @property
    def folder(self) -> str:
        """The folder that the file lies in, from the root."""
        return self.path.rpartition("/")[0]


class Sources(Struct, frozen=True):
    """The files of a bulletin, sorted by path."""

    files: tuple[SourceFile, ...]

    def of(self, role: Role) -> tuple[SourceFile, ...]:
        """The files with one role."""
        return tuple(file for file in self.files if file.role is role)


def discover(root: Path) -> Checked[Sources]:
    """The files below ``root/content``, whatever order the disk gives them in.

    Hidden files, backups and ``README.md`` are passed over. A file that has no place here is a problem, so that no
    article is lost by lying in the wrong folder.
    """
    found: list[SourceFile] = []
    met: list[Problem] = []
    content = os.path.realpath(root / CONTENT)
    for path, entry in walk(str(root / CONTENT), CONTENT, is_passed_over, met):
        try:
            status = status_within(entry, content)
        except OSError as error:
            met.append(problems.UNREADABLE.at(Location(path), reason=error.strerror or error))
            continue
        role = role_of(path)
        if status is None:
            met.append(problems.OUTSIDE.at(Location(path)))
        elif role is None or not stat.S_ISREG(status.st_mode):
            met.append(misplaced(path))
        else:
            found.append(_source(path, role, status))
    kept = _told_apart(sorted(found, key=lambda file: file.path))
    return Checked(Sources(kept.value or ()), (*met, *kept.problems))


def _told_apart(files: Iterable[SourceFile]) -> Checked[tuple[SourceFile, ...]]:
    """Those of ``files`` whose names can stand beside one another; on many computers, capitals make no other name."""
    kept: dict[str, SourceFile] = {}
    met: list[Problem] = []
    for file in files:
        other = kept.setdefault(file.path.lower(), file)
        if other is not file:
            met.append(places.TWIN.at(Location(file.path), other=other.path))
    foreign = list(other_languages({file.path for file in kept.values() if file.role in (Role.ARTICLE, Role.PAGE)}))
    unread = {problem.location.path for problem in foreign}
    return Checked(tuple(file for file in kept.values() if file.path not in unread), (*met, *foreign))


def source_at(root: Path, path: str) -> SourceFile | None:
    """The file at ``path``, a regular one, as :func:`discover` finds it; ``None`` if it would be called otherwise."""
    name = path.rpartition("/")[2]
    role = role_of(path)
    if role is None or is_passed_over(name) or _named(path) != path:
        return None
    status = os.lstat(root / path)
    return _source(path, role, status)


def _source(path: str, role: Role, status: os.stat_result) -> SourceFile:
    inode = status.st_ino & _LARGEST  # some file systems number files by 64 bits, and the cache has room for 63
    return SourceFile(path, role, status.st_size, max(status.st_mtime_ns, status.st_ctime_ns), inode)


def printable(path: str) -> str:
    """``path`` with bytes that are no text made visible, so that it can be printed and written as UTF-8."""
    return path.encode("utf-8", "backslashreplace").decode()


def told_path(path: Path, root: Path) -> str:
    """How the problems of a bulletin in ``root`` name a file: from the root if it lies there, else in full."""
    absolute, base = Path(os.path.abspath(path)), Path(os.path.abspath(root))  # noqa: PTH100 - links are not followed
    return printable(absolute.relative_to(base).as_posix() if absolute.is_relative_to(base) else absolute.as_posix())


def on_disk(root: Path, path: str) -> Path:
    """The file at ``path``, which is in NFC; on the disk its letters may be spelt in any way.

    Archives of macOS take them apart, and the Vietnamese keyboard of Windows puts a tone behind its letter.
    """
    plain = root / path
    if plain.exists():
        return plain
    apart = root / unicodedata.normalize("NFD", path)
    return apart if apart.exists() else reduce(_spelt, path.split("/"), root)


def _spelt(folder: Path, name: str) -> Path:
    """The entry of ``folder`` that is called ``name``, however that is spelt; the first of several."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        entries = []
    found = (entry for entry in entries if unicodedata.normalize("NFC", entry.name) == name)
    return next(found, folder / name)


def read(root: Path, path: str, limit: int) -> Checked[bytes]:
    """The bytes of a file of at most ``limit`` bytes. A larger or unreadable one is a problem."""
    try:
        with _open(root, path) as file:
            size = os.fstat(file.fileno()).st_size
            # Room for the largest file takes longer to make than most files take to read.
            data = file.read(min(size, limit) + 1)
            # The file has changed, or came in pieces.
            while len(data) != size and len(data) <= limit and (more := file.read(limit + 1 - len(data))):
                data += more
    except OSError as error:
        return Checked(None, (problems.UNREADABLE.at(Location(path), reason=error.strerror or error),))
    if len(data) > limit:
        return Checked(None, (problems.TOO_LARGE.at(Location(path), size=max(size, len(data)), limit=limit),))
    return Checked(data)


def _open(root: Path, path: str) -> io.FileIO:
    # Nearly every file is there under its own name.
    try:
        return io.FileIO(f"{root}/{path}")
    except OSError:
        return io.FileIO(on_disk(root, path))


def walk(
    folder: str, path: str, is_passed_over: Callable[[str], bool], met: list[Problem]
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below ``folder``, with its path from the root; ``path`` is the folder's own.

    Folders that are closed, or that links stand for, are ``met`` as problems. What ``is_passed_over`` by its name is
    neither.
    """
    # Folders may lie deeper in one another than a function can call itself.
    pending = [(folder, path)]
    while pending:
        folder, path = pending.pop()
        try:
            with os.scandir(folder) as entries:
                shown = [entry for entry in entries if not is_passed_over(entry.name)]
        except OSError as error:
            if os.path.lexists(folder):
                met.append(problems.UNREADABLE.at(Location(path), reason=error.strerror or error))
            continue
        for entry in shown:
            inner = f"{path}/{_named(entry.name)}"
            if not _is_folder(entry):
                yield inner, entry
            elif entry.is_symlink():
                met.append(problems.LINKED_FOLDER.at(Location(inner)))
            else:
                pending.append((entry.path, inner))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads in circles, or through a folder that is closed to us
        return False


def _named(name: str) -> str:
    return name if name.isascii() else unicodedata.normalize("NFC", printable(name))


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of the content folder is none of the bulletin: hidden, a backup, a note to editors."""
    is_hidden = name.startswith((".", "~", "#")) and name != _WELL_KNOWN
    return is_hidden or name.endswith(_BACKUPS) or name in _IGNORED


def status_within(entry: os.DirEntry[str], folder: str) -> os.stat_result | None:
    """What the system knows of a file; ``None`` for a link that leads out of ``folder``, which is no link itself.

    Raises ``OSError`` for a link that leads nowhere.
    """
    if entry.is_symlink() and not Path(os.path.realpath(entry.path)).is_relative_to(folder):
        return None
    return entry.stat()


_LANGUAGE = rf"\.(?:{'|'.join(get_args(Language))})\.md"
_YEAR = rf"(?:[12][0-9]{{3}}|{_UNDATED})"
# What somebody meant as an article, whatever it is called: it must not be taken for an attachment and lost.
_MARKDOWN = r"\.(?i:md|markdown|mdown)(?:\.[^/]*)?$"
# What other services ask a site for, and no kind of document: those are examined before they are published.
_ASKED_FOR = "txt|html|xml|json|ico|webmanifest"
# The plan of the content folder. The first pattern that fits decides.
_PLAN = tuple(
    (re.compile(rf"{CONTENT}/{pattern}"), role)
    for pattern, role in (
        (r"site\.yml", Role.SITE),
        (r"vocabulary\.yml", Role.VOCABULARY),
        (r"counter\.json", Role.COUNTER),
        (r"agencies/[^/]+\.yml", Role.AGENCY),
        (rf"(?:pages|articles/{_YEAR})/(?!index\.)[^/]+{_LANGUAGE}", Role.TRANSLATION),
        (rf"articles/{_YEAR}/[^/]+/index{_LANGUAGE}", Role.TRANSLATION),
        (r"pages/[^/]+\.md", Role.PAGE),
        (rf"articles/{_YEAR}/(?!index\.)[^/]+\.md", Role.ARTICLE),
        (rf"articles/{_YEAR}/[^/]+/index\.md", Role.ARTICLE),
        (rf"root/(?:{re.escape(_WELL_KNOWN)}/.+|[^/.]+|[^/]+\.(?:{_ASKED_FOR}))", Role.ROOT),
        (rf"(?:articles/{_YEAR}|documents|media|pages)/(?!.*{_MARKDOWN}).*", Role.ATTACHMENT),
    )
)


def role_of(path: str) -> Role | None:
    """What the file at ``path`` would be for; ``None`` if it has no place in the content folder."""
    return next((role for pattern, role in _PLAN if pattern.fullmatch(path)), None)
