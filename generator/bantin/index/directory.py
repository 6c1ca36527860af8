"""The directory: the settings, vocabulary and agencies of a bulletin, independent of its articles."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from bantin.domain.model import Agency, Level, Site, Succession, Vocabulary
from bantin.domain.text.collation import sort_key
from bantin.index.name_addresses import distinct_ids, id_of


class Directory(Struct, frozen=True, eq=False):
    """The settings, the vocabulary and the agencies of a bulletin on the day ``as_of`` of the site's time zone.

    ``agencies`` are in Vietnamese order; ``predecessors`` and ``successors`` combine what both sides declare.
    ``topic_ids`` and ``signer_ids`` are the ids of names that share a slug (see ``index/name_addresses.py``).
    """

    as_of: date
    site: Site
    vocabulary: Vocabulary
    agencies: tuple[Agency, ...]
    agency: Mapping[str, Agency]
    children: Mapping[str, tuple[Agency, ...]]
    predecessors: Mapping[str, tuple[Succession, ...]]
    successors: Mapping[str, tuple[Succession, ...]]
    topic_ids: Mapping[str, str] = {}
    signer_ids: Mapping[str, str] = {}

    def topic_id(self, topic: str) -> str:
        """The unique part of the address of a topic."""
        return id_of(topic, self.topic_ids)

    def signer_id(self, name: str) -> str:
        """The unique part of the address of a signer; empty if no character of the name can be spelt in ASCII."""
        return id_of(name, self.signer_ids)

    def level_of(self, agency: Agency) -> Level | None:
        """The level of an agency, or else that of the nearest agency above it that has one."""
        above: Agency | None = agency
        while above is not None:
            if above.level:
                return above.level
            above = self.agency.get(above.parent or "")
        return None


def directory(
    site: Site,
    vocabulary: Vocabulary,
    agencies: Iterable[Agency],
    as_of: date,
    *,
    topics: Iterable[str] = (),
    signers: Iterable[str] = (),
) -> Directory:
    """Builds the directory from ``agencies``, in any order, and ``vocabulary``.

    ``topics`` and ``signers`` are the names of all topics and signers of the bulletin.
    """
    ordered = tuple(sorted(agencies, key=lambda agency: (sort_key(agency.name.text(site.language)), agency.id)))
    predecessors, successors = _lineage(ordered)
    return Directory(
        as_of=as_of,
        site=site,
        vocabulary=vocabulary,
        agencies=ordered,
        agency={agency.id: agency for agency in ordered},
        children=_children(ordered),
        predecessors=predecessors,
        successors=successors,
        topic_ids=distinct_ids(topics),
        signer_ids=distinct_ids(signers),
    )


def _children(agencies: Iterable[Agency]) -> Mapping[str, tuple[Agency, ...]]:
    children: dict[str, list[Agency]] = {}
    for agency in agencies:
        if agency.parent:
            children.setdefault(agency.parent, []).append(agency)
    return {parent: tuple(group) for parent, group in children.items()}


_Lineage = Mapping[str, tuple[Succession, ...]]


def _lineage(agencies: Iterable[Agency]) -> tuple[_Lineage, _Lineage]:
    """Predecessors and successors by agency. Either side may declare a succession; a date takes precedence."""
    before: dict[str, dict[str, Succession]] = {}
    after: dict[str, dict[str, Succession]] = {}
    for agency in agencies:
        pairs = [(agency.id, later.agency, later.on) for later in agency.successors]
        pairs += [(earlier.agency, agency.id, earlier.on) for earlier in agency.predecessors]
        for old, new, on in pairs:
            known = after.get(old, {}).get(new)
            day = on or (known.on if known else None)
            after.setdefault(old, {})[new] = Succession(new, day)
            before.setdefault(new, {})[old] = Succession(old, day)
    return _frozen(before), _frozen(after)


def _frozen(lineage: Mapping[str, Mapping[str, Succession]]) -> _Lineage:
    return {agency: tuple(by_id[other] for other in sorted(by_id)) for agency, by_id in sorted(lineage.items())}
