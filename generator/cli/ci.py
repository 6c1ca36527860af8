"""``bantin ci``."""

from pathlib import Path
from typing import cast

import click

from generator.cli.files import write_file
from generator.cli.options import root_argument
from generator.content.files import peek_language
from generator.errors import Language
from generator.scaffold import Ci, ci_files

_DONE: dict[Language, str] = {
    "vi": "Đã ghi {path}. Hãy commit tệp này; docs/publishing.md chỉ các bước tiếp theo.",
    "en": "{path} is written. Commit it; docs/publishing.md tells the next steps.",
}


@click.command("ci")
@click.argument("service", type=click.Choice(["github", "gitlab"]))
@root_argument
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
def ci_command(service: str, root: Path, *, force: bool) -> None:
    """Write the CI file that checks the bulletin of ROOT and publishes it to the Pages of SERVICE."""
    if not (root / "content").is_dir():
        raise click.UsageError(f"{root} is no bulletin: it has no folder “content”.")
    language = peek_language(root)
    for path, text in ci_files(cast("Ci", service)).items():
        if (root / path).exists() and not force:
            raise click.UsageError(f"{root / path} is there already; say --force to write over it.")
        write_file(root / path, text)
        click.echo(_DONE[language].format(path=path))
