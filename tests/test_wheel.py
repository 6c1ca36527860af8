"""The wheel is the whole tool: installed into an empty environment, it makes and builds a bulletin."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(out), str(REPOSITORY)],
        check=True,
        capture_output=True,
    )
    return next(out.glob("*.whl"))


def test_the_wheel_carries_themes_and_beginnings(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in (
        "generator/themes/default/theme.yml",
        "generator/themes/default/templates/base.html",
        "generator/themes/default/static/main.css",
        "generator/themes/default/locale/vi/LC_MESSAGES/messages.po",
        "generator/scaffold/files/vi/content/site.yml",
        "generator/scaffold/files/ci/github/_dot_github/workflows/bantin.yml",
        "generator/py.typed",
    ):
        assert name in names
    assert [name for name in names if not name.startswith(("generator/", "bantin-"))] == []


def test_installed_elsewhere_it_makes_and_builds_a_bulletin(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv")
    bin_ = tmp_path / "venv/bin"
    # The pip of the tests does it: to install another one first, and to compile all modules, takes longest of all.
    pip = [sys.executable, "-m", "pip", "--python", str(bin_ / "python"), "install", "--quiet", "--no-compile"]
    subprocess.run([*pip, "--constraint", str(REPOSITORY / "constraints.txt"), str(wheel)], check=True)
    for command in (["init", "demo"], ["build", "demo"]):
        subprocess.run([str(bin_ / "bantin"), *command], check=True, capture_output=True, cwd=tmp_path)
    assert (tmp_path / "demo/site/index.html").read_text().startswith("<!doctype html>")
    where = "import generator; print(generator.__file__)"
    shown = subprocess.run(
        [str(bin_ / "python"), "-c", where], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    assert shown.stdout.startswith(str(tmp_path))
