"""Bilingual commands and options: help, usage and usage errors in Vietnamese and English."""
# ruff: noqa: ANN401 - attributes are passed on to click

import inspect
import sys
import textwrap
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from bantin.cli.click_words import metavar_in_vietnamese
from bantin.cli.language import spoken_language
from bantin.cli.usage import show_error
from bantin.cli.words import Bilingual, Phrase, WrongUse
from bantin.domain.problems import Language
from bantin.domain.text.suggestions import nearest

F = TypeVar("F", bound=Callable[..., Any])

INTERRUPTED = 130
"""The exit status of a command interrupted from the keyboard: 128 plus the signal number, as shells have it."""

_USAGE = Bilingual("Cách dùng: ", "Usage: ")
_OPTIONS = Bilingual("Tùy chọn", "Options")
_COMMANDS = Bilingual("Lệnh", "Commands")
_HELP = Bilingual("In hướng dẫn này rồi dừng.", "Show this message and exit.")
_STOPPED = Bilingual("Đã dừng.", "Stopped.")
_SYSTEM = Bilingual("Lỗi: {place}{reason}.", "Error: {place}{reason}.")
_NO_COMMAND = Bilingual("Không có lệnh “{name}”.", "There is no command “{name}”.")
_MEANT = Bilingual("Không có lệnh “{name}”. Có phải “{near}”?", "There is no command “{name}”. Did you mean “{near}”?")
_DEFAULT = Bilingual("mặc định: {value}", "default: {value}")
_VARIABLE = Bilingual("biến môi trường: {value}", "env var: {value}")
_REQUIRED = Bilingual("bắt buộc", "required")


class Formatter(click.HelpFormatter):
    """Writes help in one language."""

    def __init__(self, language: Language, **attributes: Any) -> None:
        super().__init__(**attributes)
        self._language = language

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Writes the usage line of a command."""
        super().write_usage(prog, args, _USAGE.of(self._language) if prefix is None else prefix)


class Context(click.Context):
    """A click context with the language of the command line, which subcommands inherit."""

    def __init__(
        self,
        command: click.Command,
        parent: click.Context | None = None,
        *,
        language: Language = "en",
        **attributes: Any,
    ) -> None:
        super().__init__(command, parent=parent, **attributes)
        self.language: Language = parent.language if isinstance(parent, Context) else language

    def make_formatter(self) -> click.HelpFormatter:
        """Makes the formatter that writes the help of a command."""
        return Formatter(self.language, width=self.terminal_width, max_width=self.max_content_width)


class Option(click.Option):
    """An option whose help is in both languages."""

    def __init__(self, *declarations: Any, words: Bilingual, **attributes: Any) -> None:
        super().__init__(*declarations, **{**attributes, "help": words.en})
        self.words = words

    def make_metavar(self, ctx: click.Context) -> str:
        """Makes the placeholder of the value in usage lines, such as ``DIRECTORY``."""
        return _metavar(super().make_metavar(ctx), ctx)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Returns the option's declaration and help text."""
        record = super().get_help_record(ctx)
        return (record[0], self._help(ctx)) if record else None

    def _help(self, ctx: click.Context) -> str:
        language = _language(ctx)
        extra = self.get_help_extra(ctx)
        notes = []
        if "envvars" in extra:
            notes.append(_VARIABLE.of(language).format(value=", ".join(extra["envvars"])))
        if "default" in extra:
            notes.append(_DEFAULT.of(language).format(value=extra["default"]))
        if "range" in extra:
            notes.append(extra["range"])
        if "required" in extra:
            notes.append(_REQUIRED.of(language))
        return f"{self.words.of(language)}  [{'; '.join(notes)}]" if notes else self.words.of(language)


class Argument(click.Argument):
    """An argument whose placeholder is in both languages."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Makes the placeholder of the value in usage lines, such as ``DIRECTORY``."""
        return _metavar(super().make_metavar(ctx), ctx)


