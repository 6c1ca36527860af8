"""The version of the program: the same on every run, another as soon as anything that it depends on is."""

import importlib.metadata
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bantin.runtime.cache import fingerprint, program_version
from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "generator/bantin"


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the program that is taken for it."""
    package = shutil.copytree(PACKAGE, tmp_path / "bantin", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(fingerprint, "__file__", str(package / "runtime/cache/fingerprint.py"))
    return package


def test_the_version_is_the_same_in_every_process() -> None:
    command = [sys.executable, "-c", "from bantin.runtime.cache import program_version as v; print(v().hex())"]
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == program_version().hex()


def test_the_version_does_not_depend_on_where_the_program_lies(tmp_path: Path, copied: Path) -> None:
    before = program_version()
    (copied / "__pycache__").mkdir()
    (copied / "__pycache__/build.cpython-311.pyc").write_bytes(b"x")
    assert program_version() == before
    shutil.rmtree(copied)
    shutil.copytree(PACKAGE, copied, ignore=shutil.ignore_patterns("__pycache__"))
    assert program_version() == before


def edit(package: Path) -> None:
    with (package / "domain/text/slugs.py").open("a") as file:
        file.write("#")


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited": edit,
    "added": lambda package: (package / "domain/text/new.py").touch(),
    "removed": lambda package: (package / "report/__init__.py").unlink(),
    "renamed": lambda package: (package / "domain/text/slugs.py").rename(package / "domain/text/slug.py"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_program_with_other_files_is_another(copied: Path, name: str) -> None:
    before = program_version()
    CHANGES[name](copied)
    assert program_version() != before


@pytest.mark.parametrize("name", ["another-1.0.dist-info", "another.egg-info"])
def test_a_program_with_another_package_beside_it_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path), str(tmp_path / "none")])
    before = program_version()
    (tmp_path / "another").mkdir()
    assert program_version() == before
    (tmp_path / name).mkdir()
    assert program_version() != before


def test_every_package_that_is_installed_counts() -> None:
    installed = {distribution.metadata["Name"].lower() for distribution in importlib.metadata.distributions()}
    counted = {name.partition("-")[0].partition(".")[0].lower() for name in fingerprint._installed()}
    assert {name.replace("-", "_").replace(".", "_") for name in installed} <= counted | {"bantin"}


def test_a_program_in_another_python_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    before = program_version()
    monkeypatch.setattr(sys, "version", sys.version + ".")
    assert program_version() != before
