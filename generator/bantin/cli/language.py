"""The language of the command's output."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from bantin.content.files import find_language
from bantin.domain.problems import Language

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def spoken_language(arguments: Sequence[str | Path] = (), environment: Mapping[str, str] | None = None) -> Language:
    """Returns the language of the bulletin that one of ``arguments`` lies in, or else the working folder.

    Outside a bulletin, it is that of the locale in ``environment``, by default that of the process.
    """
    paths = [path for path in map(_path, (*arguments, Path())) if path]
    for folder in (*paths, *(folder for path in paths for folder in path.parents)):
        language = find_language(folder)
        if language:
            return language
    return locale_language(os.environ if environment is None else environment)


def locale_language(environment: Mapping[str, str]) -> Language:
    """Returns Vietnamese if the first set variable of ``LC_ALL``, ``LC_MESSAGES`` and ``LANG`` (POSIX) says so.

    Otherwise English.
    """
    name = next((environment[variable] for variable in _LOCALE if environment.get(variable)), "")
    return "vi" if name.lower().partition(".")[0].partition("_")[0] in ("vi", "vietnamese") else "en"


def _path(argument: str | Path) -> Path | None:
    """Returns the existing path that an argument (also ``--option=PATH``) names; ``None`` if it names none."""
    text = str(argument)
    named = text.partition("=")[2] if text.startswith("--") else text
    try:
        return Path(named).resolve(strict=True) if named else None
    except (OSError, ValueError, RuntimeError):
        return None
