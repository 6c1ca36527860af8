"""Reading a whole bulletin, with its drafts, for commands that work on what is in it."""

from datetime import date, datetime
from pathlib import Path

from bantin.build.build import load_bulletin
from bantin.build.request import BuildContext, Request
from bantin.cli.console import Console
from bantin.cli.options import current_time, default_jobs
from bantin.cli.run import PROBLEMS
from bantin.domain.problems import BulletinError
from bantin.index import Bulletin
from bantin.runtime.entry_points import installed_plugins
from bantin.runtime.workers import local


def load_with_drafts(root: Path, as_of: date | datetime | None = None) -> Bulletin:
    """Reads the bulletin in ``root`` as it is at ``as_of``, or now. Ends the command if there are errors."""
    context = BuildContext(local(default_jobs(None)), plugins=installed_plugins())
    try:
        return load_bulletin(Request(root, current_time(), as_of, drafts=True), context)
    except BulletinError as error:
        Console("text", error.language, root).problems(error.problems)
        raise SystemExit(PROBLEMS) from None
