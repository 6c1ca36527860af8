"""Running a build or a check for a command: from its options to its exit status."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from time import perf_counter

from generator.build import Progress, Ready, Request
from generator.cli.console import Talk, progress_bar
from generator.content.settings import peek_language
from generator.errors import BulletinError, UsageError
from generator.executors import executor
from generator.publish import Report
from generator.report import Summary

PROBLEMS, WRONG_USE = 1, 2
"""Exit statuses besides 0: problems in the content, wrong use of the command."""


@dataclass(frozen=True)
class Result:
    """What a run made: a site that passed every check, and what publishing it changed, if it was published."""

    ready: Ready
    report: Report | None = None


def run(
    work: Callable[[Request, Executor, Progress], Result], request: Request, jobs: int, style: str, *, quiet: bool
) -> None:
    """Does ``work``, tells of it, and ends the command with the exit status that it deserves."""
    began = perf_counter()
    language = peek_language(request.root)
    talk = Talk(style, language, request.root, quiet)

    try:
        with progress_bar(language, quiet=quiet) as progress, executor(jobs) as workers:
            result = work(request, workers, progress)
    except BulletinError as error:
        told = replace(talk, language=error.language)
        told.end(error.problems, Summary.failed(error.problems, perf_counter() - began))
        raise SystemExit(PROBLEMS) from None
    except UsageError as error:
        if style == "json":
            talk.end([error.problem], Summary.failed([error.problem], perf_counter() - began))
        else:
            talk.problems([error.problem])
        raise SystemExit(WRONG_USE) from None
    problems = (*result.ready.problems, *(result.report.problems if result.report else ()))
    told = replace(talk, language=result.ready.language)
    told.end(problems, Summary.passed(problems, result.ready.articles, result.report, perf_counter() - began))
