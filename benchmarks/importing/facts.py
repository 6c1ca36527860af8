"""Facts as plain values by their keys, what made documents say, and the comparison with what was found."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from bantin.domain.text.durations import Duration, later
from benchmarks.importing.signings import Signing, fields_of

Facts = Mapping[str, tuple[str, ...]]
"""The values of each key, such as ``parties``; those of a person stand behind the name: ``An: Giám đốc``."""


class Source(Struct, frozen=True):
    """A made source: the name of its file, its bytes, and what it says.

    ``facts`` are those of the agreement and of the news; ``text`` are the paragraphs that belong to the draft.
    ``others`` are further lines that the text may have, such as those of signatures. ``is_news_only`` if nobody has
    written down what it says of an agreement.
    """

    kind: str
    name: str
    data: bytes
    facts: Facts
    text: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    is_news_only: bool = False


class Outcome(Struct, frozen=True):
    """What became of the values of a key: a ``wrong`` one stands in place of another, none has an ``invented`` one."""

    key: str
    right: int = 0
    wrong: tuple[str, ...] = ()
    invented: tuple[str, ...] = ()
    open: tuple[str, ...] = ()

    @property
    def said(self) -> int:
        """How many values the source says."""
        return self.right + len(self.wrong) + len(self.open)


def compared(said: Facts, found: Facts) -> Iterator[Outcome]:
    """Compares what was found with what a source says, key by key."""
    for key in dict.fromkeys((*said, *found)):
        wanted, got = Counter(said.get(key, ())), Counter(found.get(key, ()))
        extra, missing = list((got - wanted).elements()), list((wanted - got).elements())
        pairs = tuple(f"{one} ≠ {other}" for one, other in zip(extra, missing, strict=False))
        right = (wanted & got).total()
        yield Outcome(key, right, pairs, tuple(extra[len(pairs) :]), tuple(missing[len(pairs) :]))


def summed(key: str, outcomes: Iterable[Outcome]) -> Outcome:
    """All ``outcomes`` as one."""
    every = tuple(outcomes)
    return Outcome(
        key,
        sum(one.right for one in every),
        tuple(value for one in every for value in one.wrong),
        tuple(value for one in every for value in one.invented),
        tuple(value for one in every for value in one.open),
    )


def terms_of(signing: Signing) -> dict[str, tuple[str, ...]]:
    """What an agreement says of its force, its reviews, and what it replaces."""
    day = signing.day.isoformat()
    method = signing.in_force if isinstance(signing.in_force, str) else ""
    effective = (day if method else "") if isinstance(signing.in_force, str) else signing.in_force.isoformat()
    expires = str(later(signing.day, Duration(years=signing.years))) if signing.years else signing.until
    return {
        "effective_on": (effective,) if effective else (),
        "effective_method": (method,) if method else (),
        "expires_on": (str(expires),) if expires else (),
        "review.every": ("P1Y",) if signing.reviewed else (),
        "review.chair": ("rotating",) if signing.reviewed and signing.rotating else (),
        "relations": (f"replaces {signing.replaced}",) if signing.replaced else (),
        "fields": fields_of(signing.topic),
    }
