"""PLAN: what pages there are, at which addresses, and what each of them shows."""

from generator.pages.page import File, Page, Plan

__all__ = ["File", "Page", "Plan"]
