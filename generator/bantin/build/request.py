"""Inputs, dependencies and results of a build."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from bantin.domain.model import Cms, OwnField, SearchCoverage
from bantin.domain.problems import Language, Problem
from bantin.domain.text.dates import end_of
from bantin.output.publish import Report
from bantin.runtime.cache import CacheLocation
from bantin.runtime.entry_points import PluginEntry
from bantin.runtime.workers import Workers

if TYPE_CHECKING:
    from bantin.content.record_cache import DecodedRecords
    from bantin.render.search import FindEngine

MEMORY = ".bantin"
"""The folder of the cache, below the root. It may be deleted at any time."""


class Stage(StrEnum):
    """The stages of a build whose progress is reported."""

    READ = "read"
    PLAN = "plan"
    RENDER = "render"
    PUBLISH = "publish"


Progress = Callable[[Stage, int, int], None]
"""Receives the stage, how many of its items are done, and how many there are (0: unknown)."""


Stopwatch = Callable[[str, float], None]
"""Receives the template of each rendered page, and how many seconds it took."""


def silence(*_told: object) -> None:
    """Ignores progress and times."""


class Request(Struct, frozen=True):
    """The options of a build.

    ``now`` is an aware time; ``as_of`` replaces it: another one, or a day, which stands for its last instant in the
    site's time zone, so that everything published on it is shown. ``base_url`` replaces the one in ``site.yml``. With
    the id of a ``preview``, the site is one, below that address. With ``history``, pages name the commits that they
    were built from. With ``sandboxed``, templates run in Jinja's sandbox.
    With ``keeps_ledger``, a build writes the addresses that it published into the ledger of the bulletin: only for the
    site as the public gets it. A check with ``edits`` is one of the bulletin as it would be if these files, by path,
    had this content. ``editors`` replaces the settings of the editors' desk. A site ``for_editors``
    alone counts no visits, takes no comments, tells no hub, and leaves nothing on devices.
    """

    root: Path
    now: datetime
    as_of: date | datetime | None = None
    base_url: str | None = None
    drafts: bool = False
    strict: bool = False
    history: bool = False
    sandboxed: bool = False
    keeps_ledger: bool = False
    edits: Mapping[str, bytes] = {}
    editors: Cms | None = None
    for_editors: bool = False
    preview: str = ""

    def moment(self, zone: tzinfo) -> datetime:
        """The moment to build for, of a site in ``zone``."""
        if self.as_of is None:
            return self.now
        if isinstance(self.as_of, datetime):
            return self.as_of
        return end_of(self.as_of, zone) - datetime.resolution

    def day(self, zone: tzinfo) -> date:
        """The day of that moment in ``zone``."""
        return self.moment(zone).astimezone(zone).date()


class BuildContext(Struct, frozen=True):
    """The dependencies of a build: its workers, its cache, and the receivers of progress.

    Without a ``cache_location`` there is no cache. A program that builds repeatedly keeps the records that it has
    decoded from the cache as its ``recollection``. ``find_engine`` finds the program that indexes the site for the
    search; without it the last index stays. ``plugins`` are the installed ones, which are loaded when needed.
    """

    workers: Workers
    cache_location: CacheLocation | None = None
    progress: Progress = silence
    stopwatch: Stopwatch = silence
    recollection: "DecodedRecords | None" = None
    find_engine: "FindEngine | None" = None
    plugins: tuple[PluginEntry, ...] = ()


class Edition(Struct, frozen=True):
    """A site that has passed every check: what reports of it need, and the files that it consists of.

    ``problems`` are its warnings. It was built for ``moment``, which is on ``day`` in the time zone ``zone``, and stays
    the same until ``next_change``, unless that is ``None``. ``paths`` are sorted, with ``/`` between their parts.
    ``search`` is what articles are found by; empty without a search. ``own_fields`` are those of its settings.
    """

    language: Language
    articles: int
    problems: tuple[Problem, ...]
    zone: str
    day: date
    moment: datetime
    next_change: datetime | None
    paths: tuple[str, ...]
    search: SearchCoverage = ""
    own_fields: tuple[OwnField, ...] = ()


class PublishedSite(Struct, frozen=True):
    """A published edition, and the changes that publishing made."""

    edition: Edition
    report: Report


class BuildResult(Struct, frozen=True):
    """A published site, and an encoded :class:`CachedPages` for the next build, or nothing.

    ``ledger`` is the content of the ledger's file if the build wrote it.
    """

    built: PublishedSite
    shown: bytes
    ledger: bytes | None = None
