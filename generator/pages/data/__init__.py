"""PLAN: the data: what the bulletin says, for other programs to use: tables, records, and what describes them."""

from generator.pages.data.sets import data_pages, record_pages

__all__ = ["data_pages", "record_pages"]
