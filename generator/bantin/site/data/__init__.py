"""PLAN: open data: the contents of the bulletin as tables and records, with their descriptions."""

from bantin.site.data.gone_records import gone_records
from bantin.site.data.sets import data_files, data_page, gone_data_page, record_data, record_data_page

__all__ = ["data_files", "data_page", "gone_data_page", "gone_records", "record_data", "record_data_page"]
