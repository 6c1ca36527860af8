"""The sentences about one agreement, where a text tells of the signing of several."""

from collections.abc import Iterator, Sequence

from bantin.importing.facts.model import AgencyName
from bantin.importing.facts.signing_parties import may_be_same, parties_in
from bantin.importing.facts.signing_title import kind_of, titles_in
from bantin.importing.facts.telling import Sentence


def acts_of_first(acts: Sequence[Sentence], headline: Sentence) -> tuple[Sentence, ...]:
    """Those of ``acts``, sentences that tell of a signing, which tell of the first agreement.

    Another one is of another kind or between others. Then the headline, which may be about both, does not count either.
    """
    own = tuple(_of_first(acts))
    below = tuple(one for one in own if one.start != headline.start)
    others = len(acts) - len(own) - (len(own) == len(below) and acts[-1].start == headline.start)
    return below or own if others else own


def _of_first(acts: Sequence[Sentence]) -> Iterator[Sentence]:
    kinds: set[str] = set()
    parties: tuple[AgencyName, ...] = ()
    for one in acts:
        of_one, between = {kind_of(title.type) for title in titles_in(one)}, parties_in(one)
        if (kinds and of_one and not kinds & of_one) or not _fit(parties, between):
            continue
        kinds, parties = kinds or of_one, max(parties, between, key=len)
        yield one


def _fit(ones: Sequence[AgencyName], others: Sequence[AgencyName]) -> bool:
    """Whether all of the fewer agencies are among the others."""
    fewer, more = sorted((ones, others), key=len)
    return all(any(may_be_same(one, other) for other in more) for one in fewer)
