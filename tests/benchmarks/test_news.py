"""Bantin without the register makes the pages that others make too, and nothing of the register."""

from pathlib import Path

from benchmarks.bantin import BANTIN
from benchmarks.corpus import Corpus
from benchmarks.news import NEWS
from benchmarks.tool import Project
from tests.bulletins import build_site, files_of

REGISTER = ("van-ban/", "du-lieu/", "nguoi-ky/", "thong-ke/")


def test_what_is_left_out_is_the_register_alone(tmp_path: Path) -> None:
    projects = [Project(tool, tmp_path / tool.name, Corpus(5, agencies=4)) for tool in (NEWS, BANTIN)]
    for project in projects:
        project.write()
        build_site(project.source, project.out)
    news, whole = (set(files_of(project.out)) for project in projects)
    assert news < whole
    assert {path.partition("/")[0] + "/" for path in whole - news} > set(REGISTER)
    assert not any(path.startswith(REGISTER) for path in news)
    assert {path for path in whole if path.startswith(("luu-tru/", "linh-vuc/", "chu-de/"))} <= news
