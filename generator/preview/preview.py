"""The state of a preview: the last good site, and what is wrong with the content since."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from time import perf_counter

from generator.build import Request, build
from generator.errors import BulletinError, Language, Problem, UsageError
from generator.executors import executor
from generator.report import Summary

FOLDER = ".bantin/preview"
"""Where a preview is built, below the root: never into ``site/``, since its addresses are those of this machine."""


@dataclass(frozen=True)
class Snapshot:
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

    def __init__(self, request: Request, jobs: int, clock: Callable[[], datetime]) -> None:
        self.folder = request.root / FOLDER
        self.root = request.root
        self._request = request
        self._jobs = jobs
        self._clock = clock
        self.snapshot = self._build()

    def rebuild(self) -> Snapshot:
        """Builds once more. Whatever is wrong is part of the snapshot, never an exception."""
        try:
            self.snapshot = self._build()
        except UsageError as error:
            self.snapshot = Snapshot((error.problem,), self.snapshot.language, Summary.failed((error.problem,), 0))
        return self.snapshot

    def _build(self) -> Snapshot:
        began = perf_counter()
        request = replace(self._request, now=self._clock())
        try:
            with executor(self._jobs) as workers:
                built = build(request, self.folder, workers, lambda _stage, _done, _total: None, adopt=True)
        except BulletinError as error:
            return Snapshot(error.problems, error.language, Summary.failed(error.problems, perf_counter() - began))
        problems = (*built.ready.problems, *built.report.problems)
        summary = Summary.passed(problems, built.ready.articles, built.report, perf_counter() - began)
        return Snapshot(problems, built.ready.language, summary)
