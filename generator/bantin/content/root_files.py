"""VALIDATE: the files that are published as they are, at the root of the site."""

from collections.abc import Iterator
from pathlib import Path

from bantin.content.checks.text import check_secrecy
from bantin.content.discover import Role, Sources, read
from bantin.content.files import LARGEST_TEXT
from bantin.domain.problems import Problem


def check_root_files(root: Path, sources: Sources) -> Iterator[Problem]:
    """What cannot be read of these files, and what bears a stamp of secrecy. They are small, and seldom many."""
    for file in sources.of(Role.ROOT):
        data = read(root, file.path, LARGEST_TEXT)
        yield from data.problems
        # An icon is no text; what else is none has nothing to be read either.
        yield from check_secrecy((data.value or b"").decode(errors="replace"), file.path)
