"""``bantin check``."""

from concurrent.futures import Executor
from datetime import date
from pathlib import Path

import click

from generator.build import Progress, Request, prepare
from generator.cli.options import check_options, current_time, default_jobs, root_argument
from generator.cli.run import Result, run


@click.command("check")
@root_argument
@check_options
def check_command(
    root: Path,
    base_url: str | None,
    as_of: date | None,
    jobs: int | None,
    style: str,
    *,
    drafts: bool,
    strict: bool,
    quiet: bool,
) -> None:
    """Check everything that a build checks, and write nothing."""

    def work(request: Request, workers: Executor, progress: Progress) -> Result:
        return Result(prepare(request, workers, progress))

    request = Request(root, current_time(), as_of, base_url, drafts, strict)
    run(work, request, default_jobs(jobs), style, quiet=quiet)
