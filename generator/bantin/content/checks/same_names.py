"""VALIDATE: agencies that cannot be distinguished by name or website."""

from collections.abc import Iterable, Iterator, Mapping

from bantin.content.problems import repetitions as problems
from bantin.domain.model import Agency, ReferenceTarget
from bantin.domain.problems import Kind, Location, Problem
from bantin.domain.text.same_name import same_name, without_marks


def check_namesakes(agencies: Iterable[Agency]) -> Iterator[Problem]:
    """Reports agencies that share a name or a website.

    Abbreviations are often shared (CAT is the police of any province); an ambiguous one is reported where it is used.
    """
    by_id = {agency.id: agency for agency in sorted(agencies, key=lambda agency: agency.id)}
    marked = {without_marks(name): name for agency in by_id.values() for name in _names(agency) if not name.isascii()}
    names = _Unique(problems.SAME_AGENCY_NAME, "name", by_id)
    websites = _Unique(problems.SAME_WEBSITE, "website", by_id)
    for agency in by_id.values():
        for name in _names(agency):
            yield from names.check(agency, _mark(name, marked), name)
        if agency.website:
            yield from websites.check(agency, agency.website.rstrip("/").lower(), agency.website)


class _Unique:
    """A value that no two agencies may share, under the key ``key`` of their files."""

    def __init__(self, kind: Kind, key: str, agencies: dict[str, Agency]) -> None:
        self._kind = kind
        self._key = key
        self._agencies = agencies
        self._first: dict[str, Agency] = {}
        self._reported: set[str] = set()

    def check(self, agency: Agency, mark: str, shown: str) -> Iterator[Problem]:
        """Reports an agency whose ``mark``, written as ``shown``, another one has already."""
        other = self._first.setdefault(mark, agency) if mark else agency
        if other is agency or agency.id in self._reported or self._are_related(agency, other):
            return
        self._reported.add(agency.id)
        yield self._kind.at(_place(agency, self._key), value=shown, other=other.id)

    def _are_related(self, one: Agency, other: Agency) -> bool:
        """Whether one succeeded the other; a part of an agency may also use its website."""
        related = {later.agency for agency in (one, other) for later in (*agency.successors, *agency.predecessors)}
        if self._key == "website":
            related |= _above(one, self._agencies) | _above(other, self._agencies)
        return not related.isdisjoint({one.id, other.id})


def _names(agency: Agency) -> Iterable[str]:
    return dict.fromkeys(filter(None, (agency.name.vi, agency.name.en, *agency.aliases)))


def _mark(name: str, marked: Mapping[str, str]) -> str:
    """The form of ``name`` for comparison: typed without marks, it counts as the one of ``marked`` that it matches."""
    return same_name(marked.get(without_marks(name), name) if name.isascii() and " " in name else name)


def _above(agency: Agency, agencies: dict[str, Agency]) -> set[str]:
    """The agencies that ``agency`` belongs to."""
    found: set[str] = set()
    parent = agency.parent
    while parent and parent not in found:
        found.add(parent)
        parent = agencies[parent].parent if parent in agencies else None
    return found


def _place(agency: Agency, key: str) -> Location:
    found = (
        one.place.within(agency.path) for one in agency.references if (one.target, one.id) == (ReferenceTarget.KEY, key)
    )
    return next(found, Location(agency.path))
