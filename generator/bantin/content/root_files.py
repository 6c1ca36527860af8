"""VALIDATE: the files that are published unchanged at the root of the site."""

from collections.abc import Iterator
from pathlib import Path

from bantin.content.checks.text import check_secrecy
from bantin.content.discover import Role, Sources, read
from bantin.content.files import LARGEST_TEXT
from bantin.domain.problems import Problem


def check_root_files(root: Path, sources: Sources) -> Iterator[Problem]:
    """Reports such files that cannot be read or have a secrecy stamp."""
    for file in sources.of(Role.ROOT):
        data = read(root, file.path, LARGEST_TEXT)
        yield from data.problems
        # Icons are not text; nothing is found in binary data.
        yield from check_secrecy((data.value or b"").decode(errors="replace"), file.path)
