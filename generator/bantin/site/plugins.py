"""Plugins: the kinds of pages, checks and template filters that they add to a site.

Plugins are programs by others. If one raises an error or provides something unusable, the problem names the plugin.
"""

import importlib
import traceback
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.problems import LANGUAGES, Checked, Kind, Location, Problem
from bantin.index import Bulletin
from bantin.runtime.entry_points import PluginEntry
from bantin.site import problems
from bantin.site.kinds import PageKind

# Includes plugins that end the program when they are imported.
FAULTS = (Exception, SystemExit)
"""The errors of plugins that are caught and reported as problems."""


# The frames of Bantin and of Python's import, which do not show where in a plugin an error occurred.
_PASSED_OVER = ("<", str(Path(__file__).resolve().parents[1]), str(Path(importlib.__file__).parent))


class Check(Struct, frozen=True):
    """A check: ``find`` returns the problems of a bulletin whose references are valid."""

    plugin: str
    find: Callable[[Bulletin], Iterable[Problem]]


class Filter(Struct, frozen=True):
    """A filter that templates can use by its ``name``."""

    plugin: str
    name: str
    function: Callable[..., object]


class Plugins(Struct, frozen=True):
    """Everything that plugins add."""

    kinds: tuple[PageKind, ...] = ()
    checks: tuple[Check, ...] = ()
    filters: tuple[Filter, ...] = ()


def load_plugins(entries: Iterable[PluginEntry]) -> Checked[Plugins]:
    """Loads the plugins of ``entries``; those that cannot be loaded are left out and reported as problems."""
    found: dict[str, list[Any]] = {"bantin.kinds": [], "bantin.checks": [], "bantin.filters": []}
    failed: list[Problem] = []
    for entry in entries:
        try:
            found[entry.group] += _loaded(entry)
        except FAULTS as error:
            failed.append(failure(problems.PLUGIN_NOT_LOADED, entry.plugin, error, entry=entry.name))
    kinds, checks, filters = (tuple(one) for one in found.values())
    return Checked(Plugins(kinds, checks, filters), tuple(failed))


def find_problems(checks: Iterable[Check], bulletin: Bulletin) -> Iterator[Problem]:
    """The problems that ``checks`` find in ``bulletin``."""
    for check in checks:
        try:
            yield from [_told(one) for one in check.find(bulletin)]
        except FAULTS as error:
            yield failure(problems.PLUGIN_CHECK_FAILED, check.plugin, error)


def failure(kind: Kind, plugin: str, error: BaseException, /, **values: object) -> Problem:
    """The problem of ``plugin`` that raised ``error``, with the place in the plugin's own code."""
    frames = [one for one in traceback.extract_tb(error.__traceback__) if not one.filename.startswith(_PASSED_OVER)]
    at = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return kind.at(Location(plugin), plugin=plugin, reason=f"{type(error).__name__}: {error}{at}", **values)


def _loaded(entry: PluginEntry) -> list[Any]:
    module, _, name = entry.target.partition(":")
    value = attrgetter(name)(importlib.import_module(module)) if name else importlib.import_module(module)
    if entry.group == "bantin.kinds":
        return [_kind(one, entry) for one in (value if isinstance(value, tuple) else (value,))]
    if not callable(value):
        raise TypeError(f"{entry.target} is no function")
    if entry.group == "bantin.checks":
        return [Check(entry.plugin, value)]
    return [Filter(entry.plugin, entry.name, value)]


def _kind(value: object, entry: PluginEntry) -> PageKind:
    if not isinstance(value, PageKind):
        raise TypeError(f"{entry.target} is no PageKind")
    if value.theme and not value.theme.is_dir():
        raise FileNotFoundError(f"there is no folder {value.theme}")
    return replace(value, plugin=entry.plugin)


def _told(problem: object) -> Problem:
    """Returns ``problem``.

    Raises an error unless it is a ``Problem`` whose messages can be formatted in every language.
    """
    if not isinstance(problem, Problem):
        raise TypeError(f"{problem!r} is no Problem")
    for language in LANGUAGES:
        problem.message(language)
        problem.hint(language)
    return problem
