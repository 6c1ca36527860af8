"""VALIDATE: agencies that cannot be told from one another."""

from collections.abc import Iterable, Iterator, Mapping

from bantin.content.problems import likeness as problems
from bantin.domain.model import Agency, ReferenceTarget
from bantin.domain.problems import Kind, Location, Problem
from bantin.domain.text.same_name import same_name, without_marks


def check_namesakes(agencies: Iterable[Agency]) -> Iterator[Problem]:
    """Agencies with one name or website.

    Abbreviations are often shared (CAT is the police of any province); one that two agencies have is told of where it
    is used.
    """
    by_id = {agency.id: agency for agency in sorted(agencies, key=lambda agency: agency.id)}
    marked = {without_marks(name): name for agency in by_id.values() for name in _names(agency) if not name.isascii()}
    names = _Shared(problems.SAME_AGENCY_NAME, "name", by_id)
    websites = _Shared(problems.SAME_WEBSITE, "website", by_id)
    for agency in by_id.values():
        for name in _names(agency):
            yield from names.told(agency, _mark(name, marked), name)
        if agency.website:
            yield from websites.told(agency, agency.website.rstrip("/").lower(), agency.website)


class _Shared:
    """What each of the agencies has for itself, under the key ``key`` of its file."""

    def __init__(self, kind: Kind, key: str, agencies: dict[str, Agency]) -> None:
        self._kind = kind
        self._key = key
        self._agencies = agencies
        self._first: dict[str, Agency] = {}
        self._told: set[str] = set()

    def told(self, agency: Agency, mark: str, shown: str) -> Iterator[Problem]:
        """That another agency has the same ``mark``, which is ``shown`` as it is written."""
        other = self._first.setdefault(mark, agency) if mark else agency
        if other is agency or agency.id in self._told or self._are_kin(agency, other):
            return
        self._told.add(agency.id)
        yield self._kind.at(_place(agency, self._key), value=shown, other=other.id)

    def _are_kin(self, one: Agency, other: Agency) -> bool:
        """Whether one took over from the other; a part of an agency may have its website too."""
        line = {later.agency for agency in (one, other) for later in (*agency.successors, *agency.predecessors)}
        if self._key == "website":
            line |= _above(one, self._agencies) | _above(other, self._agencies)
        return not line.isdisjoint({one.id, other.id})


def _names(agency: Agency) -> Iterable[str]:
    return dict.fromkeys(filter(None, (agency.name.vi, agency.name.en, *agency.aliases)))


def _mark(name: str, marked: Mapping[str, str]) -> str:
    """What ``name`` is told by; without any marks it is the one of the ``marked`` names that was meant."""
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
