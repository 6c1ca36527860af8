"""The sentences about one agreement, where a text tells of the signing of several."""

from collections.abc import Sequence
from itertools import combinations

from msgspec import Struct

from bantin.importing.facts.model import AgencyName
from bantin.importing.facts.signing.parties import all_among, parties_in
from bantin.importing.facts.signing.telling import Sentence
from bantin.importing.facts.signing.title import kind_of, titles_in

# Sentences of one text that name parties; a text with more is no news of a signing.
_MOST_LISTS = 20


class _Told(Struct, frozen=True):
    """A sentence with the parties that it names, and the kinds and titles of the agreements."""

    sentence: Sentence
    parties: tuple[AgencyName, ...]
    kinds: frozenset[str]
    titles: frozenset[str]


def acts_of_first(acts: Sequence[Sentence], headline: Sentence) -> tuple[Sentence, ...]:
    """Those of ``acts``, sentences that tell of a signing, which tell of the first agreement.

    Another one is of another kind or between others. Then the headline, which may be about both, does not count either.
    """
    told = [_told(one) for one in acts if one.start != headline.start]
    own = _between_first(_of_first_kind(told))
    if len(own) == len(told):
        return tuple(acts)
    return tuple(one.sentence for one in own)


def _told(sentence: Sentence) -> _Told:
    titles = tuple(titles_in(sentence))
    kinds, named = (kind_of(one.type) for one in titles), (one.title for one in titles if one.title)
    return _Told(sentence, parties_in(sentence), frozenset(kinds), frozenset(named))


def _of_first_kind(told: Sequence[_Told]) -> list[_Told]:
    kinds = next((one.kinds for one in told if one.kinds), frozenset[str]())
    return [one for one in told if not one.kinds or one.kinds & kinds]


def _between_first(told: Sequence[_Told]) -> list[_Told]:
    """Those between the first parties, or with the title of theirs, if other sentences name others."""
    naming = [one for one in told if one.parties][:_MOST_LISTS]
    first = next((one for one, other in combinations(naming, 2) if not all_among(one.parties, other.parties)), None)
    if first is None:
        return list(told)
    same = [one for one in told if len(one.parties) == len(first.parties) and all_among(one.parties, first.parties)]
    titles = frozenset[str]().union(*(one.titles for one in same))
    starts = {one.sentence.start for one in same}
    return [one for one in told if one.sentence.start in starts or (not one.parties and one.titles & titles)]
