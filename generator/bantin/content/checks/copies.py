"""VALIDATE: articles about the same thing: an old file was copied under a new name and not fully edited.

Articles are looked up by their facts, so the time is linear in their number. Facts that two articles may rightly share
are compared only in combination: two agreements are often signed by the same parties on one day, and a plan has the
same title every year.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from bantin.content.problems import repetitions as problems
from bantin.domain.model import Agreement, Article, RecordHome, ReferenceTarget
from bantin.domain.problems import Location, Problem
from bantin.domain.text.same_name import same_name

# A number that names the signing parties belongs to these alone: 01/QCPH-BCA-VPQH.
_OWN_NUMBER = re.compile(r"\d+[\w.]*(?:/\d{4})?/[^\W\d_]+(?:\s*[-–]\s*[\w&]+)+")
# Shorter titles and leads name only a kind of news: several articles of one day may be titled "Thông báo".
_FEWEST_CHARACTERS = 20

_Records = Sequence[tuple[RecordHome, Agreement]]


def check_copies(homes: Iterable[RecordHome]) -> Iterator[Problem]:
    """Reports articles and records that are copies of another one, which comes first by path; drafts are left out."""
    finished = sorted((home for home in homes if not home.draft), key=lambda home: home.path)
    records = [(home, home.agreement) for home in finished if home.agreement]
    titled = _sharing(records, lambda home, agreement: (agreement.title or home.title).casefold())
    numbered = _sharing(records, lambda _, agreement: agreement.number and same_name(agreement.number))
    copies = _Copies()
    yield from copies.records(titled, _same_facts, "agreement.parties, agreement.title, agreement.signed_on")
    yield from copies.records(numbered, _same_number, "agreement.parties, agreement.number, agreement.signed_on")
    yield from copies.records(records, _same_document, "agreement.documents")
    yield from copies.numbers(numbered)
    yield from copies.articles([home for home in finished if isinstance(home, Article)])


class _Copies:
    """Remembers which articles have been reported, so that each is reported once."""

    def __init__(self) -> None:
        self._reported: set[str] = set()

    def records(
        self, records: _Records, key_of: Callable[[RecordHome, Agreement], Hashable | None], facts: str
    ) -> Iterator[Problem]:
        """Reports records that share a key; ``facts`` names the fields that the key consists of."""
        for article, agreement, other, earlier in _pairs(records, key_of):
            if self._is_new(article) and not _are_apart(agreement, earlier):
                place = _place(other)
                yield problems.COPIED_RECORD.at(_place(article), other=_shown(place), facts=facts, id=earlier.id)
                self._reported.add(article.path)

    def numbers(self, records: _Records) -> Iterator[Problem]:
        """Reports records of one year with the same number but different parties or days."""
        for article, agreement, other, earlier in _pairs(records, _own_number):
            if self._is_new(article) and not _are_related(agreement, earlier):
                what = "agreement.parties" if _parties(agreement) != _parties(earlier) else "agreement.signed_on"
                yield problems.NUMBER_TAKEN.at(
                    _place(article),
                    number=agreement.number,
                    year=_year(agreement),
                    other=_shown(_place(other)),
                    what=what,
                    id=earlier.id,
                )
                self._reported.add(article.path)

    def articles(self, articles: Iterable[Article]) -> Iterator[Problem]:
        """Reports articles with the same title, lead and time of publication."""
        first: dict[Hashable, Article] = {}
        for article in articles:
            key = _same_news(article)
            other = first.setdefault(key, article) if key else article
            if other is not article and self._is_new(article) and not _have_agreements(article, other):
                place = _shown(_place(other))
                yield problems.COPIED_ARTICLE.at(_place(article), other=place, facts="title, published, lead")
                self._reported.add(article.path)

    def _is_new(self, home: RecordHome) -> bool:
        return home.path not in self._reported


def _sharing(records: _Records, part_of: Callable[[RecordHome, Agreement], str]) -> _Records:
    """The records that share a part of their key, cheaper to compare than all of it; an empty part is never shared."""
    parts = [part_of(article, agreement) for article, agreement in records]
    times = Counter(parts)
    return [record for record, part in zip(records, parts, strict=True) if part and times[part] > 1]


def _pairs(
    records: _Records, key_of: Callable[[RecordHome, Agreement], Hashable | None]
) -> Iterator[tuple[RecordHome, Agreement, RecordHome, Agreement]]:
    """Pairs each record with the first one that has its key."""
    first: dict[Hashable, tuple[RecordHome, Agreement]] = {}
    for article, agreement in records:
        key = key_of(article, agreement)
        other = first.setdefault(key, (article, agreement)) if key else (article, agreement)
        if other[0] is not article:
            yield article, agreement, *other


def _same_facts(home: RecordHome, agreement: Agreement) -> Hashable | None:
    """The parties, the agreement's title or else the article's, and the day of signing or else of publication."""
    published = home.published if isinstance(home, Article) else None
    day = agreement.signed_on if agreement.signed_on and agreement.signed_on.day else published
    if day is None:
        return None
    return _parties(agreement), agreement.type, (agreement.title or home.title).casefold(), day


def _same_number(_home: RecordHome, agreement: Agreement) -> Hashable | None:
    if not agreement.number or agreement.signed_on is None or agreement.signed_on.day is None:
        return None
    return _parties(agreement), agreement.type, same_name(agreement.number), agreement.signed_on


def _same_document(_home: RecordHome, agreement: Agreement) -> Hashable | None:
    """The file that shows the signed text."""
    files = [document.file for document in agreement.documents if document.is_signed_copy]
    return files[0] if files else None


def _own_number(_home: RecordHome, agreement: Agreement) -> Hashable | None:
    year = _year(agreement)
    number = agreement.number.strip()
    is_own = year and "-" in number and _OWN_NUMBER.fullmatch(number)
    return (year, same_name(number)) if is_own else None


def _same_news(article: Article) -> Hashable | None:
    if article.published is None or len(article.title) + len(article.lead) < _FEWEST_CHARACTERS:
        return None
    return article.title.casefold(), article.lead, article.published.day


def _are_apart(one: Agreement, other: Agreement) -> bool:
    """Whether the editors state that these are two agreements, by their numbers or by a relation between them.

    Two records with the same id are reported elsewhere.
    """
    numbers = {same_name(one.number), same_name(other.number)}
    return one.id == other.id or (len(numbers) > 1 and "" not in numbers) or _are_related(one, other)


def _are_related(one: Agreement, other: Agreement) -> bool:
    return any(relation.to == other.id for relation in one.relations) or any(
        relation.to == one.id for relation in other.relations
    )


def _have_agreements(one: Article, other: Article) -> bool:
    """Whether both articles report an agreement: these have already been compared by their facts."""
    return bool(one.agreement and other.agreement)


def _parties(agreement: Agreement) -> frozenset[str]:
    return frozenset(party.agency for party in agreement.parties)


def _year(agreement: Agreement) -> int | None:
    return agreement.signed_on.year if agreement.signed_on else None


def _place(home: RecordHome) -> Location:
    """The place of the agreement, or else of the article's title."""
    marks = (ReferenceTarget.OWN_RECORD, ReferenceTarget.KEY)
    found = (one.place.within(home.path) for one in home.references if one.target in marks)
    return next(found, Location(home.path))


def _shown(at: Location) -> str:
    return f"{at.path}:{at.line}"
