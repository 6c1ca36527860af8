"""The files that every bulletin has, and the language of one before it is parsed."""

import re
import unicodedata
from pathlib import Path

from bantin.content.discover import read
from bantin.domain.problems import Language

SITE = "content/site.yml"
VOCABULARY = "content/vocabulary.yml"
COUNTER = "content/counter.json"
"""The figures that the visitor counter leaves for the build."""
LARGEST_FIGURES = 1 << 14
LARGEST_TEXT = 1 << 20
"""The size in bytes of the largest article, page or settings file; a longer text is a document to attach."""

_VIETNAMESE = re.compile("[ăđơưạ-ỹ]", re.IGNORECASE)
_LANGUAGE = re.compile(rb"^[\xef\xbb\xbf]*['\"]?language['\"]?:[ \t]*['\"]?(vi|en)\b", re.MULTILINE)


def language_of(data: bytes) -> Language:
    """The probable language of ``site.yml``, in which to report problems, however broken the rest of it is.

    If it does not name a supported language, Vietnamese letters make it Vietnamese.
    """
    found = _LANGUAGE.search(data)
    if found:
        return "vi" if found[1] == b"vi" else "en"
    text = unicodedata.normalize("NFC", data.decode("utf-8", "replace"))
    return "vi" if _VIETNAMESE.search(text) else "en"


def peek_language(root: Path) -> Language:
    """The language of the bulletin in ``root``, for messages before, or instead of, reading it."""
    return find_language(root) or "en"


def find_language(root: Path) -> Language | None:
    """The probable language of the bulletin in ``root``; ``None`` if there is no bulletin."""
    if not (root / SITE).is_file():
        return None
    return language_of(read(root, SITE, LARGEST_TEXT).value or b"")
