"""The history of an agency: its former names, its predecessors and successors, and today's holders of its duties."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Literal

from bantin.domain.model import Agency, DatedName, Succession
from bantin.domain.text.collation import sort_key
from bantin.domain.text.dates import Edtf
from bantin.index import Directory, current_successors
from bantin.site.cards import agency_link, date_view
from bantin.site.views import HeirView, StageView

_FIRST, _LAST = (0, 0, 0), (9999, 12, 31)
_Dated = tuple[tuple[int, int, int], StageView]


def stages(agency: Agency, directory: Directory) -> tuple[StageView, ...]:
    """The stages of ``agency``, earliest first; empty if no change of it is known.

    Undated predecessors and names come first, undated successors last.
    """
    before = directory.predecessors.get(agency.id, ())
    after = directory.successors.get(agency.id, ())
    dated = [
        *_successions(before, "before", _FIRST, directory),
        *(_named(former, directory) for former in agency.former_names),
        *_successions(after, "after", _LAST, directory),
    ]
    return tuple(stage for _, stage in sorted(dated, key=lambda pair: pair[0]))


def heir_views(agency_id: str, since: Edtf | None, directory: Directory) -> tuple[HeirView, ...]:
    """The agencies that now hold the duties which an agency had at ``since``, in Vietnamese order.

    Empty if the agency itself still holds them.
    """
    language = directory.site.language
    found = (
        HeirView(agency_link(heir.agency, directory), date_view(heir.on, language))
        for heir in current_successors(agency_id, since, directory)
    )
    return tuple(sorted(found, key=lambda heir: sort_key(heir.link.label)))


def inheritances(directory: Directory) -> Mapping[str, tuple[str, ...]]:
    """The former agencies whose duties each agency holds today, by its id, both in Vietnamese order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for agency in directory.agencies:
        for heir in current_successors(agency.id, None, directory):
            found[heir.agency].append(agency.id)
    return {heir: tuple(former) for heir, former in found.items()}


def _successions(
    successions: tuple[Succession, ...],
    kind: Literal["before", "after"],
    undated: tuple[int, int, int],
    directory: Directory,
) -> Iterator[_Dated]:
    linked = [(agency_link(one.agency, directory), one) for one in successions]
    for link, one in sorted(linked, key=lambda pair: sort_key(pair[0].label)):
        earliest = one.on.earliest if one.on else None
        upcoming = earliest is not None and earliest > directory.as_of
        order = one.on.order if one.on else undated
        yield order, StageView(kind, link.label, date_view(one.on, directory.site.language), None, link, upcoming)


def _named(former: DatedName, directory: Directory) -> _Dated:
    language = directory.site.language
    since, until = date_view(former.since, language), date_view(former.until, language)
    stage = StageView("name", former.name.text(language), since, until, link=None, upcoming=False)
    when = former.since or former.until
    return when.order if when else _FIRST, stage
