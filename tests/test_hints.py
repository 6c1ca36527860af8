"""Suggestions in hints work literally: their commands, options, YAML, packages and files exist."""

import re
import shlex
import tomllib
from collections.abc import Iterator

import click
import pytest
import yaml
from pydantic import BaseModel

import bantin.content.schema.agency
import bantin.content.schema.article
import bantin.content.schema.cms
import bantin.content.schema.comments
import bantin.content.schema.site
import bantin.content.schema.target
import bantin.content.schema.translation  # noqa: F401 - all forms of front matter and settings
from bantin.cli import main
from bantin.cli.counter.options import PACKAGES
from bantin.content.schema.values import Fields
from bantin.domain.problems import LANGUAGES, Kind, Language
from tests.conftest import REPOSITORY
from tests.test_problems import KINDS, _parse

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
# Placeholders for values that only the problem or the editor knows.
SAMPLES = {"on": "2026-11-20", "event": "replaced", "year": "2026", "limit": "5", "most": "5", "least": "2"}
FILES = frozenset({"site.yml", "vocabulary.yml", "anh.jpg", "photo.jpg", "bai.md", "index.md"})
# Places and words that begin like an option or a command and are neither.
OTHER_PROGRAMS = re.compile(
    r"git rm -r --cached \S+|git config --global --add safe.directory \S+|msgfmt --check|npm install -g pagefind"
    r"|chown -h root \S+|ssh-keyscan \S+ >> \S+"
)


def schemas(above: type[BaseModel] = Fields) -> Iterator[type[BaseModel]]:
    for schema in above.__subclasses__():
        yield schema
        yield from schemas(schema)


KEYS = {key for schema in schemas() for key in schema.model_fields} | {"no", "extends"}


def hint(kind: Kind, language: Language) -> str:
    """A hint as it is shown."""
    template = kind.wording(language).hint
    names = {name for _, name, _, _ in _parse(template) if name}
    return OTHER_PROGRAMS.sub("", template.format(**{name: SAMPLES.get(name, "mau") for name in names}))


def commands(text: str) -> list[list[str]]:
    """The commands of Bantin in a hint, each as the words that a shell makes of it."""
    found = re.findall(r"[“`:] ?(bantin [^”`.;:(]+)", text)
    return [shlex.split(words) for words in found]


def snippets(text: str) -> list[str]:
    """The YAML in a hint: in quotes, with a key and a colon."""
    quoted = re.findall(r"“([^“”]+)”", text)
    return [one for one in quoted if re.search(r"^(- )?\{?[\w-]+:( |$)", one) and not one.startswith("bantin ")]


HINTS = {
    f"{kind.code}-{language}-{position}": hint(kind, language)
    for position, kind in enumerate(KINDS.values())
    for language in LANGUAGES
}
COMMANDS = {name: commands(said) for name, said in HINTS.items() if commands(said)}
SNIPPETS = {name: snippets(said) for name, said in HINTS.items() if snippets(said)}


def test_there_are_hints_to_be_tried() -> None:
    assert len(COMMANDS) > 8
    assert len(SNIPPETS) > 20


def command_of(words: list[str]) -> tuple[click.Context, list[str]]:
    """The context of the command that ``words`` lead to, and the words that are left for it."""
    ctx = click.Context(main, info_name="bantin")
    rest = words[1:]
    while isinstance(ctx.command, click.Group):
        inner = ctx.command.get_command(ctx, rest[0])
        if inner is None:
            raise click.UsageError(f"No such command: {shlex.join(words)}")
        ctx, rest = click.Context(inner, parent=ctx, info_name=rest[0]), rest[1:]
    return ctx, rest


def refusal(words: list[str]) -> str:
    """The error of the command for the arguments in a hint; nothing if it accepts them."""
    try:
        ctx, rest = command_of(words)
        ctx.command.parse_args(ctx, rest)
    except click.ClickException as error:
        return error.format_message()
    return ""


