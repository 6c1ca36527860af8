"""Words of the command in both languages, and what goes wrong with its use told in them."""

from typing import Any

import click
from msgspec import Struct

from bantin.domain.problems import Language
from bantin.domain.system_errors import in_vietnamese, reason_of


class Bilingual(Struct, frozen=True):
    """What is said in each language: plain text, or a ``str.format`` template."""

    vi: str
    en: str

    def of(self, language: Language) -> str:
        """The words in ``language``."""
        return self.vi if language == "vi" else self.en


class Phrase(Struct, frozen=True):
    """Words with the values that fill them. An exception among these stands for its reason."""

    words: Bilingual
    values: dict[str, object]

    def of(self, language: Language) -> str:
        """What is said in ``language``."""
        filled = {name: _shown(value, language) for name, value in self.values.items()}
        return self.words.of(language).format(**filled)


class WrongUse(click.UsageError):
    """The command cannot do what it is asked for: ``words`` say why, with ``values`` in their places."""

    def __init__(self, words: Bilingual, **values: object) -> None:
        self.said = Phrase(words, values)
        super().__init__(self.said.of("en"))


class WrongValue(click.BadParameter):
    """A value cannot be used: ``words`` say what to write, with ``values`` in their places."""

    def __init__(self, words: Bilingual, param_hint: str | None = None, **values: object) -> None:
        self.said = Phrase(words, values)
        super().__init__(self.said.of("en"), param_hint=param_hint)


def _shown(value: object, language: Language) -> Any:  # noqa: ANN401 - whatever a template formats
    if isinstance(value, Bilingual):
        return value.of(language)
    if isinstance(value, BaseException):
        reason = reason_of(value)
        return in_vietnamese(reason) if language == "vi" else reason
    return value
