"""The command line: the list of commands."""

import click

from generator import __version__
from generator.cli.build import build_command
from generator.cli.check import check_command
from generator.cli.init import init_command
from generator.cli.new import new_command
from generator.cli.serve import serve_command
from generator.cli.theme import theme_commands


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="bantin")
def main() -> None:
    """Publish a bulletin of signed agreements: Markdown articles in, a static site out."""


for command in (init_command, new_command, check_command, build_command, serve_command, theme_commands):
    main.add_command(command)
