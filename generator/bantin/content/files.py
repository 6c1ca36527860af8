"""The files that every bulletin has, and the little that is known of them before they are parsed."""

import re
import unicodedata
from pathlib import Path

from bantin.content.discover import read
from bantin.domain.problems import Language

SITE = "content/site.yml"
VOCABULARY = "content/vocabulary.yml"
COUNTER = "content/counter.json"
"""The figures of the visitor counter, which it leaves for the build."""
LARGEST_FIGURES = 1 << 14
LARGEST_TEXT = 1 << 20
"""The size in bytes of the largest article, page or settings file; a longer text is a document to attach."""

_VIETNAMESE = re.compile("[ăđơưạ-ỹ]", re.IGNORECASE)
_LANGUAGE = re.compile(rb"^[\xef\xbb\xbf]*['\"]?language['\"]?:[ \t]*['\"]?(vi|en)\b", re.MULTILINE)


def language_of(data: bytes) -> Language:
    """The language that ``site.yml`` seems to be in, however broken the rest of it: problems are told in it.

    Where it does not name one that there is, letters of Vietnamese alone make it Vietnamese.
    """
    found = _LANGUAGE.search(data)
    if found:
        return "vi" if found[1] == b"vi" else "en"
    text = unicodedata.normalize("NFC", data.decode("utf-8", "replace"))
    return "vi" if _VIETNAMESE.search(text) else "en"


def peek_language(root: Path) -> Language:
    """The language of the bulletin in ``root``, for what has to be said before, or instead of, reading it."""
    return find_language(root) or "en"


def find_language(root: Path) -> Language | None:
    """The language that the bulletin in ``root`` seems to be in; ``None`` where there is no bulletin."""
    if not (root / SITE).is_file():
        return None
    return language_of(read(root, SITE, LARGEST_TEXT).value or b"")
