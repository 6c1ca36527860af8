"""The files that the desk may write: those of the form, in their folders, of known types and limited size."""

import re
import unicodedata
from http import HTTPStatus

from bantin.content.checks.attachments import DOCUMENTS, IMAGES
from bantin.content.files import LARGEST_TEXT
from bantin.content.images.reading import LARGEST_IMAGE
from bantin.desk import words
from bantin.desk.git import Git
from bantin.desk.refusal import Refused

TEXTS = {"articles": ".md", "agreements": ".md", "pages": ".md", "agencies": ".yml"}
"""The folders of texts, each with the type of its files."""
_BESIDE = {"articles", "agreements", "pages"}
_SHARED = {"media", "documents"}
_LONGEST_PATH = 400
_LONGEST_NAME = 255  # bytes, in most file systems
# Names that Git does not check out, or that Windows does not have.
_RESERVED = re.compile(r"git~.*|(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_MEGABYTE = 1_000_000
_DEPTH = 3


def require_writable(path: str) -> None:
    """Raises ``Refused`` unless ``path``, from the root of the bulletin, is that of a file that the form can write."""
    parts = path.split("/")
    if not (_is_plain(path, parts) and len(parts) >= _DEPTH and parts[0] == "content" and _fits(parts)):
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, words.BAD_PATH, path=path)


def require_fit(path: str, data: bytes) -> None:
    """Raises ``Refused`` for a content that is too large, or is no text where a text belongs."""
    is_text = suffix_of(path) in TEXTS.values()
    most = LARGEST_TEXT if is_text else LARGEST_IMAGE
    if len(data) > most:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, words.TOO_LARGE, path=path, most=max(1, most // _MEGABYTE))
    if is_text:
        try:
            data.decode()
        except UnicodeDecodeError:
            raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, words.NOT_TEXT, path=path) from None


def require_no_link(git: Git, commit: str, path: str) -> None:
    """Raises ``Refused`` if ``path`` is, or is behind, anything in ``commit`` but folders and files of its own."""
    parts = path.split("/")
    for length in range(1, len(parts) + 1):
        found = git.entry(commit, "/".join(parts[:length]))
        if found is None:
            return
        if not (found.is_file if length == len(parts) else found.mode == "040000"):
            raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, words.BAD_PATH, path=path)


def suffix_of(path: str) -> str:
    """The type of a file in lower case, with its dot."""
    name = path.rpartition("/")[2]
    return f".{name.rpartition('.')[2].lower()}" if "." in name.strip(".") else ""


def _is_plain(path: str, parts: list[str]) -> bool:
    return (
        len(path) <= _LONGEST_PATH
        and path.isprintable()
        and not set('\\:*?"<>|') & set(path)
        and unicodedata.is_normalized("NFC", path)
        and all(map(_is_name, parts))
    )


def _is_name(part: str) -> bool:
    return (
        0 < len(part.encode()) <= _LONGEST_NAME
        and not part.startswith((".", " "))
        and not part.endswith((".", " "))
        and not _RESERVED.fullmatch(part)
    )


def _fits(parts: list[str]) -> bool:
    suffix, folder = suffix_of(parts[-1]), parts[1]
    if suffix == TEXTS.get(folder):
        return True
    return suffix in DOCUMENTS | IMAGES and folder in _SHARED | _BESIDE
