"""Bantin without the pages of the register, which leaves only pages that other generators have too."""

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.bantin import BANTIN
from benchmarks.corpus import Corpus, File

_FEATURES = "features: {calendars: no, data: no, register: no}\n"


def _settings(corpus: Corpus) -> Iterator[File]:
    """Yields the settings of the bulletin, with the register and the features that depend on it turned off."""
    for path, text in BANTIN.settings(corpus):
        yield path, text + (_FEATURES if path == "content/site.yml" else "")


NEWS = replace(BANTIN, name="Bantin, news alone", settings=_settings)
