"""Where a site is deployed to."""

from enum import StrEnum

from msgspec import Struct

from bantin.domain.model.reference import Position


class TargetKind(StrEnum):
    """What a target is: a folder here, one of a host over ssh, an S3-compatible store, or a branch of a repository."""

    FOLDER = "folder"
    SSH = "ssh"
    S3 = "s3"
    BRANCH = "branch"


class DeployTarget(Struct, frozen=True):
    """A target as ``site.yml`` names it.

    ``to`` is a folder; ``user@host:/folder``; ``bucket/prefix``; or the name or address of a repository. ``keep`` is
    how many releases stay in a folder. ``endpoint`` and ``region`` are those of a store, ``port`` that of a host; 0 and
    an empty text mean what is usual.
    """

    name: str
    kind: TargetKind
    to: str
    place: Position
    keep: int = 5
    precompress: bool = False
    port: int = 0
    endpoint: str = ""
    region: str = ""
    branch: str = "gh-pages"
