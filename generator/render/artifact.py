"""What rendering makes: a file of the site."""

from dataclasses import dataclass

from generator.errors import Checked


@dataclass(frozen=True)
class Artifact:
    """A file of the site: its path in the output folder, with ``/`` between its parts, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True)
class Rendered:
    """What became of a page: its file or what is wrong with the theme, by which template and in how many seconds."""

    result: Checked[Artifact]
    template: str
    seconds: float
