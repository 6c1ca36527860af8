"""The build: what was built before is taken as it stands, if it does; otherwise the pipeline makes it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from bantin.build import up_to_date
from bantin.build.request import BuildContext, Edition, PublishedSite, Request
from bantin.content.discover import CONTENT, display_path
from bantin.domain.problems import Location, Problem, UsageError
from bantin.output.publish import Output, open_output, problems
from bantin.runtime.cache import CacheLocation, DamagedCache, Store, open_store, program_version
from bantin.runtime.cache import problems as memory_problems
from bantin.runtime.entry_points import PluginEntry

T = TypeVar("T")


def check(request: Request, tools: BuildContext) -> Edition:
    """Everything that a build does but for publishing. Writes nothing.

    Raises ``BulletinError`` with all problems when any of them is an error (a warning too, when the request is strict),
    and ``UsageError`` when there is no bulletin to build.
    """
    from bantin.build.pipeline import check_all

    _require_content(request.root)
    return _remembering(None, tools.plugins, partial(check_all, request, tools))


def build(request: Request, out: Path, tools: BuildContext, *, adopt: bool = False) -> PublishedSite:
    """Builds the site into the folder ``out``; as it was before, byte for byte, if anything stands in the way.

    Raises what ``check`` raises, and ``UsageError`` when ``out`` must not be written to; ``adopt`` lets it be a folder
    with files that Bantin did not make.
    """
    output = open_output(out, request.root, adopt=adopt)
    _require_content(request.root)
    if tools.memory:
        _require_own(tools.memory, request.root)
    return _remembering(tools.memory, tools.plugins, partial(_build, request, output, tools))


def outdated(root: Path, out: Path, memory: CacheLocation | None, plugins: Sequence[PluginEntry] = ()) -> list[str]:
    """The files that are others than the site in ``out`` was made of, as far as is known from ``memory``."""
    if memory is None or not memory.folder.is_dir() or _foreign(memory, root):
        return []
    return _remembering(memory, plugins, partial(up_to_date.outdated, root, out))


def _build(request: Request, output: Output, tools: BuildContext, store: Store) -> PublishedSite:
    question = up_to_date.ask(request, tools, output, store) if tools.memory else None
    last = up_to_date.recall(question.place, store) if question else None
    made = None
    # Loading what reads, renders or even plans takes longer than all that a site that stands needs.
    if question and last and last.fits(question, request) and not output.unfinished:
        changed = last.changed(question)
        known = None if changed else up_to_date.unchanged(last.edition, output, store)
        if known:
            return known
        # Whatever a plugin makes of a text is made anew.
        if changed and not tools.plugins:
            from bantin.build.text_edit import retouched

            made = retouched(question.place, last, changed, request=request, output=output, tools=tools, store=store)
    if made is None:
        from bantin.build.pipeline import make

        made = make(request, output, tools, store, question=question, last=last)
    if question:
        up_to_date.note(question, made, store)
    return made.built


def _require_content(root: Path) -> None:
    if not (root / CONTENT).is_dir():
        raise UsageError(problems.NO_CONTENT.at(Location(".")))


def _require_own(memory: CacheLocation, root: Path) -> None:
    """Raises ``UsageError`` for a memory that came with the bulletin: nothing is read or written there."""
    strange = _foreign(memory, root)
    if strange:
        raise UsageError(strange)


def _foreign(memory: CacheLocation, root: Path) -> Problem | None:
    """What tells that ``memory`` came with the bulletin in ``root``."""
    links = memory.links(root)
    if links:
        return memory_problems.CACHE_IS_LINK.at(Location(display_path(links[0], root)))
    if memory.folder.is_dir() and memory.folder.is_relative_to(root):
        # A repository takes a while to ask, and one without a memory need not be.
        from bantin.content.git_history import tracks

        path = display_path(memory.folder, root)
        if tracks(root, path):
            return memory_problems.CACHE_IS_TRACKED.at(Location(path), path=path)
    return None


def _remembering(memory: CacheLocation | None, plugins: Sequence[PluginEntry], work: Callable[[Store], T]) -> T:
    """Does ``work`` with what is remembered in ``memory``, or else with one that is forgotten at its end.

    A memory that turns out to be damaged costs time: the work begins again without it.
    """
    version = program_version(plugins)
    try:
        with open_store(memory, version) as store:
            return work(store)
    except DamagedCache:
        with open_store(None, version) as store:
            return work(store)
