"""Which pages stand on the disk as they are to be."""

import os
from collections.abc import Collection, Mapping

import msgspec
from msgspec import Struct

from generator.cache import DamagedCache, Store
from generator.publish.output import Output

_Left = dict[str, tuple[bytes, int, int]]
"""Files as a build left them, by path: the key of the page in it, its size, and its time of change in nanoseconds."""


class Ledger(Struct, frozen=True):
    """What is remembered of the files in an output folder."""

    store: Store
    output: Output

    def standing(self, keys: Mapping[str, bytes]) -> frozenset[str]:
        """The paths whose files were left by a build for a page of the same key, and are as they were left.

        ``keys`` are those of the pages that are wanted, by the path of the file.
        """
        known = self._known()
        same = [path for path, key in keys.items() if path in known and known[path][0] == key]
        return frozenset(path for path in same if path in self.output.made and self._is_as_left(path, known[path]))

    def note(self, keys: Mapping[str, bytes], standing: Collection[str]) -> None:
        """Notes the files of a site that has just been published; those that are ``standing`` are noted already."""
        known = self._known()
        left: _Left = {}
        for path, key in keys.items():
            state = known[path][1:] if path in standing else self._state(path)
            if state:
                left[path] = (key, *state)
        if left != known:
            self.store.note(self._subject, msgspec.msgpack.encode(left))

    @property
    def _subject(self) -> str:
        return f"files {os.path.realpath(self.output.folder)}"

    def _known(self) -> _Left:
        record = self.store.noted(self._subject)
        try:
            return msgspec.msgpack.decode(record, type=_Left) if record is not None else {}
        except ValueError as error:
            raise DamagedCache from error

    def _is_as_left(self, path: str, left: tuple[bytes, int, int]) -> bool:
        return self._state(path) == left[1:]

    def _state(self, path: str) -> tuple[int, int] | None:
        try:
            found = os.lstat(f"{self.output.folder}/{path}")
        except OSError:
            return None
        return found.st_size, found.st_mtime_ns
