"""The release to be deployed: a built site, checked for completeness."""

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from bantin.deploy import problems
from bantin.domain.problems import BulletinError, Location
from bantin.output.publish import RECEIPT
from bantin.output.publish.output import STAGING
from bantin.output.publish.receipt import FileSum, sum_of, sum_of_file
from bantin.output.verify.verification import read_receipt


class Release(Struct, frozen=True):
    """The files of a site below ``folder``, by path, with their sums; ``receipt`` identifies the site."""

    folder: Path
    files: Mapping[str, FileSum]
    base_url: str

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of each file, in hexadecimal."""
        return {path: one.sha256 for path, one in self.files.items()}

    @property
    def sizes(self) -> dict[str, int]:
        """The size of each file in bytes."""
        return {path: one.size for path, one in self.files.items()}

    @property
    def receipt(self) -> str:
        """The SHA-256 of the receipt, in hexadecimal."""
        return self.files[RECEIPT].sha256


def pack(folder: Path, preview: str = "") -> Release:
    """Reads the site in ``folder``. Raises ``BulletinError`` if it is missing, incomplete, or holds drafts.

    It must be the preview with the id ``preview``, or no preview if that is empty.

    The receipt names the files. The sizes of all of them are checked here, the contents only of those that are sent
    (:func:`check`).
    """
    at = Location(str(folder))
    try:
        data = (folder / RECEIPT).read_bytes()
    except OSError as error:
        raise _nothing(at, error.strerror or error) from error
    read = read_receipt(data, Location(f"{folder}/{RECEIPT}"))
    if read.value is None:
        raise BulletinError(read.problems)
    if read.value.drafts:
        raise BulletinError([problems.DRAFTS.at(at)])
    if read.value.preview != preview:
        kind = problems.NOT_THIS_PREVIEW if preview else problems.IS_PREVIEW
        raise BulletinError([kind.at(at, id=preview or read.value.preview)])
    if os.path.lexists(folder / STAGING):
        raise _nothing(at, STAGING)
    for path, known in read.value.files.items():
        try:
            found = os.lstat(f"{folder}/{path}")
        except OSError as error:
            raise _nothing(Location(f"{folder}/{path}"), error.strerror or error) from error
        if found.st_size != known.size:
            raise _nothing(Location(f"{folder}/{path}"), f"{found.st_size} ≠ {known.size}")
    return Release(folder, {**read.value.files, RECEIPT: sum_of(data)}, read.value.base_url)


def check(release: Release, paths: tuple[str, ...]) -> None:
    """Raises ``BulletinError`` if a file differs from the receipt: a damaged file must not become public."""
    for path in paths:
        file = release.folder / path
        if sum_of_file(file) != release.files[path]:
            raise _nothing(Location(str(file)), "SHA-256")


def _nothing(at: Location, reason: object) -> BulletinError:
    return BulletinError([problems.NOTHING_BUILT.at(at, reason=reason)])
