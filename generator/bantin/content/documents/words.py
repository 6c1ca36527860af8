"""The words on the pages of a document, for the search: cleaned, and limited in size.

A PDF is examined once, and its words are cached by its digest, separately from its facts, since most builds need no
words.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from bantin.runtime.cache import DamagedCache, Store

MOST_ON_A_PAGE, MOST_IN_ALL = 10_000, 200_000
"""The number of characters of a page, and of a document, that are searched; the rest is ignored."""

# Everything that separates words: white space, characters with a meaning for programs only, and blanks to fill in.
_BETWEEN = re.compile(r"(?:[^\w!-~“”‘’–—]|_{2,}|\.{3,})+")


def clean_pages(pages: Iterable[str]) -> tuple[str, ...]:
    """Returns the words of ``pages`` in NFC and within the limits, with one blank between them.

    Pages without words are kept, except the last ones, since pages are identified by their numbers.
    """
    cleaned = tuple(_within(MOST_IN_ALL, pages))
    worded = max((number for number, page in enumerate(cleaned, start=1) if page), default=0)
    return cleaned[:worded]


def _within(most: int, pages: Iterable[str]) -> Iterator[str]:
    for page in pages:
        if most <= 0:
            return
        words = _clean(page)[: min(MOST_ON_A_PAGE, most)].rstrip()
        most -= len(words)
        yield words


def _clean(page: str) -> str:
    # Normalising may make a text longer, by a factor that Unicode bounds.
    return _BETWEEN.sub(" ", unicodedata.normalize("NFC", page[: 2 * MOST_ON_A_PAGE])).strip()


def keep_words(store: Store, words: Mapping[str, tuple[str, ...]]) -> None:
    """Caches the pages of documents, by the digests of these."""
    if words:
        store.note_all({_subject(sha256): msgspec.msgpack.encode(pages) for sha256, pages in words.items()})


def drop_words(store: Store, digests: Iterable[str]) -> None:
    """Removes the words of documents that no longer exist."""
    store.drop_notes(map(_subject, digests))


def words_of(store: Store, digests: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The pages of documents by their digests. Raises ``DamagedCache`` if those of one are missing."""
    return {sha256: _decoded(store, store.noted(_subject(sha256))) for sha256 in digests}


def _decoded(store: Store, record: bytes | None) -> tuple[str, ...]:
    if record is None:
        raise DamagedCache(store.file)
    try:
        return msgspec.msgpack.decode(record, type=tuple[str, ...])
    except ValueError as error:
        raise DamagedCache(store.file) from error


def _subject(sha256: str) -> str:
    return f"words {sha256}"
