"""VALIDATE: checks that the dates of an article and its agreement can all be true."""

from collections.abc import Callable, Iterator

from bantin.content.problems import dates as problems
from bantin.content.yaml.parser import Locate, Step
from bantin.domain.model import Agreement, Article, EventKind, RecordHome
from bantin.domain.problems import Location, Problem
from bantin.domain.text.dates import Edtf, Moment

_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2200

_Steps = tuple[Step, ...]


def check_dates(home: RecordHome, locate: Locate) -> Iterator[Problem]:
    """Reports dates out of range, and dates earlier than a date that they must follow.

    Only certain mistakes are reported: ``2012`` may be after ``2012-11-20``.
    """

    def at(steps: tuple[Step, ...]) -> Location:
        return locate(steps).within(home.path)

    dates = {steps: when for steps, when in _dates(home) if when}
    for steps, when in dates.items():
        if when.year is not None and not _EARLIEST_YEAR <= when.year <= _LATEST_YEAR:
            yield problems.OUT_OF_RANGE.at(at(steps), year=when.year, least=_EARLIEST_YEAR, most=_LATEST_YEAR)
    for earlier, later in _sequences(home):
        first, second = dates.get(earlier), dates.get(later)
        if first and second and _certainly_before(second, first):
            yield problems.OUT_OF_ORDER.at(
                at(later), later=_name(later), later_date=second, earlier=_name(earlier), earlier_date=first
            )
    if isinstance(home, Article):
        yield from _over_before_public(home, at)
        published = home.published.day.year if home.published else None
        if published is not None and published != home.year:
            folder = home.path.split("/")[2]
            yield problems.OTHER_YEAR.at(at(("published",)), year=published, folder=folder)


def _over_before_public(article: Article, at: Callable[[_Steps], Location]) -> Iterator[Problem]:
    """Reports an article that is never public: it expires before it is published, or before its embargo ends."""
    for key, begin in (("published", article.published), ("embargo", article.embargo)):
        if begin and article.expires and _is_over_before(article.expires, begin):
            yield problems.OUT_OF_ORDER.at(
                at(("expires",)), later="expires", later_date=article.expires, earlier=key, earlier_date=begin
            )


def _is_over_before(end: Moment, begin: Moment) -> bool:
    """Whether ``end`` is certainly not after ``begin``. A day ends at its end, a time at that moment."""
    if end.instant and begin.instant:
        return end.instant <= begin.instant
    return _certainly_before(end.day, begin.day)


def _dates(home: RecordHome) -> Iterator[tuple[_Steps, Edtf | None]]:
    if isinstance(home, Article):
        yield ("published",), home.published.day if home.published else None
        yield ("expires",), home.expires.day if home.expires else None
    yield ("embargo",), home.embargo.day if home.embargo else None
    yield ("updated",), Edtf.of(home.updated.date()) if home.updated else None
    for index, change in enumerate(home.changes):
        yield ("changes", index, "on"), change.on.day
    if home.agreement:
        yield from _dates_of(home.agreement, _above(home))


def _dates_of(agreement: Agreement, above: _Steps) -> Iterator[tuple[_Steps, Edtf | None]]:
    """The dates of ``agreement``, whose keys are below ``above``."""
    for name in ("signed_on", "effective_on", "expires_on"):
        yield (*above, name), getattr(agreement, name)
    if agreement.review:
        yield (*above, "review", "next"), agreement.review.next
    for index, party in enumerate(agreement.parties):
        yield (*above, "parties", index, "signed_on"), party.signed_on
        yield (*above, "parties", index, "effective_on"), party.effective_on
    for index, event in enumerate(agreement.events):
        yield (*above, "events", index, "on"), event.on
        yield (*above, "events", index, "until"), event.until


def _above(home: RecordHome) -> _Steps:
    """The steps to the mapping that has the keys of the agreement."""
    return ("agreement",) if isinstance(home, Article) else ()


def _sequences(home: RecordHome) -> Iterator[tuple[_Steps, _Steps]]:
    """The pairs of dates whose first cannot be after the second."""
    published, above = ("published",), _above(home)
    signed, effective, expires = (*above, "signed_on"), (*above, "effective_on"), (*above, "expires_on")
    yield published, ("updated",)
    agreement = home.agreement
    if agreement is None:
        return
    yield signed, published
    yield signed, effective
    yield signed, expires
    yield effective, expires
    for index, party in enumerate(agreement.parties):
        of_party = (*above, "parties", index)
        yield (*of_party, "signed_on") if party.signed_on else signed, (*of_party, "effective_on")
    for index, event in enumerate(agreement.events):
        of_event = (*above, "events", index)
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
