"""VALIDATE: what one file says of another, once all are read."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from msgspec import Struct

from generator.content.attachments import check_file
from generator.content.problems import references as problems
from generator.content.problems import values
from generator.errors import Kind, Problem
from generator.model import Agency, Article, Reference, Target
from generator.text.dates import Edtf
from generator.text.suggestions import nearest

_UNKNOWN: dict[Target, tuple[Kind, Kind]] = {
    Target.AGENCY: problems.UNKNOWN_AGENCY,
    Target.TYPE: problems.UNKNOWN_TYPE,
    Target.FIELD: problems.UNKNOWN_FIELD,
    Target.SECTION: problems.UNKNOWN_SECTION,
    Target.RECORD: problems.UNKNOWN_RECORD,
}


class Declared(Struct, frozen=True):
    """The ids that the files of a bulletin declare, by what they are; files that could not be read count too."""

    ids: Mapping[Target, frozenset[str]]
    files: frozenset[str]


def check_references(path: str, references: Iterable[Reference], declared: Declared) -> Iterator[Problem]:
    """The references of the file ``path`` that lead nowhere."""
    for reference in references:
        target = reference.target
        if target in (Target.IMAGE, Target.DOCUMENT):
            at = reference.place.within(path)
            yield from check_file(reference.id, declared.files, at, image=target is Target.IMAGE)
            continue
        known = declared.ids.get(target)
        if known is not None and reference.id not in known:
            near = nearest(reference.id, known)
            with_near, without = _UNKNOWN[target]
            yield (with_near if near else without).at(reference.place.within(path), id=reference.id, near=near)


def check_records(articles: Iterable[Article]) -> Iterator[Problem]:
    """Record ids that two agreements claim."""
    owners: dict[str, str] = {}
    for article in sorted(articles, key=lambda article: article.path):
        for reference in _of(article, Target.OWN_RECORD):
            first = owners.setdefault(reference.id, article.path)
            if first != article.path:
                at = reference.place.within(article.path)
                yield problems.DUPLICATE_RECORD.at(at, id=reference.id, other=first)


def check_parents(agencies: Iterable[Agency]) -> Iterator[Problem]:
    """Agencies that stand above themselves. Each circle is told of once, at its first agency by id."""
    by_id = {agency.id: agency for agency in agencies}
    parents = {agency.id: agency.parent for agency in by_id.values()}
    for start in sorted(parents):
        chain = [start]
        while (above := parents.get(chain[-1])) is not None and above not in chain:
            chain.append(above)
        if above == start and start == min(chain):
            above_it = (by_id[start].parent, Target.AGENCY)
            place = next(one.place for one in by_id[start].references if (one.id, one.target) == above_it)
            yield problems.AGENCY_CYCLE.at(place.within(by_id[start].path), chain=" → ".join([*chain, start]))


def check_today(article: Article, today: date) -> Iterator[Problem]:
    """A signing that has not happened yet: an article reports what was signed."""
    for reference in _of(article, Target.SIGNING_DAY):
        earliest = _earliest(reference.id)
        if earliest and earliest > today:
            at = reference.place.within(article.path)
            yield values.IN_THE_FUTURE.at(at, key="agreement.signed_on", date=reference.id, today=today)


@lru_cache(maxsize=10_000)
def _earliest(written: str) -> date | None:
    return Edtf.parse(written).earliest


def _of(article: Article, target: Target) -> Iterator[Reference]:
    return (reference for reference in article.references if reference.target is target)
