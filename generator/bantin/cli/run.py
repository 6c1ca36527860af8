"""Running a build or a check for a command: from its options to its exit status."""

import gc
from collections.abc import Callable
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
from bantin.domain.problems import BulletinError, UsageError
from bantin.output.publish import Report
from bantin.report import Summary
from bantin.runtime.cache import CacheLocation
from bantin.runtime.entry_points import installed_plugins

if TYPE_CHECKING:
    from bantin.render.search import FindEngine

PROBLEMS, WRONG_USE = 1, 2
"""Exit statuses besides 0: problems in the content, wrong use of the command."""


class Result(Struct, frozen=True):
    """What a run made: a site that passed every check, and what publishing it changed, if it was published."""

    edition: Edition
    report: Report | None = None


class RunOptions(Struct, frozen=True):
    """How to work and how to tell of it.

    ``memory`` is where things are remembered, ``None`` for no memory; ``cluster`` the address of the scheduler
    whose workers do what ``jobs`` processes of this machine would otherwise do; ``profile`` tells where the time went.
    """

    jobs: int
    style: str
    quiet: bool
    verbose: bool
    memory: CacheLocation | None = None
    cluster: str | None = None
    profile: bool = False


def run(
    work: Callable[[Request, BuildContext], Result],
    request: Request,
    manner: RunOptions,
    find: "FindEngine | None" = None,
) -> None:
    """Does ``work``, tells of it, and ends the command with the exit status that it deserves.

    ``find`` finds the engine of the search; without it the search stays as it is.
    """
    # Nearly all that is made is kept to the end, so looking for garbage over and over is wasted.
    gc.disable()
    began = perf_counter()
    style, quiet = manner.style, manner.quiet
    talk = Console(style, "en", request.root, quiet, manner.verbose)
    try:
        with workers_at(manner.cluster, manner.jobs) as workers, progress_bar(request.root, quiet=quiet) as progress:
            profile = Profile(progress) if manner.profile else None
            tools = BuildContext(workers, manner.memory, progress, find_engine=find, plugins=installed_plugins())
            if profile:
                tools = replace(tools, progress=profile.progress, stopwatch=profile.rendered)
            result = work(request, tools)
    except BulletinError as error:
        told = replace(talk, language=error.language)
        told.end(error.problems, Summary.failed(error.problems, perf_counter() - began))
        raise SystemExit(PROBLEMS) from None
    except UsageError as error:
        talk = replace(talk, language=spoken_language([request.root]))
        if style == "json":
            talk.end([error.problem], Summary.failed([error.problem], perf_counter() - began))
        else:
            talk.problems([error.problem])
        raise SystemExit(WRONG_USE) from None
    problems = (*result.edition.problems, *(result.report.problems if result.report else ()))
    told = replace(talk, language=result.edition.language)
    told.end(
        problems,
        Summary.passed(problems, result.edition.articles, result.report, perf_counter() - began, result.edition.search),
    )
    if profile:
        click.echo(profile.tables(told.language), err=True, nl=False)
