"""PLAN: the register: its records as tables, grouped by the terms that readers search for."""

from bantin.site.register.pairs import partner_links
from bantin.site.register.register import register_pages

__all__ = ["partner_links", "register_pages"]
