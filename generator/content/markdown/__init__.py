"""PARSE: Markdown → :class:`~generator.model.Body`: clean HTML with its links, headings and anchors."""

from generator.content.markdown.converter import Converter

__all__ = ["Converter"]
