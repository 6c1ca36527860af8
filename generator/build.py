"""The build: the stages in their order. Each takes what the one before it made and makes something new."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import NoReturn, TypeVar

from generator.bulletin import index
from generator.content.discover import CONTENT, discover
from generator.content.load import Settings, load, load_settings
from generator.content.settings import SITE
from generator.errors import BulletinError, Checked, Language, Location, Problem, UsageError, has_errors, in_order
from generator.pages import Plan, plan
from generator.pages.plan import check_texts
from generator.publish import Report, open_output, problems, publish
from generator.render import Artifact, load_assets, load_theme, render
from generator.render.translations import load_translations

T = TypeVar("T")


class Stage(StrEnum):
    """What a build is at work on."""

    READ = "read"
    PLAN = "plan"
    RENDER = "render"
    PUBLISH = "publish"


Progress = Callable[[Stage, int, int], None]
"""Is told of the stage, how much of it is done, and of how much in all (0: it cannot be told)."""


@dataclass(frozen=True)
class Request:
    """What is to be built.

    ``now`` is an aware time; ``as_of`` a day of the site's time zone that stands for its day. ``base_url`` takes the
    place of the one in ``site.yml``.
    """

    root: Path
    now: datetime
    as_of: date | None = None
    base_url: str | None = None
    drafts: bool = False
    strict: bool = False


@dataclass(frozen=True)
class Ready:
    """A site that has passed every check, with the warnings that it carries, as it is to be published."""

    language: Language
    articles: int
    plan: Plan
    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Built:
    """A site that has been published, and what that changed."""

    ready: Ready
    report: Report


def prepare(request: Request, executor: Executor, progress: Progress) -> Ready:
    """The whole site in memory: every check is made, nothing is written.

    Raises ``BulletinError`` with all problems when any of them is an error (a warning too, when the request is strict),
    and ``UsageError`` when there is no bulletin to build.
    """
    root = request.root
    if not (root / CONTENT).is_dir():
        raise UsageError(problems.NO_CONTENT.at(Location(".")))
    progress(Stage.READ, 0, 0)
    met = _Met()
    sources = met.take(discover(root))
    settings = _with_base_url(met.take(load_settings(root, sources)), request.base_url)
    met.language = settings.language
    today = request.as_of or request.now.astimezone(settings.site.timezone if settings.site else None).date()
    content = met.take(load(root, sources, settings, today, executor))
    bulletin = index(content, today, drafts=request.drafts)
    if has_errors(met.problems):
        met.problems += check_texts(bulletin, content)
        met.stop_on_errors()
    progress(Stage.PLAN, 0, 0)
    theme = met.take(load_theme(root, content.site.theme, SITE))
    met.take(load_translations(theme, settings.language, root))
    assets = met.take(load_assets(theme, root))
    planned = met.take(plan(bulletin, content.files, assets.addresses.values()))
    met.stop_on_errors()
    site = replace(planned.site, assets=dict(assets.addresses))
    artifacts = list(assets.artifacts)
    failed: dict[tuple[Location, str], Problem] = {}
    for done, rendered in enumerate(render(planned.pages, site, theme, root, executor)):
        progress(Stage.RENDER, done, len(planned.pages))
        artifacts += [rendered.value] if rendered.value else []
        # A fault of a template is told of once, however many pages it shows on.
        for problem in rendered.problems:
            failed.setdefault((problem.location, problem.code), problem)
    met.problems += failed.values()
    met.stop_on_errors()
    if request.strict and met.problems:
        met.stop()
    return Ready(settings.language, len(bulletin.articles), planned, tuple(artifacts), in_order(met.problems))


def build(request: Request, out: Path, executor: Executor, progress: Progress, *, adopt: bool = False) -> Built:
    """Builds the site into the folder ``out``; as it was before, byte for byte, if anything stands in the way.

    Raises what ``prepare`` raises, and ``UsageError`` when ``out`` must not be written to; ``adopt`` lets it be a
    folder with files that Bantin did not make.
    """
    output = open_output(out, request.root, adopt=adopt)
    ready = prepare(request, executor, progress)
    progress(Stage.PUBLISH, 0, 0)
    report = publish(ready.artifacts, ready.plan.files, request.root, output)
    return Built(ready, report)


class _Met:
    """The problems that the stages have met so far, and the language to tell them in."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.language: Language = "en"

    def take(self, checked: Checked[T]) -> T:
        """The value of a stage, whose problems join the others. Without a value there is no way on."""
        self.problems += checked.problems
        return self.stop() if checked.value is None else checked.value

    def stop_on_errors(self) -> None:
        if has_errors(self.problems):
            self.stop()

    def stop(self) -> NoReturn:
        raise BulletinError(self.problems, self.language)


def _with_base_url(settings: Settings, base_url: str | None) -> Settings:
    if settings.site is None or base_url is None:
        return settings
    return replace(settings, site=replace(settings.site, base_url=base_url))
