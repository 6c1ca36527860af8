"""What is about to change in a site: enough for the next build to end what a kill breaks off."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from bantin.output.publish.output import is_inside
from bantin.output.publish.staging import SHELF

JOURNAL = "journal.json"
_VERSION = 1


class Journal(Struct, frozen=True):
    """``moves`` are the paths of staged files by their names; the files ``gone`` belong to the site no longer."""

    moves: Mapping[str, str]
    gone: tuple[str, ...]


def write_journal(journal: Journal, staging: Path) -> None:
    """Leaves ``journal`` in the staging folder, whole or not at all, whatever happens to the machine."""
    part = staging / f"{JOURNAL}.part"
    data = json.dumps({"version": _VERSION, "moves": dict(journal.moves), "gone": journal.gone}).encode()
    with part.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(staging / JOURNAL)


def read_journal(staging: Path) -> Journal | None:
    """The journal in the staging folder; ``None`` if there is none, or a damaged one."""
    try:
        if (staging / JOURNAL).is_symlink():
            return None
        data = json.loads((staging / JOURNAL).read_bytes())
        version, moves, gone = data["version"], data["moves"], data["gone"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if version != _VERSION or not isinstance(moves, dict) or not isinstance(gone, list):
        return None
    sound = all(_is_name(name) for name in moves) and all(_is_path(path) for path in (*moves.values(), *gone))
    return Journal(moves, tuple(gone)) if sound else None


def _is_name(name: str) -> bool:
    """Whether ``name`` is a number, or a path in a folder that workers write to."""
    folder, slash, path = name.partition("/")
    return folder.startswith(SHELF) and is_inside(path) if slash else name.isdecimal()


def _is_path(value: Any) -> bool:  # noqa: ANN401 - whatever the file says
    return isinstance(value, str) and is_inside(value)
