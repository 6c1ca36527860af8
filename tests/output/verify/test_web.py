"""Verification of a site on the web: faults of servers, by mistake or on purpose."""

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NoReturn

import pytest

from bantin.output.publish import RECEIPT, receipt_bytes
from bantin.output.publish.receipt import Subject, sum_of
from bantin.output.verify import Web, verification, verify, web
from tests.bulletins import TODAY, write

FILES = {"index.html": "home", "a/index.html": "article", "a/b.png": "photo", "404.html": "not found", "empty": ""}
SUMS = {path: sum_of(text.encode()) for path, text in FILES.items()}
SITE = {**FILES, RECEIPT: receipt_bytes(SUMS, Subject("http://127.0.0.1/", TODAY)).decode()}

Answer = Callable[[SimpleHTTPRequestHandler], None]


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder, except for paths with misbehaving ``answers``; records requests."""

    answers: dict[str, Answer]
    asked: list[tuple[str, str]]

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["User-Agent"]))
        answer = self.answers.get(self.path)
        if answer:
            answer(self)
        else:
            super().do_GET()

    def log_message(self, *_told: object) -> None:
        pass


class Server:
    """A server of ``folder`` on a port of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, str]] = []
        kind = type("Own", (Handler,), {"answers": self.answers, "asked": self.asked})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(kind, directory=str(folder)))
        self.address = f"http://127.0.0.1:{self._server.server_port}/"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    made = Server(write(tmp_path / "site", SITE))
    yield made
    made.stop()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Server]:
    made = Server(write(tmp_path / "other", SITE))
    yield made
    made.stop()


def found(address: str, kept: bytes | None = None) -> list[tuple[str, str]]:
    """The codes of what differs and the paths in the site, in order."""
    problems = verify(Web(address), kept).problems
    return sorted((one.code, one.location.path.removeprefix(address)) for one in problems)


def redirect(address: str, status: int = 302) -> Answer:
    def answer(handler: SimpleHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Location", address)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def status(code: int) -> Answer:
    return lambda handler: handler.send_error(code)


def raw(data: bytes) -> Answer:
    def answer(handler: SimpleHTTPRequestHandler) -> None:
        handler.wfile.write(data)
        handler.close_connection = True

    return answer


def endless(handler: SimpleHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"x" * 65_536)
    except OSError:
        handler.close_connection = True


def test_a_site_as_it_was_published_is_as_its_receipt_says(server: Server) -> None:
    assert found(server.address) == []
    paths = [path for path, _ in server.asked]
    assert sorted(paths) == sorted(["/", "/a/", "/a/b.png", "/404.html", "/empty", f"/{RECEIPT}", f"/{RECEIPT}"])
    assert all(agent.startswith("bantin/") for _, agent in server.asked)


def test_a_site_may_lie_below_the_root_of_its_server(server: Server) -> None:
    (server.folder / "deep/er").mkdir(parents=True)
    write(server.folder / "deep/er", SITE)
    write(server.folder, {"index.html": "another"})
    assert found(f"{server.address}deep/er/") == []


def test_a_page_that_was_tampered_with_is_found(server: Server) -> None:
    write(server.folder, {"a/index.html": "ARTICLE", "index.html": "home and more", "a/b.png": "phot"})
    assert found(server.address) == [("file-changed", ""), ("file-changed", "a/"), ("file-changed", "a/b.png")]


@pytest.mark.parametrize(
    ("code", "told"), [(404, "file-missing"), (410, "file-missing"), (403, "not-served"), (500, "not-served")]
)
def test_a_page_that_is_not_served_is_reported(server: Server, code: int, told: str) -> None:
    server.answers["/a/"] = status(code)
    assert found(server.address) == [(told, "a/")]


def test_a_redirect_within_the_site_is_followed(server: Server) -> None:
    server.answers["/a/b.png"] = redirect("/moved.png", 308)
    write(server.folder, {"moved.png": FILES["a/b.png"]})
    assert found(server.address) == []


@pytest.mark.parametrize("target", ["other", "//example.invalid/", "https://127.0.0.1/", "ftp://127.0.0.1/"])
def test_a_redirect_to_elsewhere_is_not_followed(server: Server, other: Server, target: str) -> None:
    server.answers["/a/"] = redirect(other.address if target == "other" else target)
    assert found(server.address) == [("redirected-elsewhere", "a/")]
    assert other.asked == []


def test_a_receipt_from_elsewhere_is_not_taken(server: Server, other: Server) -> None:
    server.answers[f"/{RECEIPT}"] = redirect(f"{other.address}{RECEIPT}")
    assert found(server.address) == [("redirected-elsewhere", RECEIPT)]
    assert other.asked == []


@pytest.mark.parametrize("target", ["/a/", "file:///etc/passwd"])
def test_redirects_that_lead_nowhere_end(server: Server, target: str) -> None:
    server.answers["/a/"] = redirect(target)
    assert found(server.address) == [("not-served", "a/")]


def test_of_a_page_that_never_ends_no_more_is_read_than_was_published(server: Server) -> None:
    server.answers["/a/b.png"] = endless
    assert found(server.address) == [("file-changed", "a/b.png")]


def test_a_receipt_that_never_ends_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "LARGEST_RECEIPT", 100_000)
    server.answers[f"/{RECEIPT}"] = endless
    assert found(server.address) == [("bad-receipt", RECEIPT)]


