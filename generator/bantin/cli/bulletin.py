"""Reading a bulletin for commands that need only its settings."""

import shlex
from pathlib import Path

from bantin.cli.words import Bilingual, WrongUse
from bantin.content.discover import Sources, discover
from bantin.content.load import Settings, load_settings

_UNSOUND = Bilingual(
    "Trong {root} chưa có bản tin dùng được; “bantin check {root}” cho biết sai ở đâu.",
    "There is no sound bulletin in {root}; “bantin check {root}” tells what is wrong.",
)


def read_bulletin(root: Path) -> tuple[Sources, Settings]:
    """Returns the files of the bulletin in ``root``, and those of its settings that are valid.

    Raises ``UsageError`` if there is no bulletin.
    """
    sources = discover(root).value
    settings = load_settings(root, sources).value if sources else None
    if sources is None or settings is None:
        raise unsound(root)
    return sources, settings


def unsound(root: Path) -> WrongUse:
    """Returns the error for a bulletin without the valid settings that a command needs."""
    return WrongUse(_UNSOUND, root=shlex.quote(str(root)))
