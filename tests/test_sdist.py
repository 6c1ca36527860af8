"""The source distribution contains the whole repository, so that it can build the wheel and run the tests."""

import subprocess
import sys
import tarfile
from pathlib import Path

from tests.conftest import REPOSITORY, missing


def test_the_source_distribution_has_every_tracked_file(tmp_path: Path) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if listed.returncode:
        missing("a checkout by Git")
    build = [sys.executable, "-m", "build", "--sdist", "--outdir", str(tmp_path), str(REPOSITORY)]
    subprocess.run(build, check=True, capture_output=True)
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    tracked = {name for name in listed.stdout.split("\0") if name and (REPOSITORY / name).exists()}
    assert tracked - held == set()
    assert {name for name in held - tracked if not name.startswith(("tests/", "generator/"))} <= {"PKG-INFO"}
