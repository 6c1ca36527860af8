"""VALIDATE: checks that the dates of an article and its agreement can all be true."""

from collections.abc import Iterator

from bantin.content.problems import dates as problems
from bantin.content.yaml.parser import Locate, Step
from bantin.domain.model import Agreement, Article, EventKind
from bantin.domain.problems import Location, Problem
from bantin.domain.text.dates import Edtf

_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2200

_Steps = tuple[Step, ...]


def check_dates(article: Article, locate: Locate) -> Iterator[Problem]:
    """Reports dates out of range, and dates earlier than a date that they must follow.

    Only what is certainly wrong is reported: ``2012`` may be after ``2012-11-20``.
    """

    def at(steps: tuple[Step, ...]) -> Location:
        return locate(steps).within(article.path)

    dates = {steps: when for steps, when in _dates(article) if when}
    for steps, when in dates.items():
        if when.year is not None and not _EARLIEST_YEAR <= when.year <= _LATEST_YEAR:
            yield problems.OUT_OF_RANGE.at(at(steps), year=when.year, least=_EARLIEST_YEAR, most=_LATEST_YEAR)
    for earlier, later in _sequences(article.agreement):
        first, second = dates.get(earlier), dates.get(later)
        if first and second and _certainly_before(second, first):
            yield problems.OUT_OF_ORDER.at(
                at(later), later=_name(later), later_date=second, earlier=_name(earlier), earlier_date=first
            )
    published = article.published.day.year if article.published else None
    if published is not None and published != article.year:
        folder = article.path.split("/")[2]
        yield problems.OTHER_YEAR.at(at(("published",)), year=published, folder=folder)


def _dates(article: Article) -> Iterator[tuple[_Steps, Edtf | None]]:
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
        yield ("agreement", "events", index, "until"), event.until


def _sequences(agreement: Agreement | None) -> Iterator[tuple[_Steps, _Steps]]:
    """The pairs of dates whose first cannot be after the second."""
    published, signed = ("published",), ("agreement", "signed_on")
    effective, expires = ("agreement", "effective_on"), ("agreement", "expires_on")
    yield published, ("updated",)
    if agreement is None:
        return
    yield signed, published
    yield signed, effective
    yield signed, expires
    yield effective, expires
    for index, party in enumerate(agreement.parties):
        of_party = ("agreement", "parties", index)
        yield (*of_party, "signed_on") if party.signed_on else signed, (*of_party, "effective_on")
    for index, event in enumerate(agreement.events):
        of_event = ("agreement", "events", index)
        if event.kind is not EventKind.SIGNED:
            yield signed, (*of_event, "on")
        yield (*of_event, "on"), (*of_event, "until")
        if event.kind is EventKind.EXTENDED:
            yield expires, (*of_event, "until")


def _certainly_before(when: Edtf, other: Edtf) -> bool:
    latest, earliest = when.latest, other.earliest
    return latest is not None and earliest is not None and latest < earliest


def _name(steps: tuple[Step, ...]) -> str:
    return ".".join(str(step) for step in steps if isinstance(step, str))
