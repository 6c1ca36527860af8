"""Telling people, and the programs they use, what is wrong. Formats only; printing is the command's."""

from generator.report.excerpt import Excerpt, read_excerpt
from generator.report.formats import as_github, as_gitlab, as_json, as_markdown, as_text
from generator.report.summary import Summary

__all__ = ["Excerpt", "Summary", "as_github", "as_gitlab", "as_json", "as_markdown", "as_text", "read_excerpt"]
