"""PLAN: open data: the contents of the bulletin as tables and records, with their descriptions."""

from bantin.site.data.sets import data_files, data_page, record_data, record_data_page

__all__ = ["data_files", "data_page", "record_data", "record_data_page"]
