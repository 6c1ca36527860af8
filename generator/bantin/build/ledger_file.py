"""The file of the ledger: written by the build of a public site, and begun with what an earlier build published."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from bantin.content.ledger import LEDGER, is_sound, ledger_text
from bantin.domain.model import AddressKind, Ledger, PublicAddress, Site
from bantin.domain.problems import Checked, Location
from bantin.output.publish import RECEIPT, Output
from bantin.output.publish import problems as publishing
from bantin.output.verify.verification import read_receipt
from bantin.site.addresses import WORDS, AddressWords

_KEPT = re.compile(r"(?:.*/)?(?:[^/]+\.html?|atom\.xml|rss\.xml|feed\.json|index\.json|[^/]+\.ics)")


def write_ledger(root: Path, addresses: Iterable[PublicAddress]) -> Checked[bytes]:
    """Writes the ledger of the bulletin in ``root`` if it has changed; the value is its content.

    It is moved into place, so it is never incomplete. If that fails, there is a problem: the site is published already.
    """
    place = root / LEDGER
    data = ledger_text(addresses).encode()
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        if place.exists() and place.read_bytes() == data:
            return Checked(data)
        try:
            draft.write_bytes(data)
            if place.exists():
                draft.chmod(place.stat().st_mode)
            draft.replace(place)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        at = Location(LEDGER)
        return Checked(None, (publishing.LEDGER_NOT_WRITTEN.at(at, reason=error.strerror or error),))
    return Checked(data)


def published_addresses(output: Output, site: Site) -> Ledger:
    """The addresses in the receipt of the site in ``output``, for a bulletin that has no ledger yet.

    Empty if that was a preview, or a site at another address.
    """
    try:
        data = (output.folder / RECEIPT).read_bytes()
    except OSError:
        return {}
    receipt = read_receipt(data, Location(RECEIPT)).value
    if receipt is None or receipt.drafts or receipt.base_url != site.base_url:
        return {}
    paths = (path for path in receipt.files if path not in receipt.redirects and _KEPT.fullmatch(path))
    made = (_begun(path, site) for path in paths if path != "404.html")
    found = (PublicAddress(address, kind, item_id, receipt.as_of) for address, kind, item_id in made)
    return {one.address: one for one in found if is_sound(one)}


def _begun(path: str, site: Site) -> tuple[str, AddressKind, str]:
    """The address of the file at ``path``, and the kind and the id of what it shows, as far as the address tells."""
    address = path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path
    every = site.in_all_languages
    one = next(one for one in reversed(every) if address.startswith(one.prefix))
    words, main = WORDS[one.language], WORDS[site.language]
    match address.removeprefix(one.prefix).split("/"):
        case [words.articles, year, slug, ""] if one is every[0]:
            return address, AddressKind.ARTICLE, f"{'undated' if year == main.undated else year}/{slug}"
        case [words.register, year, item_id, ""] if year.isdigit() or year == words.undated:
            return address, AddressKind.RECORD, item_id
        case [words.agencies, item_id, ""] if item_id not in (words.levels, words.page):
            return address, AddressKind.AGENCY, item_id
        case [slug, ""] if slug not in _fixed(words) and one is every[0]:
            return address, AddressKind.PAGE, slug
        case _:
            return address, AddressKind.DERIVED, ""


def _fixed(words: AddressWords) -> set[str]:
    return {getattr(words, name) for name in words.__struct_fields__}
