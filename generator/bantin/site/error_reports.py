"""PLAN: where readers report errors: by mail to the editors, or as an issue at the host of the repository."""

import re

from bantin.domain.model import Site
from bantin.site.views import ReportView

# How hosts address a file of a commit, and an issue to be written. GitLab also runs under names of its own, as do the
# others; what they have before the commit tells them apart.
_HOSTS = (
    (
        re.compile(r"(https?://[^{}]+)/-/blob/\{commit\}/"),
        "/-/issues/new",
        "issue%5Btitle%5D",
        "issue%5Bdescription%5D",
    ),
    (re.compile(r"(https?://[^{}]+)/(?:blob|src/commit)/\{commit\}/"), "/issues/new", "title", "body"),
)


def report_view(site: Site) -> ReportView | None:
    """Where the readers of ``site`` report errors; ``None`` if it has no mail address and its host is not known."""
    if site.contact.email:
        return ReportView(f"mailto:{site.contact.email}", "subject", "body")
    for address, issues, title, text in _HOSTS:
        found = address.match(site.repository)
        if found:
            return ReportView(found[1] + issues, title, text)
    return None
