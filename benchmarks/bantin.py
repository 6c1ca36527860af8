"""Bantin as a tool to be measured, run as its users run it."""

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import Corpus, File, article_file, settings_files
from benchmarks.tool import Tool, bundled_file

_BASE = "templates/base.html"


def program() -> str:
    """Returns the command installed in the environment of this Python."""
    return str(Path(sys.executable).parent / "bantin")


def _settings(corpus: Corpus) -> Iterator[File]:
    """Yields the settings of the bulletin and a copy of the template that scenarios change."""
    yield from settings_files(corpus)
    yield f"themes/default/{_BASE}", bundled_file(_BASE)


BANTIN = Tool(
    name="Bantin",
    command=lambda source, out: [program(), "build", str(source), "-o", str(out), "-q"],
    version=lambda: [program(), "--version"],
    settings=_settings,
    article=article_file,
    base=f"themes/default/{_BASE}",
    caches=(".bantin",),
    for_day=lambda day: ["--as-of", day.isoformat()],
)
