"""What a site needs of whoever serves it: drawn from its settings, told in the languages of servers elsewhere."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from msgspec import Struct

from bantin.domain.model import Cms, Isso, Site
from bantin.index import Bulletin
from bantin.site.cms import desk_link, desk_policy
from bantin.site.content_policy import policy_of
from bantin.site.redirects import moved


class Area(Struct, frozen=True):
    """What lies below ``path`` of the host: there, ``headers`` take the place of those that they share a name with."""

    path: str
    headers: tuple[tuple[str, str], ...]


class Needs(Struct, frozen=True):
    """What a site needs.

    ``base`` is the path of its address, with a slash at both ends; ``prefixes`` are those of its languages; ``headers``
    go with every answer but for those that are others in one of ``areas``; ``moved`` are old addresses and new ones,
    from ``base`` on.
    """

    base: str
    prefixes: tuple[str, ...]
    headers: tuple[tuple[str, str], ...]
    moved: tuple[tuple[str, str], ...]
    areas: tuple[Area, ...] = ()

    @property
    def lasting_folders(self) -> tuple[str, ...]:
        """The folders whose files never change under one name, from the root of the host on."""
        pieces = [f"{prefix}pagefind/{kind}/" for prefix in self.prefixes for kind in ("fragment", "index", "filter")]
        return tuple(self.base + folder for folder in ("static/", *pieces))

    @property
    def varying(self) -> tuple[str, ...]:
        """The names of the headers that are not the same everywhere."""
        return tuple(dict.fromkeys(name for area in self.areas for name, _ in area.headers))


def needs_of(bulletin: Bulletin) -> Needs:
    """What the site of ``bulletin`` needs."""
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
        moved=tuple((old, new) for old, new, _source in moved(bulletin)),
        areas=(*_desk(site), *_moderation(site)),
    )


def _desk(site: Site) -> Iterator[Area]:
    link = desk_link(site)
    if link and site.editors:
        yield Area(urlsplit(site.base_url).path + link.url, _headers_at(site.editors))


def _moderation(site: Site) -> Iterator[Area]:
    """The links in Isso's mails to editors, if it answers on this host.

    Their page asks "Are you sure?" by a script in the page, and then posts to its own address, which holds a key.
    """
    if isinstance(site.comments, Isso) and site.comments.base.startswith("/"):
        allowed = "default-src 'none'; script-src 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'"
        yield Area(f"{site.comments.base}/id/", (("Content-Security-Policy", allowed),))


def _headers_at(desk: Cms) -> tuple[tuple[str, str], ...]:
    return (
        ("Content-Security-Policy", desk_policy(desk)),
        # Editors sign in in a window that tells this one of it.
        ("Cross-Origin-Opener-Policy", "same-origin-allow-popups"),
    )
