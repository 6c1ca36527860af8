"""VALIDATE: facts of an agreement that the title, the lead or the text of its article contradicts.

An article also mentions other agreements and events. A contradiction is therefore reported only where the words can
refer to this agreement alone, and where no other words of the article agree with the facts.
"""

from collections.abc import Callable, Iterator

from msgspec import Struct

from bantin.content.checks.prose import ArticleProse, read_opening, read_prose
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
_TOLERANCE_IN_DAYS = 370


class _Comparison(Struct, frozen=True):
    """The ``text`` and ``prose`` of the article ``path``, and the ``facts`` of its agreement to compare them with."""

    text: str
    path: str
    prose: ArticleProse
    facts: AgreementFields
    locate: Locate

    def problem(self, kind: Kind, place: tuple[int, int], key: tuple[Step, ...], fact: object, mended: str) -> Problem:
        """Reports that the words from ``place[0]`` to ``place[1]`` contradict the fact at ``key``."""
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
    """Finds where the article in the file ``path`` contradicts the ``facts`` of its agreement.

    ``text`` is the whole file, ``parts`` its front matter and Markdown; ``locate`` finds the place of a fact.
    """
    body_start = len(text) - len(parts.markdown)
    # Cheap checks on the opening rule out nearly all articles; the full prose is extracted only for the rest.
    opening = read_opening(text, body_start)
    rules = [rule for rule, may_apply in _RULES if may_apply(facts, opening, text)]
    if rules:
        comparison = _Comparison(text, path, read_prose(text, body_start), facts, locate)
        for rule in rules:
            yield from rule(comparison)


def _may_be_days(facts: AgreementFields, opening: ArticleProse, text: str) -> bool:
    dates = (facts.effective_on, facts.expires_on)
    if any(dates) and any(_stands_in(words, opening, text) for words in _OF_FORCE):
        return True
    signed = facts.signed_on
    return signed is not None and may_contradict_signing(opening, text, signed, facts.title)


def _days(comparison: _Comparison) -> Iterator[Problem]:
    facts, prose = comparison.facts, comparison.prose
    others = _other_days(facts)
    dates = [one for one in mentions(prose.text) if not any(one.year and one.fits(day) for day in others)]
    dates.sort(key=lambda one: one.start)
    signed = facts.signed_on
    if signed and not signed.qualifier and not any(party.signed_on for party in facts.parties):
        found = contradicting_signing(prose, dates, signed, facts.title)
        if found:
            yield _day_problem(comparison, problems.SIGNING_DAY, found, "signed_on", signed, right=signed)
    yield from _force(comparison, dates)


def _other_days(facts: AgreementFields) -> list[Edtf]:
    """The days of the agreement's events and of related documents, which the text may well mention."""
    days = [event.on for event in facts.events]
    days += [event.until for event in facts.events if isinstance(event.until, Edtf)]
    days += [relation.external.date for relation in facts.relations if relation.external]
    own = (facts.signed_on, facts.effective_on, facts.expires_on)
    return [day for day in days if day is not None and day.exact and day not in own]


def _force(comparison: _Comparison, dates: list[Mention]) -> Iterator[Problem]:
    facts, prose = comparison.facts, comparison.prose
    effective, expires = facts.effective_on, facts.expires_on
    if effective and not effective.qualifier and not any(party.effective_on for party in facts.parties):
        found = contradicting_start(prose, dates, effective)
        if found:
            yield _day_problem(comparison, problems.EFFECTIVE_DAY, found, "effective_on", effective, right=effective)
        elif facts.signed_on and facts.signed_on.certain and effective.certain and effective != facts.signed_on:
            words = in_force_from_signing(prose)
            if words:
                mended = f"hiệu lực từ ngày {format_short(effective, 'vi')}"
                yield comparison.problem(problems.EFFECTIVE_DAY, words.span(), ("effective_on",), effective, mended)
    if isinstance(expires, Edtf) and expires.certain and not _may_have_new_end(facts):
        yield from _end(comparison, dates, expires)


def _may_have_new_end(facts: AgreementFields) -> bool:
    """Whether an event may have changed the day on which the agreement ends."""
    changing = (EventKind.EXTENDED, EventKind.TERMINATED, EventKind.REPLACED, EventKind.AMENDED)
    return any(event.kind in changing for event in facts.events)


