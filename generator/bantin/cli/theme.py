"""``bantin theme``."""

import shutil
from pathlib import Path

import click

from bantin.cli.commands import argument, command, group
from bantin.cli.files import CANNOT_WRITE, require_inside
from bantin.cli.options import root_argument
from bantin.cli.words import Bilingual, WrongUse
from bantin.runtime.bundled import bundled_themes

_THEME = Bilingual("Sửa giao diện của trang web.", "Work on how the site looks.")
_EJECT = Bilingual(
    """Chép giao diện TÊN có sẵn trong Bantin vào THƯ-MỤC/themes/TÊN để sửa.

    Tệp nào bị xóa khỏi bản chép thì lại theo bản có sẵn của Bantin.
    """,
    """Copy the theme NAME that came with Bantin to ROOT/themes/NAME, to be changed there.

    A file that you delete from the copy follows Bantin's own again.
    """,
)
_UNKNOWN = Bilingual("Không có giao diện “{name}”; hiện có: {known}.", "There is no theme “{name}”; known: {known}.")
_THERE = Bilingual("Đã có {target}.", "{target} is there already.")


@group("theme", _THEME)
def theme_commands() -> None:
    """The group of commands for themes."""


@command("eject", _EJECT)
@argument("name")
@root_argument
def eject_command(name: str, root: Path) -> None:
    """Copies the theme ``name`` into the bulletin in ``root``."""
    known = sorted(folder.name for folder in bundled_themes().iterdir() if folder.is_dir())
    if name not in known:
        raise WrongUse(_UNKNOWN, name=name, known=", ".join(known))
    target = root / "themes" / name
    if target.exists():
        raise WrongUse(_THERE, target=target)
    require_inside(target, root)
    try:
        shutil.copytree(bundled_themes() / name, target)
    except OSError as error:
        raise WrongUse(CANNOT_WRITE, path=target, reason=error) from error
    click.echo(target)


theme_commands.add_command(eject_command)
