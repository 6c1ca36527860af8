"""PARSE: Markdown into :class:`~bantin.domain.model.Body`: clean HTML with its links, headings and anchors."""

from bantin.content.markdown.converter import Converter

__all__ = ["Converter"]
