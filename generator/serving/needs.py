"""What a site needs of whoever serves it: drawn from its settings, told in the languages of servers elsewhere."""

from urllib.parse import urlsplit

from msgspec import Struct

from generator.bulletin import Bulletin
from generator.model import Desk, SearchScope
from generator.pages.articles import moved
from generator.pages.comments import origin_of_comments
from generator.pages.editors import desk_link, desk_policy


class Needs(Struct, frozen=True):
    """What a site needs.

    ``base`` is the path of its address, with a slash at both ends; ``prefixes`` are those of its languages; ``headers``
    go with every answer, but below the path ``desk``, if there is one, those of ``at_desk`` take the place of the ones
    that they share a name with; ``moved`` are old addresses and new ones, from ``base`` on.
    """

    base: str
    prefixes: tuple[str, ...]
    headers: tuple[tuple[str, str], ...]
    moved: tuple[tuple[str, str], ...]
    desk: str = ""
    at_desk: tuple[tuple[str, str], ...] = ()

    @property
    def lasting_folders(self) -> tuple[str, ...]:
        """The folders whose files never change under one name, from the root of the host on."""
        pieces = [f"{prefix}pagefind/{kind}/" for prefix in self.prefixes for kind in ("fragment", "index", "filter")]
        return tuple(self.base + folder for folder in ("static/", *pieces))


def needs_of(bulletin: Bulletin) -> Needs:
    """What the site of ``bulletin`` needs."""
    site = bulletin.directory.site
    base, guest = urlsplit(site.base_url).path, origin_of_comments(site.comments)
    return Needs(
        base=base,
        prefixes=tuple(one.directory.site.prefix for one in bulletin.in_all_languages),
        headers=(
            ("Content-Security-Policy", policy(search=site.search is not SearchScope.OFF, guest=guest)),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ),
        moved=tuple((old, new) for old, new, _source in moved(bulletin)),
        desk=f"{base}{link.url}" if (link := desk_link(site)) else "",
        at_desk=_headers_at(site.editors) if site.editors else (),
    )


def _headers_at(desk: Desk) -> tuple[tuple[str, str], ...]:
    return (
        ("Content-Security-Policy", desk_policy(desk)),
        # Editors sign in in a window that tells this one of it.
        ("Cross-Origin-Opener-Policy", "same-origin-allow-popups"),
    )


def policy(*, search: bool, guest: str = "") -> str:
    """What pages may load and do: all of it from their own origin, and from that of a ``guest`` if there is one.

    The search runs WebAssembly. A guest shows comments, in its own frame or in the page.
    """
    scripts = ["'self'", *(["'wasm-unsafe-eval'"] if search else []), *([guest] if guest else [])]
    parts = ("style-src", "img-src", "connect-src", "frame-src") if guest else ()
    rules = {
        "default-src": "'self'",
        **({"script-src": " ".join(scripts)} if scripts != ["'self'"] else {}),
        **dict.fromkeys(parts, f"'self' {guest}"),
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())
