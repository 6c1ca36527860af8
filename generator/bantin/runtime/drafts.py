"""Files that are never incomplete: each is written as a draft beside its place, and then moved there."""

import os
import shutil
from pathlib import Path


def write_draft(target: Path, data: bytes) -> Path:
    """Writes ``data`` beside ``target`` under a name that no bulletin reads, with the permissions of the file there.

    Returns the draft, which the caller moves or removes. Raises ``OSError``, and leaves nothing behind, if that fails.
    """
    draft = target.with_name(f"~{target.name}.{os.getpid()}")
    with draft.open("xb") as file:
        try:
            file.write(data)
            file.flush()
            if target.exists():
                shutil.copymode(target, draft)
        except OSError:
            draft.unlink(missing_ok=True)
            raise
    return draft


def write_whole(target: Path, data: bytes) -> None:
    """Writes the file ``target``, all of it or nothing. Raises ``OSError`` if that fails."""
    draft = write_draft(target, data)
    try:
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
