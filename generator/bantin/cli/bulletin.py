"""Reading a bulletin for commands that need only its settings."""

import shlex
from pathlib import Path

from bantin.cli.words import Bilingual, WrongUse
from bantin.content.discover import Sources, discover
from bantin.content.load import Settings, load_settings
from bantin.domain.model import Site, Vocabulary

_UNSOUND = Bilingual(
    "Trong {root} chưa có bản tin dùng được; “bantin check {root}” cho biết sai ở đâu.",
    "There is no sound bulletin in {root}; “bantin check {root}” tells what is wrong.",
)

BROKEN = Bilingual(
    "{path} còn lỗi; hãy chạy “bantin check” và sửa trước.",
    "{path} has errors; see “bantin check”, and mend them first.",
)
"""The words for a file with errors, where a command needs it without."""


def read_bulletin(root: Path) -> tuple[Sources, Settings]:
    """Returns the files of the bulletin in ``root``, and those of its settings that are valid.

    Raises ``UsageError`` if there is no bulletin.
    """
    sources = discover(root).value
    settings = load_settings(root, sources).value if sources else None
    if sources is None or settings is None:
        raise unsound(root)
    return sources, settings


def read_site(root: Path) -> tuple[Sources, Site]:
    """Returns the files and the valid ``site.yml`` of the bulletin in ``root``. Raises ``UsageError`` without these."""
    sources, settings = read_bulletin(root)
    if settings.site is None:
        raise unsound(root)
    return sources, settings.site


def read_settings(root: Path) -> tuple[Sources, Site, Vocabulary]:
    """Returns the files and all settings of the bulletin in ``root``. Raises ``UsageError`` if one is not valid."""
    sources, settings = read_bulletin(root)
    if settings.site is None or settings.vocabulary is None:
        raise unsound(root)
    return sources, settings.site, settings.vocabulary


def unsound(root: Path) -> WrongUse:
    """Returns the error for a bulletin without the valid settings that a command needs."""
    return WrongUse(_UNSOUND, root=shlex.quote(str(root)))
