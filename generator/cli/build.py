"""``bantin build``."""

from datetime import date
from pathlib import Path

import click

from generator.build import build
from generator.cli.engine import find_engine
from generator.cli.executor import executor_address
from generator.cli.options import check_options, current_time, default_jobs, root_argument
from generator.cli.run import Manner, Result, run
from generator.request import MEMORY, Request, Tools


@click.command("build")
@root_argument
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Where to put the site.  [default: ROOT/site]")
@click.option("--adopt", is_flag=True, help="Publish into a folder with files that Bantin did not make; they stay.")
@click.option("--no-cache", is_flag=True, help="Read and render everything anew, and remember nothing of it.")
@click.option("--no-history", is_flag=True, help="Do not tell from which commits of the repository the site is made.")
@click.option("--profile", is_flag=True, help="Tell where the time went: by stage and by template.")
@click.option(
    "--executor",
    metavar="dask://HOST:PORT",
    callback=executor_address,
    help="Read and render on a Dask cluster whose machines see the bulletin at the same path.",
)
@check_options
def build_command(  # noqa: PLR0917 - click calls it by name
    root: Path,
    out: Path | None,
    executor: str | None,
    base_url: str | None,
    as_of: date | None,
    jobs: int | None,
    style: str,
    *,
    adopt: bool,
    no_cache: bool,
    no_history: bool,
    profile: bool,
    drafts: bool,
    strict: bool,
    quiet: bool,
) -> None:
    """Build the bulletin in ROOT (a folder with content/) into a site.

    Nothing is published while anything is wrong: the site stays as it was.
    """

    def work(request: Request, tools: Tools) -> Result:
        built = build(request, out or root / "site", tools, adopt=adopt)
        return Result(built.edition, built.report)

    if executor and no_cache:
        raise click.UsageError("--executor needs the cache: through it the machines of a cluster share what was read.")
    root = root.resolve() if executor else root
    request = Request(root, current_time(), as_of, base_url, drafts, strict, history=not no_history)
    memory = None if no_cache else root / MEMORY
    run(work, request, Manner(default_jobs(jobs), style, quiet, memory, executor, profile), find_engine)
