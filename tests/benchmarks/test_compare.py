"""Comparing: rounds that take turns, and no figure for a build that did not do its work."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.compare import compare
from benchmarks.corpus import Corpus, File
from benchmarks.scenario import SCENARIOS
from benchmarks.story import Story
from benchmarks.tool import Project, Tool

# Puts the foot of the theme below each article.
BUILD = """
import sys, pathlib
source, out = map(pathlib.Path, sys.argv[1:])
foot = (source / "base.html").read_text("utf-8")
for article in source.glob("articles/**/*.html"):
    page = out / article.relative_to(source / "articles")
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(article.read_text("utf-8") + foot, "utf-8")
"""
LAZY = BUILD.replace("    page.parent", "    if page.exists(): continue\n    page.parent")


def settings(_corpus: Corpus) -> Iterator[File]:
    yield "base.html", "</footer>"


def article(story: Story) -> File:
    place = story.agreement.place if story.agreement else ""
    return f"articles/{story.page}", f"<h1>{story.title}</h1>{place}{story.body}"


def tool(name: str, script: str = BUILD) -> Tool:
    return Tool(
        name=name,
        command=lambda source, out: [sys.executable, "-c", script, str(source), str(out)],
        version=lambda: [sys.executable, "--version"],
        settings=settings,
        article=article,
        base="base.html",
    )


def project(folder: Path, one: Tool) -> Project:
    return Project(one, folder / one.name, Corpus(3))


def test_every_scenario_is_measured_for_every_tool_in_every_round(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    projects = [project(tmp_path, tool(name)) for name in ("One", "Two")]
    figures = compare(projects, list(SCENARIOS.values()), rounds=2)
    assert {key: len(costs) for key, costs in figures.items()} == {
        (scenario.title, name): 2 for scenario in SCENARIOS.values() for name in ("One", "Two")
    }
    told = [line.split()[-2] for line in capsys.readouterr().err.splitlines() if ", cold, s:" in line]
    assert told == ["Two", "One", "One", "Two"]


@pytest.mark.parametrize("name", ["edited", "theme"])
def test_a_tool_that_takes_no_notice_of_a_change_is_found_out(name: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="does not show"):
        compare([project(tmp_path, tool("Lazy", LAZY))], [SCENARIOS[name]], rounds=1)


def test_a_tool_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no more ink"):
        compare([project(tmp_path, tool("Broken", "raise SystemExit('no more ink')"))], [SCENARIOS["cold"]], rounds=1)


def test_cold_means_that_nothing_is_left(tmp_path: Path) -> None:
    one = project(tmp_path, tool("One"))
    one.write()
    one.build()
    one.forget()
    assert not one.out.exists()
    assert one.source.exists()
