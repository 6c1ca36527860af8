"""Previews of small bulletins, and requests to them without a network."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bantin.build.request import MEMORY
from bantin.preview import Preview
from bantin.preview.application import application
from tests.bulletins import NOW, memory_in, request

ADDRESS = "http://127.0.0.1:8000/"


@dataclass(frozen=True)
class Response:
    """The response to a request."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def preview_of(root: Path, now: datetime = NOW) -> Preview:
    """A preview like that of the command, except for the clock."""
    return Preview(request(root, as_of=None, base_url=ADDRESS, drafts=True), 1, lambda: now, memory_in(root / MEMORY))


def get(preview: Preview, path: str) -> Response:
    """The response to a request for ``path``, which servers decode as Latin-1."""
    started: list[tuple[str, list[tuple[str, str]]]] = []

    def start_response(status: str, headers: list[tuple[str, str]]) -> None:
        started.append((status, headers))

    environ: dict[str, Any] = {"REQUEST_METHOD": "GET", "PATH_INFO": path.encode().decode("latin-1")}
    body = b"".join(application(preview)(environ, start_response))
    ((status, headers),) = started
    return Response(int(status[:3]), dict(headers), body)
