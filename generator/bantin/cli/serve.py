"""``bantin serve``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bantin.build.request import Request
from bantin.cli.commands import command, option
from bantin.cli.console import Console
from bantin.cli.engine import find_engine
from bantin.cli.language import spoken_language
from bantin.cli.memory import memory_of
from bantin.cli.options import (
    JOBS,
    SANDBOXED,
    VERBOSE,
    current_time,
    default_jobs,
    root_argument,
    themes_option,
)
from bantin.cli.run import WRONG_USE
from bantin.cli.words import Bilingual
from bantin.domain.problems import Problem, UsageError
from bantin.report import changes

if TYPE_CHECKING:
    from bantin.preview import Preview


_SERVE = Bilingual(
    """Xem thử bản tin trong THƯ-MỤC bằng trình duyệt, kể cả bản nháp; mỗi lần lưu tệp, trang tự cập nhật.

    Chỗ sai hiện ở đây và ngay trên trang; bên dưới vẫn là bản tốt gần nhất.
    """,
    """Preview the bulletin in ROOT in a browser, drafts included, and follow every change.

    What is wrong shows here and over the page; the last good site stays below it.
    """,
)
_HOST = Bilingual("Địa chỉ để mở bản xem thử.", "The address to serve at.")
_PORT = Bilingual("Cổng để mở bản xem thử.", "The port to serve at.")


@command("serve", _SERVE)
@root_argument
@option("--host", default="127.0.0.1", show_default=True, words=_HOST)
@option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), words=_PORT)
@themes_option
@option("-j", "--jobs", type=click.IntRange(1, 64), words=JOBS)
@option("-v", "--verbose", is_flag=True, words=VERBOSE)
def serve_command(root: Path, host: str, port: int, themes: str, jobs: int | None, *, verbose: bool) -> None:
    """Serves a preview of the bulletin in ``root``."""
    # Imported lazily: only this command needs the server.
    from bantin.preview import Preview, preview_counter, require_port, serve

    address = f"http://{host}:{port}/"
    request = Request(root, current_time(), base_url=address, drafts=True, sandboxed=themes == SANDBOXED)
    try:
        require_port(host, port)
        preview = Preview(request, default_jobs(jobs), current_time, memory_of(root), find_engine)
        reported = _report(preview, (), verbose=verbose)

        def on_change() -> None:
            nonlocal reported
            preview.rebuild()
            reported = _report(preview, reported, verbose=verbose)

        click.echo(address)
        serve(preview, host, port, on_change, preview_counter(preview, current_time))
    except UsageError as error:
        Console("text", spoken_language([root]), root).problems([error.problem])
        raise SystemExit(WRONG_USE) from None


def _report(preview: "Preview", reported: tuple[Problem, ...], *, verbose: bool) -> tuple[Problem, ...]:
    """Shows the problems that are not among those ``reported``; returns all that have been reported by now."""
    snapshot = preview.snapshot
    found = changes(reported, snapshot.problems, partial=snapshot.failed)
    Console("text", snapshot.language, preview.root, verbose=verbose).news(found, snapshot.summary)
    return found.known
