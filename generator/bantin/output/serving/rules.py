"""The media type and caching of each file of a site."""

import re

TYPES: dict[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/vnd.microsoft.icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".rtf": "application/rtf",
}
"""Media types (IANA) by file name suffix, with the charset of texts. Other files are served as ``BYTES``."""

BYTES = "application/octet-stream"
BY_NAME: dict[str, str] = {
    "opensearch.xml": "application/opensearchdescription+xml",
    "atom.xml": "application/atom+xml",
    "rss.xml": "application/rss+xml",
}
"""Media types of files with these names in any folder; all of them are texts in UTF-8."""

FOLDER = "_serving/"
"""The folder of the configuration snippets for web servers; it is not served itself."""

HEADERS = "_headers"
"""The file at the root of the site from which Cloudflare Pages, Netlify and others take headers."""

LASTING_IMAGES = r"\.[0-9]+\.[0-9a-f]{10}\.(?:avif|jpg|png|webp)$"
"""The end of the addresses of scaled images, in any folder."""

LASTING = r"(?:static/(?:.*/)?[^/]+\.[0-9a-f]{10}\.[a-z0-9]+|pagefind/(?:fragment|index|filter)/[^/]+)"
"""The addresses, relative to a site, of files whose names change with their content."""

FOR_EVER = "public, max-age=31536000, immutable"
FRESH = "no-cache"
"""A browser caches the file but revalidates it each time, so that an edit is seen at once."""

_LASTING = re.compile(rf"(?:[a-z]{{2}}/)?{LASTING}|.*{LASTING_IMAGES}")


def media_type(path: str) -> str:
    """Returns the media type of the file at ``path``."""
    name = path.rpartition("/")[2]
    if name in BY_NAME:
        return f"{BY_NAME[name]}; charset=utf-8"
    return TYPES.get(f".{name.rpartition('.')[2].lower()}" if "." in name else "", BYTES)


def caching(path: str) -> str:
    """Returns the ``Cache-Control`` header of the file at ``path``."""
    return FOR_EVER if _LASTING.fullmatch(path) else FRESH


def is_hidden(path: str) -> bool:
    """Whether servers read the file at ``path`` but must not serve it."""
    return path == HEADERS or path.startswith(FOLDER)
