"""A test server that works like a production one: with compression, and cacheable assets."""

import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".png": "image/png",
}
_PRESSED = ("image/avif", "image/webp", "image/jpeg", "image/png", "application/octet-stream")


@cache
def _compressed(body: bytes) -> bytes:
    """Servers have files compressed ahead, as ``bantin deploy`` leaves them."""
    return gzip.compress(body, mtime=0)


@contextmanager
def served(folder: Path, sent: list[int] | None = None) -> Iterator[str]:
    """Serves ``folder`` on this machine only, and yields the address.

    Requests to the visitor counter get empty responses. The size of each response body is appended to ``sent``.
    """

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            if path.startswith("/_c/"):
                self._answer(204, "text/plain", b"")
                return
            file = (folder / path.lstrip("/") / ("index.html" if path.endswith("/") else "")).resolve()
            if not file.is_relative_to(folder.resolve()) or not file.is_file():
                self._answer(404, "text/plain", b"not found")
                return
            self._answer(200, _TYPES.get(file.suffix, "application/octet-stream"), file.read_bytes())

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self._answer(204, "text/plain", b"")

        def _answer(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            if body and kind not in _PRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
                body = _compressed(body)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Type", kind)
            lasting = "/static/" in self.path
            self.send_header("Cache-Control", "public, max-age=31536000, immutable" if lasting else "no-cache")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            if sent is not None:
                sent.append(len(body))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library gives it
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()
