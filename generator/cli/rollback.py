"""``bantin rollback``."""

from pathlib import Path

import click

from generator.cli.deploy import deployment_of, surroundings, telling
from generator.cli.options import root_argument
from generator.content.files import peek_language
from generator.errors import Language

_DONE: dict[Language, str] = {
    "vi": "{target}: bản đang công khai là {release}.",
    "en": "{target}: what is public now is {release}.",
}


@click.command("rollback")
@root_argument
@click.argument("release", required=False)
@click.option("--to", "name", required=True, metavar="TARGET", help="A target of site.yml.")
def rollback_command(root: Path, release: str | None, name: str) -> None:
    """Make an earlier RELEASE public again: by default the one before.

    Exit status: 0 it is public, 1 it failed and the public site is as it was, 2 wrong use.
    """
    from generator.deploy import choose, roll_back

    language = peek_language(root)

    def work() -> str:
        return roll_back(choose(deployment_of(root).targets, name), surroundings(root), release)

    now = telling(root, language, work)
    click.echo(_DONE[language].format(target=name, release=now))