def test_commands_of_hints_can_be_given() -> None:
    refused = {name: [said for words in given if (said := refusal(words))] for name, given in COMMANDS.items()}
    assert {name: said for name, said in refused.items() if said} == {}


def unknown(pattern: str, known: set[str] | frozenset[str]) -> dict[str, set[str]]:
    """The hints with something that looks like ``pattern`` and is not among the ``known``."""
    found = {name: set(re.findall(pattern, said)) - known for name, said in HINTS.items()}
    return {name: rest for name, rest in found.items() if rest}


def test_options_of_hints_exist() -> None:
    known = {option for ctx in _all_commands() for param in ctx.command.params for option in param.opts}
    assert unknown(r"(?<!\S)--?[a-z][a-z-]*", known) == {}


def _all_commands(ctx: click.Context | None = None) -> Iterator[click.Context]:
    ctx = ctx or click.Context(main, info_name="bantin")
    yield ctx
    if isinstance(ctx.command, click.Group):
        for name in ctx.command.list_commands(ctx):
            inner = ctx.command.get_command(ctx, name)
            assert inner is not None
            yield from _all_commands(click.Context(inner, parent=ctx, info_name=name))


def test_yaml_of_hints_says_what_it_is_meant_to_say() -> None:
    wrong = [(name, snippet) for name, found in SNIPPETS.items() for snippet in found if not _is_meant(snippet)]
    assert wrong == []


def _is_meant(snippet: str) -> bool:
    found = yaml.load(snippet, Loader=yaml.BaseLoader)
    return all(_is_of_known_keys(one, snippet) for one in (found if isinstance(found, list) else [found]))


def _is_of_known_keys(mapping: object, snippet: str) -> bool:
    # “khóa: giá trị” and its like show the form of a line, not a line.
    return isinstance(mapping, dict) and all(
        key in KEYS | {"mau", "khóa", "key", "agreement"}
        and (value or snippet.endswith(":"))
        and (not isinstance(value, dict) or _is_of_known_keys(value, snippet))
        for key, value in mapping.items()
    )


def test_packages_of_hints_are_those_that_bantin_names() -> None:
    lines = [(name, line) for name, said in HINTS.items() for line in re.findall(r"pip install ([\w -]+)", said)]
    assert lines
    known = _packages() | {"hoặc", "or"}
    assert [(name, line) for name, line in lines if not set(line.split()) <= known] == []


def _packages() -> set[str]:
    required = [one for some in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()) for one in some]
    return {match[0] for match in (re.match(r"[\w-]+", one) for one in required) if match}


@pytest.mark.parametrize("extra", PACKAGES)
def test_what_the_counter_needs_is_what_its_extra_brings(extra: str) -> None:
    required = PROJECT["optional-dependencies"][extra]
    assert PACKAGES[extra].split() == sorted(re.split(r"[>;=]", one)[0] for one in required)


def test_files_of_hints_are_those_of_a_bulletin_or_of_the_documentation() -> None:
    documents = {f"docs/{path.name}" for path in (REPOSITORY / "docs").glob("*.md")}
    assert unknown(r"docs/[\w.-]+\.md", documents) == {}
    assert unknown(r"(?<![\w/.-])[\w-]+\.(?:yml|md|jpg)(?!\w)", FILES | {"mau.yml", "mau.md"}) == {}


def test_hints_in_vietnamese_are_in_vietnamese() -> None:
    """Words in quotes are typed as they stand; the others are those of a sentence."""
    english = re.compile(r"\b(?:the|and|with|this|that|your|file|write|please|line|name|address|of|is)\b")
    typed = re.compile(r"“[^”]*”|`[^`]*`|'[^']*'|\S*[-_./:<>=]\S*")
    left = {name: english.findall(typed.sub(" ", said)) for name, said in HINTS.items() if "-vi-" in name}
    assert {name: words for name, words in left.items() if words} == {}