def test_a_server_that_takes_too_long_is_given_up(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "_TIME_LIMIT", -1.0)
    assert found(server.address) == [("unreachable", RECEIPT)]
    monkeypatch.undo()
    monkeypatch.setattr(web, "_TIMEOUT", 0.05)
    release = threading.Event()

    def stall(_handler: SimpleHTTPRequestHandler) -> None:
        release.wait(5)

    server.answers["/a/"] = stall
    assert ("unreachable", "a/") in found(server.address)
    release.set()


@pytest.mark.parametrize("beginning", [b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_server_that_says_a_letter_now_and_then_is_given_up(
    server: Server, monkeypatch: pytest.MonkeyPatch, beginning: bytes
) -> None:
    monkeypatch.setattr(web, "_TIME_LIMIT", 0.5)
    release = threading.Event()

    def drip(handler: SimpleHTTPRequestHandler) -> None:
        handler.wfile.write(beginning)
        with contextlib.suppress(OSError):
            while not release.wait(0.05):
                handler.wfile.write(b"A")

    server.answers[f"/{RECEIPT}"] = drip
    assert found(server.address) == [("unreachable", RECEIPT)]
    release.set()


@pytest.mark.parametrize(
    "answer",
    [
        b"nonsense\r\n\r\n",
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 999,
    ],
)
def test_a_server_that_does_not_speak_http_is_unreachable(server: Server, answer: bytes) -> None:
    server.answers["/a/"] = raw(answer)
    assert found(server.address) in ([("unreachable", "a/")], [("file-changed", "a/")])


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/", "http://khong-co.invalid/", "http:///", "http://[x/", "http://a:b/"]
)
def test_a_server_that_is_not_there_is_unreachable(address: str) -> None:
    assert found(address) == [("unreachable", RECEIPT)]


def test_without_the_network_the_rest_is_not_tried(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    many = {f"{number}.html": sum_of(b"") for number in range(300)}
    kept = receipt_bytes(many, Subject("http://127.0.0.1/", TODAY))
    tried: list[str] = []

    def refuse(address: str, *_given: object, **_more: object) -> NoReturn:
        tried.append(address)
        raise ConnectionRefusedError("refused")

    monkeypatch.setattr(web, "_request", refuse)
    assert {code for code, _ in found(server.address, kept)} == {"unreachable"}
    assert len(tried) == 100


@pytest.fixture
def moved(server: Server) -> Server:
    """The server of a site whose page ``old.html`` leads to the article."""
    files = {**FILES, "old.html": "it has moved: a/"}
    sums = {path: sum_of(text.encode()) for path, text in files.items()}
    subject = Subject("http://127.0.0.1/", TODAY, redirects={"old.html": "a/index.html"})
    write(server.folder, {"old.html": files["old.html"], RECEIPT: receipt_bytes(sums, subject)})
    return server


@pytest.mark.parametrize("status", [301, 302, 308])
@pytest.mark.parametrize("address", ["/a/", "/a/?utm_source=x", "/a/#b"])
def test_a_server_may_lead_from_an_old_address_to_the_new_one_by_itself(
    moved: Server, status: int, address: str
) -> None:
    assert found(moved.address) == []
    moved.answers["/old.html"] = redirect(address, status)
    assert found(moved.address) == []


@pytest.mark.parametrize(("path", "address"), [("/old.html", "/"), ("/a/", "/old.html"), ("/", "/a/")])
def test_a_server_that_leads_to_another_page_of_the_site_is_reported(moved: Server, path: str, address: str) -> None:
    moved.answers[path] = redirect(address)
    assert ("file-changed", path.lstrip("/")) in found(moved.address)


def test_what_an_old_address_leads_to_is_looked_at_there(moved: Server) -> None:
    moved.answers["/old.html"] = redirect("/a/")
    write(moved.folder, {"a/index.html": "meddled with"})
    assert {code for code, _ in found(moved.address)} == {"file-changed"}
    assert len(found(moved.address)) == 2


def test_a_site_without_a_receipt_cannot_be_verified(server: Server) -> None:
    (server.folder / RECEIPT).unlink()
    assert found(server.address) == [("no-receipt", RECEIPT)]
    assert found(server.address, SITE[RECEIPT].encode()) == [("file-missing", RECEIPT)]


def test_a_hostile_receipt_is_refused_before_anything_is_asked_for(server: Server) -> None:
    receipt = json.loads(SITE[RECEIPT])
    receipt["files"]["../../etc/passwd"] = receipt["files"]["index.html"]
    write(server.folder, {RECEIPT: json.dumps(receipt)})
    assert found(server.address) == [("bad-receipt", RECEIPT)]
    assert len(server.asked) == 1
    assert verification.LARGEST_RECEIPT > 1 << 20


@pytest.mark.parametrize("name", ["bài viết", "a?b", "a#b", "a%2e", "a b"])
def test_a_name_is_asked_for_as_it_is(server: Server, name: str) -> None:
    path = f"{name}/index.html"
    write(server.folder, {path: "x"})
    receipt = receipt_bytes({path: sum_of(b"x")}, Subject("http://127.0.0.1/", TODAY))
    write(server.folder, {RECEIPT: receipt})
    assert found(server.address) == []


def gone(body: str) -> Answer:
    """Answers that something is gone, with ``body``."""

    def answer(handler: SimpleHTTPRequestHandler) -> None:
        handler.send_response(410)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body.encode())

    return answer


def test_what_is_gone_may_be_served_as_gone_if_it_is_what_was_published(server: Server) -> None:
    subject = Subject("http://127.0.0.1/", TODAY, redirects={"empty": "a/index.html"}, gone=("a/index.html", "no.html"))
    receipt = receipt_bytes(SUMS, subject)
    assert b'"gone": [\n  "a/index.html"\n ]' in receipt
    write(server.folder, {RECEIPT: receipt.decode()})
    assert found(server.address) == []
    server.answers["/a/"] = gone("article")
    assert found(server.address) == []
    server.answers["/empty"] = redirect("/a/")
    assert found(server.address) == []
    server.answers["/a/"] = gone("another")
    assert found(server.address) == [("file-changed", "a/"), ("file-changed", "empty")]
    server.answers["/a/"] = status(404)
    assert found(server.address) == [("file-missing", "a/"), ("file-missing", "empty")]
