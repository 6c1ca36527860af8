"""A long-running shell, local or remote: a lock that it holds is released when this process or the connection ends."""

import contextlib
import errno
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from secrets import token_hex
from typing import IO

IN_ENGLISH = ("env", "LC_ALL=C")
"""A prefix for commands whose messages are parsed: programs write them in the user's language."""


class ShellFailed(Exception):
    """A command failed with the exit ``status`` (``None``: the shell itself ended), and printed ``text``."""

    def __init__(self, status: int | None, text: str) -> None:
        self.status = status
        self.text = text
        super().__init__(text)


class Shell:
    """Runs POSIX shell commands one after the other in one process."""

    def __init__(self, process: "subprocess.Popen[bytes]", errors: IO[bytes]) -> None:
        self._process = process
        self._errors = errors
        self._mark = f"--{token_hex(8)}"

    def run(self, commands: str) -> str:
        """Runs ``commands`` and returns what they print. Raises ``ShellFailed`` if the last of them fails.

        Their standard input is empty: that of the shell carries the commands that follow.
        """
        script = f"{{ {commands}\n}} </dev/null 2>&1; printf '\\n%s %s\\n' {self._mark} $?\n"
        output: list[str] = []
        pipe_in, pipe_out = self._process.stdin, self._process.stdout
        try:
            if pipe_in and pipe_out:
                pipe_in.write(script.encode(errors="surrogateescape"))
                pipe_in.flush()
                for line in pipe_out:
                    text = line.decode(errors="surrogateescape")
                    if text.startswith(self._mark):
                        return self._checked("".join(output), int(text.split()[1]))
                    output.append(text)
        except OSError:
            pass
        self._process.wait()
        self._errors.seek(0)
        raise ShellFailed(None, "".join(output) + self._errors.read().decode(errors="replace"))

    def _checked(self, output: str, status: int) -> str:
        text = output.removesuffix("\n")
        if status:
            raise ShellFailed(status, text)
        return text


@contextlib.contextmanager
def open_shell(command: Sequence[str]) -> Iterator[Shell]:
    """Starts a shell with ``command``, such as ``sh`` or ``ssh HOST sh``, and ends it on exit.

    Raises ``FileNotFoundError`` if the program is not installed.
    """
    if shutil.which(command[0]) is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), command[0])
    pipe = subprocess.PIPE
    with (
        tempfile.TemporaryFile() as errors,
        subprocess.Popen(  # noqa: S603
            (*IN_ENGLISH, *command), stdin=pipe, stdout=pipe, stderr=errors, start_new_session=True
        ) as process,
    ):
        try:
            yield Shell(process, errors)
        finally:
            with contextlib.suppress(OSError):
                if process.stdin:
                    process.stdin.close()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
