"""Completion of ids at the command line: agencies, records and terms of the bulletin that a command is for.

Nothing is completed where there is no sound bulletin.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from bantin.cli.root import find_root
from bantin.domain.problems import Language

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def complete_agencies(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids of agencies that begin so, or have an abbreviation that does."""
    # Imported lazily: completion of anything else is faster without.
    from bantin.content.agency import readable_agencies
    from bantin.content.discover import discover
    from bantin.content.files import peek_language

    root = _root(ctx)
    sources, language = discover(root).value, peek_language(root)
    agencies = readable_agencies(root, sources) if sources else ()
    typed = incomplete.casefold()
    return [
        CompletionItem(one.id, help=one.name.text(language))
        for one in agencies
        if any(name.casefold().startswith(typed) for name in (one.id, *one.abbreviations))
    ]


def complete_records(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids of records that begin so."""
    from bantin.content.discover import discover
    from bantin.content.record import known_records

    root = _root(ctx)
    sources = discover(root).value
    known = known_records(root, sources) if sources else ()
    return _beginning(incomplete, ((one, "") for one in sorted(known)))


def complete_types(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids of types of documents that begin so."""
    return _beginning(incomplete, _terms(_root(ctx), "types"))


def complete_fields(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids of fields that begin so."""
    return _beginning(incomplete, _terms(_root(ctx), "fields"))


def complete_targets(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The names of deploy targets that begin so."""
    from bantin.content.deploy_targets import read_deployment

    found = read_deployment(_root(ctx)).value
    return _beginning(incomplete, ((one.name, "") for one in (found.targets if found else ())))


def complete_files(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Any file, which the shell completes."""
    return [CompletionItem(incomplete, type="file")]


def completing(words: Iterable[str]) -> Complete:
    """A function that completes one of ``words``."""
    return lambda _ctx, _parameter, incomplete: _beginning(incomplete, ((one, "") for one in words))


def _beginning(incomplete: str, items: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    return [CompletionItem(one, help=name or None) for one, name in items if one.startswith(incomplete)]


def _terms(root: Path, key: str) -> Iterator[tuple[str, str]]:
    from bantin.content.discover import discover
    from bantin.content.load import load_settings

    sources = discover(root).value
    settings = load_settings(root, sources).value if sources else None
    if settings and settings.vocabulary:
        language: Language = settings.language
        for term in getattr(settings.vocabulary, key):
            yield term.id, term.label.text(language)


def _root(ctx: click.Context) -> Path:
    """The bulletin that the command is for: the one in the folder that it names, or that of the working folder."""
    from bantin.content.files import SITE

    # Before an option without its value yet, words are not assigned to arguments.
    words = (*(ctx.params.get("words") or ()), *ctx.args)
    root = ctx.params.get("root")
    named = (*([root] if root and root != Path() else []), *map(Path, words))
    return next((one for one in named if (one / SITE).is_file()), None) or find_root(Path())
