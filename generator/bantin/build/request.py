"""What is asked of a build, what it works with, and what comes of it."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from bantin.domain.model import SearchCoverage
from bantin.domain.problems import Language, Problem
from bantin.output.publish import Report
from bantin.runtime.cache import CacheLocation
from bantin.runtime.entry_points import PluginEntry
from bantin.runtime.workers import Workers

if TYPE_CHECKING:
    from bantin.content.record_cache import DecodedRecords
    from bantin.render.search import FindEngine

MEMORY = ".bantin"
"""The folder, below the root, of what is remembered. It may be deleted at any time."""


class Stage(StrEnum):
    """What a build is at work on."""

    READ = "read"
    PLAN = "plan"
    RENDER = "render"
    PUBLISH = "publish"


Progress = Callable[[Stage, int, int], None]
"""Is told of the stage, how much of it is done, and of how much in all (0: it cannot be told)."""


Stopwatch = Callable[[str, float], None]
"""Is told of each page that was rendered: the template, and how many seconds it took."""


def silence(*_told: object) -> None:
    """The progress that nobody watches, and the stopwatch that nobody reads."""


class Request(Struct, frozen=True):
    """What is to be built.

    ``now`` is an aware time; ``as_of`` a day of the site's time zone that stands for its day. ``base_url`` takes the
    place of the one in ``site.yml``. With ``history``, the site tells which commits it was made from. The
    templates of a theme that is not trusted are ``sandboxed``.
    """

    root: Path
    now: datetime
    as_of: date | None = None
    base_url: str | None = None
    drafts: bool = False
    strict: bool = False
    history: bool = False
    sandboxed: bool = False


class BuildContext(Struct, frozen=True):
    """What a build works with: who does the work, where it is remembered what was made, and who is told of progress.

    ``memory`` is ``None`` for a build that remembers nothing. A program that builds again and again keeps a
    ``recollection`` of what it has decoded from there. ``find_engine`` finds what makes the index of the search;
    without it the last one stays. ``plugins`` are those that are installed; they are loaded when they are needed.
    """

    workers: Workers
    memory: CacheLocation | None = None
    progress: Progress = silence
    stopwatch: Stopwatch = silence
    recollection: "DecodedRecords | None" = None
    find_engine: "FindEngine | None" = None
    plugins: tuple[PluginEntry, ...] = ()


class Edition(Struct, frozen=True):
    """A site that has passed every check: how it is told of, and which files it consists of.

    ``problems`` are the warnings that it carries; it was made for ``day``, a day of the time zone ``zone``. ``paths``
    have ``/`` between their parts, in order. ``search`` is what its articles are found by; empty without a search.
    """

    language: Language
    articles: int
    problems: tuple[Problem, ...]
    zone: str
    day: date
    paths: tuple[str, ...]
    search: SearchCoverage = ""


class PublishedSite(Struct, frozen=True):
    """An edition that has been published, and what that changed."""

    edition: Edition
    report: Report


class BuildResult(Struct, frozen=True):
    """What a build has made, and what to remember of which page shows what, for the next one (``retouch.py``)."""

    built: PublishedSite
    shown: bytes
