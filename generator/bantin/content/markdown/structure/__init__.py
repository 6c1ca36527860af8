"""The structure of a text: which of its lines are lists, tables, quotations, code, headings and paragraphs.

It is that of CommonMark 0.31 and of GitHub's tables, task lists and footnotes. What is pasted from Word or Excel, which
neither of them knows, is understood as well where it can be. Only ``tree`` and ``extension`` need Python-Markdown.
"""
