"""``bantin build``."""

from concurrent.futures import Executor
from datetime import date
from pathlib import Path

import click

from generator.build import Progress, Request, build
from generator.cli.options import check_options, current_time, default_jobs, root_argument
from generator.cli.run import Result, run


@click.command("build")
@root_argument
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Where to put the site.  [default: ROOT/site]")
@click.option("--adopt", is_flag=True, help="Publish into a folder with files that Bantin did not make; they stay.")
@check_options
def build_command(  # noqa: PLR0917 - click calls it by name
    root: Path,
    out: Path | None,
    base_url: str | None,
    as_of: date | None,
    jobs: int | None,
    style: str,
    *,
    adopt: bool,
    drafts: bool,
    strict: bool,
    quiet: bool,
) -> None:
    """Build the bulletin in ROOT (a folder with content/) into a site.

    Nothing is published while anything is wrong: the site stays as it was.
    """

    def work(request: Request, workers: Executor, progress: Progress) -> Result:
        built = build(request, out or root / "site", workers, progress, adopt=adopt)
        return Result(built.ready, built.report)

    request = Request(root, current_time(), as_of, base_url, drafts, strict)
    run(work, request, default_jobs(jobs), style, quiet=quiet)
