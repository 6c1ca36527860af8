"""Finding a bulletin, and reading it for commands that need only its settings."""

import os
import shlex
from pathlib import Path

from bantin.cli.words import Bilingual, WrongUse
from bantin.content.discover import Sources, discover
from bantin.content.files import SITE
from bantin.content.load import Settings, load_settings

_UNSOUND = Bilingual(
    "Trong {root} chưa có bản tin dùng được; “bantin check {root}” cho biết sai ở đâu.",
    "There is no sound bulletin in {root}; “bantin check {root}” tells what is wrong.",
)


def find_root(folder: Path) -> Path:
    """The folder of the bulletin that ``folder`` is in, at any depth; ``folder`` itself if there is none."""
    here = Path(os.path.abspath(folder))  # noqa: PTH100 - links are not followed
    found = next((one for one in (here, *here.parents) if (one / SITE).is_file()), here)
    return folder if found == here else Path(os.path.relpath(found))


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
