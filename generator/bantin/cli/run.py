"""Running a build or a check for a command, from its options to its exit status."""

import gc
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import replace

from bantin.build.request import BuildContext, Edition, Request
from bantin.cli.console import Console, progress_bar
from bantin.cli.executor import workers_at
from bantin.cli.language import spoken_language
from bantin.cli.profile import Profile
from bantin.cli.words import Bilingual
from bantin.domain.problems import BulletinError, Problem, UsageError, has_errors
from bantin.domain.text.number_format import format_integer
from bantin.output.publish import Report
from bantin.report import Summary
from bantin.runtime.cache import CacheLocation
from bantin.runtime.entry_points import installed_plugins

if TYPE_CHECKING:
    from bantin.render.search import FindEngine

PROBLEMS, WRONG_USE = 1, 2
"""Exit statuses besides 0: problems in the content, wrong use of the command."""
_ELSEWHERE = Bilingual(
    "Ngoài các tệp đã nêu, bản tin còn {count} vấn đề.",
    "Apart from these files, the bulletin has {count} more problems.",
)


class Result(Struct, frozen=True):
    """The result of a run: a site that passed every check and, if it was published, what publishing changed."""

    edition: Edition
    report: Report | None = None


class RunOptions(Struct, frozen=True):
    """Options of a run and of its output.

    Without a ``cache_location`` there is no cache. ``cluster`` is the address of a scheduler whose workers are used
    instead of ``jobs`` local processes; ``profile`` shows where the time went. Only the problems of files at or below
    the paths ``only`` are reported and decide, if there are any.
    """

    jobs: int
    style: str
    quiet: bool
    verbose: bool
    cache_location: CacheLocation | None = None
    cluster: str | None = None
    profile: bool = False
    only: tuple[str, ...] = ()


def run(
    work: Callable[[Request, BuildContext], Result],
    request: Request,
    options: RunOptions,
    find: "FindEngine | None" = None,
    answer: Callable[[Edition], None] | None = None,
) -> None:
    """Does ``work``, reports its result, and ends the command with an exit status if it failed.

    ``find`` finds the search engine; without it the search index stays as it is. A command that is asked for one thing
    gives its ``answer`` in place of the report.
    """
    # Nearly all objects live to the end of a run, so garbage collection would only cost time.
    gc.disable()
    began = perf_counter()
    style, quiet = options.style, options.quiet
    console = Console(style, "en", request.root, quiet, options.verbose)
    try:
        with workers_at(options.cluster, options.jobs) as workers, progress_bar(request.root, quiet=quiet) as progress:
            profile = Profile(progress) if options.profile else None
            context = BuildContext(
                workers, options.cache_location, progress, find_engine=find, plugins=installed_plugins()
            )
            if profile:
                context = replace(context, progress=profile.progress, stopwatch=profile.rendered)
            result = work(request, context)
    except BulletinError as error:
        console = replace(console, language=error.language)
        problems = _concerning(error.problems, options.only)
        fails = not options.only or has_errors(problems) or (request.strict and bool(problems))
        summary = replace(Summary.failed(problems, perf_counter() - began), ok=not fails)
        _end(console, problems, summary, len(error.problems))
        if fails:
            raise SystemExit(PROBLEMS) from None
        return
    except UsageError as error:
        console = replace(console, language=spoken_language([request.root]))
        if style == "json":
            console.end([error.problem], Summary.failed([error.problem], perf_counter() - began))
        else:
            console.problems([error.problem])
        raise SystemExit(WRONG_USE) from None
    if answer:
        answer(result.edition)
        return
    every = (*result.edition.problems, *(result.report.problems if result.report else ()))
    problems = _concerning(every, options.only)
    console = replace(console, language=result.edition.language)
    took = perf_counter() - began
    summary = Summary.passed(problems, result.edition.articles, result.report, took, result.edition.search)
    _end(console, problems, summary, len(every))
    if profile:
        click.echo(profile.tables(console.language), err=True, nl=False)
    if not summary.ok:
        raise SystemExit(PROBLEMS)


def _concerning(problems: Sequence[Problem], only: tuple[str, ...]) -> tuple[Problem, ...]:
    """The problems of files at or below the paths ``only``; all if there are none."""
    return tuple(
        one
        for one in problems
        if not only or any(one.location.path == path or one.location.path.startswith(f"{path}/") for path in only)
    )


def _end(console: Console, problems: Sequence[Problem], summary: Summary, every: int) -> None:
    """Reports ``problems``, and how many there are besides; ``every`` is the number of all."""
    console.end(problems, summary)
    if every > len(problems) and console.style == "text" and not console.quiet:
        others = format_integer(every - len(problems), console.language)
        click.echo(_ELSEWHERE.of(console.language).format(count=others))
