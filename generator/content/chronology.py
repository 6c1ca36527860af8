"""VALIDATE: whether the dates of an article and its agreement can all be true."""

from collections.abc import Iterator

from generator.content.nodes import Locate, Step
from generator.content.problems import values as problems
from generator.errors import Location, Problem
from generator.model import Article, EventKind
from generator.text.dates import Edtf

_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2200

Dated = tuple[tuple[Step, ...], Edtf | None]


def check_dates(article: Article, locate: Locate) -> Iterator[Problem]:
    """Dates out of range, and dates that come before what they follow.

    Only what cannot be is reported: ``2012`` is not before ``2012-11-20``.
    """

    def at(steps: tuple[Step, ...]) -> Location:
        return locate(steps).within(article.path)

    for steps, when in _dates(article):
        if when and when.year is not None and not _EARLIEST_YEAR <= when.year <= _LATEST_YEAR:
            yield problems.OUT_OF_RANGE.at(at(steps), year=when.year, least=_EARLIEST_YEAR, most=_LATEST_YEAR)
    for (earlier, first), (later, second) in _sequences(article):
        if _certainly_before(second, first):
            yield problems.OUT_OF_ORDER.at(
                at(later), later=_name(later), later_date=second, earlier=_name(earlier), earlier_date=first
            )
    published = article.published.day.year if article.published else None
    if published is not None and published != article.year:
        folder = article.path.split("/")[2]
        yield problems.OTHER_YEAR.at(at(("published",)), year=published, folder=folder)


def _dates(article: Article) -> Iterator[Dated]:
    yield ("published",), article.published.day if article.published else None
    yield ("updated",), Edtf.of(article.updated.date()) if article.updated else None
    yield ("expires",), article.expires
    agreement = article.agreement
    if agreement is None:
        return
    for name in ("signed_on", "effective_on", "expires_on"):
        yield ("agreement", name), getattr(agreement, name)
    if agreement.review:
        yield ("agreement", "review", "next"), agreement.review.next
    for index, party in enumerate(agreement.parties):
        yield ("agreement", "parties", index, "signed_on"), party.signed_on
        yield ("agreement", "parties", index, "effective_on"), party.effective_on
    for index, event in enumerate(agreement.events):
        yield ("agreement", "events", index, "on"), event.on


def _sequences(article: Article) -> Iterator[tuple[Dated, Dated]]:
    """Pairs of dates of which the first cannot be after the second."""
    dates = dict(_dates(article))
    published, signed = ("published",), ("agreement", "signed_on")
    effective, expires = ("agreement", "effective_on"), ("agreement", "expires_on")
    pairs: list[tuple[tuple[Step, ...], tuple[Step, ...]]] = [
        (published, ("updated",)),
        (signed, published),
        (signed, effective),
        (signed, expires),
        (effective, expires),
    ]
    agreement = article.agreement
    for index, party in enumerate(agreement.parties if agreement else ()):
        of_party = ("agreement", "parties", index)
        pairs.append(((*of_party, "signed_on") if party.signed_on else signed, (*of_party, "effective_on")))
    for index, event in enumerate(agreement.events if agreement else ()):
        if event.kind is not EventKind.SIGNED:
            pairs.append((signed, ("agreement", "events", index, "on")))
    for first, second in pairs:
        yield (first, dates.get(first)), (second, dates.get(second))


def _certainly_before(when: Edtf | None, other: Edtf | None) -> bool:
    if when is None or other is None or when.latest is None or other.earliest is None:
        return False
    return when.latest < other.earliest


def _name(steps: tuple[Step, ...]) -> str:
    return ".".join(str(step) for step in steps if isinstance(step, str))
