"""``bantin verify``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from bantin.cli.commands import argument, command, option
from bantin.cli.language import spoken_language
from bantin.cli.options import LANGUAGE
from bantin.cli.words import Bilingual, WrongUse
from bantin.domain.problems import Language
from bantin.domain.text.number_format import format_integer
from bantin.domain.text.urls import scheme_of

if TYPE_CHECKING:
    # Imported lazily, once the arguments are known to be valid.
    from bantin.output.verify import Folder, Verdict, Web

_DIFFERS = 1
_SAME: dict[Language, str] = {
    "vi": "{files} tệp đúng như biên nhận (tính đến ngày {day}{commit}).",
    "en": "{files} files are as the receipt says (as of {day}{commit}).",
}
_DIFFERENT: dict[Language, str] = {"vi": "Không đạt: {found} vấn đề.", "en": "Failed; problems found: {found}."}


_VERIFY = Bilingual(
    """Kiểm tra một trang web đã công khai có đúng như biên nhận provenance.json của nó không.

    Mã kết thúc: 0 đúng như đã công khai, 1 có chỗ khác, 2 dùng lệnh sai.
    """,
    """Check that a published site is what its receipt, provenance.json, says.

    Exit status: 0 as published, 1 if anything differs, 2 wrong use.
    """,
)
_RECEIPT = Bilingual(
    "Biên nhận được giữ ở nơi khác, dùng thay cho biên nhận đang công khai.",
    "A receipt that was kept elsewhere, in place of the one that is published.",
)
_QUIET = Bilingual("Chỉ in những chỗ khác.", "Tell of differences only.")
_NOWHERE = Bilingual(
    "{site} không phải là thư mục, cũng không phải địa chỉ bắt đầu bằng https:// hoặc http://.",
    "{site} is neither a folder nor an address that begins with https:// or http://.",
)


@command("verify", _VERIFY)
@argument("site", metavar="URL-or-DIR")
@option("--receipt", type=click.Path(exists=True, dir_okay=False, path_type=Path), words=_RECEIPT)
@option("--language", type=click.Choice(["vi", "en"]), words=LANGUAGE)
@option("-q", "--quiet", is_flag=True, words=_QUIET)
def verify_command(site: str, receipt: Path | None, language: str | None, *, quiet: bool) -> None:
    """Checks ``site`` against its receipt."""
    from bantin.output.verify import verify
    from bantin.report import as_text

    words = cast("Language | None", language) or spoken_language([site])
    verdict = verify(_location(site), receipt.read_bytes() if receipt else None)
    text = as_text(verdict.problems, words, lambda _location: None, coloured=sys.stderr.isatty())
    click.echo(text, err=True, nl=False)
    if not quiet:
        click.echo(_sentence(verdict, words))
    if verdict.problems:
        raise SystemExit(_DIFFERS)


def _location(site: str) -> "Folder | Web":
    from bantin.output.verify import Folder, Web

    scheme = scheme_of(site)
    if scheme in ("http", "https") and not {"?", "#"} & set(site):
        return Web(site if site.endswith("/") else f"{site}/")
    folder = Path(site)
    if not folder.is_dir():
        raise WrongUse(_NOWHERE, site=site)
    return Folder(folder)


def _sentence(verdict: "Verdict", language: Language) -> str:
    receipt = verdict.receipt
    if receipt is None or verdict.problems:
        return _DIFFERENT[language].format(found=format_integer(len(verdict.problems), language))
    commit = f", commit {receipt.source.commit[:10]}" if receipt.source else ""
    files = format_integer(len(receipt.files), language)
    return _SAME[language].format(files=files, day=receipt.as_of.strftime("%d/%m/%Y"), commit=commit)
