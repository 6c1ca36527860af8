"""Drafts: facts → Markdown and YAML files in which every guess is marked, and what was written at earlier imports."""
