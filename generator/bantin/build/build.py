"""The build: keeps a site that is up to date, puts edited texts or the day into it, or else runs the whole pipeline."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from bantin.build import up_to_date
from bantin.build.request import BuildContext, BuildResult, Edition, PublishedSite, Request
from bantin.content.discover import CONTENT, display_path
from bantin.domain.problems import Location, Problem, UsageError
from bantin.output.publish import Output, open_output, problems
from bantin.runtime.cache import CacheLocation, DamagedCache, Store, open_store, program_version
from bantin.runtime.cache import problems as cache_problems
from bantin.runtime.entry_points import PluginEntry

if TYPE_CHECKING:
    from bantin.index import Bulletin

T = TypeVar("T")


class Shortcut(Protocol):
    """A build that leaves out stages."""

    def __call__(
        self,
        place: str,
        last: up_to_date.LastBuild,
        *,
        request: Request,
        output: Output,
        tools: BuildContext,
        store: Store,
    ) -> BuildResult | None:
        """Publishes the site of the ``last`` build in ``place`` as it is now; returns ``None`` if it cannot."""


def check(request: Request, tools: BuildContext) -> Edition:
    """Runs every stage of a build except publishing. Writes nothing.

    Raises ``BulletinError`` with all problems when any of them is an error (a warning too, when the request is strict),
    and ``UsageError`` when there is no bulletin to build.
    """
    from bantin.build.pipeline import check_all

    _require_content(request.root)
    return _with_cache(None, tools.plugins, partial(check_all, request, tools))


def find_edition(request: Request, out: Path, tools: BuildContext) -> Edition:
    """The edition of the bulletin, without building it: from the cache if the site in ``out`` is up to date.

    Raises what ``check`` raises, except for problems of rendering.
    """
    _require_content(request.root)
    return _with_cache(tools.cache_location, tools.plugins, partial(_find_edition, request, out, tools))


def _find_edition(request: Request, out: Path, tools: BuildContext, store: Store) -> Edition:
    output = Output(out, frozenset())
    inputs = up_to_date.collect_inputs(request, tools, output, store) if tools.cache_location else None
    last = up_to_date.load_last(inputs.place, store) if inputs else None
    if inputs and last and last.fits(inputs, request) and not last.changed(inputs):
        return last.edition
    from bantin.build.prepare import prepare

    return prepare(request, tools, store).edition


def load_bulletin(request: Request, tools: BuildContext) -> "Bulletin":
    """Runs the stages before rendering, and returns the bulletin. Writes nothing. Raises what ``check`` raises."""
    from bantin.build.prepare import prepare

    _require_content(request.root)
    return _with_cache(None, tools.plugins, lambda store: prepare(request, tools, store).bulletin)


def build(request: Request, out: Path, tools: BuildContext, *, adopt: bool = False) -> PublishedSite:
    """Builds the site into the folder ``out``, which stays unchanged, byte for byte, if anything goes wrong.

    Raises what ``check`` raises, and ``UsageError`` when ``out`` must not be written to; ``adopt`` lets it be a folder
    with files that Bantin did not make.
    """
    output = open_output(out, request.root, adopt=adopt)
    _require_content(request.root)
    if tools.cache_location:
        _require_own(tools.cache_location, request.root)
    return _with_cache(tools.cache_location, tools.plugins, partial(_build, request, output, tools))


def outdated(
    root: Path, out: Path, cache_location: CacheLocation | None, plugins: Sequence[PluginEntry] = ()
) -> list[str]:
    """The files that have changed since the site in ``out`` was built; none if the cache does not know it."""
    if cache_location is None or not cache_location.folder.is_dir() or _foreign(cache_location, root):
        return []
    return _with_cache(cache_location, plugins, partial(up_to_date.outdated, root, out))


def _build(request: Request, output: Output, tools: BuildContext, store: Store) -> PublishedSite:
    inputs = up_to_date.collect_inputs(request, tools, output, store) if tools.cache_location else None
    last = up_to_date.load_last(inputs.place, store) if inputs else None
    made = None
    # Imported lazily: loading the stages takes longer than finding that a site is up to date.
    if inputs and last and last.fits(inputs, request) and not output.unfinished:
        changed = last.changed(inputs)
        is_same = not changed and last.is_of_day(request)
        known = up_to_date.unchanged(last.edition, output, store) if is_same else None
        if known:
            return known
        # A plugin may use texts and the day anywhere, so that every page has to be planned again.
        if not tools.plugins:
            shortcut = _shortcut(last, changed, request)
            if shortcut:
                made = shortcut(inputs.place, last, request=request, output=output, tools=tools, store=store)
    if made is None:
        from bantin.build.pipeline import make

        made = make(request, output, tools, store, inputs=inputs, last=last)
    if inputs:
        up_to_date.note(inputs, made, store)
    return made.built


def _shortcut(last: up_to_date.LastBuild, changed: Sequence[str], request: Request) -> Shortcut | None:
    """The build that suffices if only texts have ``changed``, or only the day has; ``None`` if none does."""
    same_day = last.is_of_day(request)
    if changed and same_day:
        from bantin.build.text_edit import with_edited_texts

        return partial(with_edited_texts, changed=changed)
    # A strict build stops at warnings, and those about files that are not public yet may be new on another day.
    if not changed and not same_day and not request.strict:
        from bantin.build.next_day import on_another_day

        return on_another_day
    return None


def _require_content(root: Path) -> None:
    if not (root / CONTENT).is_dir():
        raise UsageError(problems.NO_CONTENT.at(Location(".")))


def _require_own(cache_location: CacheLocation, root: Path) -> None:
    """Raises ``UsageError`` for a cache that came with the bulletin: nothing in it is read or written."""
    strange = _foreign(cache_location, root)
    if strange:
        raise UsageError(strange)


def _foreign(cache_location: CacheLocation, root: Path) -> Problem | None:
    """Returns the problem of a cache that came with the bulletin in ``root``: by a link, or from its Git repository."""
    links = cache_location.links(root)
    if links:
        return cache_problems.CACHE_IS_LINK.at(Location(display_path(links[0], root)))
    if cache_location.folder.is_dir() and cache_location.folder.is_relative_to(root):
        # Imported lazily: a bulletin without a cache needs no Git here.
        from bantin.content.git_history import tracks

        path = display_path(cache_location.folder, root)
        if tracks(root, path):
            return cache_problems.CACHE_IS_TRACKED.at(Location(path), path=path)
    return None


def _with_cache(cache_location: CacheLocation | None, plugins: Sequence[PluginEntry], work: Callable[[Store], T]) -> T:
    """Runs ``work`` with the cache in ``cache_location``, or with a temporary one.

    A cache that turns out to be damaged costs time only: the work starts again with a temporary one.
    """
    version = program_version(plugins)
    try:
        with open_store(cache_location, version) as store:
            return work(store)
    except DamagedCache:
        with open_store(None, version) as store:
            return work(store)
