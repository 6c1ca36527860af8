"""The time from saving an article until the preview serves its new page."""

import argparse
import random
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.bantin import BANTIN, program
from benchmarks.corpus import Corpus
from benchmarks.table import number, spread, table
from benchmarks.tool import Project
from benchmarks.workplace import log_progress, versions, workplace

_POLL_SECONDS = 0.01
_MOST_SECONDS = 300
_MOST_PAUSE = 2.0


def main() -> None:
    """Prints, for each number of articles, the time until the preview shows an edit."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.preview", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000], help="sizes of the bulletin")
    parser.add_argument("--rounds", type=int, default=10, help="how often the article is saved")
    parser.add_argument("--folder", type=Path, help="where to work; the sites stay there, to be looked at")
    arguments = parser.parse_args()
    print(f"{versions([BANTIN])}; medians of {arguments.rounds} edits (least–greatest)\n")
    lines = []
    for articles in arguments.articles:
        with workplace(arguments.folder) as folder:
            waits = _waits(Project(BANTIN, folder / "preview", Corpus(articles)), arguments.rounds)
        lines.append([f"{articles:,}", spread(waits)])
    print(table(["articles", "save to page, s"], lines))


def _waits(project: Project, rounds: int) -> list[float]:
    log_progress(f"writing {project.corpus.articles:,} articles")
    project.write()
    with _serving(project.source) as address:
        return [_wait(project, address, turn) for turn in range(1, rounds + 1)]


def _wait(project: Project, address: str, turn: int) -> float:
    # A random pause: an editor does not save in step with any polling interval of the server.
    time.sleep(_MOST_PAUSE / 2 + random.Random(turn).random() * _MOST_PAUSE / 2)
    words = f"Sửa lần {turn}."
    story = project.edit(words)
    saved = time.perf_counter()
    _poll(f"{address}{story.page.removesuffix('index.html')}", words)
    waited = time.perf_counter() - saved
    log_progress(f"edit {turn}: {number(waited)} s")
    return waited


@contextmanager
def _serving(root: Path) -> Iterator[str]:
    """Runs a preview of ``root`` and yields its address once it answers."""
    port = _free_port()
    process = subprocess.Popen([program(), "serve", str(root), "--port", str(port)], stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/"
        _poll(address, "</html>")
        yield address
    finally:
        process.terminate()
        process.wait()


def _poll(address: str, words: str) -> None:
    """Requests a page until it contains ``words``."""
    end = time.monotonic() + _MOST_SECONDS
    while words not in _get(address):
        if time.monotonic() > end:
            raise SystemExit(f"{address} does not show “{words}” after {_MOST_SECONDS} s")
        time.sleep(_POLL_SECONDS)


def _get(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=_MOST_SECONDS) as response:
            return str(response.read().decode())
    except (urllib.error.URLError, ConnectionError):
        return ""


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


if __name__ == "__main__":
    main()
