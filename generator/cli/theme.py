"""``bantin theme``."""

import shutil
from pathlib import Path

import click

from generator.bundled import bundled_themes
from generator.cli.options import root_argument


@click.group("theme")
def theme_commands() -> None:
    """Work on how the site looks."""


@theme_commands.command("eject")
@click.argument("name")
@root_argument
def eject_command(name: str, root: Path) -> None:
    """Copy the theme NAME that came with Bantin to ROOT/themes/NAME, to be changed there.

    A file that you delete from the copy follows Bantin's own again.
    """
    known = sorted(folder.name for folder in bundled_themes().iterdir() if folder.is_dir())
    if name not in known:
        raise click.UsageError(f"There is no theme {name!r}; known: {', '.join(known)}")
    target = root / "themes" / name
    if target.exists():
        raise click.UsageError(f"{target} is there already.")
    try:
        shutil.copytree(bundled_themes() / name, target)
    except OSError as error:
        raise click.UsageError(f"{target} cannot be written: {error.strerror or error}.") from error
    click.echo(target)
