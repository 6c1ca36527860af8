"""Records that were public and are not any more, as sources of data."""

from msgspec import Struct

from bantin.domain.model import Gone, Site
from bantin.index import Bulletin
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.gone import replacements


class GoneRecord(Struct, frozen=True):
    """A record that is gone, with the full addresses of its page and of what is in its place; empty if nothing is."""

    gone: Gone
    url: str
    replaced_by: str


def gone_records(bulletin: Bulletin) -> tuple[GoneRecord, ...]:
    """The records that are gone, by path."""
    site = bulletin.directory.site
    links = {
        path: link.url if link.external else site.base_url + link.url for path, link in replacements(bulletin).items()
    }
    return tuple(GoneRecord(one, _url(one, site), links.get(one.replaced_by, "")) for one in bulletin.gone if one.id)


def _url(gone: Gone, site: Site) -> str:
    return site.base_url + addresses.gone(WORDS[site.language], gone)
