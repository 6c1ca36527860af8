"""Options that several commands of the counter share, and how their values are interpreted."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn, TypeVar
from urllib.parse import urlsplit

import click
from msgspec import Struct
from msgspec.structs import replace

from bantin.cli.commands import option
from bantin.cli.console import Console
from bantin.cli.language import spoken_language
from bantin.cli.root import root_of
from bantin.cli.run import PROBLEMS, WRONG_USE
from bantin.cli.words import Bilingual, WrongUse
from bantin.content.discover import read
from bantin.content.files import LARGEST_TEXT, SITE
from bantin.content.settings import read_site
from bantin.counter import problems
from bantin.counter.calendar import Calendar
from bantin.counter.hit import Start
from bantin.counter.site import Pages
from bantin.counter.store import StoreFailed
from bantin.domain.model import Site
from bantin.domain.problems import Location, Problem
from bantin.output.publish.receipt import RECEIPT

F = TypeVar("F", bound=Callable[..., Any])

DATABASE = "counter.db"
_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)
_ROOT = Bilingual(
    "Thư mục của bản tin; chỉ đọc content/site.yml.  [mặc định: .]",
    "The folder of the bulletin; only content/site.yml is read.  [default: .]",
)
_SITE = Bilingual(
    "Thư mục của trang web đã dựng: chỉ đếm các trang có trong đó.  [mặc định: THƯ-MỤC/site]",
    "The folder of the built site: only its pages are counted.  [default: ROOT/site]",
)
_DATA = Bilingual(
    f"Tệp giữ số liệu.  [mặc định: {DATABASE} trong $STATE_DIRECTORY, nếu không thì trong THƯ-MỤC]",
    f"The file that the figures are kept in.  [default: {DATABASE} in $STATE_DIRECTORY, or else in ROOT]",
)
_STATS = Bilingual(
    "Tệp để ghi các con số, cho máy chủ web đưa ra làm stats.json.",
    "A file to tell the figures in, for a web server to give out as stats.json.",
)
_NOT_INSTALLED = Bilingual(
    "Phần này của bộ đếm chưa được cài. Để cài: pip install {packages}",
    "This part of the counter is not installed. To install it: pip install {packages}",
)
# The packages of each extra: unlike the extra, pip can install them wherever Bantin itself came from.
PACKAGES = {"counter": "crawler-user-agents httptools uvicorn uvloop", "redis": "redis"}


class CountedBulletin(Struct, frozen=True):
    """A bulletin whose visitors are counted: its folder, its settings, and the console of the command."""

    root: Path
    site: Site
    console: Console

    @property
    def prefix(self) -> str:
        """The path of the site on its host."""
        return urlsplit(self.site.base_url).path

    @property
    def calendar(self) -> Calendar:
        """The calendar by which the figures are counted."""
        return Calendar(self.site.timezone, self.site.counter.week_start)

    @property
    def start(self) -> Start:
        """The figures of an older counter from which this one starts."""
        return Start(self.site.counter.start_total, self.site.counter.start_date)

    def end(self, *found: Problem) -> NoReturn:
        """Shows problems and ends the command."""
        self.console.problems(found)
        raise SystemExit(PROBLEMS)

    @contextmanager
    def ending_on_errors(self, file: Path) -> Iterator[None]:
        """Ends the command with a problem if the figures in ``file`` cannot be read or written."""
        try:
            yield
        except StoreFailed as error:
            self.end(problems.STORE_FAILED.at(Location(str(file)), reason=error))
        except OSError as error:
            self.end(problems.STORE_FAILED.at(Location(str(error.filename or file)), reason=error.strerror or error))


def root_option(function: F) -> F:
    """Adds ``--root``: the folder of the bulletin whose settings apply."""
    return option("--root", type=_FOLDER, default=".", callback=root_of, words=_ROOT)(function)


def site_option(function: F) -> F:
    """Adds ``--site``: the folder of the built site whose pages are counted."""
    return option("--site", type=_FOLDER, words=_SITE)(function)


def data_option(function: F) -> F:
    """Adds ``--data``: the file in which the figures are stored."""
    return option("--data", type=_FILE, envvar="BANTIN_COUNTER_DATA", show_envvar=True, words=_DATA)(function)


def keys_option(words: Bilingual) -> Callable[[F], F]:
    """Adds ``--keys``: the folder of the keys for visitor identifiers."""
    return option("--keys", type=_FOLDER, envvar="BANTIN_COUNTER_KEYS", show_envvar=True, words=words)


def stats_option(function: F) -> F:
    """Adds ``--stats``: the file to which the figures are written."""
    return option("--stats", type=_FILE, words=_STATS)(function)


def read_counted_bulletin(root: Path) -> CountedBulletin:
    """Reads the bulletin in ``root``. Ends the command if its settings cannot be read."""
    console = Console("text", spoken_language([root]), root)
    data = read(root, SITE, LARGEST_TEXT)
    if data.value is None:
        console.problems(data.problems)
        raise SystemExit(WRONG_USE)
    checked = read_site(data.value)
    if checked.value is None:
        console.problems(checked.problems)
        raise SystemExit(PROBLEMS)
    return CountedBulletin(root, checked.value, console=replace(console, root=Path()))


def database(root: Path, data: Path | None) -> Path:
    """Returns the file in which the figures are stored."""
    state = os.environ.get("STATE_DIRECTORY")
    return data or (Path(state) if state else root) / DATABASE


def require_pages(bulletin: CountedBulletin, site: Path | None) -> Pages:
    """Reads the pages of the built site. Ends the command if there is no receipt: without it, no view would count."""
    receipt = (site or bulletin.root / "site") / RECEIPT
    pages = Pages(receipt, bulletin.prefix)
    pages.refresh()
    if not pages.are_known:
        bulletin.end(problems.NO_PAGES.at(Location(str(receipt))))
    return pages


def require(modules: Iterable[str], extra: str) -> None:
    """Raises ``WrongUse``, which names the packages of ``extra``, if one of ``modules`` is not installed."""
    from importlib.util import find_spec

    if any(find_spec(module) is None for module in modules):
        raise WrongUse(_NOT_INSTALLED, packages=PACKAGES[extra])
