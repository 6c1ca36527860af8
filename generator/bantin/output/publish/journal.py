"""The journal of a commit, from which the next build completes an interrupted one."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from bantin.output.publish.output import is_inside
from bantin.output.publish.staging_folder import RENDERED_PREFIX

JOURNAL = "journal.json"
_VERSION = 1


class Journal(Struct, frozen=True):
    """Changes to a site: ``moves`` maps names of staged files to their paths; the files ``gone`` are to be removed."""

    moves: Mapping[str, str]
    gone: tuple[str, ...]


def write_journal(journal: Journal, staging: Path) -> None:
    """Writes ``journal`` to the staging folder atomically, even if the machine loses power."""
    part = staging / f"{JOURNAL}.part"
    data = json.dumps({"version": _VERSION, "moves": dict(journal.moves), "gone": journal.gone}).encode()
    with part.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(staging / JOURNAL)


def read_journal(staging: Path) -> Journal | None:
    """Reads the journal in the staging folder; ``None`` if it is missing or damaged."""
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
    """Whether ``name`` is a number, or a path in a staging area."""
    folder, slash, path = name.partition("/")
    return folder.startswith(RENDERED_PREFIX) and is_inside(path) if slash else name.isdecimal()


def _is_path(value: Any) -> bool:  # noqa: ANN401 - whatever the file says
    return isinstance(value, str) and is_inside(value)
