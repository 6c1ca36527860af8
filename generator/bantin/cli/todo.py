"""``bantin todo``."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import click

from bantin.cli.commands import command, option
from bantin.cli.completing import complete_agencies
from bantin.cli.importing.review import open_guesses
from bantin.cli.links import check_links_of_site
from bantin.cli.options import as_of_option, root_argument
from bantin.cli.whole_bulletin import load_with_drafts
from bantin.cli.words import Bilingual, WrongUse
from bantin.content.discover import discover
from bantin.domain.model import Agency
from bantin.domain.problems import Severity
from bantin.domain.text.dates import first_instant
from bantin.domain.text.suggestions import nearest
from bantin.index import Bulletin
from bantin.todo import formats
from bantin.todo.tasks import Task, TaskKind, Window, concerning, find_tasks, in_order

_TODO = Bilingual(
    """Liệt kê những việc cần làm trong bản tin ở THƯ-MỤC: bản nháp, chỗ máy đoán, toàn văn còn thiếu, thời hạn sắp hết,
    kỳ sơ kết.

    Những việc này không phải là lỗi: có việc hay không, mã kết thúc vẫn là 0. Không ghi gì vào bản tin.
    """,
    """List what is to be done in the bulletin of ROOT: drafts, guesses, missing texts, terms that end, reviews.

    None of it is an error: the exit status is 0 whether there is anything or not. Nothing is written.
    """,
)
_AGENCY = Bilingual("Chỉ những việc liên quan đến cơ quan này.", "Only what concerns this agency.")
_FORMAT = Bilingual("Dạng của danh sách.", "How the list is written.")
_DAYS = Bilingual("Báo trước bao nhiêu ngày về thời hạn, kỳ sơ kết.", "How many days ahead deadlines are told.")
_WAITING = Bilingual(
    "Sau khi ký bao nhiêu ngày mà chưa công khai thì nhắc.", "After how many days a signing should be public."
)
_LINKS = Bilingual(
    "Kiểm tra cả liên kết ra ngoài của trang web đã công khai ở đây (cần có mạng).",
    "Check the links from the published site here to other sites too (this needs the network).",
)
_UNKNOWN = Bilingual("Không có cơ quan nào có mã “{id}”.", "There is no agency with the id “{id}”.")
_NEAR = Bilingual(
    "Không có cơ quan nào có mã “{id}”; có phải “{near}”?",
    "There is no agency with the id “{id}”; did you mean “{near}”?",
)
_PAUSE = 1.0


@command("todo", _TODO)
@root_argument
@option("--agency", metavar="ID", shell_complete=complete_agencies, words=_AGENCY)
@option(
    "--format", "style", type=click.Choice(["text", "json", "ics", "html", "markdown"]), default="text", words=_FORMAT
)
@option("--days", type=click.IntRange(0, 3_660), default=Window().ahead, show_default=True, words=_DAYS)
@option("--waiting", type=click.IntRange(0, 3_660), default=Window().waiting, show_default=True, words=_WAITING)
@option("--links", "site", metavar="URL-or-DIR", words=_LINKS)
@as_of_option
def todo_command(  # noqa: PLR0917 - click calls it by name
    root: Path,
    agency: str | None,
    style: str,
    days: int,
    waiting: int,
    site: str | None,
    as_of: date | datetime | None,
) -> None:
    """Lists the tasks of the bulletin in ``root``."""
    bulletin = load_with_drafts(root, as_of)
    found = (*find_tasks(bulletin, Window(days, waiting)), *_guesses(root), *(_dead_links(site) if site else ()))
    tasks = concerning(found, _known(agency, bulletin.directory.agencies)) if agency else found
    click.echo(_written(in_order(tasks), style, bulletin), nl=False)


def _written(tasks: Sequence[Task], style: str, bulletin: Bulletin) -> str:
    site = bulletin.directory.site
    match style:
        case "json":
            return formats.as_json(tasks, site.language)
        case "html":
            return formats.as_html(tasks, site)
        case "markdown":
            return formats.as_markdown(tasks, site)
        case "ics":
            return formats.as_calendar(tasks, site, first_instant(bulletin.directory.as_of, site.timezone))
    return formats.as_text(tasks, site.language)


def _guesses(root: Path) -> Iterator[Task]:
    sources = discover(root).value
    for file in open_guesses(root, sources) if sources else ():
        yield Task(TaskKind.GUESSES, file.path, file.guesses[0].value, detail=str(len(file.guesses)))


def _dead_links(site: str) -> Iterator[Task]:
    for problem in check_links_of_site(site, _PAUSE).problems:
        if problem.severity is Severity.ERROR:
            values = dict(problem.values)
            yield Task(TaskKind.LINK, values["pages"], values["url"])


def _known(agency: str, agencies: Sequence[Agency]) -> str:
    """``agency``, if it is the id of one of ``agencies``. Raises ``WrongUse`` if it is not."""
    ids = [one.id for one in agencies]
    if agency not in ids:
        near = nearest(agency, ids)
        raise WrongUse(_NEAR if near else _UNKNOWN, id=agency, near=near)
    return agency
