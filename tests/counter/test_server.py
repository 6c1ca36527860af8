"""The service over a real socket: broken requests, endless ones, slow ones, kills."""

import re
import signal
import socket
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from bantin.counter import server as server_module
from bantin.counter.server import listen
from tests.counter.servers import Server, hit, read_reply, serving


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("c")) as made:
        yield made


HEAD = b"POST /_c/hit?p=/ HTTP/1.1\r\nHost: x\r\n"
BROKEN = {
    "no request": b"\0\xff\r\n\r\n",
    "NUL in the target": b"POST /_c/hit?p=/\0 HTTP/1.1\r\nHost: x\r\n\r\n",
    "no UTF-8": b"POST /_c/hit?p=/%ff HTTP/1.1\r\nHost: x\r\n\r\n",
    "bytes in the target": b"POST /_c/hit?p=/\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n",
    "NUL in a header": HEAD + b"User-Agent: a\0b\r\n\r\n",
    "a target of 100 KB": b"POST /_c/hit?p=/" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "a header of 1 MB": HEAD + b"X: " + b"a" * 1_000_000 + b"\r\n\r\n",
    "headers without end": HEAD + b"X: a\r\n" * 20_000,
    "two lengths": HEAD + b"Content-Length: 0\r\nContent-Length: 3\r\n\r\nabc",
    "a length and chunks": HEAD + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a length that is none": HEAD + b"Content-Length: x\r\n\r\n",
    "a body": HEAD + b"Content-Length: 3\r\n\r\nabc",
    "an endless body": HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\naaaaa\r\n" * 3,
    "another protocol": b"GET /_c/hit HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n",
    "another method": b"BREW /_c/hit?p=/ HTTP/1.1\r\nHost: x\r\n\r\n",
    "a whole address": b"GET http://bantin.example/_c/hit HTTP/1.1\r\nHost: x\r\n\r\n",
    "a star": b"OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_refused_and_nothing_else_suffers(server: Server, name: str) -> None:
    before = server.today()
    with server.connect() as connection:
        try:
            connection.sendall(BROKEN[name])
            reply = read_reply(connection)
        except (BrokenPipeError, ConnectionResetError):
            reply = b""
    # A client that keeps sending may find the connection closed before the reply.
    assert reply[:10] == b"HTTP/1.1 4" or (not reply and len(BROKEN[name]) > 50_000)
    assert server.today() == before
    assert server.process.poll() is None


def test_a_request_smuggled_into_a_body_is_not_taken_for_one(server: Server) -> None:
    before = server.today()
    inner = hit("192.0.2.77")
    with server.connect() as connection:
        connection.sendall(HEAD + b"Content-Length: %d\r\n\r\n" % len(inner) + inner)
        reply = b"".join(iter(lambda: connection.recv(65_536), b""))
    assert reply.count(b"HTTP/1.1 ") == 1
    assert server.today() == before


def test_hits_of_one_connection_are_answered_in_their_order(server: Server) -> None:
    with server.connect() as connection:
        connection.sendall(b"".join(hit(f"192.0.2.{number}") for number in range(20)))
        reply = b""
        while reply.count(b"\r\n\r\n") < 20:
            reply += connection.recv(65_536)
    assert reply.count(b"HTTP/1.1 204") == reply.count(b"x-counted: 1\r\n") == 20


def test_slow_clients_stop_nobody(server: Server) -> None:
    slow = [server.connect() for _ in range(200)]
    for connection in slow:
        connection.sendall(HEAD + b"X: ")
    assert b" 204 " in server.hit("192.0.2.100")
    for connection in slow:
        connection.close()


def test_a_request_that_does_not_end_is_closed(tmp_path: Path) -> None:
    with serving(tmp_path, "--slowest", "0.2") as server, server.connect() as one, server.connect() as other:
        one.sendall(HEAD)
        # A second request on a connection is watched, too.
        other.sendall(hit("192.0.2.1"))
        assert read_reply(other).startswith(b"HTTP/1.1 204")
        other.sendall(HEAD)
        for connection in (one, other):
            assert read_reply(connection).startswith(b"HTTP/1.1 400")


HEAD_OF = b"GET /_c/stats.json HTTP/1.1\r\nHost: x\r\nX: "
LARGEST = server_module._LARGEST_HEAD


def head(size: int, *, is_last: bool = False) -> bytes:
    """A head of so many bytes, after which the connection ends."""
    end = b"\r\nConnection: close\r\n\r\n" if is_last else b"\r\n\r\n"
    return HEAD_OF + b"a" * (size - len(HEAD_OF) - len(end)) + end


@pytest.mark.parametrize("piece", [1, 1000, LARGEST - 1, LARGEST, 1 << 20])
@pytest.mark.parametrize("before", [0, 1, 3])
@pytest.mark.parametrize(("size", "status"), [(LARGEST, b"200"), (LARGEST + 1, b"400"), (LARGEST + 5_000, b"400")])
def test_a_head_is_as_large_as_it_is_however_it_comes(
    server: Server, piece: int, before: int, size: int, status: bytes
) -> None:
    """In one piece or in many, alone or after others."""
    sent = head(200) * before + head(size, is_last=True)
    step = piece if piece > 1 else 97
    with server.connect() as connection:
        reply = b""
        try:
            for start in range(0, len(sent), step):
                connection.sendall(sent[start : start + step])
        except (BrokenPipeError, ConnectionResetError):
            assert status == b"400"
        try:
            while data := connection.recv(65_536):
                reply += data
        except ConnectionResetError:
            assert status == b"400"
    answers = re.findall(rb"HTTP/1\.1 ([0-9]+)", reply)
    if status == b"200":
        assert answers == [b"200"] * (before + 1)
    else:
        assert answers.count(b"200") <= before
    assert server.process.poll() is None


def test_who_does_not_read_is_disconnected(tmp_path: Path) -> None:
    """More is asked for than the system keeps for the one who asks; nothing of it is read."""
    with serving(tmp_path, "--unread", "0.3") as server, server.connect() as connection:
        connection.settimeout(2)
        is_let_go = False
        asked = b"GET /_c/panel.svg HTTP/1.1\r\nHost: x\r\n\r\n" * 20
        try:
            for _ in range(200):
                with suppress(TimeoutError):
                    connection.sendall(asked)
        except (BrokenPipeError, ConnectionResetError):
            is_let_go = True
        assert is_let_go
        assert b" 204 " in server.hit()
        assert "Traceback" not in server.log.read_text()


def test_who_does_not_read_keeps_nobody_from_ending(tmp_path: Path) -> None:
    with serving(tmp_path) as server, server.connect() as connection:
        connection.settimeout(0.2)
        with suppress(TimeoutError, OSError):
            for _ in range(200):
                connection.sendall(b"GET /_c/panel.svg HTTP/1.1\r\nHost: x\r\n\r\n" * 20)
        server.process.terminate()
        server.process.wait(20)
        assert "Traceback" not in server.log.read_text()


def test_who_asks_for_too_much_at_once_is_disconnected(server: Server) -> None:
    with server.connect() as connection:
        connection.sendall(hit("192.0.2.1") * 2_000)
        reply = b""
        with suppress(ConnectionResetError):
            while data := connection.recv(65_536):
                reply += data
    assert reply.count(b"HTTP/1.1 204") < 2_000
    assert b"HTTP/1.1 400" in reply or not reply


def test_a_head_alone_counts_nothing(server: Server) -> None:
    before = server.today()
    reply = server.ask(hit("192.0.2.201").replace(b"POST /_c/hit", b"HEAD /_c/p.svg"))
    assert reply.startswith(b"HTTP/1.1 200")
    assert server.ask(hit("192.0.2.201").replace(b"POST /_c/hit", b"HEAD /_c/hit")).startswith(b"HTTP/1.1 405")
    assert server.today() == before
    server.ask(hit("192.0.2.201").replace(b"POST /_c/hit", b"GET /_c/p.svg"))
    assert server.today() == before + 1


@pytest.mark.parametrize("name", ["counter.db", "counter.db-wal"])
@pytest.mark.parametrize("is_replaced", [False, True])
def test_figures_that_are_taken_away_are_missed_before_anything_is_answered_for(
    name: str, is_replaced: bool, tmp_path: Path
) -> None:
    with serving(tmp_path) as server:
        assert b" 204 " in server.hit()
        file = tmp_path / name
        file.rename(tmp_path / "elsewhere")
        if is_replaced:
            file.write_bytes((tmp_path / "elsewhere").read_bytes())
        for _ in range(2):
            assert server.hit("192.0.2.3").startswith(b"HTTP/1.1 503")
        assert server.ask(b"GET /_c/healthz HTTP/1.1\r\nHost: x\r\n\r\n").startswith(b"HTTP/1.1 503")
        server.process.terminate()
        server.process.wait(20)
        log = server.log.read_text()
        assert f"{name} was removed or replaced" in log
        assert "Traceback" not in log


def test_nothing_that_goes_wrong_leaves_a_traceback_in_the_log(server: Server) -> None:
    """After all that was sent here, and with a file that is no longer what it was."""
    assert "Traceback" not in server.log.read_text()


def test_figures_that_are_damaged_are_reported_in_a_line(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        assert b" 204 " in server.hit()
        with closing(sqlite3.connect(tmp_path / "counter.db")) as database, database:
            database.execute("INSERT INTO day VALUES('hôm qua', 1, 1, 1)")
            database.execute("UPDATE meta SET value = 'hôm qua' WHERE key = 'last_day'")
        for request in (hit("192.0.2.9"), b"GET /_c/stats.json HTTP/1.1\r\nHost: x\r\n\r\n"):
            assert server.ask(request).startswith(b"HTTP/1.1 503")
        server.process.terminate()
        server.process.wait(20)
        log = server.log.read_text()
        assert "the figures are damaged" in log
        assert "Traceback" not in log


def test_kills_under_load_lose_no_hit_that_was_answered(tmp_path: Path) -> None:
    """``benchmarks/counter_crash.py`` does the same for longer."""
    sent = acknowledged = 0
    for turn in range(3):
        server = Server(tmp_path)
        answered, sent_now = _flood(server, turn)
        acknowledged += answered
        sent += sent_now
    with serving(tmp_path) as server:
        assert acknowledged <= server.today() <= sent
        assert acknowledged >= 3 * _ENOUGH


_ENOUGH = 50


def _flood(server: Server, turn: int, connections: int = 8) -> tuple[int, int]:
    """Sends hits until the server is killed in the midst of them: how many were answered, and how many sent."""
    answered, sent = [0] * connections, [0] * connections

    def work(which: int) -> None:
        try:
            with server.connect() as connection:
                for number in range(250):
                    sent[which] += 1
                    connection.sendall(hit(f"10.{turn}.{which}.{number}"))
                    answered[which] += read_reply(connection).startswith(b"HTTP/1.1 204")
        except OSError:
            return

    threads = [threading.Thread(target=work, args=(which,)) for which in range(connections)]
    for thread in threads:
        thread.start()
    # Enough is answered, and more is on its way, however busy the machine is.
    while sum(answered) < _ENOUGH and any(thread.is_alive() for thread in threads):
        threads[0].join(0.002)
    server.process.kill()
    server.process.wait()
    for thread in threads:
        thread.join()
    return sum(answered), sum(sent)


def test_a_server_that_is_told_to_end_counts_what_has_come(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        assert b" 204 " in server.hit()
        server.process.send_signal(signal.SIGTERM)
        server.process.wait(20)
        log = server.log.read_text()
        assert not [word for word in ("Traceback", "198.51.100.1", "Firefox") if word in log]
    with serving(tmp_path) as server:
        assert server.today() == 1
        # Who was here before the restart is known by the key that was kept.
        assert b"x-counted: 1" in server.hit(page="/co-quan/")
        assert server.today() == 1


def test_a_socket_is_open_to_the_group_and_takes_the_place_of_a_dead_one(tmp_path: Path) -> None:
    place = tmp_path / "socket"
    first = listen(f"unix:{place}")
    assert stat.S_IMODE(place.stat().st_mode) == 0o660
    with pytest.raises(OSError, match="in use"):
        listen(f"unix:{place}")
    first.close()
    listen(f"unix:{place}").close()
    place.unlink()
    place.write_text("mine")
    with pytest.raises(OSError, match="in use"):
        listen(f"unix:{place}")
    assert place.read_text() == "mine"


def test_an_address_of_the_network_will_do() -> None:
    with listen("127.0.0.1:0") as listener:
        assert listener.family == socket.AF_INET
        with pytest.raises(OSError, match="in use"):
            listen(f"127.0.0.1:{listener.getsockname()[1]}")


@pytest.mark.parametrize(
    "address", ["", "8090", ":8090", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "127.0.0.1:²"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        listen(address)
