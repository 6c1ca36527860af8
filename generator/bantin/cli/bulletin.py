"""The bulletin that a command is about, where its settings alone are needed."""

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
    """The files of the bulletin in ``root``, and its settings as far as they are sound.

    Raises ``UsageError`` where there is no bulletin.
    """
    sources = discover(root).value
    settings = load_settings(root, sources).value if sources else None
    if sources is None or settings is None:
        raise unsound(root)
    return sources, settings


def unsound(root: Path) -> WrongUse:
    """What to raise when the settings that a command needs are not there."""
    return WrongUse(_UNSOUND, root=shlex.quote(str(root)))
