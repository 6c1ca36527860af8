"""VALIDATE: what the documents of a bulletin are, and what is in them: files → :class:`DocumentFacts`.

A document is read once; what was found of it is remembered under its size and time, and its digest.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from bantin.content.discover import Role, SourceFile, Sources, on_disk, read
from bantin.content.documents.checks import check_name, suffix_of, told_of
from bantin.content.documents.file_types import FORMS, FileType, begins_as_pdf, is_image
from bantin.content.documents.messages import Examination, Outcome, SignatureCheck
from bantin.content.problems import documents as problems
from bantin.domain.model import Article, DocumentFacts, SignatureFacts, Trust
from bantin.domain.problems import Checked, Location, Problem, has_errors
from bantin.runtime.cache import DamagedCache, Store
from bantin.runtime.workers import Workers

if TYPE_CHECKING:
    from bantin.content.documents.examiner import Examiner

LARGEST_DOCUMENT = 1 << 28
"""The size in bytes of the largest document that the process for it has room for."""

_SUBJECT = "documents"


class _Found(Struct, frozen=True):
    """What was found of a file of this size, time of change, digest and inode; ``facts`` if it may be published.

    A ``lasting`` finding is one that the same file will give again.
    """

    path: str
    size: int
    modified: int
    sha256: str
    facts: DocumentFacts | None
    problems: tuple[Problem, ...]
    lasting: bool = True
    inode: int = 0


class _Noted(Struct, frozen=True):
    """What is remembered of all documents, and the roots that their signatures were checked against."""

    roots: tuple[bytes, ...]
    found: tuple[_Found, ...]


def read_documents(
    root: Path,
    sources: Sources,
    articles: Iterable[Article],
    roots: tuple[bytes, ...],
    today: date,
    *,
    workers: Workers,
    store: Store,
) -> Checked[Mapping[str, DocumentFacts]]:
    """What is found of every document among ``sources``, and of the other files that agreements of ``articles`` name.

    The facts are by path, as of ``today``; a file with errors has none. ``roots`` are certificates in DER. All
    documents are read, since any may be linked to from a text.
    """
    referred = {document.file for article in articles if article.agreement for document in article.agreement.documents}
    wanted = [one for one in sources.of(Role.ATTACHMENT) if one.path in referred or suffix_of(one.path) in FORMS]
    names = tuple(problem for one in sources.of(Role.ATTACHMENT) for problem in check_name(one.path))
    if not wanted:
        return Checked({}, names)
    known = _recall(store, roots)
    recalled = (_still(root, source, known.get(source.path), store) for source in wanted)
    found = {one.path: one for one in recalled if one}
    unread = [source for source in wanted if source.path not in found]
    for piece in workers.each(partial(_examine_all, root, roots), unread):
        found |= {one.path: replace(one, modified=store.stamp(one.modified)) for one in piece}
    lasting = {source.path: found[source.path] for source in wanted if found[source.path].lasting}
    if lasting != known:
        store.note(_SUBJECT, msgspec.msgpack.encode(_Noted(roots, tuple(lasting.values()))))
    facts = {one.path: _on(today, one.facts) for one in found.values() if one.facts}
    return Checked(facts, (*names, *(problem for one in found.values() for problem in one.problems)))


def _recall(store: Store, roots: tuple[bytes, ...]) -> dict[str, _Found]:
    record = store.noted(_SUBJECT)
    if record is None:
        return {}
    try:
        noted = msgspec.msgpack.decode(record, type=_Noted)
    except ValueError as error:
        raise DamagedCache from error
    return {one.path: one for one in noted.found} if noted.roots == roots else {}


def _still(root: Path, source: SourceFile, known: _Found | None, store: Store) -> _Found | None:
    """What is known of a file, if it is still the same."""
    if known is None or known.size != source.size:
        return None
    if (known.modified, known.inode) == (source.modified, source.inode):
        return known
    try:
        same = _sha256(root, source.path) == known.sha256
    except OSError:
        return None
    return replace(known, modified=store.stamp(source.modified), inode=source.inode) if same else None


def _on(today: date, facts: DocumentFacts) -> DocumentFacts:
    """``facts`` on the day ``today``: a certificate that was good when it was noted may not be any more."""
    return replace(facts, signatures=tuple(_judged(signature, today) for signature in facts.signatures))


def _judged(signature: SignatureFacts, today: date) -> SignatureFacts:
    """A signature without a time stamp may have been made on any day on which its certificate could be misused."""
    over = signature.good_until is not None and signature.good_until.date() < today
    expired = over and not signature.time_stamped and signature.trust is Trust.TRUSTED
    return replace(signature, trust=Trust.EXPIRED, trusted_by="") if expired else signature


def _examine_all(root: Path, roots: Sequence[bytes], sources: Sequence[SourceFile]) -> list[_Found]:
    # Much to load, which a bulletin whose documents are known has no use for.
    from bantin.content.documents.examiner import Examiner

    with Examiner(roots) as examiner:
        return [_examine(root, source, examiner) for source in sources]


def _examine(root: Path, source: SourceFile, examiner: "Examiner") -> _Found:
    path, at = source.path, Location(source.path)
    if source.size > LARGEST_DOCUMENT:
        return _unread(source, problems.TOO_COSTLY.at(at))
    data = read(root, path, LARGEST_DOCUMENT)
    return _unread(source, *data.problems) if data.value is None else _examine_bytes(source, data.value, examiner)


def _examine_bytes(source: SourceFile, data: bytes, examiner: "Examiner") -> _Found:
    path, size, sha256 = source.path, len(data), hashlib.sha256(data).hexdigest()
    found = _look_into(path, data, examiner)
    met = tuple(told_of(found, path))
    unchecked = found.signed is not SignatureCheck.CHECKED
    facts = DocumentFacts(path, size, sha256, found.pages or None, found.signatures, unchecked)
    lasting = found.outcome is not Outcome.COSTLY
    return _Found(path, size, source.modified, sha256, None if has_errors(met) else facts, met, lasting, source.inode)


def _look_into(path: str, data: bytes, examiner: "Examiner") -> Examination:
    form = FORMS.get(suffix_of(path))
    if not data:
        return Examination(Outcome.EMPTY)
    if form is None or (form is FileType.PDF and not begins_as_pdf(data)):
        return Examination(Outcome.READ, form=FileType.IMAGE if is_image(data) else FileType.UNKNOWN)
    return examiner.examine(data)


def _unread(source: SourceFile, *met: Problem) -> _Found:
    """A file that could not be read now, but may be later."""
    return _Found(source.path, source.size, source.modified, "", None, met, lasting=False)


def _sha256(root: Path, path: str) -> str:
    with on_disk(root, path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
