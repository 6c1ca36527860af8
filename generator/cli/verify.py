"""``bantin verify``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from generator.errors import Language
from generator.text.numbers import format_integer
from generator.text.urls import scheme_of

if TYPE_CHECKING:
    # Much to load, before it is certain that the command is used as it should be.
    from generator.verify import Folder, Verdict, Web

_DIFFERS = 1
_SAME: dict[Language, str] = {
    "vi": "{files} tệp đúng như biên nhận (tính đến ngày {day}{commit}).",
    "en": "{files} files are as the receipt says (as of {day}{commit}).",
}
_DIFFERENT: dict[Language, str] = {"vi": "Không đạt: {found} vấn đề.", "en": "Failed; problems found: {found}."}


@click.command("verify")
@click.argument("site", metavar="URL-or-DIR")
@click.option(
    "--receipt",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A receipt that was kept elsewhere, in place of the one that is published.",
)
@click.option("--language", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="What to talk in.")
@click.option("-q", "--quiet", is_flag=True, help="Tell of differences only.")
def verify_command(site: str, receipt: Path | None, language: str, *, quiet: bool) -> None:
    """Check that a published site is what its receipt, provenance.json, says.

    Exit status: 0 as published, 1 if anything differs, 2 wrong use.
    """
    from generator.report import as_text
    from generator.verify import verify

    words = cast("Language", language)
    verdict = verify(_place(site), receipt.read_bytes() if receipt else None)
    text = as_text(verdict.problems, words, lambda _location: None, coloured=sys.stderr.isatty())
    click.echo(text, err=True, nl=False)
    if not quiet:
        click.echo(_sentence(verdict, words))
    if verdict.problems:
        raise SystemExit(_DIFFERS)


def _place(site: str) -> "Folder | Web":
    from generator.verify import Folder, Web

    scheme = scheme_of(site)
    if scheme in ("http", "https") and not {"?", "#"} & set(site):
        return Web(site if site.endswith("/") else f"{site}/")
    folder = Path(site)
    if not folder.is_dir():
        raise click.UsageError(f"{site} is neither a folder nor an address that begins with https:// or http://.")
    return Folder(folder)


def _sentence(verdict: "Verdict", language: Language) -> str:
    receipt = verdict.receipt
    if receipt is None or verdict.problems:
        return _DIFFERENT[language].format(found=format_integer(len(verdict.problems), language))
    commit = f", commit {receipt.source.commit[:10]}" if receipt.source else ""
    files = format_integer(len(receipt.files), language)
    return _SAME[language].format(files=files, day=receipt.as_of.strftime("%d/%m/%Y"), commit=commit)
