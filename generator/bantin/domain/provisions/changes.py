"""The history of each provision: its changes, with their days and the records that caused them."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from msgspec import Struct

from bantin.domain.model.provision import AgreementText, Provision
from bantin.domain.provisions.anchors import canonical
from bantin.domain.provisions.versions import Consolidation, Version


class Change(Struct, frozen=True):
    """A provision ``before`` and ``after`` a change; ``None`` if it did not exist.

    ``since`` is the first day of the new wording, ``None`` if unknown; ``known_on`` is a day by which it applied.
    ``by`` are the ids of the records that caused the change, by taking effect or by ceasing to bind.
    """

    before: Provision | None
    after: Provision | None
    since: date | None
    known_on: date
    by: tuple[str, ...]


def changes(consolidation: Consolidation) -> Mapping[str, tuple[Change, ...]]:
    """The changes of each provision in their order, by its anchor; provisions that never changed are left out."""
    found: dict[str, list[Change]] = {}
    known = [one for one in consolidation.versions if one.text is not None]
    for earlier, later in pairwise(known):
        for anchor, change in _between(earlier, later, consolidation):
            found.setdefault(anchor, []).append(change)
    return {anchor: tuple(some) for anchor, some in found.items()}


def _between(earlier: Version, later: Version, consolidation: Consolidation) -> Iterator[tuple[str, Change]]:
    """The changes from one known version to the next known one."""
    before, after = _by_anchor(earlier.text), _by_anchor(later.text)
    concerned = [one for one in dict.fromkeys((*later.by, *earlier.by)) if (one in earlier.by) != (one in later.by)]
    since = later.first if later.since_is_known else None
    for anchor in dict.fromkeys((*after, *before)):
        was, now = before.get(anchor), after.get(anchor)
        if _own(was) != _own(now):
            key = canonical(anchor)
            by = tuple(one for one in concerned if key in consolidation.touched.get(one, ()))
            yield anchor, Change(was, now, since, later.first, by)


def _by_anchor(text: AgreementText | None) -> dict[str, Provision]:
    return {one.anchor: one for one in text.walk()} if text else {}


def _own(provision: Provision | None) -> object:
    """A provision without the provisions in it."""
    return provision and (provision.heading, provision.paragraphs, provision.repealed)
