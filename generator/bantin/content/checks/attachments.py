"""VALIDATE: photos and documents: which may be published, and whether a document is the one that was described."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping

from bantin.content.problems import references as problems
from bantin.domain.model import Article, DocumentFacts, ReferenceTarget
from bantin.domain.problems import Location, Problem

# What a browser shows or saves without ever running it: no HTML and no SVG, which can carry scripts. And what can be
# looked into before it is published, as files of Word and Excel 97–2003 cannot.
IMAGES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"})
DOCUMENTS = IMAGES | {".csv", ".docx", ".ods", ".odt", ".pdf", ".rtf", ".txt", ".xlsx", ".zip"}
_OLD = {".doc": ".docx", ".xls": ".xlsx"}


def check_file(path: str, files: frozenset[str], at: Location, *, image: bool) -> Iterator[Problem]:
    """What is wrong with showing the file ``path`` at a place: that it is not there, or not of a kind to publish."""
    allowed = IMAGES if image else DOCUMENTS
    suffix = posixpath.splitext(path)[1].lower()
    if path not in files:
        yield problems.NO_SUCH_FILE.at(at, path=path)
    elif suffix in _OLD and not image:
        yield problems.OLD_OFFICE_FILE.at(at, suffix=suffix, better=_OLD[suffix])
    elif suffix not in allowed:
        yield problems.BAD_FILE_TYPE.at(
            at, suffix=suffix or posixpath.basename(path), allowed=" ".join(sorted(allowed))
        )


def check_sums(articles: Iterable[Article], documents: Mapping[str, DocumentFacts]) -> Iterator[Problem]:
    """Documents whose SHA-256 is not the one that their article states. ``documents`` are those that are known."""
    for article in articles:
        stated = article.agreement.documents if article.agreement else ()
        if not stated:
            continue
        references = [reference for reference in article.references if reference.target is ReferenceTarget.DOCUMENT]
        for document, reference in zip(stated, references, strict=True):
            facts = documents.get(document.file)
            if facts and document.sha256 not in (None, facts.sha256):
                yield problems.WRONG_SUM.at(reference.place.within(article.path), actual=facts.sha256)
