"""PLAN: the register: its records as tables, by what readers look for them by."""

from generator.pages.register.pairs import partner_links
from generator.pages.register.register import register_pages

__all__ = ["partner_links", "register_pages"]
