"""Scenarios: changes to a bulletin since the last build, and the cost of the build after them."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks.measure import peak_megabytes, seconds
from benchmarks.story import Story
from benchmarks.tool import Project

Sight = tuple[Story, str]
"""An article, and words that its page must contain after the build."""


@dataclass(frozen=True)
class Scenario:
    """``change`` makes the n-th change before a build; ``cold`` scenarios need no earlier build."""

    title: str
    change: Callable[[Project, int], Sight]
    cost: Callable[[list[str]], float] = seconds
    cold: bool = False

    def run(self, project: Project, number: int) -> float:
        """Makes the change, builds, checks that the change is visible, and returns the cost of the build."""
        story, words = self.change(project, number)
        cost = self.measure(project, number)
        if not project.shows(story, words):
            raise SystemExit(f"{project.tool.name}: {story.page} does not show “{words}”")
        return cost

    def measure(self, project: Project, _number: int) -> float:
        """Builds, and returns the cost."""
        return self.cost(project.command)


@dataclass(frozen=True)
class Night(Scenario):
    """The build of the day after that of the last build, with the cost in files if they are ``counted``."""

    counted: bool = False

    def measure(self, project: Project, number: int) -> float:
        """See :class:`Scenario`. The site is built for today again afterwards."""
        evening = _evening(number)
        project.build(evening)
        morning = project.command_for(evening + timedelta(days=1))
        cost = _files_written(morning, project.out) if self.counted else self.cost(morning)
        project.build()
        return cost


@dataclass(frozen=True)
class Turn(Night):
    """A night on which the term of exactly one agreement ends."""

    def measure(self, project: Project, number: int) -> float:
        """See :class:`Scenario`."""
        project.end_term(_evening(number))
        return super().measure(project, number)


def _evening(number: int) -> date:
    # Not at the turn of a year, when terms end, and when there is a new page of the agreements in force.
    return date(date.today().year + 1, 2, 5) + timedelta(days=number)


def _files_written(command: list[str], out: Path) -> float:
    """The number of files in ``out`` that the command writes anew."""
    before = _times(out)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return sum(before.get(path) != time for path, time in _times(out).items())


def _times(out: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}


def _forget(project: Project, _number: int) -> Sight:
    project.forget()
    return _leave(project, _number)


def _leave(project: Project, _number: int) -> Sight:
    story = project.corpus.story(project.corpus.articles - 1)
    return story, story.title


def _edit(project: Project, number: int) -> Sight:
    words = f"Sửa lần {number}."
    return project.edit(words), words


def _edit_fact(project: Project, number: int) -> Sight:
    place = f"Nơi ký {number}"
    return project.edit_fact(place), place


def _add(project: Project, number: int) -> Sight:
    words = f"Thêm lần {number}."
    return project.add(number, words), words


def _change_theme(project: Project, number: int) -> Sight:
    words = f"Đổi giao diện lần {number}."
    project.change_theme(words)
    return project.corpus.story(0), words


SCENARIOS = {
    "cold": Scenario("cold, s", _forget, cold=True),
    "unchanged": Scenario("nothing changed, s", _leave),
    "edited": Scenario("one article edited, s", _edit),
    "fact": Scenario("one fact edited, s", _edit_fact),
    "added": Scenario("one article added, s", _add),
    "night": Night("the next day, s", _leave),
    "written": Night("files written the next day", _leave, counted=True),
    "turned": Turn("files written when one status turns", _leave, counted=True),
    "theme": Scenario("theme changed, s", _change_theme),
    "memory": Scenario("peak memory when cold, MB", _forget, peak_megabytes, cold=True),
}
