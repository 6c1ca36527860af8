"""Interactive questions at the terminal, in the user's language."""

from collections.abc import Callable
from typing import TypeVar

import click

from bantin.cli.usage import message_of
from bantin.cli.words import Bilingual
from bantin.domain.problems import Language

T = TypeVar("T")

_AGAIN = Bilingual("Lỗi: {message}", "Error: {message}")
_CHOICE = Bilingual(" [c/K]: ", " [y/N]: ")
_YES = frozenset({"c", "có", "co", "y", "yes"})
_NO = frozenset({"", "k", "không", "khong", "n", "no"})


def ask(question: str, read: Callable[[str], T], language: Language, default: str | None = None) -> T:
    """Asks ``question`` until ``read`` accepts the answer; ``read`` refuses one with ``click.UsageError``."""
    while True:
        answer: str = click.prompt(question, default=default, show_default=bool(default), err=True)
        try:
            return read(answer)
        except click.UsageError as error:
            click.echo(_AGAIN.of(language).format(message=message_of(error, language)), err=True)


def confirm(question: str, language: Language) -> bool:
    """Asks a yes-or-no question, in either language; an empty answer means no."""
    while True:
        answer: str = click.prompt(question, default="", show_default=False, prompt_suffix=_CHOICE.of(language))
        if answer.strip().lower() in _YES | _NO:
            return answer.strip().lower() in _YES
