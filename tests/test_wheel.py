"""The wheel is complete: in an empty environment, it does everything that needs no extra."""

import contextlib
import subprocess
import sys
import time
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from tests.cli.test_serve import free_port
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
        "bantin/themes/default/theme.yml",
        "bantin/themes/default/templates/base.html",
        "bantin/themes/default/static/main.css",
        "bantin/themes/default/locale/vi/LC_MESSAGES/messages.po",
        "bantin/scaffold/files/vi/content/site.yml",
        "bantin/scaffold/files/ci/github/_dot_github/workflows/bantin.yml",
        "bantin/py.typed",
    ):
        assert name in names
    assert [name for name in names if not name.startswith(("bantin/", "bantin-"))] == []


@pytest.fixture(scope="module")
def plain(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an installation that has none of the extras, and a bulletin made by it."""
    folder = tmp_path_factory.mktemp("plain")
    venv.create(folder / "venv")
    # The pip of the tests does it: to install another one first, and to compile all modules, takes longest of all.
    pip = [sys.executable, "-m", "pip", "--python", f"{folder}/venv/bin/python", "install", "--quiet", "--no-compile"]
    subprocess.run([*pip, "--constraint", str(REPOSITORY / "constraints.txt"), str(wheel)], check=True)
    made = bantin(folder, "init", "demo")
    assert made.returncode == 0, made.stderr
    with (folder / "demo/content/site.yml").open("a", encoding="utf-8") as file:
        file.write(SETTINGS)
    return folder


SETTINGS = """
counter: live
deploy:
  may-chu: {kind: folder, to: public}
  nen: {kind: folder, to: packed, precompress: yes}
  kho: {kind: s3, to: ban-tin/trang, endpoint: "http://127.0.0.1:9"}
"""


def bantin(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [f"{folder}/venv/bin/bantin", *words]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=300, check=False)


def test_installed_elsewhere_it_makes_and_builds_a_bulletin(plain: Path) -> None:
    assert bantin(plain, "build", "demo").returncode == 0
    assert (plain / "demo/site/index.html").read_text().startswith("<!doctype html>")
    where = [f"{plain}/venv/bin/python", "-c", "import bantin; print(bantin.__file__)"]
    shown = subprocess.run(where, check=True, capture_output=True, text=True, cwd=plain)
    assert shown.stdout.startswith(str(plain))
    for words in (("check", "demo"), ("verify", "demo/site"), ("deploy", "demo", "--to", "may-chu")):
        done = bantin(plain, *words)
        assert done.returncode == 0, done.stderr


def test_a_preview_needs_no_extra_even_of_a_site_with_a_counter(plain: Path) -> None:
    port = free_port()
    command = [f"{plain}/venv/bin/bantin", "serve", "demo", "--port", str(port)]
    with (plain / "log.txt").open("wb") as log:
        process = subprocess.Popen(command, cwd=plain, stdout=log, stderr=subprocess.STDOUT)
    try:
        page, until = b"", time.monotonic() + 60
        while not page and process.poll() is None and time.monotonic() < until:
            with contextlib.suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
                page = answer.read()
            time.sleep(0.1)
        assert b"livereload" in page, (plain / "log.txt").read_text()
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize(
    ("words", "status", "how"),
    [
        (("counter", "serve", "--root", "demo"), 2, "pip install crawler-user-agents"),
        (("counter", "from-logs", "--root", "demo", "demo/content/site.yml"), 2, "pip install crawler-user-agents"),
        (
            ("import", "demo/content/pages/gioi-thieu.md", "--into", "demo"),
            2,
            "pip install cssselect lxml python-calamine",
        ),
        (("build", "demo", "--executor", "dask://127.0.0.1:1"), 2, "pip install distributed"),
        (("deploy", "demo", "--to", "kho"), 1, "pip install boto3"),
        (("deploy", "demo", "--to", "nen"), 1, "pip install brotli"),
    ],
)
def test_what_needs_an_extra_says_how_to_install_it(plain: Path, words: tuple[str, ...], status: int, how: str) -> None:
    assert bantin(plain, "build", "demo").returncode == 0
    done = bantin(plain, *words)
    assert (done.returncode, how in done.stderr) == (status, True), done.stderr
    assert "Traceback" not in done.stderr


# What these modules need, the commands that load them have made sure of.
WITH_EXTRAS = {"content.documents.signatures"} | {
    f"counter.{name}" for name in ("application", "admission", "bots", "logs", "redis", "server", "service")
}

# Readers of sources are loaded in a process of their own, and by the command when it has looked for their packages.
READERS = "importing.readers."

LOAD = """
import importlib, pkgutil, bantin
for module in pkgutil.walk_packages(bantin.__path__, "bantin."):
    try:
        importlib.import_module(module.name) if not module.name.endswith("__main__") else None
    except ModuleNotFoundError:
        print(module.name.removeprefix("bantin."))
"""


def test_no_other_module_needs_an_extra_to_be_loaded(plain: Path) -> None:
    """So no command can fail for one before it has said what is missing."""
    done = subprocess.run(
        [f"{plain}/venv/bin/python", "-c", LOAD], check=True, capture_output=True, text=True, cwd=plain
    )
    found = set(done.stdout.split())
    assert {name for name in found if not name.startswith(READERS)} == WITH_EXTRAS
    assert f"{READERS}sandbox" in found
