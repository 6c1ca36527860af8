"""PLAN: the ledger after a build."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from bantin.domain.model import AddressKind, Ledger, PublicAddress
from bantin.site.identities import Identity
from bantin.site.present_items import PresentItems

PERMANENT = {AddressKind.RECORD, AddressKind.AGENCY}
"""What has an id that is in data and in references of files, apart from its address."""


def next_ledger(
    every: Ledger, shown: Mapping[str, Identity | None], gone: Collection[str], items: PresentItems, day: date
) -> tuple[PublicAddress, ...]:
    """The ledger after a build on ``day`` that found ``every`` address in it, and made the addresses ``shown``.

    Some of these show an item; of those in ``gone``, the page only says that it is there no more.
    """
    before, noted = given_up(every.values()), set()
    made = []
    for address, item in shown.items():
        known = every.get(address)
        one = _shown(address, item, known, day)
        if address in gone:
            one = replace(one, last_seen=(known and known.last_seen) or day)
        made.append(one)
        if known and known.kind in PERMANENT and known.named not in (one.named, items.present(known.named)):
            at, now = f"{address}#{known.id}", items.renamed.get(known.named, "")
            first = every[at].first_seen if at in every else begun(known, before)
            noted.add(at)
            made.append(replace(known, address=at, first_seen=first, last_seen=known.last_seen or day, now=now))
    others = (one for address, one in every.items() if address not in shown and address not in noted)
    return (*made, *(_not_shown(one, items, day) for one in others))


def _shown(address: str, item: Identity | None, known: PublicAddress | None, day: date) -> PublicAddress:
    if item is None:
        kind, name, digest = AddressKind.DERIVED, "", ""
    else:
        kind, name, digest = item.kind, item.id, item.digest or (known.digest if known else "")
    if known is None:
        return PublicAddress(address, kind, name, day, None, digest)
    return PublicAddress(address, kind, name, min(known.first_seen, day), None, digest, "", known.line)


def _not_shown(one: PublicAddress, items: PresentItems, day: date) -> PublicAddress:
    if one.first_seen > day:
        return one
    hidden = items.hidden.get(one.named)
    is_here = one.kind is AddressKind.DERIVED or items.present(one.named) == one.named
    now = "" if is_here else items.renamed.get(one.named, "")
    digest = hidden.digest if hidden and one.digest else one.digest
    return replace(one, last_seen=one.last_seen or day, digest=digest, now=now)


def given_up(lines: Iterable[PublicAddress]) -> Mapping[str, Sequence[PublicAddress]]:
    """The ids that were given up at addresses, by address."""
    found: dict[str, list[PublicAddress]] = defaultdict(list)
    for one in lines:
        if one.is_of_id:
            found[one.address.partition("#")[0]].append(one)
    return found


def begun(one: PublicAddress, before: Mapping[str, Sequence[PublicAddress]]) -> date:
    """The day on which an id was first seen at an address: that of the address, unless it had another id ``before``."""
    days = (other.last_seen for other in before.get(one.address, ()) if other.id != one.id and other.last_seen)
    return max(days, default=one.first_seen)
