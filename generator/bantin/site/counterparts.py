"""The same page in another language, found by its address: that is made of words, which differ, and of names."""

from collections.abc import Iterable, Mapping
from functools import cache

from msgspec.structs import asdict

from bantin.domain.problems import Language
from bantin.domain.text.slugs import slugify
from bantin.index import Bulletin
from bantin.site.addresses import WORDS, by_source
from bantin.site.labels import STATUSES

# What follows these words is the name of one of many, but for these words that may follow in its place.
_NAMING = frozenset(
    {"agencies", "paired_with", "types", "fields", "sections", "tags", "people", "page", "year", "status"}
)
_INSTEAD = frozenset({("agencies", "levels"), ("year", "unknown")})


def counterparts(bulletin: Bulletin, main: Bulletin, listed: Iterable[str]) -> Mapping[str, str]:
    """The addresses in ``bulletin`` of what ``main``, the same in the main language, has at the addresses ``listed``.

    What has a source file is found by it, and everything else by its address.
    """
    original, language = main.directory.site.language, bulletin.directory.site.language
    there, here = by_source(main, WORDS[original]), by_source(bulletin, WORDS[language])
    written = {address: here[path] for path, address in there.items() if path in here}
    return {address: written.get(address) or in_words_of(language, address, original) for address in listed}


def in_words_of(language: Language, address: str, original: Language) -> str:
    """The ``address`` of a list or an index, made of the words of ``language`` in place of those of ``original``."""
    words, named = WORDS[language], _names(original)
    made: list[str] = []
    before = ""
    for part in address.split("/"):
        stem, dot, suffix = part.partition(".")
        word = named.get(stem, "")
        if before in _NAMING and (before, word) not in _INSTEAD:
            made.append(_statuses(original, language).get(part, part) if before == "status" else part)
            before = ""
        else:
            made.append(f"{getattr(words, word)}{dot}{suffix}" if word else part)
            before = word
    return "/".join(made)


@cache
def _names(language: Language) -> Mapping[str, str]:
    """What the words of addresses are called."""
    return {word: name for name, word in asdict(WORDS[language]).items()}


@cache
def _statuses(original: Language, language: Language) -> Mapping[str, str]:
    """The names of statuses in addresses, which are words too."""
    return {slugify(label.text(original)): slugify(label.text(language)) for label in STATUSES.values()}
