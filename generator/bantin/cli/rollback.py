"""``bantin rollback``."""

import os
from pathlib import Path

import click

from bantin.cli.commands import argument, command, option
from bantin.cli.completing import complete_targets
from bantin.cli.deploy import TO, deploy_context, deployment_of, exit_on_error
from bantin.cli.language import spoken_language
from bantin.cli.root import find_root
from bantin.cli.words import Bilingual, WrongUse
from bantin.domain.problems import Language

_DONE: dict[Language, str] = {
    "vi": "{target}: bản đang công khai là {release}.",
    "en": "{target}: what is public now is {release}.",
}


_ROLLBACK = Bilingual(
    """Công khai lại một BẢN trước: nếu không nói rõ thì là bản ngay trước bản đang công khai.

    Chỉ cần ghi phần đầu của tên BẢN, đủ để phân biệt; tên không có thì lệnh liệt kê các bản còn giữ.

    Mã kết thúc: 0 đã công khai, 1 không thành và trang đang công khai giữ nguyên, 2 dùng lệnh sai.
    """,
    """Make an earlier RELEASE public again: by default the one before that which is public.

    The beginning of the name of a RELEASE will do, if it tells it from the others; a name that is not there brings the
    list of those that are.

    Exit status: 0 it is public, 1 it failed and the public site is as it was, 2 wrong use.
    """,
)


_TOO_MUCH = Bilingual("Thừa đối số: {extra}", "Unexpected: {extra}")


@command("rollback", _ROLLBACK)
@argument("words", metavar="[ROOT] [RELEASE]", nargs=-1)
@option("--to", "name", required=True, metavar="TARGET", shell_complete=complete_targets, words=TO)
def rollback_command(words: tuple[str, ...], name: str) -> None:
    """Makes an earlier release public again."""
    from bantin.deploy import choose, roll_back

    root, release = _root_and_release(words)
    language = spoken_language([root])

    def work() -> str:
        return roll_back(choose(deployment_of(root).targets, name), deploy_context(root), release)

    now = exit_on_error(root, language, work)
    click.echo(_DONE[language].format(target=name, release=now))


def _root_and_release(words: tuple[str, ...]) -> tuple[Path, str | None]:
    """Interprets the arguments: a single one is a release, unless it is an existing folder or looks like a path."""
    *roots, last = words or (str(find_root(Path())),)
    if len(roots) > 1:
        raise WrongUse(_TOO_MUCH, extra=" ".join(words[2:]))
    if not roots and (Path(last).is_dir() or os.sep in last):
        return Path(last), None
    return Path(*roots) if roots else find_root(Path()), last
