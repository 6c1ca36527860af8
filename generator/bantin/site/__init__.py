"""PLAN: what pages there are, at which addresses, and what each of them shows."""

from bantin.site.page import CopiedFile, Page, Plan

__all__ = ["CopiedFile", "Page", "Plan"]
