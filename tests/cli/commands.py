"""Runs the command as in a terminal."""

import os
import re
import subprocess
import sys
from typing import IO

from click.testing import CliRunner, Result

from bantin.cli import main
from tests.bulletins import NOW

EPOCH = str(int(NOW.timestamp()))


def bantin(*arguments: object, epoch: str = EPOCH, locale: str = "vi_VN.UTF-8") -> Result:
    """Runs the command, and fails if it ends with a traceback."""
    runner = CliRunner(env={"SOURCE_DATE_EPOCH": epoch, "LC_ALL": locale})
    result = runner.invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def codes(told: str) -> list[str]:
    """The codes of the problems in ``told``, the text output of the command."""
    return re.findall(r"\[([a-z0-9-]+)\]$", told, re.MULTILINE)


def process(
    *arguments: object,
    stdin: int = subprocess.DEVNULL,
    stdout: int | IO[bytes] = subprocess.PIPE,
    stderr: int = subprocess.PIPE,
) -> subprocess.Popen[bytes]:
    """Starts the command in a process of its own."""
    command = [sys.executable, "-m", "bantin", *(str(argument) for argument in arguments)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    return subprocess.Popen(command, env=environment, stdin=stdin, stdout=stdout, stderr=stderr)
