"""The album: images that were drawn before, below ``ROOT/.bantin/``. It may be deleted at any time."""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

FOLDER = "images"
_SEAL = hashlib.sha256().digest_size


class Album(Struct, frozen=True):
    """Images by their names, in ``folder``; with ``None`` nothing is kept.

    What is read counts only if its seal fits it and its name; anything else is drawn again. An album that cannot be
    written costs time, and nothing else.
    """

    folder: Path | None

    def recall(self, name: str) -> bytes | None:
        """The image called ``name``, if it is there and whole."""
        if self._unusable or self.folder is None:
            return None
        try:
            kept = (self.folder / name).read_bytes()
        except OSError:
            return None
        seal, data = kept[:_SEAL], kept[_SEAL:]
        return data if seal == _seal(name, data) else None

    def keep(self, name: str, data: bytes) -> None:
        """Keeps ``data`` as the image called ``name``."""
        if self._unusable or self.folder is None:
            return
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            # Whole or not at all: another build may be reading it.
            with tempfile.NamedTemporaryFile(dir=self.folder, prefix="~", delete=False) as file:
                file.write(_seal(name, data) + data)
            Path(file.name).replace(self.folder / name)

    def forget_others(self, names: Collection[str]) -> None:
        """Removes what is not among ``names``."""
        if self._unusable or self.folder is None or not self.folder.is_dir():
            return
        with contextlib.suppress(OSError):
            for name in sorted({entry.name for entry in os.scandir(self.folder)} - set(names)):
                (self.folder / name).unlink(missing_ok=True)

    @property
    def _unusable(self) -> bool:
        # What a link leads to is none of ours.
        return self.folder is None or self.folder.is_symlink()


def _seal(name: str, data: bytes) -> bytes:
    digest = hashlib.sha256(name.encode())
    digest.update(data)
    return digest.digest()
