"""A simulated machine in a folder, on which tests follow the recipes of the guides literally.

The differences from a real machine are all here: ``Machine.table`` (hosts, ports, folders, users), the available
programs (``REAL``, and ``STAND_INS`` for those that would change the whole machine), and the default settings of
Debian's servers.
"""

import getpass
import grp
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from msgspec import Struct

from tests.conftest import REPOSITORY, missing
from tests.deploy.servers import free_port, sshd
from tests.recipes.guide import commands

REAL = ("cat", "chmod", "cp", "curl", "date", "env", "flock", "git", "install", "mkdir", "rsync", "sh", "ssh-keyscan")
STAND_INS = ("adduser", "apt-get", "pip", "python3", "systemctl", "systemd-tmpfiles")

_SYSTEM = "etc/nginx/sites-enabled etc/caddy etc/systemd/system etc/tmpfiles.d var/log/nginx var/log/caddy log pids run"
_PATIENCE = 120


class Machine(Struct, frozen=True):
    """A machine with its folders below ``root``; ``port`` is that of its web server, ``shell`` that of its sshd."""

    root: Path
    port: int
    shell: int
    mail: int
    discussion: int
    store: str = ""

    @property
    def home(self) -> Path:
        return self.root / "home/editor"

    @property
    def address(self) -> str:
        return f"https://localhost:{self.port}/"

    @property
    def table(self) -> Mapping[str, str]:
        """The replacements for text of the guides, by pattern."""
        user, group = getpass.getuser(), grp.getgrgid(os.getgid()).gr_name
        certificate = f"{self.root}/certificate.pem"
        return {
            # Hosts and ports: all are on this machine, where others use the standard ports.
            r"listen 443 ssl;": f"listen 127.0.0.1:{self.port} ssl; "
            f"ssl_certificate {certificate}; ssl_certificate_key {certificate};",
            r"^bantin\.example\.vn \{": f"https://localhost:{self.port} {{\n    tls {certificate} {certificate}",
            r"server_name bantin\.example\.vn;": "server_name localhost;",
            r"https://(?:bantin|bulletin)\.example(?:\.vn)?(?=/)": self.address.rstrip("/"),
            r"ssh-keyscan bantin\.example\.vn": f"ssh-keyscan -p {self.shell} 127.0.0.1",
            r"deploy@bantin\.example\.vn": f"{user}@127.0.0.1",
            r"127\.0\.0\.1:8090": f"127.0.0.1:{self.discussion}",
            r"^host = mail\.bulletin\.example": f"host = 127.0.0.1\nport = {self.mail}\nsecurity = none",
            r"https://s3\.example": self.store,
            r"=…": "=a",
            # There are no other users here.
            r"-o (?:deploy|bantin) -g (?:deploy|bantin)": f"-o {user} -g {group}",
            # System folders.
            r"(?<![\w.-])/(?=(?:srv|etc|opt|run|var|home)/)": f"{self.root}/",
        }

    def changed(self, text: str) -> str:
        """``text`` of a guide, with all replacements."""
        for pattern, here in self.table.items():
            text = re.sub(pattern, lambda _, here=here: here, text, flags=re.MULTILINE)  # type: ignore[misc]
        return text

    def write(self, path: str, text: str) -> None:
        """Writes a file of a guide to the path that the guide gives."""
        target = Path(self.changed(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(self.changed(text), encoding="utf-8")

    def follow(self, console: str, folder: Path, **environment: str) -> str:
        """Runs the commands of the block ``console`` in one shell, and returns their output.

        Fails if one of them fails.
        """
        return self.run("\n".join(commands(console)), folder, **environment)

    def run(self, script: str, folder: Path, **environment: str) -> str:
        """Runs a script of the guide as CI services do, with the programs of this machine only; returns its output."""
        done = subprocess.run(
            ["/bin/bash", "-e", "-o", "pipefail", "-c", self.changed(script)],
            cwd=folder,
            env={**self.environment, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
            timeout=_PATIENCE,
        )
        assert done.returncode == 0, f"{script}\n{done.stdout}\n{self.logs()}"
        return done.stdout

    @property
    def environment(self) -> dict[str, str]:
        named = {f"GIT_{who}_{what}": "a@a.vn" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        trusted = dict.fromkeys(("SSL_CERT_FILE", "CURL_CA_BUNDLE"), f"{self.root}/certificate.pem")
        places = {"PATH": f"{self.root}/programs", "HOME": str(self.home), "MACHINE": str(self.root)}
        data = dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME"), f"{self.root}/run/data")
        return {**places, **trusted, **named, **data, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(REPOSITORY)}

    def logs(self) -> str:
        """The output of the services."""
        return "\n".join(f"{path.name}: {path.read_text()}" for path in sorted((self.root / "log").iterdir()))


@contextmanager
def machine(store: str = "") -> Iterator[Machine]:
    """An empty machine with an sshd; its processes end with it."""
    # A short path, since the address of a socket must not exceed 108 characters.
    root = Path(tempfile.mkdtemp(prefix="m"))
    root.chmod(0o755)
    for folder in (*_SYSTEM.split(), "programs", "home/editor/.ssh", "ssh"):
        (root / folder).mkdir(parents=True)
    try:
        with sshd(root / "ssh") as host:
            made = Machine(root, free_port(), host.port, free_port(), free_port(), store)
            _install(made)
            yield made
    finally:
        for pid in (root / "pids").iterdir():
            with suppress(ProcessLookupError):
                # Killed, so that nothing is written any more.
                os.killpg(int(pid.read_text()), signal.SIGKILL)
        shutil.rmtree(root, ignore_errors=True)


def _install(made: Machine) -> None:
    """Installs the programs, the default settings of Debian's servers, and the SSH key for deploying."""
    root, programs = made.root, made.root / "programs"
    found = {
        name: shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin") for name in (*REAL, "nginx", "caddy", "ssh")
    }
    for name, path in found.items():
        if path is None:
            missing(name)
    for name in REAL:
        (programs / name).symlink_to(str(found[name]))
    (programs / "bantin").symlink_to(Path(sys.executable).parent / "bantin")
    scripts = {name: f'{sys.executable} -m tests.recipes.stand_ins {name} "$@"' for name in STAND_INS}
    scripts["nginx"] = f'{found["nginx"]} -c {root}/etc/nginx/nginx.conf -e {root}/log/nginx-errors "$@"'
    scripts["caddy"] = f'{found["caddy"]} "$@"'
    scripts["ssh"] = f'{found["ssh"]} -F {root}/ssh/client "$@"'
    for name, command in scripts.items():
        (programs / name).write_text(f"#!/bin/sh\nexec {command}\n")
        (programs / name).chmod(0o755)
    keys = f"IdentityFile {made.home}/.ssh/id_ed25519\nUserKnownHostsFile {made.home}/.ssh/known_hosts\n"
    (root / "ssh/client").write_text(f"Port {made.shell}\nIdentitiesOnly yes\nBatchMode yes\n{keys}")
    (root / "etc/nginx/nginx.conf").write_text(_nginx_conf(root))
    (root / "etc/caddy/Caddyfile").write_text(
        f"{{\n\tadmin unix/{root}/caddy-admin\n\tauto_https disable_redirects\n\tskip_install_trust\n}}\n"
    )
    (root / "certificate.pem").write_bytes(_certificate())


def _nginx_conf(root: Path) -> str:
    """The parts of Debian's nginx.conf that matter, with folders that nginx can write to."""
    temporary = "".join(
        f" {kind}_temp_path {root}/run/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = f"user {getpass.getuser()} {grp.getgrgid(os.getgid()).gr_name};" if os.geteuid() == 0 else ""
    served = f" access_log {root}/var/log/nginx/access.log;\n include {root}/etc/nginx/sites-enabled/*;\n"
    return f"{user}\nworker_processes 1;\npid {root}/run/nginx.pid;\nevents {{ }}\nhttp {{\n{temporary}{served}}}\n"


def _certificate() -> bytes:
    """A self-signed certificate of this machine, with its key."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")]),
    )
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    encoding = serialization.Encoding.PEM
    private = key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return made.public_bytes(encoding) + private
