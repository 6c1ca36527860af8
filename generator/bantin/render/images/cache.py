"""A cache of encoded images below ``ROOT/.bantin/``, which may be deleted at any time."""

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
    """Images by name, in a folder of the cache at ``cache_location``; nothing is cached if that is ``None``.

    An image is used only if its seal, an HMAC of name and data, is correct; otherwise it is encoded again. If the cache
    cannot be written, builds are slower but otherwise unaffected.
    """

    cache_location: CacheLocation | None

    def get(self, name: str) -> bytes | None:
        """Returns the image called ``name`` if it is cached and undamaged."""
        folder = self._folder
        if folder is None:
            return None
        try:
            stored = (folder / name).read_bytes()
        except OSError:
            return None
        seal, data = stored[:_SEAL], stored[_SEAL:]
        return data if hmac.compare_digest(seal, self._seal(name, data)) else None

    def put(self, name: str, data: bytes) -> None:
        """Stores ``data`` as the image called ``name``."""
        folder = self._folder
        if folder is None:
            return
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            # Written atomically: another build may be reading it.
            with tempfile.NamedTemporaryFile(dir=folder, prefix="~", delete=False) as file:
                file.write(self._seal(name, data) + data)
            Path(file.name).replace(folder / name)

    def remove_others(self, names: Collection[str]) -> None:
        """Removes all images but ``names``."""
        folder = self._folder
        if folder is None or not folder.is_dir():
            return
        with contextlib.suppress(OSError):
            for name in sorted({entry.name for entry in os.scandir(folder)} - set(names)):
                (folder / name).unlink(missing_ok=True)

    @property
    def _folder(self) -> Path | None:
        """The folder of the images; ``None`` without a cache.

        Symbolic links are not followed: Bantin never creates them.
        """
        folder = self.cache_location.folder / FOLDER if self.cache_location else None
        return None if folder is None or folder.is_symlink() else folder

    def _seal(self, name: str, data: bytes) -> bytes:
        return hmac.digest(
            self.cache_location.secret if self.cache_location else b"", f"image {name}\0".encode() + data, "sha256"
        )
