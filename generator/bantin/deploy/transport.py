"""How the folder of a target is reached: on this machine, or on a host over ssh with rsync."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from bantin.deploy.shell import IN_ENGLISH
from bantin.deploy.target import Sent

_OPTIONS = (
    "-o",
    "BatchMode=yes",
    "-o",
    "ConnectTimeout=20",
    "-o",
    "ServerAliveInterval=15",
    "-o",
    "ServerAliveCountMax=4",
)


class NoProgram(Exception):
    """A program is not installed; the text names it."""


class Transport(Protocol):
    """Commands and files get there."""

    @property
    def folder(self) -> str:
        """The folder of the target, as it is called there."""
        ...

    @property
    def shell(self) -> Sequence[str]:
        """The command that opens a shell there."""
        ...

    def send(self, source: Path, paths: Sequence[str], into: str, sent: Sent) -> None:
        """Puts files below ``source`` into the folder ``into`` of the target, in the place of what has their names.

        What had is not written to: other releases may share it. Raises ``OSError``,
        ``CalledProcessError`` and ``NoProgram``.
        """
        ...


class Local:
    """A folder on this machine."""

    shell = ("sh",)

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)

    def send(self, source: Path, paths: Sequence[str], into: str, sent: Sent) -> None:
        """See :class:`Transport`."""
        for done, path in enumerate(paths):
            sent(done, len(paths))
            place = f"{self.folder}/{into}/{path}"
            os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120 - paths by the ten thousand
            new = f"{place}.bantin-new"
            shutil.copyfile(source / path, new)
            os.replace(new, place)  # noqa: PTH105


class Ssh:
    """A folder of a host. ``remote_shell`` is the command that reaches hosts: ``ssh`` and options of its own."""

    def __init__(self, to: str, port: int, remote_shell: Sequence[str]) -> None:
        self._host, _, self.folder = to.partition(":")
        self._ssh = (*remote_shell, *_OPTIONS, *(("-p", str(port)) if port else ()))

    @property
    def shell(self) -> Sequence[str]:
        """See :class:`Transport`."""
        return (*self._ssh, "--", self._host, "exec env LC_ALL=C sh")

    def send(self, source: Path, paths: Sequence[str], into: str, sent: Sent) -> None:
        """See :class:`Transport`."""
        sent(0, len(paths))
        if shutil.which("rsync") is None:
            raise NoProgram("rsync")
        command = (
            *IN_ENGLISH, "rsync", "--files-from=-", "--from0", "--compress", "--secluded-args", "--ignore-times",
            "--chmod=D755,F644",
            "--timeout=60", f"--rsh={shlex.join(self._ssh)}", f"{source}/", f"{self._host}:{self.folder}/{into}/",
        )  # fmt: skip
        listed = "\0".join(paths).encode()
        try:
            subprocess.run(command, input=listed, check=True, capture_output=True)  # noqa: S603
        except subprocess.CalledProcessError as error:
            said = error.stderr.decode(errors="replace")
            raise subprocess.CalledProcessError(error.returncode, "rsync", stderr=said) from error
