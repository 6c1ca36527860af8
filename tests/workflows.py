"""The commands of CI files, in their order, run as a service would run them but for its own parts."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
SHIM = '#!/bin/sh\n[ "$*" = "install -r requirements.txt" ] && [ -s requirements.txt ]\n'
"""Stands for pip, which would fetch from a network what the tests have here: it is asked for nothing else."""


def github_steps(path: Path, event: str, outputs: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The commands that GitHub runs on ``event``, with the environment of each; ``outputs`` stand for expressions."""
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    for job in workflow["jobs"].values():
        if not _is_run(job.get("if", ""), event):
            continue
        for step in job["steps"]:
            environment = {name: _filled(value, outputs) for name, value in step.get("env", {}).items()}
            if "run" in step:
                assert "${{" not in step["run"]
                yield step["run"], environment


def _is_run(condition: str, event: str) -> bool:
    """Whether a job runs on ``event``: our conditions compare its name with one word, or there is none."""
    if not condition:
        return True
    compared = re.fullmatch(r"github\.event_name (==|!=) '(\w+)'", condition)
    assert compared
    return (compared[2] == event) == (compared[1] == "==")


def gitlab_steps(path: Path, job: str) -> Iterator[str]:
    """The commands that GitLab runs for ``job``."""
    told: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    yield from told["before_script"]
    yield from told[job]["script"]


def _filled(value: str, outputs: Mapping[str, str]) -> str:
    return _EXPRESSION.sub(lambda match: outputs[match[1]], value)


def run(command: str, root: Path, shims: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command in ``root`` as the services do, with the programs of ``shims`` before all others."""
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", command],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": f"{shims}{os.pathsep}{os.environ['PATH']}", **environment},
    )
