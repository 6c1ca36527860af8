"""The timer of systemd that publishing.md describes: its units are valid, and its script sets it to the next change."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import missing
from tests.recipes.guide import Section, commands

SCRIPT = "/usr/local/sbin/bantin-timer"
DROP_IN = "run/systemd/system/bantin.timer.d/next.conf"


def stand_in(folder: Path, name: str, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{text}\n")
    (folder / name).chmod(0o755)


def analyze(*given: str | Path) -> subprocess.CompletedProcess[str]:
    if shutil.which("systemd-analyze") is None:
        missing("systemd-analyze")
    return subprocess.run(["systemd-analyze", *given], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("next_change", "line"),
    [("2199-11-30T23:30:00+07:00", "OnCalendar=2199-11-30 16:30:00 UTC"), ("-", "")],
)
def test_the_timer_is_set_to_the_next_change(next_change: str, line: str, tmp_path: Path) -> None:
    guide = Section("publishing.md", "Moments")
    assert commands(guide.take("console"))[0].split("#")[0].split() == ["bantin", "build", "--next"]
    service, timer, script = guide.take("text", "[Unit]"), guide.take("text", "[Unit]"), guide.take("sh")
    enabling = commands(guide.take("console"))
    guide.followed()
    assert enabling[0] == f"chmod 755 {SCRIPT}"
    assert f"ExecStartPost=+{SCRIPT}\n" in service

    programs = tmp_path / "bin"
    asked = "runuser -u editor -- bantin build /home/editor/bulletin --next"
    assert f"next=$({asked})\n" in script
    stand_in(programs, "runuser", f'[ "runuser $*" = "{asked}" ] && echo "{next_change}"')
    stand_in(programs, "systemctl", f'echo "$*" >> {tmp_path}/told')
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    own = script.replace("/run/systemd", f"{tmp_path}/run/systemd")
    subprocess.run(["sh", "-e", "-c", own], check=True, env=environment)
    assert (tmp_path / "told").read_text().split("\n") == ["daemon-reload", "restart bantin.timer", ""]
    told = (tmp_path / DROP_IN).read_text()
    assert told.splitlines() == ["[Timer]", line] if line else ["[Timer]"]

    stand_in(programs, "bantin-timer", "")
    for name, text in (("bantin.service", service), ("bantin.timer", f"{timer}\n{told}")):
        # The user and the programs of the guide need not be on this machine.
        here = text.replace(SCRIPT, f"{programs}/bantin-timer").replace("ExecStart=", "ExecStart=-/bin/true ")
        (tmp_path / name).write_text(here)
    checked = analyze("verify", tmp_path / "bantin.service", tmp_path / "bantin.timer")
    assert (checked.returncode, checked.stderr) == (0, "")
    if line:
        assert "16:30:00 UTC" in analyze("calendar", line.removeprefix("OnCalendar=")).stdout
