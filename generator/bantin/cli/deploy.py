"""``bantin deploy``."""

import os
import shlex
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from bantin.cli.asking import confirm
from bantin.cli.commands import command, option
from bantin.cli.completing import complete_targets
from bantin.cli.console import Console
from bantin.cli.language import spoken_language
from bantin.cli.memory import memory_of
from bantin.cli.options import root_argument
from bantin.cli.words import Bilingual, WrongUse, WrongValue
from bantin.domain.problems import BulletinError, Language, Location, Problem
from bantin.domain.text.number_format import format_integer
from bantin.domain.text.previews import PREVIEWS, is_preview_id

if TYPE_CHECKING:
    from bantin.content.deploy_targets import Deployment
    from bantin.deploy import Changes, DeployContext

T = TypeVar("T")

_FAILED = 1
_LISTED = 20
_PLAN: dict[Language, str] = {
    "vi": "{target}: thêm {added}, thay {changed}, xóa {removed} tệp; gửi {size} KB.",
    "en": "{target}: {added} files added, {changed} changed, {removed} removed; {size} KB to send.",
}
_NONE: dict[Language, str] = {"vi": "{target}: không có gì thay đổi.", "en": "{target}: nothing has changed."}
_DAMAGED: dict[Language, str] = {
    "vi": "{damaged} tệp ở đó không còn như lúc triển khai (bị sửa, làm rỗng hoặc xóa) và được đưa về đúng; hãy tìm "
    "xem điều gì đã làm thay đổi.",
    "en": "{damaged} files there were not as they had been deployed (changed, emptied or gone) and are made good; find "
    "out what changed them.",
}
_MORE: dict[Language, str] = {"vi": "  … và {more} tệp nữa", "en": "  … and {more} more"}
_DONE: dict[Language, str] = {
    "vi": "Đã công khai. Kiểm tra: bantin verify {url}",
    "en": "It is public. To check: bantin verify {url}",
}
_PREVIEW_DONE: dict[Language, str] = {
    "vi": "Xem thử tại {url}",
    "en": "The preview is at {url}",
}
_REMOVED: dict[Language, str] = {"vi": "{target}: đã gỡ {preview}.", "en": "{target}: {preview} is removed."}
_NOT_THERE: dict[Language, str] = {"vi": "{target}: không có {preview}.", "en": "{target}: there is no {preview}."}
_SURE: dict[Language, str] = {
    "vi": "Sẽ xóa {removed} trong {there} tệp đang công khai. Tiếp tục?",
    "en": "{removed} of {there} files that are public would be removed. Go on?",
}


_DEPLOY = Bilingual(
    """Triển khai trang web đã dựng từ bản tin trong THƯ-MỤC: đưa trang lên nơi công khai.

    Với --as preview/MÃ, lệnh đặt bản xem thử của một thay đổi bên cạnh trang công khai, và không động đến trang ấy.

    Mã kết thúc: 0 đã công khai (hoặc sẽ công khai được), 1 không thành và trang đang công khai giữ nguyên, 2 dùng lệnh
    sai.
    """,
    """Make the site that is built of the bulletin in ROOT public.

    With --as preview/ID, put the preview of a change beside the public site, which is not touched.

    Exit status: 0 it is public (or would be), 1 it failed and the public site is as it was, 2 wrong use.
    """,
)
TO = Bilingual("Một đích đã khai báo trong site.yml.", "A target of site.yml.")
_AS = Bilingual(
    "Triển khai bản xem thử đã dựng bằng: bantin build --preview MÃ.",
    "Deploy the preview that was built with: bantin build --preview ID.",
)
_REMOVE = Bilingual("Gỡ bản xem thử ấy.", "Remove that preview.")
_NO_PREVIEW = Bilingual(
    "“{text}” không phải là bản xem thử; hãy viết preview/MÃ, mã chỉ có chữ thường không dấu, số, gạch nối ở giữa.",
    "“{text}” is no preview; write preview/ID, whose id has small letters, digits and inner hyphens only.",
)
_NOTHING_TO_REMOVE = Bilingual(
    "--remove chỉ gỡ được bản xem thử: hãy thêm --as preview/MÃ, và bỏ --dry-run.",
    "--remove is for previews only: add --as preview/ID, and leave --dry-run out.",
)
_OUT = Bilingual("Trang web.  [mặc định: THƯ-MỤC/site]", "The site.  [default: ROOT/site]")
_DRY_RUN = Bilingual("Chỉ cho biết sẽ thay đổi những gì.", "Only tell what would change.")
_ALLOW = Bilingual(
    "Vẫn làm tiếp dù sẽ xóa hơn một phần ba trang web.", "Go on even if more than a third of the site would be removed."
)
_THOROUGH = Bilingual(
    "Đọc lại mọi tệp ở đó, kể cả tệp có kích thước và thời điểm không đổi.",
    "Read every file there, even those whose size and time have not changed.",
)


def _preview_of(_context: click.Context, _option: click.Parameter, value: str | None) -> str:
    """Reads ``preview/ID`` and returns the id; an empty text without the option."""
    if value is None:
        return ""
    folder, _, preview_id = value.partition("/")
    if folder != PREVIEWS or not is_preview_id(preview_id):
        raise WrongValue(_NO_PREVIEW, text=value)
    return preview_id


