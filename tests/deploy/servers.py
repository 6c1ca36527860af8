"""Servers to deploy to: an sshd and an S3 store, each in a process that ends with the test."""

import getpass
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import REPOSITORY, missing

_PATIENCE = 30


@dataclass(frozen=True)
class Sshd:
    """A host: the command to reach it, and its port."""

    user: str
    port: int
    remote_shell: tuple[str, ...]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def reachable(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if reachable(port):
            return
        time.sleep(0.02)
    raise AssertionError(f"no server: {process.poll()}")


@contextmanager
def running(command: list[str], port: int, **environment: str) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, env={**os.environ, **environment})
    try:
        wait_for(port, process)
        yield
    finally:
        process.terminate()
        process.wait()


@contextmanager
def sshd(folder: Path) -> Iterator[Sshd]:
    program = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")
    for name in ("ssh", "ssh-keygen", "rsync", "flock"):
        if shutil.which(name) is None:
            missing(name)
    if program is None:
        missing("sshd")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    port = free_port()
    (folder / "config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/user.pub\n"
        "StrictModes no\nUsePAM no\nPasswordAuthentication no\nPidFile none\nMaxStartups 100\nUseDNS no\n"
    )
    known = (folder / "host.pub").read_text()
    (folder / "known_hosts").write_text(f"[127.0.0.1]:{port} {known}")
    shell = ("ssh", "-F", "none", "-i", f"{folder}/user", "-o", f"UserKnownHostsFile={folder}/known_hosts")
    with running([program, "-D", "-f", str(folder / "config")], port):
        yield Sshd(getpass.getuser(), port, (*shell, "-o", "IdentitiesOnly=yes", "-o", "LogLevel=ERROR"))


@contextmanager
def s3(*refusals: str) -> Iterator[str]:
    """Runs an empty store and yields its address; ``refusals`` are those of ``strict_store``."""
    port = free_port()
    command = [sys.executable, "-W", "ignore", "-m", "tests.deploy.strict_store", str(port), *refusals]
    with running(command, port, PYTHONPATH=str(REPOSITORY)):
        yield f"http://127.0.0.1:{port}"
