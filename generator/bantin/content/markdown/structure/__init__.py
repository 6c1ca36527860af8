"""The block structure of a text: lists, tables, quotations, code, headings and paragraphs.

It follows CommonMark 0.31 and GitHub's tables, task lists and footnotes. Beyond these, it recognises text pasted from
Word or Excel where possible. Only ``tree`` and ``extension`` depend on Python-Markdown.
"""
