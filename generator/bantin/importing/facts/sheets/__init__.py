"""Rows of spreadsheets: columns by their headers, cells by what their column is for; and our own data."""
