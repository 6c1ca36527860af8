"""Planned changes of files of a bulletin: shown, or written."""

from collections.abc import Iterable
from pathlib import Path

import click

from bantin.cli.files import CANNOT_WRITE, write_files
from bantin.cli.words import Bilingual, WrongUse
from bantin.content.discover import on_disk
from bantin.migration import FileChange

_CHANGED = Bilingual(
    "Có người vừa thay đổi {path}; chưa ghi gì cả, hãy chạy lại lệnh.",
    "Somebody has just changed {path}; nothing was written, so give the command again.",
)


def show_changes(changes: Iterable[FileChange]) -> None:
    """Prints what the ``changes`` would change, as a unified diff."""
    click.echo("".join(line for change in changes for line in change.difference()), nl=False)


def write_changes(root: Path, changes: Iterable[FileChange]) -> None:
    """Makes all planned ``changes`` of files, or none of them, in their order.

    Raises ``WrongUse`` if that fails, or if a file is not as it was when they were planned.
    """
    planned = {on_disk(root, one.path): one for one in changes}
    for path, one in planned.items():
        if _content(path) != one.before:
            raise WrongUse(_CHANGED, path=one.path)
    write_files(root, {path: one.after for path, one in planned.items()})


def _content(path: Path) -> bytes | None:
    """The content of a file; ``None`` if there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise WrongUse(CANNOT_WRITE, path=path, reason=error) from error
