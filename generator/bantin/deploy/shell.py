"""A shell here or on another host, that stays open: it holds a lock for as long as somebody is there, and no longer."""

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
"""Stands before programs whose words are read: they say them in the language of whoever runs them."""


class ShellFailed(Exception):
    """A command ended with the ``status`` (``None``: the shell is gone), and said ``text``."""

    def __init__(self, status: int | None, text: str) -> None:
        self.status = status
        self.text = text
        super().__init__(text)


class Shell:
    """Runs commands of the POSIX shell one after the other in one process."""

    def __init__(self, process: "subprocess.Popen[bytes]", errors: IO[bytes]) -> None:
        self._process = process
        self._errors = errors
        self._mark = f"--{token_hex(8)}"

    def run(self, commands: str) -> str:
        """What ``commands`` print. Raises ``ShellFailed`` unless the last of them ends well.

        They see nothing of what follows on standard input.
        """
        script = f"{{ {commands}\n}} </dev/null 2>&1; printf '\\n%s %s\\n' {self._mark} $?\n"
        said: list[str] = []
        pipe_in, pipe_out = self._process.stdin, self._process.stdout
        try:
            if pipe_in and pipe_out:
                pipe_in.write(script.encode(errors="surrogateescape"))
                pipe_in.flush()
                for line in pipe_out:
                    text = line.decode(errors="surrogateescape")
                    if text.startswith(self._mark):
                        return self._told("".join(said), int(text.split()[1]))
                    said.append(text)
        except OSError:
            pass
        self._process.wait()
        self._errors.seek(0)
        raise ShellFailed(None, "".join(said) + self._errors.read().decode(errors="replace"))

    def _told(self, said: str, status: int) -> str:
        text = said.removesuffix("\n")
        if status:
            raise ShellFailed(status, text)
        return text


@contextlib.contextmanager
def open_shell(command: Sequence[str]) -> Iterator[Shell]:
    """The shell that ``command`` starts, such as ``sh`` or ``ssh HOST sh``. It has ended afterwards.

    Raises ``FileNotFoundError`` when there is no such program.
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
