"""``bantin serve``: the site in a browser, updated after every change, with an overlay of problems."""

import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.bulletins import ARTICLE, COMPLETE, SITE, write
from tests.cli.commands import bantin, codes, process
from tests.cli.conftest import BAI

PATIENCE = 60
OVERLAY = "bantin-problems"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


class Served:
    """A bulletin that is being served."""

    def __init__(self, root: Path) -> None:
        self.root = root
        port = free_port()
        self.address = f"http://127.0.0.1:{port}/"
        # Its output goes to a file, since nothing reads a pipe while it runs.
        self.log = root / "log.txt"
        with self.log.open("wb") as log:
            self.process = process("serve", root, "--port", port, "-j", 1, stdout=log, stderr=subprocess.STDOUT)

    def page(self, path: str = "") -> str:
        """The page at a path; empty while there is no answer."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as response:
                text: str = response.read().decode()
                return text
        except urllib.error.URLError:
            return ""

    def wait_for(self, path: str, wanted: Callable[[str], bool]) -> str:
        """The page at a path as soon as it is as wanted."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            text = self.page(path)
            if wanted(text):
                return text
            time.sleep(0.05)
        raise AssertionError(self.log.read_text())

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    made = Served(write(tmp_path, COMPLETE))
    try:
        yield made
    finally:
        made.process.kill()
        made.process.wait()


def test_a_change_is_followed_and_an_error_is_laid_over_the_last_good_site(served: Served) -> None:
    article = "bai-viet/2020/bai/"
    good = served.wait_for(article, lambda text: "Hai cơ quan ký" in text)
    assert OVERLAY not in good
    assert f'<link rel="canonical" href="{served.address}{article}">' in good

    write(served.root, {BAI: ARTICLE.replace("Hai cơ quan ký", "Ba cơ quan ký").replace("central", "world")})
    failed = served.wait_for(article, lambda text: OVERLAY in text)
    assert f"{BAI}:13:10" in failed
    assert "Hai cơ quan ký" in failed
    assert "Ba cơ quan ký" not in failed

    write(served.root, {BAI: ARTICLE.replace("Hai cơ quan ký", "Ba cơ quan ký")})
    mended = served.wait_for(article, lambda text: "Ba cơ quan ký" in text)
    assert OVERLAY not in mended

    assert served.stop() == 0
    log = served.log.read_text()
    assert served.address in log
    assert log.count("[bad-choice]") == 1
    assert "Như lần trước: 0 lỗi, 0 cảnh báo. Đã hết: 1." in log
    assert "Traceback" not in log
    # The server's own log does not stand between the problems.
    assert not re.search(r"^\[[IW] ", log, re.MULTILINE)
    assert not (served.root / "site").exists()


def test_who_looks_at_a_preview_is_counted(tmp_path: Path) -> None:
    served = Served(write(tmp_path, COMPLETE, {"content/site.yml": f"{SITE}counter: live\n"}))
    try:
        served.wait_for("_c/stats.json", lambda text: '"today":0' in text)
        hit = urllib.request.Request(f"{served.address}_c/hit?p=/", method="POST", headers={"User-Agent": "Firefox"})
        with urllib.request.urlopen(hit, timeout=PATIENCE) as response:
            assert (response.status, response.headers["X-Counted"]) == (204, "1")
        assert '"today":1' in served.page("_c/stats.json")
    finally:
        assert served.stop() == 0
    assert not (tmp_path / "counter.db").exists()


def test_a_port_that_is_taken_is_wrong_use(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        serving = process("serve", write(tmp_path, COMPLETE), "--port", taken.getsockname()[1], "-j", 1)
        stdout, stderr = serving.communicate(timeout=PATIENCE)
    assert (serving.returncode, stdout) == (2, b"")
    assert not (tmp_path / ".bantin").exists()
    assert codes(stderr.decode()) == ["cannot-listen"]
    assert "địa chỉ này đang được chương trình khác dùng" in stderr.decode()
    assert "Traceback" not in stderr.decode()


def test_without_a_bulletin_the_use_is_wrong(tmp_path: Path) -> None:
    result = bantin("serve", tmp_path, "-j", 1)
    assert result.exit_code == 2
    assert codes(result.stderr) == ["no-content"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "options", [["--port", "0"], ["--port", "65536"], ["--port", "x"], ["-j", "0"], ["-o", "site"]]
)
def test_options_that_make_no_sense_are_wrong_use(tmp_path: Path, options: list[str]) -> None:
    result = bantin("serve", write(tmp_path, COMPLETE), *options)
    assert result.exit_code == 2
    assert not (tmp_path / ".bantin").exists()
