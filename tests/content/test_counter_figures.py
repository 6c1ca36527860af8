"""The figures that the counter leaves for the build: taken if they are sound, and never in the way."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bantin.content.counter_figures import read_figures
from bantin.content.discover import discover
from bantin.domain.model import VisitorFigures
from bantin.domain.problems import Checked
from tests.bulletins import COMPLETE, build_site, problems_of, write

SOUND = '{"v":1,"at":"2026-01-01T09:00:00+07:00","online":5,"today":103,"week":5851,"month":20411,"total":264994}\n'


def figures(root: Path) -> Checked[VisitorFigures]:
    sources = discover(root).value
    assert sources
    return read_figures(root, sources)


def test_figures_are_read(tmp_path: Path) -> None:
    found = figures(write(tmp_path, {"content/counter.json": SOUND}))
    at = datetime(2026, 1, 1, 2, tzinfo=UTC)
    assert (found.value, found.problems) == (VisitorFigures(at, 103, 5851, 20411, 264994), ())


def test_without_a_file_there_are_none(tmp_path: Path) -> None:
    assert figures(write(tmp_path, COMPLETE)) == Checked(None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "nonsense",
        SOUND.replace('"v":1', '"v":2'),
        SOUND.replace("+07:00", ""),
        SOUND.replace("103", "-1"),
        SOUND.replace("103", '"103"'),
        SOUND.replace("264994", "9" * 20),
        SOUND + " " * 20_000,
    ],
)
def test_what_is_wrong_with_them_is_a_warning(tmp_path: Path, text: str) -> None:
    root = write(tmp_path, COMPLETE, {"content/counter.json": text})
    assert [(problem.code, str(problem.location)) for problem in problems_of(root)] == [
        ("bad-counter-figures", "content/counter.json")
    ]
    assert build_site(root).report.written
