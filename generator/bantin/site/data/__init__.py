"""PLAN: the data: what the bulletin says, for other programs to use: tables, records, and what describes them."""

from bantin.site.data.sets import data_files, data_page, record_data, record_data_page

__all__ = ["data_files", "data_page", "record_data", "record_data_page"]
