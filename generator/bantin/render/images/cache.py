"""The album: images that were drawn before, below ``ROOT/.bantin/``. It may be deleted at any time."""

import contextlib
import hmac
import os
import tempfile
from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

from bantin.runtime.cache import CacheLocation

FOLDER = "images"
_SEAL = 32  # bytes of an HMAC of SHA-256


class ImageCache(Struct, frozen=True):
    """Images by their names, in a folder of ``memory``; with ``None`` nothing is kept.

    What is read counts only if its seal fits it and its name; anything else is drawn again. An album that cannot be
    written costs time, and nothing else.
    """

    memory: CacheLocation | None

    def recall(self, name: str) -> bytes | None:
        """The image called ``name``, if it is there and whole."""
        folder = self._folder
        if folder is None:
            return None
        try:
            kept = (folder / name).read_bytes()
        except OSError:
            return None
        seal, data = kept[:_SEAL], kept[_SEAL:]
        return data if hmac.compare_digest(seal, self._seal(name, data)) else None

    def keep(self, name: str, data: bytes) -> None:
        """Keeps ``data`` as the image called ``name``."""
        folder = self._folder
        if folder is None:
            return
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            # Whole or not at all: another build may be reading it.
            with tempfile.NamedTemporaryFile(dir=folder, prefix="~", delete=False) as file:
                file.write(self._seal(name, data) + data)
            Path(file.name).replace(folder / name)

    def forget_others(self, names: Collection[str]) -> None:
        """Removes what is not among ``names``."""
        folder = self._folder
        if folder is None or not folder.is_dir():
            return
        with contextlib.suppress(OSError):
            for name in sorted({entry.name for entry in os.scandir(folder)} - set(names)):
                (folder / name).unlink(missing_ok=True)

    @property
    def _folder(self) -> Path | None:
        """Where images are kept; what a link leads to is none of ours."""
        folder = self.memory.folder / FOLDER if self.memory else None
        return None if folder is None or folder.is_symlink() else folder

    def _seal(self, name: str, data: bytes) -> bytes:
        return hmac.digest(self.memory.secret if self.memory else b"", f"image {name}\0".encode() + data, "sha256")
