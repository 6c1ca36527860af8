"""Plugins: the kinds of pages, checks and template filters that they add to a site.

Plugins are programs by others. If one raises an error or provides something unusable, the problem names the plugin.
"""

import importlib
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.problems import LANGUAGES, Checked, Problem
from bantin.index import Bulletin
from bantin.runtime.entry_points import PluginEntry
from bantin.site import problems
from bantin.site.kinds import PageKind
from bantin.site.plugin_failures import FAULTS, failure
from bantin.site.template_filter import Filter


class Check(Struct, frozen=True):
    """A check: ``find`` returns the problems of a bulletin whose references are valid."""

    plugin: str
    find: Callable[[Bulletin], Iterable[Problem]]


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
