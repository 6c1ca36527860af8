"""The state of a preview: the last good site, and what is wrong with the content since."""

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
"""Where a preview is built, below the root: never into ``site/``, since its addresses are those of this machine."""


class Snapshot(Struct, frozen=True):
    """The preview after one build: what was wrong, in which language to say so, and what the build did."""

    problems: tuple[Problem, ...]
    language: Language
    summary: Summary

    @property
    def failed(self) -> bool:
        """Whether the site shown is an older one."""
        return not self.summary.published


class Preview:
    """Builds the preview again and again. ``snapshot`` is the newest; ``folder`` holds the last good site."""

    def __init__(
        self,
        request: Request,
        jobs: int,
        clock: Callable[[], datetime],
        memory: CacheLocation | None = None,
        find: "FindEngine | None" = None,
    ) -> None:
        self.folder = request.root / FOLDER
        self.root = request.root
        self._request = request
        self._tools = BuildContext(local(jobs), memory, recollection=DecodedRecords(), plugins=installed_plugins())
        self._clock = clock
        # The search is brought up to date once: an editor who waits for a page does not wait for an index.
        self.snapshot = self._build(replace(self._tools, find_engine=find))

    def rebuild(self) -> Snapshot:
        """Builds once more. Whatever is wrong is part of the snapshot, never an exception."""
        try:
            self.snapshot = self._build(self._tools)
        except UsageError as error:
            self.snapshot = Snapshot((error.problem,), self.snapshot.language, Summary.failed((error.problem,), 0))
        return self.snapshot

    def _build(self, tools: BuildContext) -> Snapshot:
        began = perf_counter()
        request = replace(self._request, now=self._clock())
        try:
            with _without_collector():
                built = build(request, self.folder, tools, adopt=True)
        except BulletinError as error:
            return Snapshot(error.problems, error.language, Summary.failed(error.problems, perf_counter() - began))
        problems = (*built.edition.problems, *built.report.problems)
        summary = Summary.passed(problems, built.edition.articles, built.report, perf_counter() - began)
        return Snapshot(problems, built.edition.language, summary)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Nearly all that a build makes is kept to its end: to look for garbage over and over makes an editor wait."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
