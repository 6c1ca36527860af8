"""LINKS: whether what a published site links to elsewhere is still there."""

from generator.links.check import Checked, check_links
from generator.links.pages import links_of

__all__ = ["Checked", "check_links", "links_of"]
