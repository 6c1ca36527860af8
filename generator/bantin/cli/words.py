"""Bilingual texts of the command line, and usage errors that carry them."""

from typing import Any

import click
from msgspec import Struct

from bantin.domain.problems import Language
from bantin.domain.system_errors import in_vietnamese, reason_of


class Bilingual(Struct, frozen=True):
    """A text in both languages: plain, or a ``str.format`` template."""

    vi: str
    en: str

    def of(self, language: Language) -> str:
        """Returns the text in ``language``."""
        return self.vi if language == "vi" else self.en


class Phrase(Struct, frozen=True):
    """A bilingual template with its values. An exception among them is shown as its reason."""

    words: Bilingual
    values: dict[str, object]

    def of(self, language: Language) -> str:
        """Returns the filled-in text in ``language``."""
        filled = {name: _shown(value, language) for name, value in self.values.items()}
        return self.words.of(language).format(**filled)


class WrongUse(click.UsageError):
    """The command cannot be run as given; ``words``, filled with ``values``, say why."""

    def __init__(self, words: Bilingual, **values: object) -> None:
        self.phrase = Phrase(words, values)
        super().__init__(self.phrase.of("en"))


class WrongValue(click.BadParameter):
    """A value is not valid; ``words``, filled with ``values``, say what to write."""

    def __init__(self, words: Bilingual, param_hint: str | None = None, **values: object) -> None:
        self.phrase = Phrase(words, values)
        super().__init__(self.phrase.of("en"), param_hint=param_hint)


def _shown(value: object, language: Language) -> Any:  # noqa: ANN401 - whatever a template formats
    if isinstance(value, Bilingual):
        return value.of(language)
    if isinstance(value, BaseException):
        reason = reason_of(value)
        return in_vietnamese(reason) if language == "vi" else reason
    return value
