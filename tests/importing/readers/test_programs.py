"""Programs of others are run within limits, and end with their children."""

import os
import sys
import time
from pathlib import Path

import pytest

from bantin.importing.material import Refusal, Unreadable
from bantin.importing.readers.programs import run_program
from bantin.runtime.confined.process import Limits

MEMORY = 1 << 30
LIMITS = Limits(30, MEMORY, 30)


def refusal(*command: str, limits: Limits = LIMITS) -> Refusal:
    with pytest.raises(Unreadable) as refused:
        run_program(command, limits)
    return refused.value.refusal


def python(script: str) -> tuple[str, ...]:
    return (sys.executable, "-I", "-c", script)


def test_a_program_gets_its_input_and_gives_its_output() -> None:
    script = "import sys; sys.stdout.write(sys.stdin.read().upper())"
    assert run_program(python(script), LIMITS, b"ab") == b"AB"


def test_a_program_that_is_missing_or_fails_is_told() -> None:
    assert refusal("/nowhere/program") is Refusal.TOOL_MISSING
    assert refusal(*python("raise SystemExit(3)")) is Refusal.DAMAGED


def test_a_program_that_takes_too_long_ends_with_its_children(tmp_path: Path) -> None:
    started = tmp_path / "child"
    script = (
        "import pathlib, subprocess, sys, time;"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']);"
        f"pathlib.Path({str(started)!r}).write_text(str(child.pid)); time.sleep(600)"
    )
    assert refusal(*python(script), limits=Limits(30, MEMORY, 3)) is Refusal.TOO_COSTLY
    child = int(started.read_text())
    for _ in range(100):
        if not _runs(child):
            break
        time.sleep(0.05)
    assert not _runs(child)


@pytest.mark.skipif(sys.platform != "linux", reason="memory can be limited on Linux only")
def test_a_program_gets_no_more_memory_than_it_may_have() -> None:
    assert refusal(*python(f"import time; time.sleep(0.5); bytearray({2 * MEMORY})")) is Refusal.DAMAGED


def _runs(pid: int) -> bool:
    """Whether a process runs; one that has ended may wait to be collected by the process that it was left to."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.skipif(sys.platform != "linux", reason="processor time can be limited on Linux only")
def test_a_program_that_works_too_long_ends() -> None:
    assert refusal(*python("while True: pass"), limits=Limits(1, MEMORY, 60)) is Refusal.TOO_COSTLY
