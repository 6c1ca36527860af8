"""Output of a command: problems, summaries and progress, in the chosen format."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import replace

from bantin.build.request import Progress, Stage
from bantin.cli.language import spoken_language
from bantin.domain.problems import Language, Problem, Severity
from bantin.report import (
    Changes,
    FieldOf,
    Summary,
    as_github,
    as_gitlab,
    as_json,
    as_markdown,
    as_text,
    excerpts_below,
    no_field,
)

if TYPE_CHECKING:
    from rich import progress

_PROGRESS_DELAY = 1.0  # seconds
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
    """The output of a command, in the format ``style``. Paths of problems are relative to ``root``.

    Warnings are abridged unless it is ``verbose``; if it is ``quiet``, only errors are shown. Problems may be those of
    ``edits``: what files, by path, would contain.
    """

    style: str
    language: Language
    root: Path
    quiet: bool = False
    verbose: bool = False
    edits: Mapping[str, bytes] = {}

    def problems(self, problems: Sequence[Problem], *, brief: bool = False) -> None:
        """Writes problems as text to standard error; errors last."""
        shown = [self._from_here(one) for one in problems if not self.quiet or one.severity is Severity.ERROR]
        coloured = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        excerpts = excerpts_below(Path(), {(self.root / path).as_posix(): data for path, data in self.edits.items()})
        text = as_text(shown, self.language, excerpts, coloured=coloured, brief=brief)
        click.echo(text, err=True, nl=False)

    def end(self, problems: Sequence[Problem], summary: Summary) -> None:
        """Writes problems in the chosen format, and then the summary of the run."""
        if self.style == "json":
            click.echo(as_json(problems, self.language, excerpts_below(self.root), summary), nl=False)
            return
        located = [self._from_here(one) for one in problems]
        field_of = self._fields(problems, located) if self.style in ("github", "gitlab") else no_field
        if self.style == "github":
            click.echo(as_github(located, self.language), nl=False)
            self._summarise(located, summary, field_of)
        elif self.style == "gitlab":
            click.echo(as_gitlab(located, self.language, field_of), nl=False)
        else:
            # If a strict run fails because of warnings, they are shown even if it is quiet.
            loud = self if summary.ok or summary.errors else replace(self, quiet=False)
            loud.problems(problems, brief=not self.verbose)
        if not self.quiet:
            # A GitLab report must be the only text on standard output.
            click.echo(summary.sentence(self.language), err=self.style == "gitlab")

    def news(self, found: Changes, summary: Summary) -> None:
        """Writes the problems that are new since the last run, how many remain, and the summary of the run."""
        self.problems(found.new, brief=not self.verbose)
        for sentence in filter(None, (found.sentence(self.language), summary.sentence(self.language))):
            click.echo(sentence)

    def _fields(self, problems: Sequence[Problem], located: Sequence[Problem]) -> FieldOf:
        """Returns a function for the fields of ``problems``, by their locations as they are ``located`` from here."""
        # Imported lazily: it loads the schema.
        from bantin.report.form_fields import form_fields

        find = form_fields(self.root, self.language)
        fields = {to.location: find(one.location) for one, to in zip(problems, located, strict=True)}
        return lambda location: fields.get(location, "")

    def _summarise(self, problems: Sequence[Problem], summary: Summary, field_of: FieldOf) -> None:
        """Appends to the job summary on GitHub, if the environment names its file."""
        page = os.environ.get("GITHUB_STEP_SUMMARY")
        if page:
            with Path(page).open("a", encoding="utf-8") as file:
                file.write(as_markdown(problems, self.language, summary, field_of))

    def _from_here(self, problem: Problem) -> Problem:
        """Returns the problem with its path relative to the working folder, as terminals and CI services expect."""
        return replace(problem, location=replace(problem.location, path=(self.root / problem.location.path).as_posix()))


ShowProgress = Callable[[Callable[[], str], int, int], None]
"""Called with what is being done, in words made only when they are shown; how many are done, and of how many."""


@contextmanager
def progress_bar(root: Path, *, quiet: bool) -> Iterator[Progress]:
    """Shows the progress of a build on a terminal, in the language of the bulletin in ``root``.

    Shows nothing if it is ``quiet`` or standard error is no terminal.
    """
    names: dict[Stage, str] = {}

    def name_of(stage: Stage) -> str:
        if not names:
            names.update(_STAGES[spoken_language([root])])
        return names[stage]

    with progress_line(quiet=quiet) as show:
        yield lambda stage, done, total: show(partial(name_of, stage), done, total)


@contextmanager
def progress_line(*, quiet: bool = False) -> Iterator[ShowProgress]:
    """Shows progress on a terminal after the first second; nothing if it is ``quiet`` or there is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda _words, _done, _total: None
        return
    began = perf_counter()
    bars: list[progress.Progress] = []

    def show(words: Callable[[], str], done: int, total: int) -> None:
        if perf_counter() - began < _PROGRESS_DELAY:
            return
        if not bars:
            bars.append(_new_bar())
        bars[0].update(bars[0].task_ids[0], description=words(), completed=done, total=total or None)

    try:
        yield show
    finally:
        for bar in bars:
            bar.stop()


def _new_bar() -> "progress.Progress":
    # Imported lazily: most runs show no progress bar.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.start()
    bar.add_task("")
    return bar
