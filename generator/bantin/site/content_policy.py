"""What pages may load and do: the Content-Security-Policy (https://www.w3.org/TR/CSP3/) of servers and of pages."""

from bantin.domain.model import SearchScope, Site
from bantin.site.comments import origin_of_comments

# A policy in a page comes too late to say who may frame it: browsers pass the rule over, with a complaint.
_FOR_SERVERS = "frame-ancestors"


def policy_of(site: Site) -> str:
    """The policy that the server of ``site`` is to send."""
    return policy(search=site.search is not SearchScope.OFF, guest=origin_of_comments(site.comments))


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


def within(policy: str) -> str:
    """The part of a ``policy`` that a page can say itself, for hosts that send no headers of its site."""
    return "; ".join(rule for rule in policy.split("; ") if rule.partition(" ")[0] != _FOR_SERVERS)
