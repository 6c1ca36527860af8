"""LINKS: checks whether the external links of a published site still work."""

from bantin.links.check import LinkReport, check_links
from bantin.links.pages import links_of

__all__ = ["LinkReport", "check_links", "links_of"]
