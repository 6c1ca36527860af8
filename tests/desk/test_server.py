"""The server of the desk: it answers editors, under its own name, and what its own pages send."""

import asyncio
import base64
import hashlib
import json
import threading
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from msgspec import Struct
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from bantin.counter.peers import LOOPBACK, parse_networks
from bantin.desk.changes import READY, change_of, update_change
from bantin.desk.desk import Desk
from bantin.desk.opening import Opening, open_desk
from bantin.desk.saving import Bulletin
from bantin.desk.server import application
from bantin.desk.sign_in import SignIn
from tests.bulletins import ARTICLE, UNSEARCHED
from tests.desk.repository import BRANCH, LAN, MINH, NOW, PATH, edited, repository, text_at, waiting

HEADER = "X-Remote-User"
DESK = {"content/site.yml": UNSEARCHED["content/site.yml"] + "editors: {backend: desk, publishers: [minh]}\n"}
PUBLISH = "/api/v4/projects/bantin%2Fdesk/merge_requests/1/merge"


class Served(Struct):
    """A desk that is served, and how to ask it."""

    bulletin: Bulletin
    desk: Desk
    sign_in: SignIn
    host: str

    def ask(
        self, method: str, path: str, body: object = None, *, login: str = "lan", **headers: str
    ) -> tuple[int, Mapping[str, str], bytes]:
        """The status, the headers and the body of an answer; ``headers`` with ``_`` for ``-``."""
        connection = HTTPConnection(self.host, timeout=60)
        sent = {HEADER: login, **{name.replace("_", "-"): value for name, value in headers.items()}}
        data = json.dumps(body).encode() if body is not None else None
        connection.request(method, path, data, {name: value for name, value in sent.items() if value})
        answer = connection.getresponse()
        found = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        return found

    def call(self, method: str, path: str, body: object = None, *, login: str = "lan") -> tuple[int, Any]:
        """The status and the JSON of an answer to the form of an editor."""
        known = self.sign_in.editor("127.0.0.1", [login])
        status, _, data = self.ask(method, path, body, login=login, Authorization=f"Bearer {self.sign_in.token(known)}")
        return status, json.loads(data) if data else None


