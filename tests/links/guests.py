"""A web server for link checks, which records its requests."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

REDIRECTS = {"/moved": (301, "/ok"), "/twice": (308, "/moved"), "/for-now": (302, "/ok"), "/then": (302, "/moved")}
REDIRECTS |= {f"/hub-{status}": (status, "/hub") for status in (301, 302, 303, 307, 308)}
STATUSES = {"/ok": 200, "/gone": 410, "/missing": 404, "/broken": 500, "/no-head": 200, "/hub": 202, "/no": 403}


@dataclass
class Asked:
    """A recorded request: its method, path and body."""

    address: str = ""
    requests: list[tuple[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)


@contextmanager
def answering() -> Iterator[Asked]:
    asked = Asked()

    class Handler(http.server.BaseHTTPRequestHandler):
        def _answer(self) -> None:
            asked.requests.append((self.command, self.path))
            path = self.path.partition("?")[0]
            status = 405 if (self.command, path) == ("HEAD", "/no-head") else STATUSES.get(path, 404)
            if path == "/loop":
                status, location = 302, "/loop"
            else:
                status, location = REDIRECTS.get(path, (status, ""))
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_GET(self) -> None:
            self._answer()

        def do_HEAD(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            asked.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            self._answer()

        def log_message(self, *_told: object) -> None:
            """Logs nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        asked.address = f"http://127.0.0.1:{server.server_address[1]}"
        try:
            yield asked
        finally:
            server.shutdown()
            thread.join()
