"""``bantin init``."""

from pathlib import Path
from typing import cast

import click

from generator.cli.files import write_file
from generator.cli.options import base_url_option, current_time
from generator.errors import Language
from generator.scaffold import Ci, NewBulletin, bulletin_files

_TITLES: dict[Language, str] = {"vi": "Bản tin ký kết", "en": "Bulletin of agreements"}
_NEXT: dict[Language, str] = {
    "vi": "Đã tạo bản tin trong {folder}. Tiếp theo: bantin serve {folder}",
    "en": "There is a new bulletin in {folder}. Next: bantin serve {folder}",
}


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", help="The name of the bulletin.")
@click.option("--language", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Its language.")
@base_url_option("The address that it will have.", default="https://bulletin.example/")
@click.option(
    "--ci",
    type=click.Choice(["github", "gitlab", "none"]),
    default="github",
    show_default=True,
    help="Whose Pages publish it: a CI file for them is made, too.",
)
def init_command(folder: Path, title: str | None, language: str, base_url: str, ci: str) -> None:
    """Make a new bulletin in DIR, ready to build."""
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty; name a new folder.")
    chosen = cast("Language", language)
    bulletin = NewBulletin(
        title or _TITLES[chosen], base_url, chosen, cast("Ci", ci), current_time().astimezone().date()
    )
    for path, text in bulletin_files(bulletin).items():
        write_file(folder / path, text)
    click.echo(_NEXT[chosen].format(folder=folder))
