"""The language that the command speaks."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.content.files import find_language
from generator.errors import Language

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def spoken_language(arguments: Sequence[str | Path] = (), environment: Mapping[str, str] | None = None) -> Language:
    """The language of the bulletin that one of ``arguments`` leads into, or else the working folder.

    Outside of a bulletin, it is that of the locale in ``environment``, which is the process's own unless given:
    Vietnamese if that is, and otherwise English.
    """
    for argument in (*arguments, Path()):
        language = _language_at(argument)
        if language:
            return language
    return locale_language(os.environ if environment is None else environment)


def locale_language(environment: Mapping[str, str]) -> Language:
    """The language of messages as POSIX finds it: the first of ``LC_ALL``, ``LC_MESSAGES`` and ``LANG`` that is set."""
    name = next((environment[variable] for variable in _LOCALE if environment.get(variable)), "")
    return "vi" if name.lower().partition(".")[0].partition("_")[0] in ("vi", "vietnamese") else "en"


def _language_at(argument: str | Path) -> Language | None:
    """The language of the bulletin that a path lies in; a path may stand behind the name of an option."""
    text = str(argument)
    path = Path(text.partition("=")[2] if text.startswith("--") else text)
    try:
        place = path.resolve()
        return next(filter(None, map(find_language, (place, *place.parents))), None)
    except (OSError, ValueError, RuntimeError):
        return None
