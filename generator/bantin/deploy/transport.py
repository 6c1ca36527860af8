"""Transports to the folder of a target: on this machine, or on a host over ssh with rsync."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from bantin.deploy.shell import IN_ENGLISH
from bantin.deploy.target import Progress

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

# Whatever the umask of who deploys, a web server that runs as somebody else reads the site.
_FILE, _FOLDER = 0o644, 0o755
# rsync refuses a path with this exit status before it transfers anything. A busy host can close the connection before
# the message that says why has arrived.
_REFUSED = 3
_TRIES = 5


class NoProgram(Exception):
    """A required program is not installed; the message is its name."""


class Transport(Protocol):
    """Access to the folder of a target: a shell there, and sending files."""

    @property
    def folder(self) -> str:
        """The path of the folder on the machine that holds it."""
        ...

    @property
    def shell(self) -> Sequence[str]:
        """The command that opens a shell on that machine."""
        ...

    def send(self, source: Path, paths: Sequence[str], into: str, progress: Progress) -> None:
        """Sends the files ``paths`` below ``source`` to the folder ``into`` of the target, and replaces files there.

        Existing files are never written to: other releases may share them as hard links. Raises ``OSError``,
        ``CalledProcessError`` and ``NoProgram``.
        """
        ...


class Local:
    """A folder on this machine."""

    shell = ("sh",)

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)

    def send(self, source: Path, paths: Sequence[str], into: str, progress: Progress) -> None:
        """See :class:`Transport`."""
        for done, path in enumerate(paths):
            progress(done, len(paths))
            target = f"{self.folder}/{into}/{path}"
            _require_folder(target.rpartition("/")[0])
            new = f"{target}.bantin-new"
            shutil.copyfile(source / path, new)
            os.chmod(new, _FILE)  # noqa: PTH101
            os.replace(new, target)  # noqa: PTH105


def _require_folder(folder: str) -> None:
    """Makes a folder that a web server can read, and those above it, if they are missing."""
    if not os.path.isdir(folder):  # noqa: PTH112
        _require_folder(folder.rpartition("/")[0])
        os.mkdir(folder)  # noqa: PTH102
        os.chmod(folder, _FOLDER)  # noqa: PTH101


class Ssh:
    """A folder on a host. ``remote_shell`` is the command that connects to hosts: ``ssh``, perhaps with options."""

    def __init__(self, to: str, port: int, remote_shell: Sequence[str]) -> None:
        self._host, _, self.folder = to.partition(":")
        self._ssh = (*remote_shell, *_OPTIONS, *(("-p", str(port)) if port else ()))

    @property
    def shell(self) -> Sequence[str]:
        """See :class:`Transport`."""
        return (*self._ssh, "--", self._host, "exec env LC_ALL=C sh")

    def send(self, source: Path, paths: Sequence[str], into: str, progress: Progress) -> None:
        """See :class:`Transport`."""
        progress(0, len(paths))
        if shutil.which("rsync") is None:
            raise NoProgram("rsync")
        command = (
            *IN_ENGLISH, "rsync", "--files-from=-", "--from0", "--compress", "--secluded-args", "--ignore-times",
            f"--chmod=D{_FOLDER:o},F{_FILE:o}",
            "--timeout=60", f"--rsh={shlex.join(self._ssh)}", f"{source}/", f"{self._host}:{self.folder}/{into}/",
        )  # fmt: skip
        listed = "\0".join(paths).encode()
        for _ in range(_TRIES):
            ended = subprocess.run(command, input=listed, check=False, capture_output=True)  # noqa: S603
            if ended.returncode != _REFUSED or ended.stderr:
                break
        if ended.returncode:
            raise subprocess.CalledProcessError(ended.returncode, "rsync", stderr=ended.stderr.decode(errors="replace"))
