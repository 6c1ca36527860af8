"""Replacements for programs that change a whole machine: ``python -m tests.recipes.stand_ins PROGRAM …``.

They change one folder instead. Each supports what the guides need of it, and refuses everything else.
"""

import os
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Callable
from configparser import RawConfigParser
from importlib.metadata import metadata, version
from pathlib import Path

from tests.conftest import REPOSITORY

ROOT = Path(os.environ["MACHINE"])
SYSTEM = ROOT / "etc/systemd/system"
SERVERS = {"nginx-light": "nginx", "caddy": "caddy"}
PACKAGES = {*SERVERS, "rsync", "gcc", "python3-dev", "python3-venv"}
USERS = {
    ("--disabled-password", "deploy"),
    ("--system", "--group", "bantin"),
    ("bantin", "adm"),
    ("--system", "--group", "--home", f"{ROOT}/srv/isso", "isso"),
}
PROGRAM = Path(sys.executable).parent / "bantin"
ISSUED = {
    "bantin": PROGRAM,
    f"bantin=={version('bantin')}": PROGRAM,
    next(line for line in (REPOSITORY / "tests/isso.txt").read_text().split() if line.startswith("isso==")): (
        REPOSITORY / "tests/.isso/bin/isso"
    ),
}
_PATIENCE = 20


def refuse(*words: object) -> None:
    sys.exit(f"this machine does not know: {shlex.join(map(str, words))}")


def apt_get(command: str, *packages: str) -> None:
    if command != "install" or not PACKAGES.issuperset(packages):
        refuse(command, *packages)
    for package in packages:
        # Debian starts a server when it is installed.
        if package in SERVERS:
            systemctl("start", SERVERS[package])


def adduser(*arguments: str) -> None:
    if arguments not in USERS:
        refuse(*arguments)
    if "--home" in arguments:
        Path(arguments[-2]).mkdir(parents=True)


def python3(*arguments: str) -> None:
    """Creates virtual environments, which contain only pip."""
    if len(arguments) != 3 or arguments[:2] != ("-m", "venv"):
        refuse(*arguments)
    programs = Path(arguments[2]) / "bin"
    programs.mkdir(parents=True)
    (programs / "pip").write_text(f'#!/bin/sh\nPROGRAMS={programs} exec {ROOT}/programs/pip "$@"\n')
    (programs / "pip").chmod(0o755)


def pip(command: str, *wanted: str) -> None:
    """Installs the packages that the tests have here: Bantin with the extras that it has, and Isso."""
    packages = Path(wanted[1]).read_text().split() if wanted[0] == "-r" else wanted
    for package in packages:
        name, extras = re.fullmatch(r"([^\[]+)(?:\[(.+)\])?", package).groups("")  # type: ignore[union-attr]
        known = {*(metadata("bantin").get_all("Provides-Extra") or []), ""}
        if command != "install" or name not in ISSUED or not known.issuperset(extras.split(",")):
            refuse(command, package)
        if programs := os.environ.get("PROGRAMS"):
            (Path(programs) / ISSUED[name].name).symlink_to(ISSUED[name])


def systemd_tmpfiles(option: str, file: str) -> None:
    """Creates the folders in a tmpfiles.d file.

    https://www.freedesktop.org/software/systemd/man/latest/tmpfiles.d.html
    """
    for line in Path(file).read_text().splitlines():
        kind, folder, mode, _user, _group = line.split()
        if option != "--create" or kind != "d":
            refuse(option, line)
        Path(folder).mkdir(mode=int(mode, 8), parents=True)


def systemctl(*arguments: str) -> None:
    match arguments:
        case ("enable", "--now", service) if (SYSTEM / f"{service}.service").exists():
            start_unit(service)
        case ("start", "nginx"):
            run_apart("nginx", [f"{ROOT}/programs/nginx", "-g", "daemon off;"])
        case ("start", "caddy"):
            run_apart("caddy", [f"{ROOT}/programs/caddy", "run", "--config", f"{ROOT}/etc/caddy/Caddyfile"])
        case ("reload", "nginx"):
            reload_nginx()
        case ("reload", "caddy"):
            # As Debian's unit does.
            config = ["--config", f"{ROOT}/etc/caddy/Caddyfile", "--address", f"unix/{ROOT}/caddy-admin", "--force"]
            subprocess.run([f"{ROOT}/programs/caddy", "reload", *config], check=True)
        case _:
            refuse(*arguments)


def start_unit(service: str) -> None:
    """Starts the command of a unit, after creating the folders that it declares."""
    unit = RawConfigParser(strict=False, interpolation=None, delimiters=("=",))
    unit.optionxform = str  # type: ignore[assignment,method-assign] # names of systemd have capitals
    unit.read_string(re.sub(r"\\\n\s*", "", (SYSTEM / f"{service}.service").read_text()))
    said = unit["Service"]
    environment = {}
    for kind, parent in (("State", "var/lib"), ("Runtime", "run")):
        if name := said.get(f"{kind}Directory"):
            environment[f"{kind.upper()}_DIRECTORY"] = str(ROOT / parent / name)
            (ROOT / parent / name).mkdir(parents=True, mode=int(said[f"{kind}DirectoryMode"], 8))
    run_apart(service, shlex.split(said["ExecStart"]), environment)


def run_apart(name: str, command: list[str], environment: dict[str, str] | None = None) -> None:
    """Starts a background process; its id is recorded in ``ROOT/pids``, its output goes to ``ROOT/log``."""
    with (ROOT / "log" / name).open("wb") as log:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            env={**os.environ, **(environment or {})},
        )
    (ROOT / "pids" / name).write_text(str(process.pid))


def reload_nginx() -> None:
    """Reloads the settings, and returns once the processes with the old ones have ended."""
    master = (ROOT / "pids/nginx").read_text()
    children = Path(f"/proc/{master}/task/{master}/children")
    old = set(children.read_text().split())
    subprocess.run([f"{ROOT}/programs/nginx", "-s", "reload"], check=True)
    until = time.monotonic() + _PATIENCE
    while old & set(children.read_text().split()):
        assert time.monotonic() < until
        time.sleep(0.02)


PROGRAMS: dict[str, Callable[..., None]] = {
    "apt-get": apt_get,
    "adduser": adduser,
    "python3": python3,
    "pip": pip,
    "systemctl": systemctl,
    "systemd-tmpfiles": systemd_tmpfiles,
}

if __name__ == "__main__":
    PROGRAMS[sys.argv[1]](*sys.argv[2:])
