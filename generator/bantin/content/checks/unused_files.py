"""VALIDATE: files next to articles, records and pages that nothing refers to, and that are therefore not published."""

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from bantin.content.checks.attachments import IMAGES
from bantin.content.discover import Role, SourceFile
from bantin.content.documents.sidecar import is_sidecar
from bantin.content.paths import resolve
from bantin.content.problems import file_places as problems
from bantin.domain.model import Article, Outline, RecordFile, ReferenceTarget, StaticPage, Translation
from bantin.domain.problems import Location, Problem
from bantin.domain.text.urls import decoded

# Any other type may have been intended as an article.
_NO_TEXT = IMAGES | {".csv", ".pdf", ".xls", ".xlsx", ".ods", ".zip"}
_FOLDERS = ("content/agreements/", "content/articles/", "content/pages/")

_Text = Article | RecordFile | StaticPage | Translation


def check_unused(files: Sequence[SourceFile], texts: Iterable[_Text]) -> Iterator[Problem]:
    """Reports those of ``files`` next to articles, records and pages to which none of ``texts``, which are all,
    refers.
    """
    attachments = [file.path for file in files if file.role is Role.ATTACHMENT and file.path.startswith(_FOLDERS)]
    if not attachments:
        return
    # A reference with different capitals is reported at its place.
    used = {path.lower() for text in texts for path in _used_by(text)}
    for path in attachments:
        # Recognised text of a PDF is searched, not published.
        if path.lower() not in used and not is_sidecar(path):
            stem, suffix = posixpath.splitext(path)
            kind = problems.UNUSED if suffix.lower() in _NO_TEXT else problems.NOT_AN_ARTICLE
            yield kind.at(Location(path), name=f"{posixpath.basename(stem)}.md")


def _used_by(text: _Text) -> Iterator[str]:
    if isinstance(text, Article | RecordFile):
        yield from (
            one.id for one in text.references if one.target in (ReferenceTarget.IMAGE, ReferenceTarget.DOCUMENT)
        )
    if not isinstance(text, RecordFile):
        yield from _linked_by(text.outline, posixpath.dirname(text.path))


def _linked_by(outline: Outline, folder: str) -> Iterator[str]:
    for link in outline.links:
        path = resolve(decoded(urlsplit(link.target).path), folder)
        if path:
            yield path