def serving(folder: Path, sign_in: SignIn) -> Iterator[Served]:
    bulletin = repository(folder / "ban-tin", DESK)
    (socket,) = bind_sockets(0, "127.0.0.1")
    host = f"127.0.0.1:{socket.getsockname()[1]}"
    opening = Opening(bulletin.git, "main", ("minh",), f"http://{host}/", "vi")
    desk = open_desk(opening, lambda: NOW, lambda _problems: None)
    loop = asyncio.new_event_loop()

    async def start() -> HTTPServer:
        server = HTTPServer(application(desk, sign_in))
        server.add_socket(socket)
        return server

    async def stop(server: HTTPServer) -> None:
        server.stop()
        await server.close_all_connections()

    server = loop.run_until_complete(start())
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield Served(bulletin, desk, sign_in, host)
    asyncio.run_coroutine_threadsafe(stop(server), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    desk.close()
    loop.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A desk behind a proxy on this machine; its site is not built."""
    yield from serving(tmp_path, SignIn(b"k" * 32, header=HEADER, trusted=LOOPBACK))


def test_the_form_signs_in_with_a_code(served: Served) -> None:
    verifier = "v" * 43
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    asked = {"redirect_uri": f"http://{served.host}/quan-tri/", "state": "s", "code_challenge": challenge}
    status, headers, _ = served.ask("GET", f"/oauth/authorize?{urlencode(asked)}")
    assert status == 302
    back = urlsplit(headers["Location"])
    assert (back.netloc, back.path) == (served.host, "/quan-tri/")
    answer = parse_qs(back.query)
    assert answer["state"] == ["s"]
    exchange = {"code": answer["code"][0], "code_verifier": verifier}
    status, _, data = served.ask("POST", "/oauth/token", exchange)
    assert status == 200
    token = json.loads(data)["access_token"]
    assert served.ask("GET", "/api/v4/user", Authorization=f"Bearer {token}")[0] == 200
    # The token is that of one editor.
    assert served.ask("GET", "/api/v4/user", login="minh", Authorization=f"Bearer {token}")[0] == 401
    assert served.ask("POST", "/oauth/token", exchange)[0] == 400


def test_a_code_is_sent_to_the_form_alone(served: Served) -> None:
    for back in ("https://evil.example/", f"http://{served.host}.evil.example/", "", "//evil.example/"):
        assert served.ask("GET", f"/oauth/authorize?{urlencode({'redirect_uri': back})}")[0] == 400


@pytest.mark.parametrize(
    "path", ["/", "/quan-tri/", "/xem-thu/1/", "/api/v4/user", "/api/desk/changes", "/oauth/authorize"]
)
def test_nobody_is_answered_whom_the_proxy_does_not_name(served: Served, path: str) -> None:
    status, _, data = served.ask("GET", path, login="")
    assert status == 401
    assert "Chưa đăng nhập" in (json.loads(data)["message"] if "api" in path else data.decode())


def test_a_proxy_that_is_not_trusted_names_nobody(tmp_path: Path) -> None:
    for served in serving(tmp_path, SignIn(b"k" * 32, header=HEADER, trusted=parse_networks(["10.0.0.0/8"]))):
        assert served.ask("GET", "/")[0] == 401


def test_other_names_of_this_machine_are_not_answered(served: Served) -> None:
    status, _, data = served.ask("GET", "/", Host="evil.example")
    assert status == 421
    assert f"http://{served.host}/" in data.decode()


def test_other_sites_change_nothing(served: Served) -> None:
    body = {"branch": BRANCH, "commit_message": "x", "actions": [], "start_branch": "main"}
    path = "/api/v4/projects/bantin%2Fdesk/repository/commits"
    token = f"Bearer {served.sign_in.token(served.sign_in.editor('127.0.0.1', ['lan']))}"
    assert served.ask("POST", path, body, Authorization=token, Origin="https://evil.example")[0] == 403
    assert served.ask("POST", path, body)[0] == 401
    assert served.bulletin.git.head(BRANCH) is None
    assert served.ask("POST", path, body, Authorization=token, Origin=f"http://{served.host}")[0] == 200


def test_a_refusal_says_why_in_vietnamese(served: Served) -> None:
    body = {"branch": "main", "commit_message": "x", "actions": []}
    status, answer = served.call("POST", "/api/v4/projects/bantin%2Fdesk/repository/commits", body)
    assert status == 403
    assert answer["message"].startswith("Chỉ người có quyền đăng")


def test_the_site_and_its_form_are_served(served: Served) -> None:
    served.desk.build_site()
    # The programs of the form are missing in this bulletin, so that it has errors, and no site.
    assert served.ask("GET", "/quan-tri/")[0] == 404
    site = served.desk.reviewer.site
    (site / "quan-tri").mkdir(parents=True)
    (site / "quan-tri/index.html").write_text("Biểu mẫu")
    (site / "404.html").write_text("Không có trang này")
    (site.parent / "key").write_bytes(b"secret")
    status, headers, data = served.ask("GET", "/quan-tri/")
    assert (status, data.decode()) == (200, "Biểu mẫu")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert served.ask("GET", "/quan-tri")[0] == 301
    status, _, data = served.ask("GET", "/khong-co/")
    assert (status, data.decode()) == (404, "Không có trang này")
    for path in ("/../key", "/%2e%2e/key", "/xem-thu/1/../../key", "/xem-thu/../key", "/..%2fkey"):
        assert b"secret" not in served.ask("GET", path)[2]


def standing(served: Served) -> Any:
    """How the only change stands, once it is reviewed."""
    for _ in range(600):
        (found,) = served.call("GET", "/api/desk/changes")[1]
        if found["findings"] is not None:
            return found
        threading.Event().wait(0.1)
    raise AssertionError("the change is not reviewed")


def test_what_is_saved_is_checked_and_previewed(served: Served) -> None:
    waiting(served.bulletin)
    served.desk.catch_up()
    found = standing(served)
    assert (found["branch"], found["author"]) == (BRANCH, LAN.name)
    assert not any(one["is_error"] for one in found["findings"])
    page = f"{urlsplit(found['preview']).path}bai-viet/2020/bai/"
    assert "Sa-pô mới" in served.ask("GET", page)[2].decode()


def test_what_has_errors_is_not_published(served: Served) -> None:
    git = served.bulletin.git
    change = waiting(served.bulletin, edited(old="type: quy-che", new="type: khong-co"))
    served.desk.catch_up()
    error = next(one for one in standing(served)["findings"] if one["is_error"])
    assert (error["path"], error["field"]) == (PATH, "agreement.type")
    update_change(git, change, MINH, NOW, labels=(READY,))
    head = git.head("main")
    status, answer = served.call("PUT", PUBLISH, {"sha": git.head(BRANCH)}, login="minh")
    assert status == 422
    assert "khong-co" in answer["message"]
    assert git.head("main") == head


def test_what_is_approved_and_fine_is_published(served: Served) -> None:
    git = served.bulletin.git
    change = waiting(served.bulletin)
    update_change(git, change, MINH, NOW, labels=(READY,))
    assert served.call("PUT", PUBLISH, {"sha": git.head(BRANCH)})[0] == 403
    assert served.call("PUT", PUBLISH, {"sha": "0" * 40}, login="minh")[0] == 409
    assert served.call("PUT", PUBLISH, {"sha": git.head(BRANCH)}, login="minh")[0] == 200
    assert text_at(git, "main", PATH) == ARTICLE.replace("Sa-pô", "Sa-pô mới")
    assert change_of(git, BRANCH) is None
    assert served.call("GET", "/api/desk/changes")[1] == []


def test_what_is_public_at_once_is_checked_before(served: Served) -> None:
    git, head = served.bulletin.git, served.bulletin.git.head("main")
    path = "/api/v4/projects/bantin%2Fdesk/repository/commits"

    def commit(old: str, new: str) -> tuple[int, Any]:
        text = ARTICLE.replace(old, new)
        action = {"action": "update", "file_path": PATH, "content": text, "encoding": "text", "opened": ARTICLE}
        body = {"branch": "main", "commit_message": "x", "actions": [action]}
        return served.call("POST", path, body, login="minh")

    status, answer = commit("type: quy-che", "type: khong-co")
    assert status == 422
    assert "khong-co" in answer["message"]
    assert git.head("main") == head
    assert (git.root / PATH).read_text() == ARTICLE
    assert commit("Sa-pô", "Sa-pô mới")[0] == 200
    assert (git.root / PATH).read_text() == ARTICLE.replace("Sa-pô", "Sa-pô mới")