def _end(comparison: _Comparison, dates: list[Mention], expires: Edtf) -> Iterator[Problem]:
    last = expires.certain
    if last is None:
        return
    following = Edtf.of(last.fromordinal(last.toordinal() + 1))
    found = contradicting_end(comparison.prose, dates, (expires, following))
    if found:
        right = following if ends_on_next_day(comparison.prose, found) else expires
        yield _day_problem(comparison, problems.EXPIRY_DAY, found, "expires_on", expires, right=right)
        return
    facts = comparison.facts
    begins = [day.certain for day in (facts.signed_on, facts.effective_on) if day and day.certain]
    for words, number in durations(comparison.prose):
        years = count_of(number)
        spans = [(last - begin).days for begin in begins if begin]
        if years and spans and all(not 0 <= span + 31 - years * _DAYS_A_YEAR <= _TOLERANCE_IN_DAYS for span in spans):
            right_years = max(1, round(spans[-1] / _DAYS_A_YEAR))
            mended = words[0].replace(number, str(right_years))
            mended = " ".join(mended.split())
            yield comparison.problem(problems.EXPIRY_DAY, words.span(), ("expires_on",), expires, mended)
            return


def _day_problem(comparison: _Comparison, kind: Kind, found: Mention, key: str, fact: Edtf, *, right: Edtf) -> Problem:
    return comparison.problem(kind, (found.start, found.end), (key,), fact, found.rewritten_for(right))


def _may_be_clauses(facts: AgreementFields, opening: ArticleProse, text: str) -> bool:
    return facts.clauses is not None and ("iều" in text or "articles" in opening.text)


def _clauses(comparison: _Comparison) -> Iterator[Problem]:
    clauses = comparison.facts.clauses
    if clauses is not None:
        found = contradicting_clauses(comparison.prose, clauses)
        if found:
            kind = problems.CLAUSES if found.mended else problems.CLAUSES_COUNTED
            yield comparison.problem(kind, found.span, ("clauses",), clauses, found.mended)


def _may_be_parties(facts: AgreementFields, opening: ArticleProse, _text: str) -> bool:
    return contradicting_parties(opening, len(facts.parties)) is not None


def _parties(comparison: _Comparison) -> Iterator[Problem]:
    count = len(comparison.facts.parties)
    found = contradicting_parties(comparison.prose, count)
    if found:
        yield comparison.problem(problems.PARTIES, found.span, ("parties",), count, found.mended)


def _may_be_number(facts: AgreementFields, opening: ArticleProse, text: str) -> bool:
    return bool(facts.number) and may_contradict_number(opening, text, facts.number)


def _number(comparison: _Comparison) -> Iterator[Problem]:
    number = comparison.facts.number
    others = [relation.external.number for relation in comparison.facts.relations if relation.external]
    found = contradicting_number(comparison.prose, number, others)
    if found:
        yield comparison.problem(problems.NUMBER, found.span, ("number",), number, found.mended)


def _may_be_name(facts: AgreementFields, opening: ArticleProse, text: str) -> bool:
    marks = {_mark_of(one) for one in facts.signatories}
    named = {
        mark for mark in marks if not any(mark) or any(words and _stands_in(words, opening, text) for words in mark)
    }
    names = [one.name for one in facts.signatories if _mark_of(one) in named] if named else []
    return any(not _stands_in(name, opening, text) for name in names)


def _mark_of(signatory: SignatoryFields) -> tuple[str, str]:
    """The rank and the first words of the post: with these, the text means this person and no namesake."""
    return signatory.rank, " ".join(signatory.position.split()[:2])


def _stands_in(words: str, opening: ArticleProse, text: str) -> bool:
    return text.find(words, opening.front_end) >= 0 or words in opening.text


def _names(comparison: _Comparison) -> Iterator[Problem]:
    facts = comparison.facts
    known = [one.name for one in (*facts.signatories, *facts.presided_by, *facts.attended_by)]
    flat = comparison.prose.text.replace("\n", " ")
    for index, signatory in enumerate(facts.signatories):
        name = signatory.name
        mark = _mark_of(signatory)
        if name not in flat and (not any(mark) or any(words and words in flat for words in mark)):
            found = contradicting_name(flat, name, known)
            if found:
                key = ("signatories", index, "name")
                yield comparison.problem(problems.NAME, found.span, key, name, found.mended)


_MayApply = Callable[[AgreementFields, ArticleProse, str], bool]
_RULES: tuple[tuple[Callable[[_Comparison], Iterator[Problem]], _MayApply], ...] = (
    (_days, _may_be_days),
    (_clauses, _may_be_clauses),
    (_parties, _may_be_parties),
    (_number, _may_be_number),
    (_names, _may_be_name),
)
