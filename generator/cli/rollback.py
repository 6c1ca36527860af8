"""``bantin rollback``."""

from pathlib import Path

import click

from generator.cli.commands import argument, command, option
from generator.cli.deploy import TO, deployment_of, surroundings, telling
from generator.cli.language import spoken_language
from generator.cli.options import root_argument
from generator.cli.words import Bilingual
from generator.errors import Language

_DONE: dict[Language, str] = {
    "vi": "{target}: bản đang công khai là {release}.",
    "en": "{target}: what is public now is {release}.",
}


_ROLLBACK = Bilingual(
    """Công khai lại một BẢN trước: nếu không nói rõ thì là bản ngay trước đó.

    Mã kết thúc: 0 đã công khai, 1 không thành và trang đang công khai giữ nguyên, 2 dùng lệnh sai.
    """,
    """Make an earlier RELEASE public again: by default the one before.

    Exit status: 0 it is public, 1 it failed and the public site is as it was, 2 wrong use.
    """,
)


@command("rollback", _ROLLBACK)
@root_argument
@argument("release", required=False)
@option("--to", "name", required=True, metavar="TARGET", words=TO)
def rollback_command(root: Path, release: str | None, name: str) -> None:
    """Makes the earlier ``release`` public again."""
    from generator.deploy import choose, roll_back

    language = spoken_language([root])

    def work() -> str:
        return roll_back(choose(deployment_of(root).targets, name), surroundings(root), release)

    now = telling(root, language, work)
    click.echo(_DONE[language].format(target=name, release=now))
