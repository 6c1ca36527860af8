"""Counters for tests, with a clock that tests set, and without a network."""

import asyncio
import json
import weakref
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bantin.counter.admission import Admission
from bantin.counter.application import Application, ServiceSettings
from bantin.counter.calendar import Calendar
from bantin.counter.hit import Start
from bantin.counter.peers import Peers
from bantin.counter.site import Pages
from bantin.counter.sqlite import SqliteStore
from bantin.counter.store import Store
from bantin.counter.visitor import DayKeys, VisitorIdMaker
from bantin.counter.write_queue import WriteQueue

T = TypeVar("T")

HANOI = Calendar(ZoneInfo("Asia/Ho_Chi_Minh"))
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
FILES = ("index.html", "co-quan/index.html", "bai-viet/2020/bai/index.html", "atom.xml", "404.html")


def at(text: str, calendar: Calendar = HANOI) -> int:
    """The Unix time of a local time in a calendar, in seconds."""
    return int(datetime.fromisoformat(text).replace(tzinfo=calendar.zone).timestamp())


NOON = at("2026-11-25T12:00:00")


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)


def receipt(folder: Path, *files: str) -> Path:
    """The receipt of a site with these files, with placeholders for their checksums."""
    file = folder / "provenance.json"
    file.write_text(json.dumps({"version": 1, "files": dict.fromkeys(files or FILES)}))
    return file


def pages(folder: Path, prefix: str = "/") -> Pages:
    made = Pages(receipt(folder), prefix)
    made.refresh()
    return made


@dataclass
class Answer:
    """The response to a request."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def counted(self) -> str:
        return self.headers.get("x-counted", "")

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Counter:
    """A counter whose current time is ``now``."""

    def __init__(
        self,
        folder: Path,
        store: Store | None = None,
        calendar: Calendar = HANOI,
        now: int = NOON,
        site: Pages | None = None,
    ) -> None:
        self.now = float(now)
        self.calendar = calendar
        self.store = store or SqliteStore(folder / "counter.db", calendar, Start())
        # From Python 3.13 on, an unclosed database causes a warning.
        weakref.finalize(self, self.store.close)
        self.queue = WriteQueue(self.store)
        site = site or pages(folder)
        site.refresh()
        admission = Admission(site, Peers(), VisitorIdMaker(calendar, DayKeys()), frozenset({b"bantin.example"}))
        settings = ServiceSettings(calendar, lambda: self.now, "vi", "/_c")
        self.application = Application(settings, self.queue, admission, site)

    async def ask(
        self,
        target: str | bytes,
        method: str = "GET",
        headers: Mapping[str, str | bytes] | None = None,
        client: str | None = "203.0.113.7",
    ) -> Answer:
        """The response to a request; ``client`` is ``None`` on a Unix socket."""
        raw = target if isinstance(target, bytes) else target.encode("latin-1")
        path, _, query = raw.partition(b"?")
        sent = {"user-agent": BROWSER, **(headers or {})}
        scope = {
            "type": "http",
            "method": method,
            "path": path.decode("latin-1"),
            "raw_path": path,
            "query_string": query,
            "headers": [
                (name.encode(), value if isinstance(value, bytes) else value.encode("latin-1"))
                for name, value in sent.items()
            ],
            "client": (client, 5555) if client else None,
        }
        answer = Answer()

        async def send(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                answer.status = message["status"]
                answer.headers = {name.decode(): value.decode() for name, value in message["headers"]}
            else:
                answer.body += message["body"]

        async def receive() -> object:
            raise AssertionError("nobody reads a body")

        await self.application(scope, receive, send)
        return answer

    async def hit(self, page: str = "/", **options: Any) -> Answer:
        return await self.ask(f"/_c/hit?p={page}", "POST", **options)

    async def figures(self) -> dict[str, int]:
        found = (await self.ask("/_c/stats.json")).json
        return {name: found[name] for name in ("online", "today", "week", "month", "total")}
