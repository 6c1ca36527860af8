"""Verification of a site in a folder."""

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from bantin.content.discover import printable, read
from bantin.content.problems import files as file_problems
from bantin.domain.problems import Checked, Location, Problem
from bantin.output.publish.compressed import RECIPE_FILE, SUFFIXES, is_variant
from bantin.output.publish.directory_scan import DirectoryScan, EntryType, ScannedEntry
from bantin.output.publish.output import MANIFEST, STAGING
from bantin.output.publish.receipt import RECEIPT, FileSum, sum_of_file
from bantin.output.verify import problems
from bantin.output.verify.verification import LARGEST_RECEIPT

_NOT_PUBLISHED = {MANIFEST, STAGING, RECIPE_FILE, ".git"}


class Folder(Struct, frozen=True):
    """The site in the folder ``path``. Links are not followed: a site has none."""

    path: Path

    def locate(self, path: str) -> Location:
        """See :class:`~bantin.output.verify.verification.SiteLocation`."""
        return Location(printable((self.path / path).as_posix()))

    def receipt(self) -> Checked[bytes]:
        """See :class:`~bantin.output.verify.verification.SiteLocation`."""
        if DirectoryScan(self.path).at(RECEIPT).type is not EntryType.FILE:
            return Checked(None, (problems.NO_RECEIPT.at(self.locate(RECEIPT)),))
        return read(self.path, RECEIPT, LARGEST_RECEIPT)

    def differences(
        self,
        files: Mapping[str, FileSum],
        redirects: Mapping[str, str],  # noqa: ARG002
        gone: Collection[str],  # noqa: ARG002
    ) -> Iterator[Problem]:
        """See :class:`SiteLocation`. In a folder, redirect pages and what is gone are compared like any other file."""
        scan = DirectoryScan(self.path)
        for path, expected in files.items():
            try:
                found = scan.at(path)
                if found.type is EntryType.NOTHING:
                    yield problems.MISSING.at(self.locate(path))
                elif not self._is_as_expected(found, path, expected):
                    yield problems.CHANGED.at(self.locate(path))
            except OSError as error:
                yield file_problems.UNREADABLE.at(self.locate(path), reason=error.strerror or error)
        yield from sorted(self._others(files), key=lambda problem: problem.location.path)

    def _others(self, files: Mapping[str, FileSum]) -> Iterator[Problem]:
        """Finds everything but folders that is not among ``files``, and the folders that cannot be read.

        A compressed variant of a file is no difference if it decompresses to that file.
        """
        folders = [""]
        while folders:
            folder = folders.pop()
            try:
                with os.scandir(f"{self.path}/{folder}") as entries:
                    found = [(folder + one.name, one.is_dir(follow_symlinks=False)) for one in entries]
            except OSError as error:
                yield file_problems.UNREADABLE.at(self.locate(folder), reason=error.strerror or error)
                continue
            public = [(path, is_folder) for path, is_folder in found if path not in _NOT_PUBLISHED]
            folders += [f"{path}/" for path, is_folder in public if is_folder]
            for path, is_folder in public:
                if not is_folder and path not in files and not self._is_variant(path, files):
                    yield problems.EXTRA.at(self.locate(path))

    def _is_variant(self, path: str, files: Mapping[str, FileSum]) -> bool:
        suffix = next((suffix for suffix in SUFFIXES if path.endswith(suffix)), "")
        expected = files.get(path.removesuffix(suffix)) if suffix else None
        try:
            is_file = expected is not None and DirectoryScan(self.path).at(path).type is EntryType.FILE
            return is_file and expected is not None and is_variant(self.path / path, expected)
        except OSError:
            return False

    def _is_as_expected(self, found: ScannedEntry, path: str, expected: FileSum) -> bool:
        is_file = found.type is EntryType.FILE and found.path == path
        return is_file and found.size == expected.size and sum_of_file(self.path / path) == expected
