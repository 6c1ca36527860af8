"""Finds the same page in another language by its address, which consists of translated words and of names."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from msgspec.structs import asdict

from bantin.domain.problems import Language
from bantin.domain.text.slugs import slugify
from bantin.index import Bulletin
from bantin.site.addresses import WORDS, by_source
from bantin.site.labels import STATUSES

# The path segment after these words is a name, with the exceptions below.
_NAMING = frozenset(
    {"agencies", "paired_with", "types", "fields", "sections", "tags", "people", "page", "year", "status"}
)
# Files of a year have it behind a word: ``no-longer-in-force-2024.docx``.
_SUFFIX = re.compile(r"(?:-\d{4})?(?:\..*)?$")
_INSTEAD = frozenset({("agencies", "levels"), ("year", "unknown")})


def counterparts(bulletin: Bulletin, main: Bulletin, listed: Iterable[str]) -> Mapping[str, str]:
    """The addresses of the pages of ``bulletin`` that correspond to the pages ``listed`` of ``main``.

    Both are the same bulletin: ``main`` in its main language, ``bulletin`` in another. Pages with a source file are
    found by that, all others by their addresses.
    """
    original, language = main.directory.site.language, bulletin.directory.site.language
    there, here = by_source(main, WORDS[original]), by_source(bulletin, WORDS[language])
    written = {address: here[path] for path, address in there.items() if path in here}
    return {address: written.get(address) or in_words_of(language, address, original) for address in listed}


def in_words_of(language: Language, address: str, original: Language) -> str:
    """Translates the ``address`` of a list or index from the words of ``original`` to those of ``language``."""
    words, named = WORDS[language], _names(original)
    made: list[str] = []
    before = ""
    for part in address.split("/"):
        stem = _SUFFIX.sub("", part, count=1)
        word, suffix = named.get(stem, ""), part.removeprefix(stem)
        if before in _NAMING and (before, word) not in _INSTEAD:
            made.append(_statuses(original, language).get(part, part) if before == "status" else part)
            before = ""
        else:
            made.append(f"{getattr(words, word)}{suffix}" if word else part)
            before = word
    return "/".join(made)


@cache
def _names(language: Language) -> Mapping[str, str]:
    """The field names of the words in addresses, by word."""
    return {word: name for name, word in asdict(WORDS[language]).items()}


@cache
def _statuses(original: Language, language: Language) -> Mapping[str, str]:
    """The segments for statuses in addresses: those of the language ``original`` → those of ``language``."""
    return {slugify(label.text(original)): slugify(label.text(language)) for label in STATUSES.values()}
