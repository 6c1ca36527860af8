"""Where a command remembers what it has built."""

import os
from pathlib import Path

from bantin.build.request import MEMORY
from bantin.runtime.cache import CacheLocation, load_secret


def memory_of(root: Path) -> CacheLocation | None:
    """The memory of the bulletin in ``root``; ``None`` for a user who has no place to keep a secret in."""
    folder = _state_folder()
    secret = load_secret(folder / "bantin") if folder else None
    return CacheLocation(root / MEMORY, secret) if secret else None


def _state_folder() -> Path | None:
    """Where programs of this user keep what is to last (XDG Base Directory Specification)."""
    named = Path(os.environ.get("XDG_STATE_HOME", ""))
    if named.is_absolute():  # one that is not does not count
        return named
    try:
        return Path.home() / ".local" / "state"
    except RuntimeError:  # a container may have no home
        return None
