"""The state of a preview: the last good site, and the problems of the latest build."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from time import perf_counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bantin.build.build import build
from bantin.build.request import MEMORY, BuildContext, Request
from bantin.content.record_cache import DecodedRecords
from bantin.domain.problems import BulletinError, Language, Problem, UsageError
from bantin.report import Summary
from bantin.runtime.cache import CacheLocation
from bantin.runtime.entry_points import installed_plugins
from bantin.runtime.workers import local

if TYPE_CHECKING:
    from bantin.render.search import FindEngine

FOLDER = f"{MEMORY}/preview"
"""The folder of the preview, below the root: not ``site/``, since its pages have addresses of this machine."""


class Snapshot(Struct, frozen=True):
    """The result of one build: its problems, the language to report them in, and its summary."""

    problems: tuple[Problem, ...]
    language: Language
    summary: Summary

    @property
    def failed(self) -> bool:
        """Whether the build failed, so that the site shown is an older one."""
        return not self.summary.published


class Preview:
    """Builds the preview and rebuilds it on demand. ``snapshot`` is the latest; ``folder`` holds the last good site."""

    def __init__(
        self,
        request: Request,
        jobs: int,
        clock: Callable[[], datetime],
        cache_location: CacheLocation | None = None,
        find: "FindEngine | None" = None,
    ) -> None:
        self.folder = request.root / FOLDER
        self.root = request.root
        self._request = request
        self._context = BuildContext(
            local(jobs), cache_location, recollection=DecodedRecords(), plugins=installed_plugins()
        )
        self._clock = clock
        # The search index is built only once, so that an editor does not wait for it at every change.
        self.snapshot = self._build(replace(self._context, find_engine=find))

    def rebuild(self) -> Snapshot:
        """Builds again. Problems become part of the snapshot and are never raised."""
        try:
            self.snapshot = self._build(self._context)
        except UsageError as error:
            self.snapshot = Snapshot((error.problem,), self.snapshot.language, Summary.failed((error.problem,), 0))
        return self.snapshot

    def _build(self, context: BuildContext) -> Snapshot:
        began = perf_counter()
        request = replace(self._request, now=self._clock())
        try:
            with _without_collector():
                built = build(request, self.folder, context, adopt=True)
        except BulletinError as error:
            return Snapshot(error.problems, error.language, Summary.failed(error.problems, perf_counter() - began))
        problems = (*built.edition.problems, *built.report.problems)
        summary = Summary.passed(problems, built.edition.articles, built.report, perf_counter() - began)
        return Snapshot(problems, built.edition.language, summary)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Disables garbage collection: nearly all objects of a build live to its end, so it would only cost time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
