"""PLAN: the pages of the site, their addresses, and the view of each page."""

from bantin.site.page import CopiedFile, Page, Plan

__all__ = ["CopiedFile", "Page", "Plan"]
