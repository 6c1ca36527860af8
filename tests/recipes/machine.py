"""A machine in a folder, on which the recipes of the guides are followed as they stand.

What has to be otherwise than on a real one is here: ``Machine.table`` (hosts, ports, folders, users), the programs that
it has (``REAL``, and ``STAND_INS`` for those that would change the whole machine), and what Debian's servers come with.
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

REAL = ("chmod", "cp", "curl", "date", "env", "flock", "git", "install", "rsync", "sh", "ssh-keyscan")
STAND_INS = ("adduser", "apt-get", "pip", "python3", "systemctl", "systemd-tmpfiles")

_SYSTEM = "etc/nginx/sites-enabled etc/caddy etc/systemd/system etc/tmpfiles.d var/log/nginx var/log/caddy log pids run"
_PATIENCE = 120


class Machine(Struct, frozen=True):
    """A machine whose folders lie below ``root``: its web server is at ``port``, ``shell`` the port of its sshd."""

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
        """What is another on this machine than in the guides: patterns, and what stands in their place."""
        user, group = getpass.getuser(), grp.getgrgid(os.getgid()).gr_name
        certificate = f"{self.root}/certificate.pem"
        return {
            # Hosts and ports: all are this one, where others listen at the usual ports.
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
            # Nobody else is known here.
            r"-o (?:deploy|bantin) -g (?:deploy|bantin)": f"-o {user} -g {group}",
            # Folders of the system.
            r"(?<![\w.-])/(?=(?:srv|etc|opt|run|var|home)/)": f"{self.root}/",
        }

    def changed(self, text: str) -> str:
        """``text`` of a guide as it is to be on this machine."""
        for pattern, here in self.table.items():
            text = re.sub(pattern, lambda _, here=here: here, text, flags=re.MULTILINE)  # type: ignore[misc]
        return text

    def write(self, path: str, text: str) -> None:
        """Writes a file of a guide at the path that the guide gives it."""
        target = Path(self.changed(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(self.changed(text), encoding="utf-8")

    def follow(self, console: str, folder: Path, **environment: str) -> str:
        """Runs the commands of a block ``console`` in one shell; what they have said. None may fail."""
        return self.run("\n".join(commands(console)), folder, **environment)

    def run(self, script: str, folder: Path, **environment: str) -> str:
        """Runs a script of the guide as CI services do: nothing but the programs of this machine is there."""
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
        """What the services have said."""
        return "\n".join(f"{path.name}: {path.read_text()}" for path in sorted((self.root / "log").iterdir()))


@contextmanager
def machine(store: str = "") -> Iterator[Machine]:
    """An empty machine that ssh reaches; what runs on it ends with it."""
    # Short, since the address of a socket has 108 letters at most.
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
                # At once, so that nothing is written any more.
                os.killpg(int(pid.read_text()), signal.SIGKILL)
        shutil.rmtree(root, ignore_errors=True)


def _install(made: Machine) -> None:
    """Puts the programs there, the settings that Debian's servers come with, and the key of whoever deploys."""
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
    """What stands in Debian's, and where nginx may write."""
    temporary = "".join(
        f" {kind}_temp_path {root}/run/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = f"user {getpass.getuser()} {grp.getgrgid(os.getgid()).gr_name};" if os.geteuid() == 0 else ""
    served = f" access_log {root}/var/log/nginx/access.log;\n include {root}/etc/nginx/sites-enabled/*;\n"
    return f"{user}\nworker_processes 1;\npid {root}/run/nginx.pid;\nevents {{ }}\nhttp {{\n{temporary}{served}}}\n"


def _certificate() -> bytes:
    """A certificate of this machine for itself, with its key."""
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
