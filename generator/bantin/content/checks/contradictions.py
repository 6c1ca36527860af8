"""VALIDATE: facts of an agreement that the title, the lead or the text of its article tell otherwise.

A text tells of much besides: a contradiction is told only where the words can mean nothing but this agreement, and
where no other words of the article agree with the facts.
"""

from collections.abc import Callable, Iterator

from msgspec import Struct

from bantin.content.checks.prose import ArticleProse, tell, tell_opening
from bantin.content.checks.signing_dates import (
    contradicting_end,
    contradicting_signing,
    contradicting_start,
    durations,
    ends_on_next_day,
    in_force_from_signing,
    may_contradict_signing,
)
from bantin.content.checks.statements import (
    contradicting_clauses,
    contradicting_name,
    contradicting_number,
    contradicting_parties,
    may_contradict_number,
)
from bantin.content.checks.text import place_at
from bantin.content.frontmatter import FrontMatter
from bantin.content.problems import contradictions as problems
from bantin.content.schema.agreement import AgreementFields, SignatoryFields
from bantin.content.yaml.parser import Locate, Step
from bantin.domain.model import EventKind
from bantin.domain.problems import Kind, Location, Problem
from bantin.domain.text.date_format import format_short
from bantin.domain.text.dates import Edtf
from bantin.domain.text.mentioned_dates import Mention, mentions
from bantin.domain.text.small_numbers import count_of

_OF_FORCE = ("iệu lực", "hời hạn", "giá trị", "in force", "into force", "effective")
_DAYS_A_YEAR = 365
# 'Trong 5 năm' may be counted from the signing or from the first day in force, and to the end of that year.
_SOME_DAYS = 370


class _Desk(Struct, frozen=True):
    """What is checked: an article's ``text`` in the file ``path`` against the facts of its agreement."""

    text: str
    path: str
    telling: ArticleProse
    facts: AgreementFields
    locate: Locate

    def problem(self, kind: Kind, place: tuple[int, int], key: tuple[Step, ...], fact: object, mended: str) -> Problem:
        """The problem that the words from ``place[0]`` to ``place[1]`` do not fit the fact at ``key``."""
        start, end = place
        words = self.text[start:end]
        at = place_at(self.text, start, len(words.partition("\n")[0])).within(self.path)
        fact_at = self.locate(key)
        name = ".".join(str(step) for step in key if isinstance(step, str))
        return kind.at(
            at,
            text=" ".join(words.split()),
            fact=fact,
            key=name,
            mended=mended,
            place=Location(self.path, fact_at.line),
        )


def check_contradictions(
    text: str, parts: FrontMatter, path: str, facts: AgreementFields, locate: Locate
) -> Iterator[Problem]:
    """What the article in the file ``path`` tells otherwise than the ``facts`` of its agreement.

    ``text`` is the whole file, ``parts`` what it consists of; ``locate`` finds where a fact stands.
    """
    body_start = len(text) - len(parts.markdown)
    # Few articles need more than a glance: only for those is everything that is no prose left out.
    opening = tell_opening(text, body_start)
    rules = [rule for rule, may_apply in _RULES if may_apply(facts, opening, text)]
    if rules:
        desk = _Desk(text, path, tell(text, body_start), facts, locate)
        for rule in rules:
            yield from rule(desk)


def _may_be_days(facts: AgreementFields, opening: ArticleProse, text: str) -> bool:
    dates = (facts.effective_on, facts.expires_on)
    if any(dates) and any(text.find(words, opening.front_end) >= 0 or words in opening.prose for words in _OF_FORCE):
        return True
    signed = facts.signed_on
    return signed is not None and may_contradict_signing(opening, text, signed, facts.title)


def _days(desk: _Desk) -> Iterator[Problem]:
    facts = desk.facts
    others = _other_days(facts)
    dates = [one for one in mentions(desk.telling.prose) if not any(one.year and one.fits(day) for day in others)]
    dates.sort(key=lambda one: one.start)
    signed = facts.signed_on
    if signed and not signed.qualifier and not any(party.signed_on for party in facts.parties):
        found = contradicting_signing(desk.telling, dates, signed, facts.title)
        if found:
            yield _day_problem(desk, problems.SIGNING_DAY, found, "signed_on", signed, right=signed)
    yield from _force(desk, dates)


def _other_days(facts: AgreementFields) -> list[Edtf]:
    """The days of what else happened to the agreement, and of what it is related to."""
    days = [event.on for event in facts.events]
    days += [event.until for event in facts.events if isinstance(event.until, Edtf)]
    days += [relation.external.date for relation in facts.relations if relation.external]
    own = (facts.signed_on, facts.effective_on, facts.expires_on)
    return [day for day in days if day is not None and day.exact and day not in own]


def _force(desk: _Desk, dates: list[Mention]) -> Iterator[Problem]:
    facts, telling = desk.facts, desk.telling
    effective, expires = facts.effective_on, facts.expires_on
    if effective and not effective.qualifier and not any(party.effective_on for party in facts.parties):
        found = contradicting_start(telling, dates, effective)
        if found:
            yield _day_problem(desk, problems.EFFECTIVE_DAY, found, "effective_on", effective, right=effective)
        elif facts.signed_on and facts.signed_on.certain and effective.certain and effective != facts.signed_on:
            words = in_force_from_signing(telling)
            if words:
                mended = f"hiệu lực từ ngày {format_short(effective, 'vi')}"
                yield desk.problem(problems.EFFECTIVE_DAY, words.span(), ("effective_on",), effective, mended)
    if isinstance(expires, Edtf) and expires.certain and not _has_moved(facts):
        yield from _end(desk, dates, expires)


