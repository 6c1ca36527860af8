"""``bantin completion``."""

import click
from click.shell_completion import get_completion_class

from bantin.cli.commands import argument, command
from bantin.cli.words import Bilingual

_SHELLS = ("bash", "zsh", "fish")
_COMPLETION = Bilingual(
    """In tập lệnh để cửa sổ lệnh tự điền lệnh, tùy chọn, mã cơ quan, mã văn bản khi bấm phím Tab.

    Thêm vào ~/.bashrc:   eval "$(bantin completion bash)"

    Thêm vào ~/.zshrc:   eval "$(bantin completion zsh)"

    Với fish:   bantin completion fish > ~/.config/fish/completions/bantin.fish
    """,
    """Print the script by which a shell completes commands, options and ids of agencies and records.

    In ~/.bashrc:   eval "$(bantin completion bash)"

    In ~/.zshrc:   eval "$(bantin completion zsh)"

    For fish:   bantin completion fish > ~/.config/fish/completions/bantin.fish
    """,
)


@command("completion", _COMPLETION)
@argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion_command(ctx: click.Context, shell: str) -> None:
    """Prints the completion script of ``shell``."""
    root = ctx.find_root()
    script = get_completion_class(shell)
    if script is None:
        raise AssertionError(shell)
    click.echo(script(root.command, {}, "bantin", "_BANTIN_COMPLETE").source(), nl=False)
