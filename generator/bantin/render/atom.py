"""Feeds of changes in the Atom Syndication Format (RFC 4287)."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from bantin.site.views import ChangeEntryView, ChangesFeedView


def atom_text(view: ChangesFeedView) -> str:
    """Writes the feed."""
    return "\n".join(_lines(view)) + "\n"


def _lines(view: ChangesFeedView) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{view.language}">'
    yield f"<id>{escape(view.full)}</id>"
    yield f"<title>{escape(view.title)}</title>"
    yield f'<link rel="self" type="application/atom+xml" href={quoteattr(view.full)}/>'
    yield f'<link rel="alternate" type="text/html" href={quoteattr(view.home)}/>'
    for hub in view.hubs:
        yield f'<link rel="hub" href={quoteattr(hub)}/>'
    yield f"<updated>{view.updated}</updated>"
    yield f"<author><name>{escape(view.publisher)}</name></author>"
    if view.license:
        yield f"<rights>{escape(view.license)}</rights>"
    for entry in view.entries:
        yield from _entry(entry)
    yield "</feed>"


def _entry(entry: ChangeEntryView) -> Iterator[str]:
    yield f"<entry xml:lang={quoteattr(entry.lang)}>" if entry.lang else "<entry>"
    yield f"<id>{escape(entry.id)}</id>"
    yield f"<title>{escape(entry.title)}</title>"
    yield f'<link rel="alternate" type="text/html" href={quoteattr(entry.url)}/>'
    yield f"<published>{entry.at}</published>"
    yield f"<updated>{entry.at}</updated>"
    yield f"<category term={quoteattr(entry.category)}/>"
    if entry.summary:
        yield f"<summary>{escape(entry.summary)}</summary>"
    yield "</entry>"
