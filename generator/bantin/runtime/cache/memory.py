"""Where a bulletin keeps what is remembered, and the secret that seals it."""

import os
import secrets
import stat
import tempfile
from pathlib import Path

from msgspec import Struct

_NAME = "cache.key"
_SIZE = 32
"""Bytes of a secret: as many as a seal has (RFC 2104, section 3)."""


class Memory(Struct, frozen=True):
    """The folder of what is remembered of a bulletin, and the ``secret`` that its seals are made with.

    The folder lies in the bulletin, where whoever can change that can put a file; the secret must not.
    """

    folder: Path
    secret: bytes

    def links(self, root: Path) -> list[Path]:
        """The links on the way from ``root`` to the folder, and those in it that stand for folders."""
        way = [one for one in (*reversed(self.folder.parents), self.folder) if one.is_relative_to(root) and one != root]
        on_the_way = [one for one in way if one.is_symlink()]
        if on_the_way:
            return on_the_way
        try:
            return sorted(one for one in self.folder.iterdir() if one.is_symlink() and one.is_dir())
        except OSError:  # there is none, or it is closed to us: then it is not used either
            return []


def secret_in(folder: Path) -> bytes | None:
    """The secret that a user keeps in ``folder``, made if need be; ``None`` where none can be kept.

    One that others can read, that belongs to somebody else or that is no plain file is no secret: a new one takes its
    place, and what was sealed with it is made again. So it is where two builds make one at the same moment.
    """
    try:
        known = _read(folder / _NAME)
        if known is None:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            known = secrets.token_bytes(_SIZE)
            _replace(folder / _NAME, known)
    except OSError:
        return None
    return known


def _read(file: Path) -> bytes | None:
    """The secret in ``file``; ``None`` if there is none, or it is none."""
    try:
        with os.fdopen(os.open(file, os.O_RDONLY | _NO_LINK), "rb") as opened:
            known = opened.read(_SIZE + 1) if _is_own(os.fstat(opened.fileno())) else b""
    except OSError:
        return None
    return known if len(known) == _SIZE else None


# Windows knows neither: there the folder of a user is closed to others by other means.
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def _is_own(status: os.stat_result) -> bool:
    closed = os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & 0o077)
    return stat.S_ISREG(status.st_mode) and closed


def _replace(file: Path, secret: bytes) -> None:
    """Writes ``secret`` for nobody but this user, whole or not at all."""
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=_NAME, delete=False) as made:
        made.write(secret)
    Path(made.name).replace(file)
