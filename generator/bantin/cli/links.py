"""``bantin links``."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from bantin.cli.commands import argument, command, option
from bantin.cli.language import spoken_language
from bantin.cli.options import LANGUAGE
from bantin.cli.words import Bilingual, WrongUse
from bantin.domain.problems import Language, Problem, Severity
from bantin.domain.text.number_format import format_integer
from bantin.domain.text.urls import scheme_of

if TYPE_CHECKING:
    from bantin.links import LinkReport
    from bantin.output.publish.receipt import Receipt

_FAILED = 1
_DONE: dict[Language, str] = {
    "vi": "{links} liên kết ra ngoài; {errors} không còn, {warnings} cần xem lại.",
    "en": "{links} links to other sites; {errors} are gone, {warnings} are worth a look.",
}
_READING = Bilingual("Không đọc được biên nhận ở {site}.", "There is no receipt at {site}.")
_LINKS = Bilingual(
    """Kiểm tra những liên kết của một trang web đã công khai tới các trang web khác.

    Liên kết trong trang web thì mỗi lần dựng đều được kiểm tra. Mã kết thúc: 0 liên kết nào cũng còn, 1 có liên kết
    không còn, 2 dùng lệnh sai.
    """,
    """Check what a published site links to on other sites.

    Links within the site are checked by every build. Exit status: 0 none is gone, 1 some are, 2 wrong use.
    """,
)
_PAUSE = Bilingual("Số giây nghỉ giữa hai lần hỏi cùng một máy chủ.", "Seconds, for each host.")
_ALLOW_PRIVATE = Bilingual("Hỏi cả máy chủ của mạng nội bộ.", "Ask hosts of private networks too.")
_FORMAT = Bilingual("Dạng của các vấn đề được in ra.", "How problems are told.")


@command("links", _LINKS)
@argument("site", metavar="URL-or-DIR")
@option("--pause", type=click.FloatRange(0, 60), default=1.0, show_default=True, words=_PAUSE)
@option("--allow-private", is_flag=True, words=_ALLOW_PRIVATE)
@option("--format", "style", type=click.Choice(["text", "json"]), default="text", words=_FORMAT)
@option("--language", type=click.Choice(["vi", "en"]), words=LANGUAGE)
def links_command(site: str, pause: float, style: str, language: str | None, *, allow_private: bool) -> None:
    """Checks the links from ``site`` to other sites."""
    from bantin.report import as_text

    words = cast("Language | None", language) or spoken_language([site])
    checked = check_links_of_site(site, pause, allow_private=allow_private)
    errors = sum(one.severity is Severity.ERROR for one in checked.problems)
    if style == "json":
        records = [_record(one, words) for one in checked.problems]
        report = {"version": 1, "links": checked.links, "problems": records}
        click.echo(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        click.echo(as_text(checked.problems, words, lambda _at: None, coloured=sys.stderr.isatty()), err=True, nl=False)
        numbers = {"links": checked.links, "errors": errors, "warnings": len(checked.problems) - errors}
        shown = {name: format_integer(number, words) for name, number in numbers.items()}
        click.echo(_DONE[words].format(**shown))
    if errors:
        raise SystemExit(_FAILED)


def check_links_of_site(site: str, pause: float, *, allow_private: bool = False) -> "LinkReport":
    """Checks the links from ``site``, an address or a folder, with a ``pause`` in seconds for each host.

    Raises ``UsageError`` if there is no site with a receipt.
    """
    from bantin.links import check_links, links_of
    from bantin.links.check import LinkCheckOptions

    receipt, read = _source(site)
    pages = [path for path in sorted(receipt.files) if path.endswith(".html")]
    return check_links(links_of(pages, read, receipt.base_url), LinkCheckOptions(pause, allow_private))


def _source(site: str) -> "tuple[Receipt, Callable[[str], bytes | None]]":
    """Returns the receipt of the site in a folder or on the web, and a function that reads its files."""
    from bantin.domain.problems import Location
    from bantin.output.publish.receipt import RECEIPT
    from bantin.output.verify.verification import read_receipt
    from bantin.output.verify.web import Web

    web = Web(site if site.endswith("/") else f"{site}/") if scheme_of(site) in ("http", "https") else None
    read = web.read if web else _reader(Path(site))
    receipt = read_receipt((web.receipt().value if web else read(RECEIPT)) or b"", Location(RECEIPT)).value
    if receipt is None:
        raise WrongUse(_READING, site=site)
    return receipt, read


def _reader(folder: Path) -> Callable[[str], bytes | None]:
    def read(path: str) -> bytes | None:
        try:
            return (folder / path).read_bytes()
        except OSError:
            return None

    return read


def _record(problem: Problem, language: Language) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        **dict(problem.values),
        "message": problem.message(language),
    }
