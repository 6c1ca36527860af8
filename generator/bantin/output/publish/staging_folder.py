"""The staging folder, inside the output folder, where a build stores what it is about to publish."""

import os
import shutil
from collections.abc import Collection
from pathlib import Path

LOCK = "lock"
"""The lock file, in the staging folder, of the running build."""
BACKUP_PREFIX = "old-"
"""The prefix of the names of backups: files that were in the site before."""
RENDERED_PREFIX = "rendered-"
"""The prefix of the folders that workers write pages to; files that are staged one by one have numbers."""


def clear(staging: Path, keep: Collection[str] = ()) -> None:
    """Removes everything from a staging folder but the lock and the names to ``keep``."""
    with os.scandir(staging) as entries:
        found = [entry for entry in entries if entry.name != LOCK and entry.name not in keep]
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            Path(entry.path).unlink()
