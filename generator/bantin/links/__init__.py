"""LINKS: whether what a published site links to elsewhere is still there."""

from bantin.links.check import LinkReport, check_links
from bantin.links.pages import links_of

__all__ = ["LinkReport", "check_links", "links_of"]
