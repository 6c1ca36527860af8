"""The location of a bulletin's cache, and the secret that seals it."""

import os
import secrets
import stat
import tempfile
from pathlib import Path

from msgspec import Struct

_NAME = "cache.key"
_SIZE = 32
"""Bytes of a secret: as many as a seal has (RFC 2104, section 3)."""


class CacheLocation(Struct, frozen=True):
    """The folder of a bulletin's cache, and the ``secret`` with which its rows are sealed.

    The folder lies in the bulletin, where anybody who can change the bulletin can put a file; the secret must not.
    """

    folder: Path
    secret: bytes

    def links(self, root: Path) -> list[Path]:
        """The symbolic links on the path from ``root`` to the folder, or else those in it that lead to folders."""
        path = [
            one for one in (*reversed(self.folder.parents), self.folder) if one.is_relative_to(root) and one != root
        ]
        links_on_path = [one for one in path if one.is_symlink()]
        if links_on_path:
            return links_on_path
        try:
            return sorted(one for one in self.folder.iterdir() if one.is_symlink() and one.is_dir())
        except OSError:  # the folder is missing or not readable, so it is not used either
            return []


def load_secret(folder: Path) -> bytes | None:
    """Loads the user's secret from ``folder``, creating it if needed; ``None`` if it cannot be stored.

    A file that others can read, that belongs to another user or that is not a regular file is replaced with a new
    secret, and everything sealed with the old one is computed again. The same happens if two builds create it at once.
    """
    try:
        secret = _read(folder / _NAME)
        if secret is None:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            secret = secrets.token_bytes(_SIZE)
            _replace(folder / _NAME, secret)
    except OSError:
        return None
    return secret


def _read(file: Path) -> bytes | None:
    """The secret in ``file``; ``None`` if the file is missing or not acceptable."""
    try:
        with os.fdopen(os.open(file, os.O_RDONLY | _NO_LINK), "rb") as opened:
            secret = opened.read(_SIZE + 1) if _is_own(os.fstat(opened.fileno())) else b""
    except OSError:
        return None
    return secret if len(secret) == _SIZE else None


# Windows has neither flag; there access rights protect the folder of a user.
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def _is_own(status: os.stat_result) -> bool:
    is_private = os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & 0o077)
    return stat.S_ISREG(status.st_mode) and is_private


def _replace(file: Path, secret: bytes) -> None:
    """Writes ``secret`` atomically, readable for this user alone."""
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=_NAME, delete=False) as draft:
        draft.write(secret)
    Path(draft.name).replace(file)
