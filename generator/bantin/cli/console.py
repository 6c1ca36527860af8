"""What a command says: problems and summaries, in the format asked for."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import replace

from bantin.build.request import Progress, Stage
from bantin.cli.language import spoken_language
from bantin.domain.problems import Language, Problem, Severity
from bantin.report import Changes, Summary, as_github, as_gitlab, as_json, as_markdown, as_text, excerpts_below

if TYPE_CHECKING:
    from rich import progress

_PATIENCE = 1.0
_STAGES: dict[Language, dict[Stage, str]] = {
    "vi": {
        Stage.READ: "Đọc nội dung",
        Stage.PLAN: "Lập danh mục trang",
        Stage.RENDER: "Dựng trang",
        Stage.PUBLISH: "Ghi trang",
    },
    "en": {
        Stage.READ: "Reading",
        Stage.PLAN: "Planning",
        Stage.RENDER: "Rendering",
        Stage.PUBLISH: "Publishing",
    },
}


class Console(Struct, frozen=True):
    """How a command talks: its format, its language, and the root that the paths of problems begin at.

    Of a run, warnings are told briefly unless it is ``verbose``; ``quiet`` tells of errors only.
    """

    style: str
    language: Language
    root: Path
    quiet: bool = False
    verbose: bool = False

    def problems(self, problems: Sequence[Problem], *, brief: bool = False) -> None:
        """Tells of problems as text, on the error stream; errors last."""
        told = [self._from_here(one) for one in problems if not self.quiet or one.severity is Severity.ERROR]
        coloured = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        text = as_text(told, self.language, excerpts_below(Path()), coloured=coloured, brief=brief)
        click.echo(text, err=True, nl=False)

    def end(self, problems: Sequence[Problem], summary: Summary) -> None:
        """Tells of problems in the format asked for, and then what the run did."""
        if self.style == "json":
            click.echo(as_json(problems, self.language, excerpts_below(self.root), summary), nl=False)
            return
        told = [self._from_here(one) for one in problems]
        if self.style == "github":
            click.echo(as_github(told, self.language), nl=False)
            self._summarise(told, summary)
        elif self.style == "gitlab":
            click.echo(as_gitlab(told, self.language), nl=False)
        else:
            # Where warnings are what a strict run fails for, they are told however quiet it is.
            loud = self if summary.ok or summary.errors else replace(self, quiet=False)
            loud.problems(problems, brief=not self.verbose)
        if not self.quiet:
            # A report of GitLab's is all that may stand on standard output.
            click.echo(summary.sentence(self.language), err=self.style == "gitlab")

    def news(self, found: Changes, summary: Summary) -> None:
        """Tells what is new since the last time, how much stands as it was, and what the run did."""
        self.problems(found.new, brief=not self.verbose)
        for sentence in filter(None, (found.sentence(self.language), summary.sentence(self.language))):
            click.echo(sentence)

    def _summarise(self, problems: Sequence[Problem], summary: Summary) -> None:
        """Adds to the page that GitHub shows of the run, where it says that there is one."""
        page = os.environ.get("GITHUB_STEP_SUMMARY")
        if page:
            with Path(page).open("a", encoding="utf-8") as file:
                file.write(as_markdown(problems, self.language, summary))

    def _from_here(self, problem: Problem) -> Problem:
        """The problem with a path that can be followed from the working folder: clicked in a terminal, annotated."""
        return replace(problem, location=replace(problem.location, path=(self.root / problem.location.path).as_posix()))


@contextmanager
def progress_bar(root: Path, *, quiet: bool) -> Iterator[Progress]:
    """Shows progress on a terminal, once the work has taken over a second; says nothing anywhere else.

    It talks in the language of the bulletin in ``root``.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    began = perf_counter()
    bars: list[progress.Progress] = []
    names: dict[Stage, str] = {}

    def show(stage: Stage, done: int, total: int) -> None:
        if perf_counter() - began < _PATIENCE:
            return
        if not bars:
            bars.append(_new_bar())
            names.update(_STAGES[spoken_language([root])])
        bars[0].update(bars[0].task_ids[0], description=names[stage], completed=done, total=total or None)

    try:
        yield show
    finally:
        for bar in bars:
            bar.stop()


def _new_bar() -> "progress.Progress":
    # Much to load for a bar that nobody is going to see.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.start()
    bar.add_task("")
    return bar
