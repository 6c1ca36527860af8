"""VALIDATE: photos and documents: which may be published, and whether a document is the one that was described."""

import hashlib
import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.content.discover import on_disk
from generator.content.problems import files as file_problems
from generator.content.problems import references as problems
from generator.errors import Location, Problem
from generator.model import Article, Target

# What a browser shows or saves without ever running it: no HTML and no SVG, which can carry scripts.
IMAGES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"})
DOCUMENTS = IMAGES | {".csv", ".doc", ".docx", ".ods", ".odt", ".pdf", ".rtf", ".txt", ".xls", ".xlsx", ".zip"}


def check_file(path: str, files: frozenset[str], at: Location, *, image: bool) -> Iterator[Problem]:
    """What is wrong with showing the file ``path`` at a place: that it is not there, or not of a kind to publish."""
    allowed = IMAGES if image else DOCUMENTS
    suffix = posixpath.splitext(path)[1].lower()
    if path not in files:
        yield problems.NO_SUCH_FILE.at(at, path=path)
    elif suffix not in allowed:
        yield problems.BAD_FILE_TYPE.at(
            at, suffix=suffix or posixpath.basename(path), allowed=" ".join(sorted(allowed))
        )


def check_sums(root: Path, articles: Iterable[Article], files: frozenset[str]) -> Iterator[Problem]:
    """Documents whose SHA-256 is not the one that their article states. Reads each such document once."""
    for article in articles:
        documents = article.agreement.documents if article.agreement else ()
        if not documents:
            continue
        references = [reference for reference in article.references if reference.target is Target.DOCUMENT]
        for document, reference in zip(documents, references, strict=True):
            if document.sha256 is not None and document.file in files:
                at = reference.place.within(article.path)
                yield from _check_sum(root, document.file, document.sha256, at)


def _check_sum(root: Path, path: str, expected: str, at: Location) -> Iterator[Problem]:
    try:
        with on_disk(root, path).open("rb") as file:
            actual = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        yield file_problems.UNREADABLE.at(at, reason=error.strerror or error)
        return
    if actual != expected:
        yield problems.WRONG_SUM.at(at, actual=actual)
