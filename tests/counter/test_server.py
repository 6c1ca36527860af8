"""The service over a real socket: broken requests, endless ones, slow ones, kills."""

import signal
import socket
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.counter.server import listen
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
    # Whoever sends on and on may find the line dead before there is a reply.
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


def test_a_request_that_does_not_end_is_let_go(tmp_path: Path) -> None:
    with serving(tmp_path, "--slowest", "0.2") as server, server.connect() as one, server.connect() as other:
        one.sendall(HEAD)
        # A second request on a connection is watched, too.
        other.sendall(hit("192.0.2.1"))
        assert read_reply(other).startswith(b"HTTP/1.1 204")
        other.sendall(HEAD)
        for connection in (one, other):
            assert read_reply(connection).startswith(b"HTTP/1.1 400")


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
        assert acknowledged > 100


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
    threads[0].join(0.15)
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
