"""The files of a new bulletin, which builds as it is, and of the CI that publishes it."""

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
    """The settings with which a bulletin begins. ``today`` is the date of its first article."""

    title: str
    base_url: str
    language: Language
    ci: Ci
    today: date


def bulletin_files(bulletin: NewBulletin) -> dict[str, str]:
    """Returns the texts of the files of a new bulletin, by path relative to its root."""
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


def ci_files(ci: Ci, previews: str = "") -> dict[str, str]:
    """Returns the texts of the files of the CI that checks and publishes a bulletin, by path relative to its root.

    With the name of a target for ``previews``, it also publishes those of changes there.
    """
    texts = dict(_tree(_templates() / "ci" / ci))
    for path, text in _tree(_templates() / "previews" / ci) if previews else ():
        texts[path] = f"{texts.get(path, '')}{_fill(text, {'target': previews})}"
    return texts


def _templates() -> Traversable:
    return files("bantin.scaffold") / "files"


def _fill(text: str, values: Mapping[str, str]) -> str:
    """Fills in the placeholders ``@{name}`` of ``text``, a syntax that neither YAML nor CI workflows use."""
    return _PLACEHOLDER.sub(lambda match: values[match[1]], text)


def _tree(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    if not folder.is_dir():
        return
    for entry in folder.iterdir():
        path = f"{above}{entry.name}"
        if entry.is_dir():
            yield from _tree(entry, f"{path}/")
        elif not entry.name.endswith(".pyc"):
            # '_dot_' stands for a leading dot, since packaging tools may skip files whose names begin with one.
            yield path.replace("_dot_", "."), entry.read_text(encoding="utf-8")
