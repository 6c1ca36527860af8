"""VALIDATE: photos and documents: which types may be published, and whether a document is the one described."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping

from bantin.content.problems import references as problems
from bantin.domain.model import DocumentFacts, RecordHome, ReferenceTarget
from bantin.domain.problems import Location, Problem

# Types that a browser shows or saves without running anything: no HTML and no SVG, which can carry scripts. Only types
# that can be examined before they are published: the files of Word and Excel 97–2003 cannot.
IMAGES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"})
DOCUMENTS = IMAGES | {".csv", ".docx", ".ods", ".odt", ".pdf", ".rtf", ".txt", ".xlsx", ".zip"}
_OLD_OFFICE = {".doc": ".docx", ".xls": ".xlsx"}


def check_file(path: str, files: frozenset[str], at: Location, *, image: bool) -> Iterator[Problem]:
    """Reports the file ``path``, which is used at the location ``at``, if it is missing or of a type not published."""
    allowed = IMAGES if image else DOCUMENTS
    suffix = posixpath.splitext(path)[1].lower()
    if path not in files:
        yield problems.NO_SUCH_FILE.at(at, path=path)
    elif suffix in _OLD_OFFICE and not image:
        yield problems.OLD_OFFICE_FILE.at(at, suffix=suffix, better=_OLD_OFFICE[suffix])
    elif suffix not in allowed:
        yield problems.BAD_FILE_TYPE.at(
            at, suffix=suffix or posixpath.basename(path), allowed=" ".join(sorted(allowed))
        )


def check_sums(homes: Iterable[RecordHome], documents: Mapping[str, DocumentFacts]) -> Iterator[Problem]:
    """Reports documents whose SHA-256 differs from the one that is stated.

    ``documents`` holds the facts of the documents that could be read, by path; others are not checked.
    """
    for home in homes:
        stated = home.agreement.documents if home.agreement else ()
        if not stated:
            continue
        references = [reference for reference in home.references if reference.target is ReferenceTarget.DOCUMENT]
        for document, reference in zip(stated, references, strict=True):
            facts = documents.get(document.file)
            if facts and document.sha256 not in (None, facts.sha256):
                yield problems.WRONG_SUM.at(reference.place.within(home.path), actual=facts.sha256)
