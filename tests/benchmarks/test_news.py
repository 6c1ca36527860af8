"""Bantin without the register makes the pages that others make too, and nothing of the register."""

import subprocess
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.news import NEWS
from benchmarks.tool import Project
from tests.bulletins import build_site, files_of
from tests.conftest import REPOSITORY

REGISTER = ("van-ban/", "du-lieu/", "nguoi-ky/", "thong-ke/")


def test_what_is_left_out_is_the_register_alone(tmp_path: Path) -> None:
    project = Project(NEWS, tmp_path / "news", Corpus(5, agencies=4))
    project.write()
    subprocess.run(project.command, check=True, cwd=REPOSITORY)
    build_site(project.source, tmp_path / "whole")
    news, whole = set(files_of(project.out)), set(files_of(tmp_path / "whole"))
    assert news < whole
    assert {path.partition("/")[0] + "/" for path in whole - news} > set(REGISTER)
    assert not any(path.startswith(REGISTER) for path in news)
    assert {path for path in whole if path.startswith(("luu-tru/", "linh-vuc/", "chu-de/"))} <= news
