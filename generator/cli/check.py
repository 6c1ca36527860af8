"""``bantin check``."""

from datetime import date
from pathlib import Path

import click

from generator.build import check
from generator.cli.options import check_options, current_time, default_jobs, root_argument
from generator.cli.run import Manner, Result, run
from generator.request import Request, Tools


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

    def work(request: Request, tools: Tools) -> Result:
        return Result(check(request, tools))

    request = Request(root, current_time(), as_of, base_url, drafts, strict)
    run(work, request, Manner(default_jobs(jobs), style, quiet))
