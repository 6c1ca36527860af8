"""The recorded states of published files, by which a build knows which of them need not be made again."""

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
    """A file as a build left it: the key of its content, its ``lstat`` fields, and its SHA-256.

    ``state`` is its size, the times of the last change of its content and of its inode in nanoseconds, and its mode.
    A file that is compared by its bytes alone has the key ``b""``.
    """

    key: bytes
    state: tuple[int, int, int, int]
    sha256: str

    @property
    def sum(self) -> FileSum:
        """The size and SHA-256 of the file."""
        return FileSum(self.state[0], self.sha256)


class FileStates(Struct, frozen=True):
    """The states of the files in an output folder, recorded in ``store``."""

    store: Store
    output: Output

    def up_to_date(self, keys: Mapping[str, bytes]) -> dict[str, FileState]:
        """Returns the files that were recorded with the same key and have not changed since, by path.

        ``keys`` are the keys of the wanted contents, by path. Only size and time of change are compared: the other
        fields can differ when a site has been copied, and are returned as they are now.
        """
        known = self._known()
        same = {path: known[path] for path, key in keys.items() if path in known and known[path].key == key}
        current = {path: FileState(one.key, self._state(path), one.sha256) for path, one in same.items()}
        return {
            path: one
            for path, one in current.items()
            if path in self.output.published and one.state[:2] == same[path].state[:2]
        }

    def untouched(self, paths: Iterable[str]) -> dict[str, FileState] | None:
        """Returns the states of ``paths`` and the manifest; ``None`` unless all are exactly as a build left them."""
        known = self._known()
        recorded = {path: known.get(path) for path in (*paths, MANIFEST)}
        same = {path: one for path, one in recorded.items() if one and self._state(path) == one.state}
        return same if len(same) == len(recorded) else None

    def note(self, keys: Mapping[str, bytes], sums: Mapping[str, FileSum], unchanged: Mapping[str, FileState]) -> None:
        """Records the files of a site that has just been published; the states in ``unchanged`` are still right."""
        states = dict(unchanged)
        for path, one in sums.items():
            if path not in unchanged:
                state = self._state(path)
                if state[0] == one.size:
                    states[path] = FileState(keys.get(path, _NO_KEY), state, one.sha256)
        states[MANIFEST] = FileState(_NO_KEY, self._state(MANIFEST), "")
        record = msgspec.msgpack.encode(states)
        if record != self.store.noted(self._subject):
            self.store.note(self._subject, record)

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
        """Returns the ``lstat`` fields of a file; values that no file has if it is gone."""
        try:
            found = os.lstat(f"{self.output.folder}/{path}")
        except OSError:
            return _GONE
        return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_mode
