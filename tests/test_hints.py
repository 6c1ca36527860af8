"""What hints say to write works as it stands: commands, options, YAML, packages and files that they name are there."""

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
# What stands for a value that only the problem knows, or only whoever mends it.
SAMPLES = {"on": "2026-11-20", "event": "replaced", "year": "2026", "limit": "5", "most": "5", "least": "2"}
FILES = frozenset({"site.yml", "vocabulary.yml", "anh.jpg", "photo.jpg", "bai.md", "index.md"})
# Places and words that begin like an option or a command and are neither.
OTHER_PROGRAMS = re.compile(r"msgfmt --check|npm install -g pagefind|chown -h root \S+|ssh-keyscan \S+ >> \S+")


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
        assert inner is not None, words
        ctx, rest = click.Context(inner, parent=ctx, info_name=rest[0]), rest[1:]
    return ctx, rest


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_of_hints_can_be_given(name: str) -> None:
    for words in COMMANDS[name]:
        ctx, rest = command_of(words)
        ctx.command.parse_args(ctx, rest)


@pytest.mark.parametrize("name", HINTS)
def test_options_of_hints_exist(name: str) -> None:
    known = {option for ctx in _all_commands() for param in ctx.command.params for option in param.opts}
    assert set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", HINTS[name])) <= known


def _all_commands(ctx: click.Context | None = None) -> Iterator[click.Context]:
    ctx = ctx or click.Context(main, info_name="bantin")
    yield ctx
    if isinstance(ctx.command, click.Group):
        for name in ctx.command.list_commands(ctx):
            inner = ctx.command.get_command(ctx, name)
            assert inner is not None
            yield from _all_commands(click.Context(inner, parent=ctx, info_name=name))


@pytest.mark.parametrize("name", SNIPPETS)
def test_yaml_of_hints_says_what_it_is_meant_to_say(name: str) -> None:
    for snippet in SNIPPETS[name]:
        found = yaml.load(snippet, Loader=yaml.BaseLoader)
        for mapping in found if isinstance(found, list) else [found]:
            _check(mapping, snippet)


def _check(mapping: object, snippet: str) -> None:
    assert isinstance(mapping, dict), snippet
    for key, value in mapping.items():
        # “khóa: giá trị” and its like show the form of a line, not a line.
        assert key in KEYS | {"mau", "khóa", "key", "agreement"}, snippet
        assert value or snippet.endswith(":"), snippet
        if isinstance(value, dict):
            _check(value, snippet)


@pytest.mark.parametrize("name", HINTS)
def test_packages_of_hints_are_those_that_bantin_names(name: str) -> None:
    for line in re.findall(r"pip install ([\w -]+)", HINTS[name]):
        assert set(line.split()) - {"hoặc", "or"} <= _packages()


def _packages() -> set[str]:
    required = [one for some in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()) for one in some]
    return {match[0] for match in (re.match(r"[\w-]+", one) for one in required) if match}


@pytest.mark.parametrize("extra", PACKAGES)
def test_what_the_counter_needs_is_what_its_extra_brings(extra: str) -> None:
    required = PROJECT["optional-dependencies"][extra]
    assert PACKAGES[extra].split() == sorted(re.split(r"[>;=]", one)[0] for one in required)


@pytest.mark.parametrize("name", HINTS)
def test_files_of_hints_are_those_of_a_bulletin_or_of_the_documentation(name: str) -> None:
    for path in re.findall(r"docs/[\w.-]+\.md", HINTS[name]):
        assert (REPOSITORY / path).is_file()
    for file in re.findall(r"(?<![\w/.-])[\w-]+\.(?:yml|md|jpg)(?!\w)", HINTS[name]):
        assert file in FILES | {"mau.yml", "mau.md"}


@pytest.mark.parametrize("name", [name for name in HINTS if "-vi-" in name])
def test_hints_in_vietnamese_are_in_vietnamese(name: str) -> None:
    """Words in quotes are typed as they stand; the others are those of a sentence."""
    prose = re.sub(r"“[^”]*”|`[^`]*`|'[^']*'|\S*[-_./:<>=]\S*", " ", HINTS[name])
    english = re.findall(r"\b(?:the|and|with|this|that|your|file|write|please|line|name|address|of|is)\b", prose)
    assert english == []
