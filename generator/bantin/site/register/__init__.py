"""PLAN: the register: its records as tables, by what readers look for them by."""

from bantin.site.register.pairs import partner_links
from bantin.site.register.register import register_pages

__all__ = ["partner_links", "register_pages"]
