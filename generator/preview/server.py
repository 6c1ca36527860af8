"""The server of a preview, on livereload: browsers reload when the content changes."""

from collections.abc import Callable

from livereload import Server

from generator.content.discover import CONTENT
from generator.errors import Location, UsageError
from generator.preview import problems
from generator.preview.application import application
from generator.preview.preview import Preview
from generator.preview.watcher import SystemWatcher


def serve(preview: Preview, host: str, port: int, on_change: Callable[[], None]) -> None:
    """Serves ``preview`` until it is interrupted; calls ``on_change`` whenever content or theme has changed.

    Raises ``UsageError`` when the port is not to be had.
    """
    server = Server(application(preview), SystemWatcher())
    for folder in (CONTENT, "themes"):
        server.watch(str((preview.root / folder).absolute()), on_change)
    try:
        server.serve(port=port, host=host, debug=False)
    except OSError as error:
        at = Location(".")
        reason = error.strerror or error
        raise UsageError(problems.CANNOT_LISTEN.at(at, address=f"http://{host}:{port}/", reason=reason)) from error
