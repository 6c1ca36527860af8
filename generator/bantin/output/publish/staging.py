"""The folder, inside the output folder, where a build keeps what it is about to publish."""

import os
import shutil
from collections.abc import Collection
from pathlib import Path

LOCK = "lock"
"""The file, in the staging folder, that the build at work holds."""
BACKUP = "old-"
"""How the names of what stood in the site before begin, in the staging folder."""
SHELF = "rendered-"
"""How the names of folders begin in which workers put down pages; files that are staged one by one have numbers."""


def clear(staging: Path, keep: Collection[str] = ()) -> None:
    """Removes all that a build has put into its staging folder, but for the lock and the names to ``keep``."""
    with os.scandir(staging) as entries:
        found = [entry for entry in entries if entry.name != LOCK and entry.name not in keep]
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            Path(entry.path).unlink()
