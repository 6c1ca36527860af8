"""``bantin links``."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from generator.errors import Language, Problem, Severity
from generator.text.numbers import format_integer
from generator.text.urls import scheme_of

if TYPE_CHECKING:
    from generator.publish.receipt import Receipt

_FAILED = 1
_DONE: dict[Language, str] = {
    "vi": "{links} liên kết ra ngoài; {errors} không còn, {warnings} cần xem lại.",
    "en": "{links} links to other sites; {errors} are gone, {warnings} are worth a look.",
}
_READING: dict[Language, str] = {"vi": "Không đọc được biên nhận ở {site}.", "en": "There is no receipt at {site}."}


@click.command("links")
@click.argument("site", metavar="URL-or-DIR")
@click.option("--pause", type=click.FloatRange(0, 60), default=1.0, show_default=True, help="Seconds, for each host.")
@click.option("--allow-private", is_flag=True, help="Ask hosts of private networks too.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="How problems are told.")
@click.option("--language", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="What to talk in.")
def links_command(site: str, pause: float, style: str, language: str, *, allow_private: bool) -> None:
    """Check what a published site links to on other sites.

    Links within the site are checked by every build. Exit status: 0 none is gone, 1 some are, 2 wrong use.
    """
    from generator.links import check_links, links_of
    from generator.links.check import Manner
    from generator.report import as_text

    words = cast("Language", language)
    receipt, read = _source(site, words)
    pages = [path for path in sorted(receipt.files) if path.endswith(".html")]
    checked = check_links(links_of(pages, read, receipt.base_url), Manner(pause, allow_private))
    errors = sum(one.severity is Severity.ERROR for one in checked.problems)
    if style == "json":
        told = [_record(one, words) for one in checked.problems]
        click.echo(json.dumps({"version": 1, "links": checked.links, "problems": told}, ensure_ascii=False, indent=1))
    else:
        click.echo(as_text(checked.problems, words, lambda _at: None, coloured=sys.stderr.isatty()), err=True, nl=False)
        numbers = {"links": checked.links, "errors": errors, "warnings": len(checked.problems) - errors}
        told_numbers = {name: format_integer(number, words) for name, number in numbers.items()}
        click.echo(_DONE[words].format(**told_numbers))
    if errors:
        raise SystemExit(_FAILED)


def _source(site: str, language: Language) -> "tuple[Receipt, Callable[[str], bytes | None]]":
    """The receipt of the site in a folder or on the web, and what reads its files."""
    from generator.errors import Location
    from generator.publish.receipt import RECEIPT
    from generator.verify.verification import read_receipt
    from generator.verify.web import Web

    web = Web(site if site.endswith("/") else f"{site}/") if scheme_of(site) in ("http", "https") else None
    read = web.read if web else _reader(Path(site))
    receipt = read_receipt((web.receipt().value if web else read(RECEIPT)) or b"", Location(RECEIPT)).value
    if receipt is None:
        raise click.UsageError(_READING[language].format(site=site))
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
