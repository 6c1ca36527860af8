"""``bantin counter``: what its commands do, say and refuse."""

import http.server
import json
import os
import signal
import socket
import sqlite3
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import util
from pathlib import Path

import pytest

from bantin.content.files import COUNTER
from bantin.deploy import deploy, pack
from bantin.domain.model import TargetKind
from tests.bulletins import COMPLETE, SITE, build_site, write
from tests.cli.commands import bantin, codes, process
from tests.content.test_counter_figures import SOUND
from tests.counter.counters import receipt
from tests.counter.servers import hit, read_reply
from tests.counter.test_logs import line
from tests.deploy.kinds import ground
from tests.deploy.sites import count

# The current time of commands: noon on 1 January 2026 in Hà Nội.
NOW = 1_767_243_600
LIVE = {"content/site.yml": f"{SITE}counter: {{mode: live, start_total: 1000}}\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = write(tmp_path / "root", COMPLETE, LIVE)
    (made / "site").mkdir()
    receipt(tmp_path).rename(made / "site/provenance.json")
    return made


def test_its_help_teaches() -> None:
    told = bantin("counter", "--help").stdout
    assert "counter: {mode: live}" in told
    for command in ("serve", "snapshot", "from-logs", "import", "verify", "repair", "backup"):
        assert command in told
        assert bantin("counter", command, "--help").exit_code == 0


@pytest.mark.parametrize("command", ["serve", "snapshot", "verify"])
def test_without_a_bulletin_the_use_is_wrong(tmp_path: Path, command: str) -> None:
    result = bantin("counter", command, "--root", tmp_path)
    assert (result.exit_code, codes(result.stderr)) == (2, ["file-unreadable"])


@pytest.mark.parametrize("command", [["serve", "--listen", "127.0.0.1:0"], ["from-logs", "access.log"]])
def test_without_the_pages_of_the_site_nothing_is_counted_as_nothing(
    root: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A zero would be published as if there had been no visitors."""
    monkeypatch.chdir(root)
    (root / "access.log").write_bytes(line())
    (root / "site/provenance.json").unlink()
    result = bantin("counter", *command, "--root", root)
    assert (result.exit_code, codes(result.stderr)) == (1, ["counter-without-pages"])
    assert not (root / "counter.db").exists()


def test_a_site_that_was_deployed_can_be_counted(root: Path, tmp_path: Path) -> None:
    """Only what readers may see is sent to a server, and no hidden file: the list of pages is the receipt."""
    build_site(root, tmp_path / "built")
    with ground(TargetKind.FOLDER, tmp_path) as server:
        deploy(pack(tmp_path / "built"), server.target, server.around, count, allow_removals=False)
    (tmp_path / "access.log").write_bytes(line(NOW - 60, "/bai-viet/2020/bai/"))
    result = bantin(
        "counter", "from-logs", tmp_path / "access.log", "--root", root, "--site", server.folder / "current"
    )
    assert "1 lượt xem" in result.stdout


@pytest.mark.parametrize("command", [["serve"], ["from-logs", "x.log"]])
def test_what_is_not_installed_is_named(root: Path, command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(util, "find_spec", lambda _name: None)
    result = bantin("counter", *command, "--root", root)
    assert result.exit_code == 2
    assert "pip install crawler-user-agents httptools uvicorn uvloop" in result.stderr


def test_a_served_counter_counts_and_ends_well(root: Path) -> None:
    place, stats, log = root / "socket", root / "stats.json", root / "log.txt"
    with log.open("wb") as said:
        options = ("--root", root, "--listen", f"unix:{place}", "--stats", stats)
        serving = process("counter", "serve", *options, stdout=said, stderr=subprocess.STDOUT)
    try:
        until = time.monotonic() + 60
        with socket.socket(socket.AF_UNIX) as connection:
            # The socket exists a moment before the server listens.
            while connection.connect_ex(str(place)) and time.monotonic() < until and serving.poll() is None:
                time.sleep(0.02)
            connection.sendall(hit("198.51.100.1"))
            assert b"x-counted: 1" in read_reply(connection)
        serving.send_signal(signal.SIGINT)
        assert serving.wait(60) == 0
    finally:
        serving.kill()
        serving.wait()
    assert log.read_text() == f"unix:{place}/_c/\n"
    assert json.loads(stats.read_bytes())["total"] == 1001
    assert bantin("counter", "verify", "--root", root).stdout == "Số liệu khớp nhau.\n"


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (["--listen", "8090"], 2, "hãy viết MÁY:CỔNG hoặc unix:ĐƯỜNG-DẪN"),
        (["--trust", "10.0.0.0/99"], 2, "hãy viết một địa chỉ hoặc một mạng"),
        (["--listen", "unix:/no/such/folder/socket"], 1, "counter-cannot-listen"),
        (["--listen", "127.0.0.1:0", "--data", "/no/such/folder/counter.db"], 1, "counter-store"),
        (["--listen", "127.0.0.1:0", "--redis", "unix:///no/such/socket"], 1, "counter-store"),
        (["--listen", "127.0.0.1:0", "--redis", "nonsense"], 2, "redis://127.0.0.1:6379/0"),
    ],
)
def test_what_cannot_be_served_is_reported(root: Path, options: list[str], status: int, said: str) -> None:
    result = bantin("counter", "serve", "--root", root, *options)
    assert result.exit_code == status
    assert said in result.stderr


@contextmanager
def answering(body: bytes, seconds: float = 0.0) -> Iterator[str]:
    """The address of a server that answers with ``body``, after a while."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            time.sleep(seconds)
            try:
                self.send_response(200 if self.path == "/_c/stats.json" else 404)
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                return

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def test_a_snapshot_is_fetched_from_the_site_and_built_into_it(root: Path) -> None:
    with answering(SOUND.encode()) as address:
        write(root, {"content/site.yml": LIVE["content/site.yml"].replace("https://bantin.example/", address)})
        assert bantin("counter", "snapshot", "--root", root).stdout == f"{root / COUNTER}\n"
    assert (root / COUNTER).read_text() == SOUND
    build_site(root, root / "out")
    assert "264.994" in (root / "out/index.html").read_text()


def test_a_snapshot_may_be_a_file(root: Path) -> None:
    file = root / "stats.json"
    file.write_text(SOUND)
    assert bantin("counter", "snapshot", file, "--root", root).exit_code == 0
    assert (root / COUNTER).read_text() == SOUND


@pytest.mark.parametrize("source", ["http://127.0.0.1:1/stats.json", "none.json", "content/site.yml"])
def test_what_is_no_snapshot_leaves_the_last_one(root: Path, source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    write(root, {COUNTER: SOUND})
    result = bantin("counter", "snapshot", source)
    assert (result.exit_code, codes(result.stderr)) == (0, ["no-counter-figures"])
    assert (root / COUNTER).read_text() == SOUND


def test_who_takes_too_long_is_not_waited_for(root: Path) -> None:
    with answering(SOUND.encode(), seconds=3) as address:
        began = time.monotonic()
        result = bantin("counter", "snapshot", f"{address}_c/stats.json", "--root", root)
        assert time.monotonic() - began < 2.9
    assert (result.exit_code, codes(result.stderr)) == (0, ["no-counter-figures"])


def test_logs_are_counted_once_and_the_figures_reported(root: Path) -> None:
    log, stats = root / "access.log", root / "stats.json"
    log.write_bytes(line(NOW - 60) + line(NOW - 30, "/co-quan/") + b"nonsense\n")
    result = bantin("counter", "from-logs", log, "--root", root, "--stats", stats)
    assert (result.exit_code, codes(result.stderr)) == (0, ["bad-log-lines"])
    assert result.stdout.startswith("Đã đọc 3 dòng mới: 2 lượt xem, 0 lượt")
    told = json.loads(stats.read_bytes())
    assert (told["online"], told["today"], told["total"]) == (None, 1, 1001)
    assert bantin("counter", "from-logs", log, "--root", root).stdout.startswith("Đã đọc 0 dòng mới")
    # Visitors of an earlier run are recognised in a later one.
    log.write_bytes(log.read_bytes() + line(NOW))
    bantin("counter", "from-logs", log, "--root", root, "--stats", stats)
    assert json.loads(stats.read_bytes())["today"] == 1


def test_a_log_that_cannot_be_read_ends_with_status_1(root: Path) -> None:
    result = bantin("counter", "from-logs", root / "none.log", "--root", root)
    assert (result.exit_code, codes(result.stderr)) == (1, ["log-unreadable"])


def test_an_older_counter_is_imported_once(root: Path) -> None:
    table = root / "old.csv"
    table.write_text("day,views,visits\n2021-11-24,5851,1203\n2021-11-25,6020,1311\n")
    assert bantin("counter", "import", table, "--root", root).stdout == "Đã nhập 2 ngày.\n"
    again = bantin("counter", "import", table, "--root", root)
    assert (again.exit_code, codes(again.stderr)) == (1, ["counter-day-known"])
    table.write_text("2021-11-26,5,5\n2021-11-27,x,5\n")
    wrong = bantin("counter", "import", table, "--root", root)
    assert (wrong.exit_code, codes(wrong.stderr)) == (1, ["bad-counter-day"])
    assert f"{table}:2: " in wrong.stderr
    with closing(sqlite3.connect(root / "counter.db")) as database:
        assert database.execute("SELECT SUM(visits) FROM day").fetchone() == (2514,)


def test_a_backup_is_made_once_and_can_be_verified(root: Path, tmp_path: Path) -> None:
    table, copy = root / "old.csv", tmp_path / "copy.db"
    table.write_text("2021-11-24,5851,1203\n")
    bantin("counter", "import", table, "--root", root)
    assert bantin("counter", "backup", copy, "--root", root).stdout == f"{copy}\n"
    assert bantin("counter", "backup", copy, "--root", root).exit_code == 2
    assert bantin("counter", "verify", "--root", root, "--data", copy).exit_code == 0
    with closing(sqlite3.connect(copy)) as database, database:
        database.execute("UPDATE day SET views = 1")
    result = bantin("counter", "verify", "--root", root, "--data", copy)
    assert (result.exit_code, set(codes(result.stderr))) == (1, {"counter-damaged"})


def test_what_was_counted_by_a_clock_that_was_ahead_is_put_right(root: Path) -> None:
    table = root / "old.csv"
    table.write_text("2026-01-01,5,3\n")
    bantin("counter", "import", table, "--root", root)
    assert bantin("counter", "repair", "--root", root).stdout == "Không có số liệu của ngày chưa tới.\n"
    with closing(sqlite3.connect(root / "counter.db")) as database, database:
        database.execute("UPDATE day SET day = '2030-05-06'")
        database.execute("UPDATE page_day SET day = '2030-05-06'")
    repaired = bantin("counter", "repair", "--root", root)
    assert (repaired.exit_code, repaired.stdout) == (0, "Đã chuyển số liệu về ngày 2026-01-01 từ: 2030-05-06.\n")
    assert bantin("counter", "verify", "--root", root).exit_code == 0
    with closing(sqlite3.connect(root / "counter.db")) as database:
        assert database.execute("SELECT * FROM day").fetchall() == [("2026-01-01", 5, 3, 0)]


def test_the_state_directory_of_systemd_holds_the_figures(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "STATE_DIRECTORY", str(tmp_path))
    table = root / "old.csv"
    table.write_text("2021-11-24,5851,1203\n")
    bantin("counter", "import", table, "--root", root)
    assert (tmp_path / "counter.db").exists()
    assert not (root / "counter.db").exists()
