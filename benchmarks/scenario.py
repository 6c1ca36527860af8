"""Scenarios: changes to a bulletin since the last build, and the cost of the build after them."""

from collections.abc import Callable
from dataclasses import dataclass

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
        cost = self.cost(project.command)
        if not project.shows(story, words):
            raise SystemExit(f"{project.tool.name}: {story.page} does not show “{words}”")
        return cost


def _forget(project: Project, _number: int) -> Sight:
    project.forget()
    return _leave(project, _number)


def _leave(project: Project, _number: int) -> Sight:
    story = project.corpus.story(project.corpus.articles - 1)
    return story, story.title


def _edit(project: Project, number: int) -> Sight:
    words = f"Sửa lần {number}."
    return project.edit(words), words


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
    "added": Scenario("one article added, s", _add),
    "theme": Scenario("theme changed, s", _change_theme),
    "memory": Scenario("peak memory when cold, MB", _forget, peak_megabytes, cold=True),
}
