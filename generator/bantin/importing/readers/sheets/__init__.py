"""Spreadsheets and separated values, within limits, with the place of each value."""
