"""VALIDATE: the files that are published as they are, at the root of the site."""

from collections.abc import Iterator
from pathlib import Path

from generator.content.discover import Role, Sources, read
from generator.content.files import LARGEST_TEXT
from generator.content.prose import check_secrecy
from generator.errors import Problem


def check_root_files(root: Path, sources: Sources) -> Iterator[Problem]:
    """What cannot be read of these files, and what bears a stamp of secrecy. They are small, and seldom many."""
    for file in sources.of(Role.ROOT):
        data = read(root, file.path, LARGEST_TEXT)
        yield from data.problems
        # An icon is no text; what else is none has nothing to be read either.
        yield from check_secrecy((data.value or b"").decode(errors="replace"), file.path)
