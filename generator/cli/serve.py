"""``bantin serve``."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import Talk
from generator.cli.engine import find_engine
from generator.cli.options import current_time, default_jobs, root_argument
from generator.cli.run import WRONG_USE
from generator.content.files import peek_language
from generator.errors import UsageError
from generator.request import Request

if TYPE_CHECKING:
    from generator.preview import Preview


@click.command("serve")
@root_argument
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve at.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to serve at.")
@click.option("-j", "--jobs", type=click.IntRange(1, 64), help="Processes to work with.  [default: all cores]")
def serve_command(root: Path, host: str, port: int, jobs: int | None) -> None:
    """Preview the bulletin in ROOT in a browser, drafts included, and follow every change.

    What is wrong shows here and over the page; the last good site stays below it.
    """
    # The server is much to load, and other commands have no use for it.
    from generator.preview import Preview, preview_counter, serve

    address = f"http://{host}:{port}/"
    request = Request(root, current_time(), base_url=address, drafts=True)
    try:
        preview = Preview(request, default_jobs(jobs), current_time, find_engine)

        def on_change() -> None:
            preview.rebuild()
            _tell(preview)

        _tell(preview)
        click.echo(address)
        logging.getLogger("livereload").propagate = False
        serve(preview, host, port, on_change, preview_counter(preview, current_time))
    except UsageError as error:
        Talk("text", peek_language(root), root).problems([error.problem])
        raise SystemExit(WRONG_USE) from None


def _tell(preview: "Preview") -> None:
    snapshot = preview.snapshot
    Talk("text", snapshot.language, preview.root).end(snapshot.problems, snapshot.summary)
