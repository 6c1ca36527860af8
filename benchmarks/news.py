"""Bantin without the pages of the register: what is left is what other generators make too."""

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.bantin import BANTIN
from benchmarks.corpus import Corpus, File

_FEATURES = "features: {calendars: no, data: no, register: no}\n"


def _settings(corpus: Corpus) -> Iterator[File]:
    """The bulletin, which has turned the register off, with what is built on it."""
    for path, text in BANTIN.settings(corpus):
        yield path, text + (_FEATURES if path == "content/site.yml" else "")


NEWS = replace(BANTIN, name="Bantin, news alone", settings=_settings)
