"""Where a site is deployed to."""

from enum import StrEnum

from msgspec import Struct

from bantin.domain.model.reference import Position


class TargetKind(StrEnum):
    """The kind of a target: a local folder, a folder on an SSH host, an S3-compatible store, or a Git branch."""

    FOLDER = "folder"
    SSH = "ssh"
    S3 = "s3"
    BRANCH = "branch"


class DeployTarget(Struct, frozen=True):
    """A target as ``site.yml`` names it.

    ``to`` is a folder; ``user@host:/folder``; ``bucket/prefix``; or the name or address of a repository. ``keep`` is
    the number of releases that stay in a folder. ``endpoint`` and ``region`` belong to an S3 store, ``port`` to an SSH
    host; 0 and empty strings stand for the defaults. With the id of a ``preview``, it is the place of that, beside the
    public site.
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
    preview: str = ""