class Command(click.Command):
    """A command whose help is in both languages."""

    context_class = Context

    def __init__(self, *declarations: Any, words: Bilingual, **attributes: Any) -> None:
        super().__init__(*declarations, **{**attributes, "help": words.en})
        self.words = words
        self._own_help: Option | None = None

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Returns the parts of the usage line."""
        return [_metavar(piece, ctx) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Returns the ``--help`` option."""
        if self._own_help is None:
            names = self.get_help_option_names(ctx)
            self._own_help = Option(
                names, is_flag=True, expose_value=False, is_eager=True, callback=_show_help, words=_HELP
            )
        return self._own_help

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the description of the command."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(inspect.cleandoc(self.words.of(_language(ctx))))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the options of the command."""
        records = [param.get_help_record(ctx) for param in self.get_params(ctx) if isinstance(param, click.Option)]
        with formatter.section(_OPTIONS.of(_language(ctx))):
            formatter.write_dl([record for record in records if record])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Completes options and the like, with help in the language of the command line."""
        items = super().shell_complete(ctx, incomplete)
        words = {name: one.words for one in self.get_params(ctx) if isinstance(one, Option) for name in one.opts}
        for item in items:
            if item.value in words:
                item.help = words[item.value].of(_language(ctx))
        return items

    def summary(self, language: Language) -> str:
        """Returns the first sentence of the description."""
        paragraph = " ".join(inspect.cleandoc(self.words.of(language)).partition("\n\n")[0].split())
        return paragraph.partition(". ")[0].removesuffix(".") + "."

    def main(self, args: Sequence[str] | None = None, *others: Any, **extra: Any) -> Any:
        """Runs the command line, and reports what ends it in the language of the bulletin."""
        arguments = sys.argv[1:] if args is None else list(args)
        language = spoken_language(arguments)
        try:
            status = super().main(args, *others, **{"language": language, **extra, "standalone_mode": False})
        except click.Abort:
            click.echo(_STOPPED.of(language), err=True)
            sys.exit(INTERRUPTED)
        except click.ClickException as error:
            show_error(error, language)
            sys.exit(error.exit_code)
        except OSError as error:
            click.echo(
                Phrase(_SYSTEM, {"place": f"{error.filename}: " if error.filename else "", "reason": error}).of(
                    language
                ),
                err=True,
            )
            sys.exit(1)
        sys.exit(status if isinstance(status, int) else 0)


class Group(Command, click.Group):
    """A group of commands whose help is in both languages."""

    command_class = Command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Finds the command by its name. Raises ``WrongUse``, which suggests the nearest name, if there is none."""
        name = args[0]
        if not name.startswith("-") and not ctx.resilient_parsing and self.get_command(ctx, name) is None:
            near = nearest(name, self.list_commands(ctx))
            raise _with_context(WrongUse(_MEANT if near else _NO_COMMAND, name=name, near=near), ctx)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Completes commands too, each with its summary."""
        items = Command.shell_complete(self, ctx, incomplete)
        for item in items:
            command = self.get_command(ctx, item.value)
            if isinstance(command, Command):
                item.help = command.summary(_language(ctx))
        return items

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the options and the commands of the group."""
        Command.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the commands of the group with their summaries."""
        commands = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        language = _language(ctx)
        width = max(20, formatter.width - 6 - max(map(len, commands), default=0))
        rows = [
            (name, textwrap.shorten(command.summary(language), width, placeholder=" …"))
            for name, command in commands.items()
            if isinstance(command, Command)
        ]
        with formatter.section(_COMMANDS.of(language)):
            formatter.write_dl(rows)


class GroupWithDefault(Group):
    """A group with a command that is meant where the first word is none of its commands."""

    def __init__(self, *declarations: Any, default: str, **attributes: Any) -> None:
        super().__init__(*declarations, **attributes)
        self._default = default

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's interface
        """The commands, in the order in which they were added."""
        return list(self.commands)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Completes what the default command takes, too."""
        default = self.commands[self._default]
        known = {one.value: one for one in default.shell_complete(Context(default, ctx), incomplete)}
        known |= {one.value: one for one in super().shell_complete(ctx, incomplete)}
        return list(known.values())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Puts the default command in front, unless the words begin with a command or ask for help."""
        named = args[0] in self.commands if args else self.no_args_is_help or ctx.resilient_parsing
        asks_for_help = set(args) & set(self.get_help_option_names(ctx))
        return super().parse_args(ctx, args if named or asks_for_help else [self._default, *args])


def command(name: str, words: Bilingual, **attributes: Any) -> Callable[[Callable[..., Any]], Command]:
    """Turns a function into a command, like ``click.command``; ``words`` are its help text."""
    return click.command(name, cls=Command, words=words, **attributes)


def group(
    name: str, words: Bilingual, cls: type[Group] = Group, **attributes: Any
) -> Callable[[Callable[..., Any]], Group]:
    """Turns a function into a group of commands, like ``click.group``; ``words`` are its help text."""
    return click.group(name, cls=cls, words=words, **attributes)


def option(*declarations: str, words: Bilingual, **attributes: Any) -> Callable[[F], F]:
    """Adds an option to a command, like ``click.option``; ``words`` are its help text."""
    return click.option(*declarations, cls=Option, words=words, **attributes)


def argument(*declarations: str, **attributes: Any) -> Callable[[F], F]:
    """Adds an argument to a command, like ``click.argument``."""
    return click.argument(*declarations, cls=Argument, **attributes)


def _language(ctx: click.Context) -> Language:
    return ctx.language if isinstance(ctx, Context) else "en"


def _metavar(text: str, ctx: click.Context) -> str:
    return metavar_in_vietnamese(text) if _language(ctx) == "vi" else text


def _show_help(ctx: click.Context, _option: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's interface
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


def _with_context(error: WrongUse, ctx: click.Context) -> WrongUse:
    error.ctx = ctx
    return error
