"""Runs a command of Bantin in a child process with limits, and records its exit status and output."""

import gc
import json
import os
import resource
import signal
import tempfile
import threading
import traceback
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from msgspec import Struct

from bantin.cli import main
from tests.bulletins import files_of

_SECONDS, _PATIENCE, _BYTES = 30, 120, 4_000_000_000
_TRACEBACK = 70

Problem = dict[str, object]
"""A problem in the format of ``--format json``."""


class Ended(Struct, frozen=True):
    """The end of a command: its exit ``status``, ``None`` if it was killed; ``hung`` is the limit that it exceeded."""

    status: int | None
    hung: bool
    told: str

    @property
    def traceback(self) -> str:
        """The traceback in the output, which users must never see; empty if there is none."""
        return self.told if self.status == _TRACEBACK or "Traceback (most recent call last)" in self.told else ""

    @property
    def problems(self) -> list[Problem]:
        """The problems in the output."""
        begin = self.told.find("{")
        found: list[Problem] = json.loads(self.told[begin:])["problems"] if begin >= 0 and not self.traceback else []
        return found


def words(root: Path, *options: str) -> list[str]:
    """The arguments of a build of the bulletin in ``root`` with problems as JSON, the same each time."""
    manner = ("--jobs", "1", "--format", "json", "--quiet", "--no-history", "--as-of", "2026-01-01")
    return ["build", str(root), *manner, *options]


def build(root: Path, said: Path, *options: str) -> Ended:
    """Builds the bulletin in ``root`` in a child process, whose output goes to ``said``."""
    return run(lambda: command(words(root, *options)), said)


def cold(root: Path, said: Path) -> dict[str, bytes]:
    """The files of the site of the bulletin in ``root``, built in a child process without a cache."""
    with tempfile.TemporaryDirectory() as folder:
        ended = build(root, said, "--no-cache", "--out", f"{folder}/site")
        assert ended.status == 0, ended.told
        return files_of(Path(folder) / "site")


def load(root: Path, said: Path) -> None:
    """Builds the bulletin in ``root`` in this process: children then have modules loaded and templates compiled.

    Raises ``AssertionError`` if threads are left, which a forked process does not have and would wait for forever.
    """
    with said.open("w", encoding="utf-8") as file, redirect_stdout(file), redirect_stderr(file):
        status = command(words(root))
    assert status == 0, said.read_text(encoding="utf-8")
    assert threading.active_count() == 1, threading.enumerate()
    # What stays in use is not looked through in each child, which would copy its pages.
    gc.collect()
    gc.freeze()


def run(work: Callable[[], int], said: Path) -> Ended:
    """Does ``work``, which returns an exit status, in a child process."""
    pid = os.fork()
    if pid == 0:
        os._exit(_bounded(work, said))
    status = os.waitpid(pid, 0)[1]
    told = said.read_text(encoding="utf-8", errors="replace")
    if os.WIFSIGNALED(status):
        return Ended(None, os.WTERMSIG(status) != signal.SIGKILL, told)
    return Ended(os.WEXITSTATUS(status), hung=False, told=told)


def _bounded(work: Callable[[], int], said: Path) -> int:
    """Does ``work`` in this process with limits, and returns the exit status.

    The process is not used for anything else.
    """
    for kind, most in ((resource.RLIMIT_CPU, _SECONDS), (resource.RLIMIT_AS, _BYTES), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(kind, (most, most))
    # The default action of the signal: while a library waits forever, no handler in Python would run.
    signal.alarm(_PATIENCE)
    with said.open("w", encoding="utf-8") as file:
        try:
            with redirect_stdout(file), redirect_stderr(file):
                return work()
        except Exception:  # noqa: BLE001 - any exception would be a traceback for the user
            file.write(traceback.format_exc())
            return _TRACEBACK


def command(words: Sequence[str]) -> int:
    """Runs a command of Bantin in this process, and returns its exit status."""
    try:
        main(list(words), standalone_mode=False)
    except SystemExit as end:
        return int(end.code or 0)
    return 0
