"""Every page is valid HTML, by the checker of the field: the Nu HTML checker (vnu)."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, missing
from tests.outputs.conftest import NAMES

VNU = REPOSITORY / "tests/node_modules/vnu-jar/build/dist/vnu.jar"


@pytest.fixture(scope="session")
def checker() -> list[str]:
    java = shutil.which("java")
    if java is None:
        missing("Java")
    if not VNU.exists():
        missing("the Nu HTML checker (npm ci --prefix tests)")
    return [str(java), "-Xss4m", "-jar", str(VNU), "--format", "json", "--stdout", "--exit-zero-always"]


def check(checker: list[str], path: Path) -> list[dict[str, object]]:
    """What the checker says of the HTML files below ``path``, warnings included."""
    run = subprocess.run([*checker, "--skip-non-html", str(path)], capture_output=True, text=True, check=True)
    messages: list[dict[str, object]] = json.loads(run.stdout)["messages"]
    return messages


@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_valid(name: str, sites: dict[str, Path], checker: list[str]) -> None:
    assert check(checker, sites[name]) == []


def test_the_checker_sees_a_fault(tmp_path: Path, checker: list[str]) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><html lang=vi><title>x</title><p><img src=x></p></html>")
    assert [message["type"] for message in check(checker, tmp_path)] == ["error"]
