"""Names that lines do not break within: no-break spaces (U+00A0) take the place of their spaces."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

NamesByFirstWord = Mapping[str, tuple[tuple[str, ...], ...]]
"""The words of names, by their first word; the longest names come first."""

_MOST_WORDS = 4
_MOST_LETTERS = 20
"""The most words and letters of a part of a name without breaks. A longer one might not fit into a line of a phone."""

_NO_BREAK = "\u00a0"
_AND = frozenset({"và", "and"})
_BEFORE, _AFTER = "“\"'«(", "”\"'»).,;:!?…"


def names_by_first_word(names: Iterable[str]) -> NamesByFirstWord:
    """Sorts ``names`` for :func:`unbroken`. Those of a single word are left out."""
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in names:
        words = tuple(name.split())
        if len(words) > 1:
            found[words[0]].add(words)
    return {
        first: tuple(sorted(all_names, key=lambda words: (-len(words), words))) for first, all_names in found.items()
    }


def unbroken(text: str, names: NamesByFirstWord) -> str:
    """``text`` with its ``names`` kept together; of a long name each part between commas and “và”.

    A part of more than four words or twenty letters is broken, but not within a shorter name that it contains.
    """
    return " ".join(_pieces(text.split(" "), names))


def _pieces(words: Sequence[str], names: NamesByFirstWord) -> Iterator[str]:
    """What lines may be broken between."""
    at = 0
    while at < len(words):
        candidates = names.get(words[at].lstrip(_BEFORE), ())
        length = next((len(name) for name in candidates if _begins(words[at : at + len(name)], name)), 1)
        for part in _parts(words[at : at + length]):
            if len(part) <= _MOST_WORDS and len(" ".join(part)) <= _MOST_LETTERS:
                yield _NO_BREAK.join(part)
            else:
                yield part[0]
                yield from _pieces(part[1:], names)
        at += length


def _begins(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether ``words``, perhaps with punctuation around them, are those of ``name``."""
    return (words[0].lstrip(_BEFORE), *words[1:-1], words[-1].rstrip(_AFTER)) == name


def _parts(name: Sequence[str]) -> Iterator[Sequence[str]]:
    """The parts of a name between its commas and before each “và”."""
    begins = [0, *(at for at in range(1, len(name)) if name[at] in _AND or name[at - 1].endswith(",")), len(name)]
    return (name[first:last] for first, last in pairwise(begins))
