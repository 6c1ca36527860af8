"""The receipt of a site: every file of it with its sum, and what the site was made from. See ``docs/provenance.md``."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from bantin import __version__
from bantin.domain.model import History

RECEIPT = "provenance.json"
"""The file of the receipt, at the root of the site."""

# Whoever reads a receipt has not written it, so there are limits to what it can ask for.
_LARGEST = 1 << 40
_LONGEST_PATH = 4096
_MOST_FILES = 10_000_000


class FileSum(Struct, frozen=True):
    """What tells a file from every other: its size in bytes and its SHA-256, in hexadecimal."""

    size: Annotated[int, Meta(ge=0, le=_LARGEST)]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class Generator(Struct, frozen=True):
    """The program that made a site."""

    name: str
    version: str


class SourceCommit(Struct, frozen=True):
    """The commit that a site was made from; ``modified`` if something that it was made of was not as committed."""

    commit: Annotated[str, Meta(pattern="^[0-9a-f]{40,64}$")]
    modified: bool


class Receipt(Struct, frozen=True, omit_defaults=True):
    """What a site consists of, but for its receipt, by path; ``source`` is ``None`` where it is not known.

    ``redirects`` are the files at old addresses, with the ones that they lead to. A site with ``drafts`` is for its
    editors alone.
    """

    version: Literal[1]
    generator: Generator
    base_url: str
    as_of: date
    source: SourceCommit | None
    files: Annotated[dict[Annotated[str, Meta(max_length=_LONGEST_PATH)], FileSum], Meta(max_length=_MOST_FILES)]
    redirects: Annotated[dict[str, str], Meta(max_length=_MOST_FILES)] = {}
    drafts: bool = False


class Subject(Struct, frozen=True):
    """What a receipt says of a site besides its files."""

    base_url: str
    as_of: date
    history: History = History()
    redirects: Mapping[str, str] = {}
    drafts: bool = False


Certify = Callable[[Mapping[str, FileSum]], bytes]
"""Makes the receipt of a site, given the sums of all its other files by path."""


def receipt_bytes(sums: Mapping[str, FileSum], subject: Subject) -> bytes:
    """The receipt of a site of files with these ``sums``: the same bytes for the same site."""
    history, redirects = subject.history, subject.redirects
    receipt = Receipt(
        version=1,
        generator=Generator("bantin", __version__),
        base_url=subject.base_url,
        as_of=subject.as_of,
        source=SourceCommit(history.head, history.modified) if history.head else None,
        files={path: sums[path] for path in sorted(sums)},
        redirects={path: redirects[path] for path in sorted(redirects) if path in sums},
        drafts=subject.drafts,
    )
    return msgspec.json.format(msgspec.json.encode(receipt), indent=1) + b"\n"


def sum_of(data: bytes) -> FileSum:
    """The sum of a file of these bytes."""
    return FileSum(len(data), hashlib.sha256(data).hexdigest())


def sum_of_file(path: Path) -> FileSum:
    """The sum of a file that may be large."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return FileSum(file.tell(), digest.hexdigest())