def _has_moved(facts: AgreementFields) -> bool:
    """Whether the end of the agreement may be another than it was to be at first."""
    moved = (EventKind.EXTENDED, EventKind.TERMINATED, EventKind.REPLACED, EventKind.AMENDED)
    return any(event.kind in moved for event in facts.events)


def _end(desk: _Desk, dates: list[Mention], expires: Edtf) -> Iterator[Problem]:
    last = expires.certain
    if last is None:
        return
    following = Edtf.of(last.fromordinal(last.toordinal() + 1))
    found = contradicting_end(desk.telling, dates, (expires, following))
    if found:
        right = following if ends_on_next_day(desk.telling, found) else expires
        yield _day_problem(desk, problems.EXPIRY_DAY, found, "expires_on", expires, right=right)
        return
    begins = [day.certain for day in (desk.facts.signed_on, desk.facts.effective_on) if day and day.certain]
    for words, number in durations(desk.telling):
        years = count_of(number)
        spans = [(last - begin).days for begin in begins if begin]
        if years and spans and all(not 0 <= span + 31 - years * _DAYS_A_YEAR <= _SOME_DAYS for span in spans):
            right_years = max(1, round(spans[-1] / _DAYS_A_YEAR))
            mended = words[0].replace(number, str(right_years))
            yield desk.problem(problems.EXPIRY_DAY, words.span(), ("expires_on",), expires, " ".join(mended.split()))
            return


def _day_problem(desk: _Desk, kind: Kind, found: Mention, key: str, fact: Edtf, *, right: Edtf) -> Problem:
    return desk.problem(kind, (found.start, found.end), (key,), fact, found.written_of(right))


def _may_be_clauses(facts: AgreementFields, opening: ArticleProse, text: str) -> bool:
    return facts.clauses is not None and ("iều" in text or "articles" in opening.prose)


def _clauses(desk: _Desk) -> Iterator[Problem]:
    clauses = desk.facts.clauses
    if clauses is not None:
        found = contradicting_clauses(desk.telling, clauses)
        if found:
            kind = problems.CLAUSES if found.mended else problems.CLAUSES_COUNTED
            yield desk.problem(kind, found.span, ("clauses",), clauses, found.mended)


def _may_be_parties(facts: AgreementFields, opening: ArticleProse, _text: str) -> bool:
    return contradicting_parties(opening, len(facts.parties)) is not None


def _parties(desk: _Desk) -> Iterator[Problem]:
    count = len(desk.facts.parties)
    found = contradicting_parties(desk.telling, count)
    if found:
        yield desk.problem(problems.PARTIES, found.span, ("parties",), count, found.mended)


def _may_be_number(facts: AgreementFields, opening: ArticleProse, text: str) -> bool:
    return bool(facts.number) and may_contradict_number(opening, text, facts.number)


def _number(desk: _Desk) -> Iterator[Problem]:
    number = desk.facts.number
    others = [relation.external.number for relation in desk.facts.relations if relation.external]
    found = contradicting_number(desk.telling, number, others)
    if found:
        yield desk.problem(problems.NUMBER, found.span, ("number",), number, found.mended)


def _may_be_name(facts: AgreementFields, opening: ArticleProse, text: str) -> bool:
    marks = {_mark_of(one) for one in facts.signatories}
    told = {mark for mark in marks if not any(mark) or any(words and _is_told(words, opening, text) for words in mark)}
    names = [one.name for one in facts.signatories if _mark_of(one) in told] if told else []
    return any(not _is_told(name, opening, text) for name in names)


def _mark_of(signatory: SignatoryFields) -> tuple[str, str]:
    """The rank and what the post begins with: of somebody else with such a name a text would tell other ones."""
    return signatory.rank, " ".join(signatory.position.split()[:2])


def _is_told(words: str, opening: ArticleProse, text: str) -> bool:
    return text.find(words, opening.front_end) >= 0 or words in opening.prose


def _names(desk: _Desk) -> Iterator[Problem]:
    facts, telling = desk.facts, desk.telling
    known = [one.name for one in (*facts.signatories, *facts.presided_by, *facts.attended_by)]
    flat = telling.prose.replace("\n", " ")
    for index, signatory in enumerate(facts.signatories):
        name = signatory.name
        mark = _mark_of(signatory)
        if name not in flat and (not any(mark) or any(words and words in flat for words in mark)):
            found = contradicting_name(flat, name, known)
            if found:
                yield desk.problem(problems.NAME, found.span, ("signatories", index, "name"), name, found.mended)


_MayApply = Callable[[AgreementFields, ArticleProse, str], bool]
_RULES: tuple[tuple[Callable[[_Desk], Iterator[Problem]], _MayApply], ...] = (
    (_days, _may_be_days),
    (_clauses, _may_be_clauses),
    (_parties, _may_be_parties),
    (_number, _may_be_number),
    (_names, _may_be_name),
)
