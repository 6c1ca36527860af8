"""REPORT: formats problems and summaries for people and programs. Printing them is up to the commands."""

from bantin.report.changes import Changes, changes
from bantin.report.excerpt import Excerpt, excerpts_below
from bantin.report.formats import FieldOf, as_github, as_gitlab, as_json, as_markdown, no_field
from bantin.report.summary import Summary
from bantin.report.text import as_text

__all__ = [
    "Changes",
    "Excerpt",
    "FieldOf",
    "Summary",
    "as_github",
    "as_gitlab",
    "as_json",
    "as_markdown",
    "as_text",
    "changes",
    "excerpts_below",
    "no_field",
]
