"""The file of the ledger: written by the build of a public site, and begun with what an earlier build published."""

import re
from collections.abc import Iterable
from pathlib import Path

from bantin.content.ledger import LEDGER, is_sound, ledger_text
from bantin.domain.model import AddressKind, Ledger, PublicAddress, Site
from bantin.domain.problems import Checked, Location
from bantin.domain.text.leftovers import is_unreachable
from bantin.index import Bulletin
from bantin.output.publish import RECEIPT, Output
from bantin.output.publish import problems as publishing
from bantin.output.verify.verification import read_receipt
from bantin.runtime.drafts import write_whole
from bantin.site.addresses import WORDS, AddressWords
from bantin.site.identities import identities
from bantin.site.redirects import moved

_KEPT = re.compile(r"(?:.*/)?(?:[^/]+\.html?|atom\.xml|rss\.xml|feed\.json|index\.json|[^/]+\.ics)")


def write_ledger(root: Path, addresses: Iterable[PublicAddress]) -> Checked[bytes]:
    """Writes the ledger of the bulletin in ``root`` if it has changed; the value is its content.

    It is moved into place, so it is never incomplete. If that fails, there is a problem: the site is published already.
    """
    place = root / LEDGER
    data = ledger_text(addresses).encode()
    try:
        if not place.exists() or place.read_bytes() != data:
            write_whole(place, data)
    except OSError as error:
        at = Location(LEDGER)
        return Checked(None, (publishing.LEDGER_NOT_WRITTEN.at(at, reason=error.strerror or error),))
    return Checked(data)


def is_public(site: Site) -> bool:
    """Checks that readers can reach the address of ``site``; a ledger is kept only then.

    A new bulletin has no such address yet, and its samples are there to be deleted.
    """
    return not is_unreachable(site.base_url)


def published_addresses(output: Output, bulletin: Bulletin) -> Ledger:
    """The addresses in the receipt of the site in ``output``, for a ``bulletin`` that has no ledger.

    Those that redirect are taken for former addresses of what they lead to, unless a file declares them. Empty if that
    was a preview, a site that is not public, or one at another address.
    """
    site = bulletin.directory.site
    try:
        data = (output.folder / RECEIPT).read_bytes()
    except OSError:
        return {}
    receipt = read_receipt(data, Location(RECEIPT)).value
    if receipt is None or receipt.drafts or receipt.preview or receipt.base_url != site.base_url or not is_public(site):
        return {}
    paths = (path for path in receipt.files if path not in receipt.redirects and _KEPT.fullmatch(path))
    addresses = (_address(path) for path in paths if path != "404.html")
    found = [PublicAddress(address, *_begun(address, site), receipt.as_of) for address in addresses]
    here, declared = identities(bulletin), {address for address, _target, _source in moved(bulletin)}
    for address, target in ((_address(old), _address(new)) for old, new in receipt.redirects.items()):
        kind, item_id = here[target].named if target in here else _begun(target, site)
        if address not in declared:
            found.append(PublicAddress(address, kind, item_id, receipt.as_of, receipt.as_of))
    return {one.address: one for one in found if is_sound(one)}


def _address(path: str) -> str:
    """The address of the file at ``path``."""
    return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path


def _begun(address: str, site: Site) -> tuple[AddressKind, str]:
    """The kind and the id of what is at ``address``, as far as that tells."""
    every = site.in_all_languages
    one = next(one for one in reversed(every) if address.startswith(one.prefix))
    words, main = WORDS[one.language], WORDS[site.language]
    match address.removeprefix(one.prefix).split("/"):
        case [words.articles, year, slug, ""] if one is every[0]:
            return AddressKind.ARTICLE, f"{'undated' if year == main.undated else year}/{slug}"
        case [words.register, year, item_id, ""] if year.isdigit() or year == words.undated:
            return AddressKind.RECORD, item_id
        case [words.agencies, item_id, ""] if item_id not in (words.levels, words.page):
            return AddressKind.AGENCY, item_id
        case [slug, ""] if slug not in _fixed(words) and one is every[0]:
            return AddressKind.PAGE, slug
        case _:
            return AddressKind.DERIVED, ""


def _fixed(words: AddressWords) -> set[str]:
    return {getattr(words, name) for name in words.__struct_fields__}
