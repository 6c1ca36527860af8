"""Telling people, and the programs they use, what is wrong. Formats only; printing is the command's."""

from generator.report.changes import Changes, changes
from generator.report.excerpt import Excerpt, excerpts_below
from generator.report.formats import as_github, as_gitlab, as_json, as_markdown
from generator.report.summary import Summary
from generator.report.text import as_text

__all__ = [
    "Changes",
    "Excerpt",
    "Summary",
    "as_github",
    "as_gitlab",
    "as_json",
    "as_markdown",
    "as_text",
    "changes",
    "excerpts_below",
]
