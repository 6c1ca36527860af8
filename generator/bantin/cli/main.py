"""The command line: the list of commands."""

from importlib import import_module

import click
from click.shell_completion import CompletionItem

from bantin import __version__
from bantin.cli.commands import Group, Option, group
from bantin.cli.words import Bilingual

_COMMANDS = {
    "init": "init_command",
    "new": "new_commands",
    "mv": "mv_command",
    "merge-agencies": "merge_agencies_command",
    "import": "import_commands",
    "check": "check_command",
    "todo": "todo_command",
    "build": "build_command",
    "ci": "ci_command",
    "deploy": "deploy_command",
    "rollback": "rollback_command",
    "verify": "verify_command",
    "links": "links_command",
    "serve": "serve_command",
    "desk": "desk_command",
    "editors": "editors_command",
    "migrate": "migrate_commands",
    "schema": "schema_command",
    "theme": "theme_commands",
    "counter": "counter_commands",
    "completion": "completion_command",
}
"""The commands in the order in which an editor needs them; each is in the module of its name."""


_FEW = 2
_MAIN = Bilingual(
    "Xuất bản bản tin về các văn bản ký kết: từ các bài Markdown thành một trang web tĩnh.",
    "Publish a bulletin of signed agreements: Markdown articles in, a static site out.",
)
_VERSION = Bilingual("In số phiên bản rồi dừng.", "Show the version and exit.")


class _Commands(Group):
    """Imports commands lazily, which keeps start-up fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's interface
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        # A module of the name “import” could not be imported by a statement.
        module = "importing" if cmd_name == "import" else cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"bantin.cli.{module}"), _COMMANDS[cmd_name])
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Completes names alone while several begin so: to load all commands for their summaries takes seconds."""
        names = [name for name in _COMMANDS if name.startswith(incomplete)]
        return super().shell_complete(ctx, incomplete) if len(names) < _FEW else [*map(CompletionItem, names)]


@group("bantin", _MAIN, cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="bantin", message="%(prog)s %(version)s", cls=Option, words=_VERSION)
def main() -> None:
    """The group of all commands."""
