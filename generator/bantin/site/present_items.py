"""The present items of a site, found by the ids that they have or had, and by their facts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from bantin.domain.model import AddressKind, Ledger, Named, PublicAddress
from bantin.site.identities import Identity


class PresentItems:
    """The items of the addresses in ``here``, under their ids and under those that they had in the ledger, ``past``.

    ``hidden`` are items whose files exist, which therefore have no other name. ``prefixes`` are those of the languages
    other than the main one.
    """

    def __init__(
        self, past: Ledger, here: Mapping[str, Identity], hidden: Mapping[Named, Identity], prefixes: tuple[str, ...]
    ) -> None:
        self.hidden = hidden
        self._prefixes = prefixes
        self._here: dict[Named, dict[str, str]] = defaultdict(dict)
        for address, item in here.items():
            self._here[item.named][self._prefix(address)] = address
        self.paths = {one.named: one.path for one in reversed(tuple(here.values()))}
        self.digests: dict[Named, set[str]] = defaultdict(set)
        self.public: set[Named] = set()
        written = [one for one in past.values() if one.kind is not AddressKind.DERIVED]
        # An item keeps the name that an earlier build found for it, whatever its facts are now.
        self.renamed = {one.named: one.now for one in written if one.now}
        for one in written:
            self.digests[one.named].add(one.digest)
            if one.last_seen is None:
                self.public.add(one.named)
        self.renamed.update(self._in_place(past, here))
        self.renamed.update(self._alike(past, here))

    def _in_place(self, past: Ledger, here: Mapping[str, Identity]) -> Iterator[tuple[Named, str]]:
        """The ids that are gone, each with the one that took its place at a public address."""
        for address, item in here.items():
            one = past.get(address)
            is_other = one is not None and one.last_seen is None and one.kind is item.kind and one.id != item.id
            if one and is_other and self.present(one.named) is None:
                yield one.named, item.id

    def _alike(self, past: Ledger, here: Mapping[str, Identity]) -> Iterator[tuple[Named, str]]:
        """The items that are gone, each with the id of the only new item of the same facts."""
        gone: dict[tuple[str, AddressKind, str], set[str]] = defaultdict(set)
        for address, one in past.items():
            if one.digest and one.named not in self.hidden and self.present(one.named) is None:
                gone[self._prefix(address), one.kind, one.digest].add(one.id)
        if not gone:
            return
        new: dict[tuple[str, AddressKind, str], set[str]] = defaultdict(set)
        for address, item in here.items():
            known = past.get(address)
            if item.named not in self.public and (known is None or known.last_seen):
                new[self._prefix(address), item.kind, item.digest].add(item.id)
        for facts, old in gone.items():
            now = new.get(facts, ())
            if len(old) == len(now) == 1:
                yield (facts[1], next(iter(old))), next(iter(now))

    def present(self, named: Named) -> Named | None:
        """The name that the item ``named`` has now; ``None`` if there is no such item any more."""
        for one in self.names_of(named):
            if one in self._here:
                return one
        return None

    def unshown(self, named: Named) -> Identity | None:
        """The item ``named``, also by a former name, if its file exists but it is not shown."""
        return next((self.hidden[one] for one in self.names_of(named) if one in self.hidden), None)

    def names_of(self, named: Named) -> Iterator[Named]:
        """The name ``named`` and those that the item got later."""
        met: set[Named] = set()
        while named not in met:
            yield named
            met.add(named)
            named = named[0], self.renamed.get(named, named[1])

    def address(self, one: PublicAddress) -> str | None:
        """The present address of the item that was at an address, in the same language if it has a page there."""
        named = self.present(one.named)
        if named is None:
            return None
        found = self._here[named]
        return found.get(self._prefix(one.address)) or found.get("") or next(iter(found.values()))

    def _prefix(self, address: str) -> str:
        return next((prefix for prefix in self._prefixes if address.startswith(prefix)), "")
