"""How each file of a site is to be served."""

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
"""Media types by the ends of names (IANA); those of texts say how they are encoded. What is not here is just bytes."""

BYTES = "application/octet-stream"
BY_NAME: dict[str, str] = {
    "opensearch.xml": "application/opensearchdescription+xml",
    "atom.xml": "application/atom+xml",
    "rss.xml": "application/rss+xml",
}
"""Media types of files that are told by their names in whatever folder; all of them are texts in UTF-8."""

FOLDER = "_serving/"
"""The folder of the snippets for a server's own configuration, which they keep from being served."""

HEADERS = "_headers"
"""The file that Cloudflare Pages, Netlify and others read, at the root of the site."""

LASTING_IMAGES = r"\.[0-9]+\.[0-9a-f]{10}\.(?:avif|jpg|png|webp)$"
"""How the addresses of images end that were drawn from a photo, wherever they lie."""

LASTING = r"(?:static/(?:.*/)?[^/]+\.[0-9a-f]{10}\.[a-z0-9]+|pagefind/(?:fragment|index|filter)/[^/]+)"
"""The addresses, below a site, of files whose names change with what is in them."""

FOR_EVER = "public, max-age=31536000, immutable"
FRESH = "no-cache"
"""A browser keeps the file and asks each time whether it is still the same: an edit is seen at once."""

_LASTING = re.compile(rf"(?:[a-z]{{2}}/)?{LASTING}|.*{LASTING_IMAGES}")


def media_type(path: str) -> str:
    """The media type of the file at ``path``."""
    name = path.rpartition("/")[2]
    if name in BY_NAME:
        return f"{BY_NAME[name]}; charset=utf-8"
    return TYPES.get(f".{name.rpartition('.')[2].lower()}" if "." in name else "", BYTES)


def caching(path: str) -> str:
    """What ``Cache-Control`` says of the file at ``path``."""
    return FOR_EVER if _LASTING.fullmatch(path) else FRESH


def is_hidden(path: str) -> bool:
    """Whether the file at ``path`` is for servers to read and not to serve."""
    return path == HEADERS or path.startswith(FOLDER)
