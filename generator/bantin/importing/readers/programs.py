"""Runs programs of others on files that may be hostile: with limited time and memory, and never longer than needed."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence

from bantin.importing.material import Refusal, Unreadable


def run_program(command: Sequence[str], seconds: float, memory: int, data: bytes = b"") -> bytes:
    """The output of ``command``, which gets ``data`` as input and may take ``memory`` bytes where this can be limited.

    It ends with all its children. Raises :class:`Unreadable` if it is missing, fails, or takes longer than ``seconds``.
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
            _limit_memory(process.pid, memory)
            output, _ = process.communicate(data, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise Unreadable(Refusal.TOO_COSTLY, command[0]) from error
        finally:
            _end(process)
    if process.returncode:
        raise Unreadable(Refusal.DAMAGED, command[0])
    return output


def _limit_memory(pid: int, memory: int) -> None:
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(OSError):
            resource.prlimit(pid, resource.RLIMIT_AS, (memory, memory))


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Kills a process and its children, if it is still running."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
