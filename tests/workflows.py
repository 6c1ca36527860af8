"""The commands of CI files, in their order, which tests run as the services would."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
SHIM = '#!/bin/sh\n[ "$*" = "install -r requirements.txt" ] && [ -s requirements.txt ]\n'
"""A substitute for pip, which would need a network; it accepts only the one command that the workflows run."""


def github_steps(path: Path, event: str, outputs: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The commands that GitHub runs on ``event``, each with its environment; ``outputs`` are values of expressions."""
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    done: set[str] = set()
    for name, job in workflow["jobs"].items():
        if not _is_run(job.get("if", ""), event) or job.get("needs", name) not in {*done, name}:
            continue
        done.add(name)
        for step in job["steps"]:
            environment = {
                name: _filled(value, {"github.event_name": event, **outputs})
                for name, value in step.get("env", {}).items()
            }
            if "run" in step:
                assert "${{" not in step["run"]
                yield step["run"], environment


def github_job(path: Path, job: str, outputs: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The commands of ``job``, each with its environment, whatever it runs on."""
    for step in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"][job]["steps"]:
        if "run" in step:
            assert "${{" not in step["run"]
            yield step["run"], {name: _filled(value, outputs) for name, value in step.get("env", {}).items()}


def _is_run(condition: str, event: str) -> bool:
    """Whether a job runs on ``event``. A condition compares the event's name with one word; there may be none.

    What is due is taken to be so; a job with a schedule of its own is taken to run on every schedule.
    """
    if not condition:
        return True
    if condition == "needs.due.outputs.due == 'true'":
        return True
    if condition.startswith("github.event.schedule == "):
        return event == "schedule"
    compared = re.fullmatch(r"github\.event_name (==|!=) '(\w+)'", condition)
    assert compared
    return (compared[2] == event) == (compared[1] == "==")


def gitlab_steps(path: Path, job: str) -> Iterator[str]:
    """The commands that GitLab runs for ``job``."""
    told: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    yield from told[job].get("before_script", told["before_script"])
    yield from told[job]["script"]


def _filled(value: str, outputs: Mapping[str, str]) -> str:
    return _EXPRESSION.sub(lambda match: outputs[match[1]], value)


def run(command: str, root: Path, shims: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command in ``root`` as the services do, with the programs of ``shims`` first on the path."""
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", command],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": f"{shims}{os.pathsep}{os.environ['PATH']}", **environment},
    )
