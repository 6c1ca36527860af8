"""PLAN: what became of every address that ever was public: it is a page, or redirects, or else it is a problem.

Items are found again by their ids, and those that got a new one by their facts. What the program derives from items,
such as lists, feeds and data, leads to what it was a part of.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from bantin.content.discover import Role, role_of
from bantin.content.ledger import LEDGER
from bantin.domain.model import AddressKind, Ledger, Named, PublicAddress
from bantin.domain.problems import Location, Problem
from bantin.domain.text.slugs import is_slug
from bantin.index import Bulletin
from bantin.site import addresses, problems
from bantin.site.identities import Identity, identities, unshown
from bantin.site.next_ledger import PERMANENT, begun, given_up, next_ledger
from bantin.site.page import Page
from bantin.site.present_items import PresentItems

# What readers and programs do not keep, and the pages at former addresses.
_PASSING = {"redirect.html", addresses.NOT_FOUND, addresses.SITEMAP, addresses.ROBOTS, addresses.OPEN_SEARCH}
_GONE = "gone.html"


class Settled(Struct, frozen=True):
    """What became of the addresses in the ledger: ``former`` are pairs of former and present addresses.

    ``moved`` are those of items, which web servers may be told of: they read their settings when they start, and a page
    that the program makes, such as a list, may be there again the next day. Of ``lost`` items, one address each is
    named. ``ledger`` is the new one, after this build.
    """

    former: tuple[tuple[str, str], ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    lost: tuple[PublicAddress, ...] = ()
    ledger: tuple[PublicAddress, ...] = ()
    problems: tuple[Problem, ...] = ()


def settle(bulletin: Bulletin, pages: Iterable[Page], known: Collection[str], redirected: Mapping[str, str]) -> Settled:
    """Finds what became of each address in the ledger of ``bulletin``, whose site has the addresses ``known``.

    ``redirected`` are former addresses with the present ones: those that editors declared, which are among ``known``,
    and those of groups that have no page of their own. What was first seen later than the day of the build is not
    public on that day, and is left alone.
    """
    day = bulletin.directory.as_of
    here = identities(bulletin)
    lasting = {one.address: one.template for one in pages if one.template not in _PASSING}
    shown = {address: here.get(address) for address in lasting.keys() - redirected.keys()}
    gone = {address for address, template in lasting.items() if template == _GONE}
    every = bulletin.ledger or {}
    past = {address: one for address, one in every.items() if one.first_seen <= day}
    hidden = {one.named: one for _, one in unshown(bulletin)}
    prefixes = tuple(one.directory.site.prefix for one in bulletin.others)
    items = PresentItems(past, here, hidden, prefixes)
    over = {one.path for one in bulletin.expired}
    expired = {one.named for one in past.values() if (item := items.unshown(one.named)) and item.path in over}
    paths = _Paths(past, {one.lower() for one in known}, redirected, items.address, expired)
    former, lost = _led(past, paths, prefixes)
    ledger = next_ledger(every, shown, gone, items, day)
    return Settled(
        former=former,
        moved=tuple(pair for pair in former if past[pair[0]].kind is not AddressKind.DERIVED),
        lost=tuple(one for one in lost if items.unshown(one.named) is None),
        ledger=ledger,
        problems=(
            *(_hidden(one, item) for one in lost if (item := items.unshown(one.named))),
            *_used_twice(past, shown.keys() - gone, here, items),
            *_changed_ids(ledger, items),
        ),
    )


class _Paths:
    """The present addresses that former ones lead to."""

    def __init__(
        self,
        past: Ledger,
        known: Collection[str],
        redirected: Mapping[str, str],
        item: Callable[[PublicAddress], str | None],
        expired: Collection[Named],
    ) -> None:
        self._past = past
        self.known = known
        self._redirected = redirected
        self._item = item
        self._expired = expired
        self._found: dict[str, str | None] = {}

    def target(self, address: str) -> str | None:
        """The page that ``address`` is, or leads to; ``None`` if an item is lost."""
        if address in self._redirected:
            return self._redirected[address]
        if address in self.known or not address:
            return address
        if address not in self._found:
            one = self._past.get(address)
            is_item = one is not None and one.kind is not AddressKind.DERIVED and one.named not in self._expired
            self._found[address] = self._page(one) if one and is_item else self._above(address)
        return self._found[address]

    def _page(self, one: PublicAddress) -> str | None:
        """The page of the item of ``one``; if a feature without which it has none is off, what it was a part of."""
        address = self._item(one)
        return address if address is None or address in self.known else self._above(address)

    def _above(self, address: str) -> str | None:
        """The same part of what ``address`` was a part of, wherever that is now, or else the whole."""
        head, _, last = address.removesuffix("/").rpartition("/")
        above = f"{head}/" if head else ""
        part = address[len(above) :]
        whole = self.target(above)
        if whole is None or whole + part in self.known:
            return None if whole is None else whole + part
        if part == last:
            # A feed of something that is gone: the next feed above it.
            folders = whole.rpartition("/")[0].split("/")
            wider = ("".join(f"{one}/" for one in folders[:depth]) + part for depth in range(len(folders), -1, -1))
            return next((one for one in wider if one in self.known), whole)
        return whole


def _led(
    past: Ledger, paths: _Paths, prefixes: tuple[str, ...]
) -> tuple[tuple[tuple[str, str], ...], tuple[PublicAddress, ...]]:
    """The former addresses that lead to present ones, and an address of each item that is lost.

    That is one in the main language if there is any; ``prefixes`` are those of the others.
    """
    moved: list[tuple[str, str]] = []
    lost: dict[Named, PublicAddress] = {}
    for address in sorted(past.keys() - paths.known):
        one, target = past[address], paths.target(address)
        if one.is_of_id:
            continue
        if target is not None:
            moved.append((address, target))
        elif one.kind is not AddressKind.DERIVED:
            other = lost.setdefault(one.named, one)
            if other.address.startswith(prefixes) and not address.startswith(prefixes):
                lost[one.named] = one
    return tuple(moved), tuple(lost.values())


def _hidden(one: PublicAddress, item: Identity) -> Problem:
    return problems.ADDRESS_HIDDEN.at(Location(item.path), address=one.address, since=one.first_seen)


def _used_twice(
    past: Ledger, public: Collection[str], here: Mapping[str, Identity], items: PresentItems
) -> Iterator[Problem]:
    """The problems of ids and addresses that have come back with something else than what they were given to."""
    lines: dict[Named, PublicAddress] = {}
    for one in past.values():
        if one.last_seen and one.kind is not AddressKind.DERIVED and one.named not in items.public:
            lines.setdefault(one.named, one)
    told: set[str] = set()
    for address in sorted(public & here.keys()):
        item, there = here[address], past.get(address)
        before = lines.get(item.named)
        if before is None and there and there.last_seen and there.kind is not AddressKind.DERIVED:
            before = None if item.named in items.names_of(there.named) else there
        if before is None or item.path in told:
            continue
        digests = {digest for named in items.names_of(before.named) for digest in items.digests[named]}
        if not digests & {item.digest, ""}:
            told.add(item.path)
            at = Location(item.path)
            yield problems.ID_USED_TWICE.at(at, id=before.id, until=before.last_seen, line=before.line, ledger=LEDGER)


def _changed_ids(ledger: Iterable[PublicAddress], items: PresentItems) -> Iterator[Problem]:
    """The warnings of permanent ids that have changed, until the item gets back the older one."""
    permanent = [one for one in ledger if one.kind in PERMANENT]
    before, since = given_up(permanent), dict[Named, date]()
    for one in permanent:
        first = begun(one, before)
        since[one.named] = min(first, since.get(one.named, first))
    changed = {one.named: one for one in permanent if one.now}
    for named, one in changed.items():
        now = items.present(named)
        if now and since[now] > since[named]:
            path = items.paths[now]
            inline = role_of(path) is Role.ARTICLE
            kind = problems.RECORD_ID_CHANGED if inline else problems.FILE_ID_CHANGED
            file = f"{one.id}.{path.rpartition('.')[2]}"
            yield kind.at(Location(path), old=one.id, new=now[1], file=file)


def lost_problem(one: PublicAddress, command: str = "") -> Problem:
    """The problem of an address that leads nowhere; ``command`` takes its file back from Git."""
    at = Location(LEDGER, one.line, 1, len(one.address) + 1)
    lost, in_git = problems.ADDRESS_LOST, problems.ADDRESS_LOST_IN_GIT
    values = {"address": one.address, "since": one.first_seen}
    if _has_id_as_name(one):
        lost, in_git = problems.FILE_LOST, problems.FILE_LOST_IN_GIT
        values["file"] = f"{one.id}.yml" if one.kind is AddressKind.AGENCY else f"{one.id}.md"
    return in_git.at(at, **values, command=command) if command else lost.at(at, **values)


def _has_id_as_name(one: PublicAddress) -> bool:
    """Whether the file of an item has its id as its name, so that it never moves: not a record in an article."""
    register = {words.register for words in addresses.WORDS.values()}
    is_file = not register.isdisjoint(one.address.split("/")[:2])
    return one.kind is AddressKind.AGENCY or (one.kind is AddressKind.RECORD and is_file)


def probable_files(one: PublicAddress) -> tuple[str, ...]:
    """The paths of the files that the item of a lost address may have had, as patterns of Git.

    None if its id is not one: the ledger may be edited by hand.
    """
    if not all(map(is_slug, one.id.split("/"))):
        return ()
    match one.kind:
        case AddressKind.AGENCY:
            return (f"content/agencies/{one.id}.yml",)
        case AddressKind.PAGE:
            return (f"content/pages/{one.id}.md",)
        case AddressKind.ARTICLE:
            return tuple(f"content/articles/{one.id}{end}" for end in (".md", "/index.md"))
        case AddressKind.RECORD:
            inline = (f"content/articles/*/{one.id}{end}" for end in (".md", "/index.md"))
            return (f"content/agreements/{one.id}.md", *inline)
        case _:
            return ()