@command("deploy", _DEPLOY)
@root_argument
@option("--to", "name", required=True, metavar="TARGET", shell_complete=complete_targets, words=TO)
@option("-o", "--out", type=click.Path(file_okay=False, path_type=Path), words=_OUT)
@option("--as", "preview_id", metavar="preview/ID", callback=_preview_of, words=_AS)
@option("--remove", is_flag=True, words=_REMOVE)
@option("--dry-run", is_flag=True, words=_DRY_RUN)
@option("--allow-removals", is_flag=True, words=_ALLOW)
@option("--verify", "thorough", is_flag=True, words=_THOROUGH)
def deploy_command(
    root: Path,
    name: str,
    out: Path | None,
    preview_id: str,
    *,
    remove: bool,
    dry_run: bool,
    allow_removals: bool,
    thorough: bool,
) -> None:
    """Makes the site of the bulletin in ``root`` public, or publishes or removes a preview beside it."""
    from bantin.deploy import choose, deploy, pack, ping, preview, preview_place, refuse_embargoed, remove_preview

    site = out or root / "site"
    language = spoken_language([root])
    if remove and (dry_run or not preview_id):
        raise WrongUse(_NOTHING_TO_REMOVE)

    def work() -> None:
        deployment, context = deployment_of(root), deploy_context(root)
        target = choose(deployment.targets, name)
        if preview_id:
            target = preview_place(target, preview_id)
        if remove:
            told = _REMOVED if remove_preview(target, context) else _NOT_THERE
            click.echo(told[language].format(target=name, preview=f"{PREVIEWS}/{preview_id}"))
            return
        release = pack(site, preview_id)
        refuse_embargoed(release, root, context.now)
        Console("text", language, root).problems(_outdated(root, site))
        planned = preview(release, target, context, thorough=thorough)
        _report(planned, name, language, listed=dry_run)
        if dry_run:
            return
        # What a preview removes is of an earlier one of the same change.
        sure = allow_removals or bool(preview_id) or (planned.removes_much and _is_sure(planned, language))
        done = deploy(release, target, context, _progress(), allow_removals=sure, thorough=thorough)
        click.echo((_PREVIEW_DONE if preview_id else _DONE)[language].format(url=release.base_url))
        told_to = () if preview_id else deployment.hubs
        warnings = (*done.problems, *ping(told_to, release.base_url, done))
        Console("text", language, root).problems(warnings)

    exit_on_error(root, language, work)


def _outdated(root: Path, site: Path) -> list[Problem]:
    """Returns a warning if the bulletin in ``root`` has changed since ``site`` was built."""
    from bantin.build.build import outdated
    from bantin.deploy import problems
    from bantin.runtime.entry_points import installed_plugins

    changed = outdated(root, site, memory_of(root), installed_plugins())
    return [problems.OUTDATED.at(Location(changed[0]), files=len(changed))] if changed else []


def deployment_of(root: Path) -> "Deployment":
    """Reads the deployment settings of the bulletin in ``root``. Raises ``BulletinError``."""
    from bantin.content.deploy_targets import read_deployment

    found = read_deployment(root)
    if found.value is None:
        raise BulletinError(found.problems, spoken_language([root]))
    return found.value


def deploy_context(root: Path) -> "DeployContext":
    """Returns the context for deploying the bulletin in ``root``; ``RSYNC_RSH`` is honoured as in rsync."""
    from bantin.deploy import DeployContext

    remote_shell = shlex.split(os.environ.get("RSYNC_RSH", "")) or ["ssh"]
    return DeployContext(root, datetime.now(UTC), dict(os.environ), remote_shell)


def exit_on_error(root: Path, language: Language, work: Callable[[], T]) -> T:
    """Returns the result of ``work``; if it raises ``BulletinError``, shows the problems and ends the command."""
    try:
        return work()
    except BulletinError as error:
        Console("text", language, root).problems(error.problems)
        raise SystemExit(_FAILED) from None


def _report(found: "Changes", target: str, language: Language, *, listed: bool) -> None:
    if found.none:
        click.echo(_NONE[language].format(target=target))
        return
    signs = {"+": found.added, "~": found.changed, "-": found.removed} if listed else {}
    for sign, paths in {**signs, "!": found.damaged}.items():
        for path in paths[:_LISTED]:
            click.echo(f"{sign} {path}")
        if len(paths) > _LISTED:
            click.echo(_MORE[language].format(more=format_integer(len(paths) - _LISTED, language)))
    numbers = {
        "added": len(found.added),
        "changed": len(found.changed),
        "removed": len(found.removed),
        "damaged": len(found.damaged),
    }
    shown = {name: format_integer(number, language) for name, number in numbers.items()}
    if found.damaged:
        click.echo(_DAMAGED[language].format(**shown))
    click.echo(_PLAN[language].format(target=target, size=format_integer(-(-found.size // 1000), language), **shown))


def _is_sure(found: "Changes", language: Language) -> bool:
    """Asks for confirmation if run at a terminal; otherwise the answer is no."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return confirm(_SURE[language].format(removed=len(found.removed), there=found.there), language)


def _progress() -> Callable[[int, int], None]:
    if not sys.stderr.isatty():
        return lambda _done, _total: None
    return lambda done, total: click.echo(f"\r{done}/{total}", err=True, nl=done == total)
