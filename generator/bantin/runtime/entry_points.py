"""The installed plugins, as declared by their packages. None of their code is run here.

https://packaging.python.org/en/latest/specifications/entry-points/
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

GROUPS = ("bantin.kinds", "bantin.checks", "bantin.filters")
"""The entry point groups of plugins: kinds of pages, checks, and filters for templates."""


class PluginEntry(Struct, frozen=True, order=True):
    """An entry point of the package ``plugin`` in the ``group``; ``target`` has the form ``module:name``."""

    plugin: str
    group: str
    name: str
    target: str


def installed_plugins() -> tuple[PluginEntry, ...]:
    """The entry points of all packages on the path, in the same order on every machine."""
    if not _is_any_announced():
        return ()
    # Imported lazily: loading it takes longer than checking whether there are any entry points.
    from importlib.metadata import entry_points

    found = {
        PluginEntry(one.dist.name if one.dist else one.module, group, one.name, one.value)
        for group in GROUPS
        for one in entry_points(group=group)
    }
    return tuple(sorted(found))


def plugin_files(entries: Iterable[PluginEntry]) -> Iterator[tuple[str, Path]]:
    """All files of the packages of ``entries``, including templates, each with a name for it."""
    for package in sorted({entry.target.partition(":")[0].partition(".")[0] for entry in entries}):
        for folder in _places(package):
            paths = sorted(folder.rglob("*")) if folder.is_dir() else [folder]
            for path in paths:
                if path.is_file() and "__pycache__" not in path.parts:
                    yield f"{package}/{path.relative_to(folder).as_posix()}", path


def _is_any_announced() -> bool:
    folders = [folder for folder in map(Path, sys.path) if folder.is_dir()]
    return any(
        b"[bantin." in path.read_bytes()
        for folder in folders
        for kind in ("dist-info", "egg-info")
        for path in folder.glob(f"*.{kind}/entry_points.txt")
    )


def _places(package: str) -> list[Path]:
    """The folders of a package, or the file of a module."""
    from importlib.util import find_spec

    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        return []
    if spec is None:
        return []
    if spec.submodule_search_locations is not None:
        return [Path(folder) for folder in spec.submodule_search_locations]
    return [Path(spec.origin)] if spec.origin else []
