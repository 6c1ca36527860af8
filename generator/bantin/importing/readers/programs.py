"""Runs programs of others on files that may be hostile: with limited time and memory, and never longer than needed."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence

from bantin.importing.material import Refusal, Unreadable
from bantin.runtime.confined.process import Limits


def run_program(command: Sequence[str], limits: Limits, data: bytes = b"") -> bytes:
    """The output of ``command``, which gets ``data`` as input and works within ``limits``.

    It ends with all its children. Raises :class:`Unreadable` if it is missing, fails, or takes more than that.
    """
    pipe = subprocess.PIPE
    try:
        process = subprocess.Popen(  # noqa: S603
            command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except OSError as error:
        raise Unreadable(Refusal.TOOL_MISSING, command[0]) from error
    with process:
        try:
            _confine(process.pid, limits)
            output, _ = process.communicate(data, timeout=limits.patience)
        except subprocess.TimeoutExpired as error:
            raise Unreadable(Refusal.TOO_COSTLY, command[0]) from error
        finally:
            _end(process)
    if process.returncode:
        # The system kills what exceeds its time.
        raise Unreadable(Refusal.TOO_COSTLY if process.returncode < 0 else Refusal.DAMAGED, command[0])
    return output


def _confine(pid: int, limits: Limits) -> None:
    """Restricts a process; where the system cannot do so, the limit of elapsed time remains."""
    if sys.platform == "linux":
        import resource

        for kind, most in ((resource.RLIMIT_CPU, limits.seconds), (resource.RLIMIT_AS, limits.memory)):
            with contextlib.suppress(OSError):
                resource.prlimit(pid, kind, (most, most))


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Kills a process and its children, if it is still running."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
