"""A command of Bantin in a process of its own, which is ended when it takes too much: how it ended, what it said."""

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
"""A problem as ``--format json`` tells it."""


class Ended(Struct, frozen=True):
    """How a command ended: ``status`` as a command's, ``None`` for one that was killed or ended. ``hung`` is why."""

    status: int | None
    hung: bool
    told: str

    @property
    def traceback(self) -> str:
        """What a person would have seen that is meant for programmers."""
        return self.told if self.status == _TRACEBACK or "Traceback (most recent call last)" in self.told else ""

    @property
    def problems(self) -> list[Problem]:
        """The problems that were told as JSON."""
        begin = self.told.find("{")
        found: list[Problem] = json.loads(self.told[begin:])["problems"] if begin >= 0 and not self.traceback else []
        return found


def words(root: Path, *options: str) -> list[str]:
    """The command that builds the bulletin in ``root``, the same each time, and tells problems as JSON."""
    manner = ("--jobs", "1", "--format", "json", "--quiet", "--no-history", "--as-of", "2026-01-01")
    return ["build", str(root), *manner, *options]


def build(root: Path, said: Path, *options: str) -> Ended:
    """Builds the bulletin in ``root`` in a child; what the command says is put into ``said``."""
    return run(lambda: command(words(root, *options)), said)


def cold(root: Path, said: Path) -> dict[str, bytes]:
    """The files of the site of the bulletin in ``root``, built from nothing in a child."""
    with tempfile.TemporaryDirectory() as folder:
        ended = build(root, said, "--no-cache", "--out", f"{folder}/site")
        assert ended.status == 0, ended.told
        return files_of(Path(folder) / "site")


def load(root: Path, said: Path) -> None:
    """Builds the bulletin in ``root`` in this process, so that children find loaded and compiled what builds use.

    A thread that is left would not be there in children, which would wait for it: there must be none.
    """
    with said.open("w", encoding="utf-8") as file, redirect_stdout(file), redirect_stderr(file):
        status = command(words(root))
    assert status == 0, said.read_text(encoding="utf-8")
    assert threading.active_count() == 1, threading.enumerate()
    # What stays in use is not looked through in each child, which would copy its pages.
    gc.collect()
    gc.freeze()


def run(work: Callable[[], int], said: Path) -> Ended:
    """Does ``work``, which returns its exit status, in a child of this process."""
    pid = os.fork()
    if pid == 0:
        os._exit(_bounded(work, said))
    status = os.waitpid(pid, 0)[1]
    told = said.read_text(encoding="utf-8", errors="replace")
    if os.WIFSIGNALED(status):
        return Ended(None, os.WTERMSIG(status) != signal.SIGKILL, told)
    return Ended(os.WEXITSTATUS(status), hung=False, told=told)


def _bounded(work: Callable[[], int], said: Path) -> int:
    """The exit status of ``work`` within its limits; this process does nothing else any more."""
    for kind, most in ((resource.RLIMIT_CPU, _SECONDS), (resource.RLIMIT_AS, _BYTES), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(kind, (most, most))
    # Not caught: a library that waits for ever lets no handler run.
    signal.alarm(_PATIENCE)
    with said.open("w", encoding="utf-8") as file:
        try:
            with redirect_stdout(file), redirect_stderr(file):
                return work()
        except Exception:  # noqa: BLE001 - whatever it is, a person would have seen it
            file.write(traceback.format_exc())
            return _TRACEBACK


def command(words: Sequence[str]) -> int:
    """The exit status of a command of Bantin, done in this process."""
    try:
        main(list(words), standalone_mode=False)
    except SystemExit as end:
        return int(end.code or 0)
    return 0
