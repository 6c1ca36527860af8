"""The requirements of a site for its web server, derived from its settings; the server modules write them."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from msgspec import Struct

from bantin.domain.model import Cms, Isso, Site
from bantin.domain.text.query_addresses import QueryAddress
from bantin.index import Bulletin
from bantin.site.addresses import output_path
from bantin.site.cms import desk_link, desk_policy
from bantin.site.content_policy import policy_of
from bantin.site.gone import gone_addresses
from bantin.site.redirects import moved_queries


class Area(Struct, frozen=True):
    """A part of the host, below ``path``, where ``headers`` replace the headers of the same names."""

    path: str
    headers: tuple[tuple[str, str], ...]


class Needs(Struct, frozen=True):
    """The requirements of a site for its web server.

    ``base`` is the path of its address, with a slash at both ends; ``prefixes`` are those of its languages; ``headers``
    go with every response, except where one of ``areas`` replaces them; ``moved`` are pairs of old and new addresses,
    relative to ``base``, and ``moved_queries`` those of old addresses with a query. ``gone`` are the addresses that are
    answered as gone, in every spelling and relative to ``base``, each with the file that says so.
    """

    base: str
    prefixes: tuple[str, ...]
    headers: tuple[tuple[str, str], ...]
    moved: tuple[tuple[str, str], ...]
    areas: tuple[Area, ...] = ()
    moved_queries: tuple[tuple[QueryAddress, str], ...] = ()
    gone: tuple[tuple[str, str], ...] = ()

    @property
    def lasting_folders(self) -> tuple[str, ...]:
        """The folders whose files never change under the same name, from the root of the host."""
        pieces = [f"{prefix}pagefind/{kind}/" for prefix in self.prefixes for kind in ("fragment", "index", "filter")]
        return tuple(self.base + folder for folder in ("static/", *pieces))

    @property
    def varying(self) -> tuple[str, ...]:
        """The names of the headers that some area replaces."""
        return tuple(dict.fromkeys(name for area in self.areas for name, _ in area.headers))


def needs_of(bulletin: Bulletin, moved: Iterable[tuple[str, str]]) -> Needs:
    """Derives the needs of the site of ``bulletin``; ``moved`` are pairs of former and present addresses."""
    site = bulletin.directory.site
    base = urlsplit(site.base_url).path
    return Needs(
        base=base,
        prefixes=tuple(one.directory.site.prefix for one in bulletin.in_all_languages),
        headers=(
            ("Content-Security-Policy", policy_of(site)),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ),
        moved=tuple(moved),
        areas=(*_cms(site), *_moderation(site)),
        moved_queries=tuple(moved_queries(bulletin)),
        gone=tuple((path, output_path(one)) for one in gone_addresses(bulletin) for path in _spellings(one)),
    )


def _spellings(address: str) -> tuple[str, ...]:
    """The paths at which servers find what is at an address."""
    return (address.removesuffix("/"), address, output_path(address)) if address.endswith("/") else (address,)


def _cms(site: Site) -> Iterator[Area]:
    link = desk_link(site)
    if link and site.editors:
        yield Area(urlsplit(site.base_url).path + link.url, _headers_at(site.editors))


def _moderation(site: Site) -> Iterator[Area]:
    """The pages that Isso's mails to editors link to, if Isso runs on this host.

    They ask "Are you sure?" with an inline script, which then posts to its own address, which holds a key.
    """
    if isinstance(site.comments, Isso) and site.comments.base.startswith("/"):
        allowed = "default-src 'none'; script-src 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'"
        yield Area(f"{site.comments.base}/id/", (("Content-Security-Policy", allowed),))


def _headers_at(cms: Cms) -> tuple[tuple[str, str], ...]:
    return (
        ("Content-Security-Policy", desk_policy(cms)),
        # Editors sign in in a pop-up, which passes the result to its opener.
        ("Cross-Origin-Opener-Policy", "same-origin-allow-popups"),
    )
