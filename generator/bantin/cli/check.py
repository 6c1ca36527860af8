"""``bantin check``."""

from datetime import date, datetime
from pathlib import Path

import click

from bantin.build.build import check
from bantin.build.request import BuildContext, Request
from bantin.cli.commands import argument, command
from bantin.cli.options import SANDBOXED, check_options, current_time, default_jobs
from bantin.cli.root import find_root
from bantin.cli.run import Result, RunOptions, run
from bantin.cli.words import Bilingual, WrongUse
from bantin.content.discover import display_path

_CHECK = Bilingual(
    """Kiểm tra mọi điều mà lệnh build kiểm tra, nhưng không ghi gì.

    Nêu TỆP (hoặc thư mục con) thì vẫn đọc cả bản tin, nhưng chỉ báo, và chỉ tính, vấn đề của các tệp ấy.
    """,
    """Check everything that a build checks, and write nothing.

    With FILEs (or folders in the bulletin), all of it is read, but only the problems of these files are reported and
    decide.
    """,
)
_NO_FILE = Bilingual("Không có tệp {path}.", "There is no file {path}.")
_OUTSIDE = Bilingual("{path} không nằm trong bản tin ở {root}.", "{path} is not in the bulletin in {root}.")


@command("check", _CHECK)
@argument("paths", metavar="[ROOT | FILE...]", nargs=-1, type=click.Path(path_type=Path))
@check_options
def check_command(  # noqa: PLR0917 - click calls it by name
    paths: tuple[Path, ...],
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
    """Checks a bulletin, or files of one."""
    root, only = _chosen(paths)

    def work(request: Request, context: BuildContext) -> Result:
        return Result(check(request, context))

    request = Request(root, current_time(), as_of, base_url, drafts, strict, sandboxed=themes == SANDBOXED)
    run(work, request, RunOptions(default_jobs(jobs), style, quiet, verbose, only=only))


def _chosen(paths: tuple[Path, ...]) -> tuple[Path, tuple[str, ...]]:
    """The bulletin to check, and the paths from its root of the files that are named. Raises ``WrongUse``."""
    first = paths[0] if paths else Path()
    if not first.exists() and first.suffix:
        raise WrongUse(_NO_FILE, path=first)
    root = find_root(first.parent if first.is_file() else first)
    if not paths or paths == (root,):
        return root, ()
    return root, tuple(_within(path, root) for path in paths)


def _within(path: Path, root: Path) -> str:
    if not path.exists():
        raise WrongUse(_NO_FILE, path=path)
    inside = display_path(path, root)
    if Path(inside).is_absolute():
        raise WrongUse(_OUTSIDE, path=path, root=root)
    return inside
