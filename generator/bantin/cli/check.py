"""``bantin check``."""

from datetime import date, datetime
from pathlib import Path

from bantin.build.build import check
from bantin.build.request import BuildContext, Request
from bantin.cli.commands import command
from bantin.cli.options import SANDBOXED, check_options, current_time, default_jobs, root_argument
from bantin.cli.run import Result, RunOptions, run
from bantin.cli.words import Bilingual

_CHECK = Bilingual(
    "Kiểm tra mọi điều mà lệnh build kiểm tra, nhưng không ghi gì.",
    "Check everything that a build checks, and write nothing.",
)


@command("check", _CHECK)
@root_argument
@check_options
def check_command(  # noqa: PLR0917 - click calls it by name
    root: Path,
    base_url: str | None,
    as_of: date | datetime | None,
    themes: str,
    jobs: int | None,
    style: str,
    *,
    drafts: bool,
    strict: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Checks the bulletin in ``root``."""

    def work(request: Request, context: BuildContext) -> Result:
        return Result(check(request, context))

    request = Request(root, current_time(), as_of, base_url, drafts, strict, sandboxed=themes == SANDBOXED)
    run(work, request, RunOptions(default_jobs(jobs), style, quiet, verbose))
