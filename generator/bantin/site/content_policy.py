"""The Content-Security-Policy (https://www.w3.org/TR/CSP3/) of the site: what its pages may load and run."""

from bantin.domain.model import SearchScope, Site
from bantin.site.comments import origin_of_comments

# Browsers ignore this rule in a page, with a warning: by then, the page may already be in a frame.
_FOR_SERVERS = "frame-ancestors"


def policy_of(site: Site) -> str:
    """The policy that the server of ``site`` should send."""
    return policy(search=site.search is not SearchScope.OFF, guest=origin_of_comments(site.comments))


def policy(*, search: bool, guest: str = "") -> str:
    """A policy that allows resources only from the site's own origin, and from the origin ``guest`` if there is one.

    ``search`` allows WebAssembly, which the search needs. A guest shows comments, in its own frame or in the page.
    """
    scripts = ["'self'", *(["'wasm-unsafe-eval'"] if search else []), *([guest] if guest else [])]
    parts = ("style-src", "img-src", "connect-src", "frame-src") if guest else ()
    rules = {
        "default-src": "'self'",
        **({"script-src": " ".join(scripts)} if scripts != ["'self'"] else {}),
        **dict.fromkeys(parts, f"'self' {guest}"),
        "worker-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def within(policy: str) -> str:
    """The part of ``policy`` that a page itself can declare, for hosts that send no headers for the site."""
    return "; ".join(rule for rule in policy.split("; ") if rule.partition(" ")[0] != _FOR_SERVERS)
