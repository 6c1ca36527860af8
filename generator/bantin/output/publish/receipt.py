"""The receipt of a site: its files with their checksums, and what it was built from. See ``docs/provenance.md``."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from bantin import __version__
from bantin.domain.model import History

RECEIPT = "provenance.json"
"""The path of the receipt in the site."""

# A receipt may come from anywhere: these limits keep a forged one from exhausting its reader.
_LARGEST = 1 << 40
_LONGEST_PATH = 4096
_MOST_FILES = 10_000_000


class FileSum(Struct, frozen=True):
    """The size of a file in bytes and its SHA-256 in hexadecimal, which together identify its content."""

    size: Annotated[int, Meta(ge=0, le=_LARGEST)]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class Generator(Struct, frozen=True):
    """The program that built a site."""

    name: str
    version: str


class SourceCommit(Struct, frozen=True):
    """The commit that a site was built from; ``modified`` if a source file differed from it."""

    commit: Annotated[str, Meta(pattern="^[0-9a-f]{40,64}$")]
    modified: bool


class Receipt(Struct, frozen=True, omit_defaults=True):
    """The files of a site by path, without the receipt itself; ``source`` is ``None`` where it is not known.

    ``redirects`` maps the files at old addresses to the files that they lead to. ``gone`` are the files that say that
    something is gone, which servers may send with status 410. A site with ``drafts`` is not for the public; nor is one
    with the id of a ``preview``.
    """

    version: Literal[1]
    generator: Generator
    base_url: str
    as_of: date
    source: SourceCommit | None
    files: Annotated[dict[Annotated[str, Meta(max_length=_LONGEST_PATH)], FileSum], Meta(max_length=_MOST_FILES)]
    redirects: Annotated[dict[str, str], Meta(max_length=_MOST_FILES)] = {}
    gone: Annotated[tuple[str, ...], Meta(max_length=_MOST_FILES)] = ()
    drafts: bool = False
    preview: str = ""


class Subject(Struct, frozen=True):
    """The statements of a receipt about a site besides its files."""

    base_url: str
    as_of: date
    history: History = History()
    redirects: Mapping[str, str] = {}
    drafts: bool = False
    gone: tuple[str, ...] = ()
    preview: str = ""


Certify = Callable[[Mapping[str, FileSum]], bytes]
"""Builds the receipt of a site from the sums of all its other files, by path."""


def receipt_bytes(sums: Mapping[str, FileSum], subject: Subject) -> bytes:
    """Encodes the receipt of a site of files with these ``sums``: the same bytes for the same site."""
    history, redirects = subject.history, subject.redirects
    receipt = Receipt(
        version=1,
        generator=Generator("bantin", __version__),
        base_url=subject.base_url,
        as_of=subject.as_of,
        source=SourceCommit(history.head, history.modified) if history.head else None,
        files={path: sums[path] for path in sorted(sums)},
        redirects={path: redirects[path] for path in sorted(redirects) if path in sums},
        gone=tuple(path for path in sorted(subject.gone) if path in sums),
        drafts=subject.drafts,
        preview=subject.preview,
    )
    return _encoded(receipt)


def certified_for(day: date, receipt: bytes) -> Certify:
    """Builds the receipt of a site that was ``receipt``, as of another ``day`` and otherwise made of the same."""
    before = msgspec.json.decode(receipt, type=Receipt)
    return lambda sums: _encoded(replace(before, as_of=day, files={path: sums[path] for path in sorted(sums)}))


def _encoded(receipt: Receipt) -> bytes:
    return msgspec.json.format(msgspec.json.encode(receipt), indent=1) + b"\n"


def sum_of(data: bytes) -> FileSum:
    """Returns the size and SHA-256 of these bytes."""
    return FileSum(len(data), hashlib.sha256(data).hexdigest())


def sum_of_file(path: Path) -> FileSum:
    """Returns the size and SHA-256 of a file, read piece by piece."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return FileSum(file.tell(), digest.hexdigest())
