"""What rendering makes: a file of the site."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Artifact:
    """A file of the site: its path in the output folder, with ``/`` between its parts, and its bytes."""

    path: str
    data: bytes
