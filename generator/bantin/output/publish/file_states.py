"""Which files stand on the disk as they are to be."""

import os
from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct

from bantin.output.publish.output import MANIFEST, Output
from bantin.output.publish.receipt import FileSum
from bantin.runtime.cache import DamagedCache, Store

_NO_KEY = b""
_GONE = (-1, 0, 0, 0)


class FileState(msgspec.Struct, frozen=True, array_like=True):
    """A file as a build left it: the key of what is in it, how the system describes it, and its SHA-256.

    ``state`` is its size, the time of its last change and that of its inode in nanoseconds, and its mode. A file that
    is told from others by its bytes alone has the key ``b""``.
    """

    key: bytes
    state: tuple[int, int, int, int]
    sha256: str

    @property
    def sum(self) -> FileSum:
        """What is in it."""
        return FileSum(self.state[0], self.sha256)


class FileStates(Struct, frozen=True):
    """What is remembered of the files in an output folder."""

    store: Store
    output: Output

    def standing(self, keys: Mapping[str, bytes]) -> dict[str, FileState]:
        """The files that were left by a build for something of the same key, and are as they were left.

        ``keys`` are those of what is wanted, by the path of the file. A file counts by its size and the time of its
        last change: what else can differ when a site has been copied is taken as it is now.
        """
        known = self._known()
        same = {path: known[path] for path, key in keys.items() if path in known and known[path].key == key}
        ours = {path: FileState(left.key, self._state(path), left.sha256) for path, left in same.items()}
        return {
            path: left
            for path, left in ours.items()
            if path in self.output.made and left.state[:2] == same[path].state[:2]
        }

    def whole(self, paths: Iterable[str]) -> dict[str, FileState] | None:
        """The files at ``paths``, if they and their list are as a build left them in every respect."""
        known = self._known()
        found = {path: known.get(path) for path in (*paths, MANIFEST)}
        left = {path: one for path, one in found.items() if one and self._state(path) == one.state}
        return left if len(left) == len(found) else None

    def note(self, keys: Mapping[str, bytes], sums: Mapping[str, FileSum], standing: Mapping[str, FileState]) -> None:
        """Notes the files of a site that has just been published; those that are ``standing`` are as they were."""
        left = dict(standing)
        for path, one in sums.items():
            if path not in standing:
                state = self._state(path)
                if state[0] == one.size:
                    left[path] = FileState(keys.get(path, _NO_KEY), state, one.sha256)
        left[MANIFEST] = FileState(_NO_KEY, self._state(MANIFEST), "")
        if left != self._known():
            self.store.note(self._subject, msgspec.msgpack.encode(left))

    @property
    def _subject(self) -> str:
        return f"files {os.path.realpath(self.output.folder)}"

    def _known(self) -> dict[str, FileState]:
        record = self.store.noted(self._subject)
        try:
            return msgspec.msgpack.decode(record, type=dict[str, FileState]) if record is not None else {}
        except ValueError as error:
            raise DamagedCache from error

    def _state(self, path: str) -> tuple[int, int, int, int]:
        """How the system describes a file; one that is gone, as it describes none."""
        try:
            found = os.lstat(f"{self.output.folder}/{path}")
        except OSError:
            return _GONE
        return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_mode
