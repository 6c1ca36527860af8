"""The location of a bulletin's build cache."""

import os
from pathlib import Path

from bantin.build.request import MEMORY
from bantin.runtime.cache import CacheLocation, load_secret


def memory_of(root: Path) -> CacheLocation | None:
    """Returns the cache of the bulletin in ``root``; ``None`` if the user has no folder for its secret."""
    folder = _state_folder()
    secret = load_secret(folder / "bantin") if folder else None
    return CacheLocation(root / MEMORY, secret) if secret else None


def _state_folder() -> Path | None:
    """Returns the user's folder for persistent state (XDG Base Directory Specification)."""
    named = Path(os.environ.get("XDG_STATE_HOME", ""))
    if named.is_absolute():  # the specification has relative paths ignored
        return named
    try:
        return Path.home() / ".local" / "state"
    except RuntimeError:  # a container may have no home
        return None
