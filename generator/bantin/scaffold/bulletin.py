"""A new bulletin: the files of a small one that builds, and of the CI that publishes it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from msgspec import Struct

from bantin import __version__
from bantin.domain.problems import Language
from bantin.scaffold.article import yaml_scalar

_PLACEHOLDER = re.compile(r"@\{([a-z_]+)\}")

Ci = Literal["github", "gitlab", "none"]


class NewBulletin(Struct, frozen=True):
    """What is known of a bulletin before it is made. ``today`` dates its first article."""

    title: str
    base_url: str
    language: Language
    ci: Ci
    today: date


def bulletin_files(bulletin: NewBulletin) -> dict[str, str]:
    """The files of the bulletin: their text by their path, relative to its root."""
    values = {
        "title": yaml_scalar(bulletin.title),
        "heading": bulletin.title,
        "base_url": bulletin.base_url,
        "version": __version__,
        "today": bulletin.today.isoformat(),
        "year": f"{bulletin.today.year:04}",
    }
    sources = {**dict(_tree(_templates() / bulletin.language)), **ci_files(bulletin.ci)}
    return {_fill(path, values): _fill(text, values) for path, text in sorted(sources.items())}


def ci_files(ci: Ci) -> dict[str, str]:
    """The files of the CI that checks and publishes a bulletin: their text by their path, relative to its root."""
    return dict(_tree(_templates() / "ci" / ci))


def _templates() -> Traversable:
    return files("bantin.scaffold") / "files"


def _fill(text: str, values: Mapping[str, str]) -> str:
    """``text`` with its placeholders, ``@{name}``, filled in: a form that neither YAML nor workflows use."""
    return _PLACEHOLDER.sub(lambda match: values[match[1]], text)


def _tree(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    if not folder.is_dir():
        return
    for entry in folder.iterdir():
        path = f"{above}{entry.name}"
        if entry.is_dir():
            yield from _tree(entry, f"{path}/")
        elif not entry.name.endswith(".pyc"):
            # A name that begins with a dot would be passed over by tools that pack the files; '_dot_' stands for it.
            yield path.replace("_dot_", "."), entry.read_text(encoding="utf-8")
