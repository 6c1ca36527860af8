"""Which files stand on the disk as they are to be."""

import os
from collections.abc import Collection, Mapping

import msgspec
from msgspec import Struct

from generator.cache import DamagedCache, Store
from generator.publish.output import Output
from generator.publish.receipt import Sum


class _Left(msgspec.Struct, frozen=True, array_like=True):
    """A file as a build left it: the key of what is in it, its size, its time of change in nanoseconds, its SHA-256."""

    key: bytes
    size: int
    modified: int
    sha256: str


class Ledger(Struct, frozen=True):
    """What is remembered of the files in an output folder."""

    store: Store
    output: Output

    def standing(self, keys: Mapping[str, bytes]) -> dict[str, Sum]:
        """The sums of the files that were left by a build for something of the same key, and are as they were left.

        ``keys`` are those of what is wanted, by the path of the file.
        """
        known = self._known()
        same = [path for path, key in keys.items() if path in known and known[path].key == key]
        return {
            path: Sum(known[path].size, known[path].sha256)
            for path in same
            if path in self.output.made and self._is_as_left(path, known[path])
        }

    def note(self, keys: Mapping[str, bytes], sums: Mapping[str, Sum], standing: Collection[str]) -> None:
        """Notes the files of a site that has just been published; those that are ``standing`` are noted already."""
        known = self._known()
        left: dict[str, _Left] = {}
        for path, one in sums.items():
            if path in standing:
                left[path] = known[path]
            elif path in keys:
                size, modified = self._state(path)
                if size == one.size:
                    left[path] = _Left(keys[path], size, modified, one.sha256)
        if left != known:
            self.store.note(self._subject, msgspec.msgpack.encode(left))

    @property
    def _subject(self) -> str:
        return f"files {os.path.realpath(self.output.folder)}"

    def _known(self) -> dict[str, _Left]:
        record = self.store.noted(self._subject)
        try:
            return msgspec.msgpack.decode(record, type=dict[str, _Left]) if record is not None else {}
        except ValueError as error:
            raise DamagedCache from error

    def _is_as_left(self, path: str, left: _Left) -> bool:
        return self._state(path) == (left.size, left.modified)

    def _state(self, path: str) -> tuple[int, int]:
        """The size and the time of change of a file; of one that is gone, such as no file has."""
        try:
            found = os.lstat(f"{self.output.folder}/{path}")
        except OSError:
            return -1, 0
        return found.st_size, found.st_mtime_ns
