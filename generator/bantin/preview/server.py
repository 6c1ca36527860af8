"""The server of a preview, based on livereload: browsers reload when the content changes."""

import logging
import re
from collections.abc import Callable

from livereload import Server
from tornado.netutil import bind_sockets

from bantin.content.discover import CONTENT
from bantin.domain.problems import Location, UsageError
from bantin.domain.system_errors import reason_of
from bantin.preview import problems
from bantin.preview.application import application, without_policy
from bantin.preview.counting import CounterHandler, PreviewCounter
from bantin.preview.preview import Preview
from bantin.preview.watcher import SystemWatcher


class _Server(Server):  # type: ignore[misc] # livereload has no annotations
    """A livereload server that also serves the visitor counter, if there is one."""

    counter: PreviewCounter | None = None

    def _setup_logging(self) -> None:
        """Logs errors only: livereload would log each request and each change, in English, among the problems."""
        handler = logging.StreamHandler()
        handler.setLevel(logging.ERROR)
        logging.getLogger("tornado").addHandler(handler)

    def get_web_handlers(self, script: bytes) -> list[tuple[object, ...]]:
        """Returns patterns of addresses with their handlers; the first match is used."""
        handlers: list[tuple[object, ...]] = super().get_web_handlers(script)
        if self.counter is None:
            return handlers
        pattern = re.escape(self.counter.base) + "/.*"
        return [(pattern, CounterHandler, {"service": self.counter.service}), *handlers]


def require_port(host: str, port: int) -> None:
    """Raises ``UsageError`` if the port is not available; to be called before the preview is built."""
    try:
        for bound in bind_sockets(port, host):
            bound.close()
    except OSError as error:
        raise _cannot_listen(host, port, error) from error


def serve(
    preview: Preview, host: str, port: int, on_change: Callable[[], None], counter: PreviewCounter | None = None
) -> None:
    """Serves ``preview`` until it is interrupted; calls ``on_change`` whenever content or themes have changed.

    ``counter`` counts the visitors of the preview. Raises ``UsageError`` if the port is not available.
    """
    server = _Server(without_policy(application(preview)), SystemWatcher())
    server.counter = counter
    for folder in (CONTENT, "themes"):
        server.watch(str((preview.root / folder).absolute()), on_change)
    try:
        server.serve(port=port, host=host, debug=False)
    except OSError as error:
        raise _cannot_listen(host, port, error) from error
    finally:
        if counter:
            counter.store.close()


def _cannot_listen(host: str, port: int, error: OSError) -> UsageError:
    reason = reason_of(error)
    return UsageError(problems.CANNOT_LISTEN.at(Location("."), address=f"http://{host}:{port}/", reason=reason))
