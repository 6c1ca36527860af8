"""VALIDATE: reads the documents of a bulletin: files → :class:`DocumentFacts`.

A document is examined once; the findings are cached, and valid while its size and time, or its digest, are the same.
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
from bantin.content.documents.checks import check_document, check_name, suffix_of
from bantin.content.documents.file_types import FILE_TYPES, FileType, begins_as_pdf, is_image
from bantin.content.documents.messages import Examination, Outcome, SignatureCheck
from bantin.content.documents.sidecar import is_sidecar
from bantin.content.documents.words import clean_pages, drop_words, keep_words
from bantin.content.problems import documents as problems
from bantin.domain.model import DocumentFacts, RecordHome, SignatureFacts, Trust
from bantin.domain.problems import Checked, Location, Problem, has_errors
from bantin.runtime.cache import DamagedCache, Store
from bantin.runtime.workers import Workers

if TYPE_CHECKING:
    from bantin.content.documents.examiner import Examiner

LARGEST_DOCUMENT = 1 << 28
"""The size in bytes of the largest document that the sandbox has room for."""

_SUBJECT = "documents"


class _Findings(Struct, frozen=True):
    """The findings in a file of this size, time of change, digest and inode; ``facts`` if it may be published.

    They are ``lasting`` if the same file will give the same again.
    """

    path: str
    size: int
    modified: int
    sha256: str
    facts: DocumentFacts | None
    problems: tuple[Problem, ...]
    lasting: bool = True
    inode: int = 0


class _Examined(Struct, frozen=True):
    """The findings in a file, and the words of its pages, which are cached separately."""

    findings: _Findings
    words: tuple[str, ...] = ()


class _CachedFindings(Struct, frozen=True):
    """The findings in all documents, and the roots that their signatures were checked against."""

    roots: tuple[bytes, ...]
    found: tuple[_Findings, ...]


def read_documents(
    root: Path,
    sources: Sources,
    homes: Iterable[RecordHome],
    roots: tuple[bytes, ...],
    today: date,
    *,
    workers: Workers,
    store: Store,
) -> Checked[Mapping[str, DocumentFacts]]:
    """Examines every document among ``sources``, and the other files that the agreements of ``homes`` name.

    The facts are by path, as of ``today``; a file with errors has none. ``roots`` are certificates in DER. All
    documents are read, since any text may link to them, except the sidecars of others.
    """
    referred = {document.file for home in homes if home.agreement for document in home.agreement.documents}
    wanted = [one for one in sources.of(Role.ATTACHMENT) if one.path in referred or _is_document(one.path)]
    names = tuple(problem for one in sources.of(Role.ATTACHMENT) for problem in check_name(one.path))
    if not wanted:
        return Checked({}, names)
    known = _load_cached(store, roots)
    unchanged = (_if_unchanged(root, source, known.get(source.path), store) for source in wanted)
    found = {one.path: one for one in unchanged if one}
    unread = [source for source in wanted if source.path not in found]
    for piece in workers.each(partial(_examine_all, root, roots), unread):
        keep_words(store, {one.findings.sha256: one.words for one in piece if one.words})
        made = (one.findings for one in piece)
        found |= {one.path: replace(one, modified=store.stamp(one.modified)) for one in made}
    lasting = {source.path: found[source.path] for source in wanted if found[source.path].lasting}
    if lasting != known:
        kept = {one.sha256 for one in found.values()}
        drop_words(store, (one.sha256 for one in known.values() if one.sha256 not in kept))
        store.note(_SUBJECT, msgspec.msgpack.encode(_CachedFindings(roots, tuple(lasting.values()))))
    facts = {one.path: _as_of(today, one.facts) for one in found.values() if one.facts}
    return Checked(facts, (*names, *(problem for one in found.values() for problem in one.problems)))


def _is_document(path: str) -> bool:
    return suffix_of(path) in FILE_TYPES and not is_sidecar(path)


def _load_cached(store: Store, roots: tuple[bytes, ...]) -> dict[str, _Findings]:
    record = store.noted(_SUBJECT)
    if record is None:
        return {}
    try:
        cached = msgspec.msgpack.decode(record, type=_CachedFindings)
    except ValueError as error:
        raise DamagedCache from error
    return {one.path: one for one in cached.found} if cached.roots == roots else {}


def _if_unchanged(root: Path, source: SourceFile, known: _Findings | None, store: Store) -> _Findings | None:
    """The ``known`` findings in a file, if it is still the same."""
    if known is None or known.size != source.size:
        return None
    if (known.modified, known.inode) == (source.modified, source.inode):
        return known
    try:
        same = _sha256(root, source.path) == known.sha256
    except OSError:
        return None
    return replace(known, modified=store.stamp(source.modified), inode=source.inode) if same else None


def _as_of(today: date, facts: DocumentFacts) -> DocumentFacts:
    """``facts`` as of ``today``: certificates may have expired since they were cached."""
    return replace(facts, signatures=tuple(_with_expiry(signature, today) for signature in facts.signatures))


def _with_expiry(signature: SignatureFacts, today: date) -> SignatureFacts:
    """Marks a signature as expired with its certificate: without a time stamp, it may have been made after that."""
    over = signature.good_until is not None and signature.good_until.date() < today
    expired = over and not signature.time_stamped and signature.trust is Trust.TRUSTED
    return replace(signature, trust=Trust.EXPIRED, trusted_by="") if expired else signature


def _examine_all(root: Path, roots: Sequence[bytes], sources: Sequence[SourceFile]) -> list[_Examined]:
    # Imported lazily: slow to load, and not needed if all findings are cached.
    from bantin.content.documents.examiner import Examiner

    with Examiner(roots) as examiner:
        return [_examine(root, source, examiner) for source in sources]


def _examine(root: Path, source: SourceFile, examiner: "Examiner") -> _Examined:
    path, at = source.path, Location(source.path)
    if source.size > LARGEST_DOCUMENT:
        return _unread(source, problems.TOO_COSTLY.at(at))
    data = read(root, path, LARGEST_DOCUMENT)
    return _unread(source, *data.problems) if data.value is None else _examine_bytes(source, data.value, examiner)


def _examine_bytes(source: SourceFile, data: bytes, examiner: "Examiner") -> _Examined:
    path, size, sha256 = source.path, len(data), hashlib.sha256(data).hexdigest()
    found = _examination(path, data, examiner)
    reported = tuple(check_document(found, path))
    unchecked = found.signed is not SignatureCheck.CHECKED
    # Cleaned once more: a compromised process may return anything.
    words = () if has_errors(reported) else clean_pages(found.words)
    facts = DocumentFacts(path, size, sha256, found.pages or None, found.signatures, unchecked, bool(words))
    lasting = found.outcome is not Outcome.COSTLY
    facts_to_publish = None if has_errors(reported) else facts
    findings = _Findings(path, size, source.modified, sha256, facts_to_publish, reported, lasting, source.inode)
    return _Examined(findings, words)


def _examination(path: str, data: bytes, examiner: "Examiner") -> Examination:
    form = FILE_TYPES.get(suffix_of(path))
    if not data:
        return Examination(Outcome.EMPTY)
    if form is None or (form is FileType.PDF and not begins_as_pdf(data)):
        return Examination(Outcome.READ, form=FileType.IMAGE if is_image(data) else FileType.UNKNOWN)
    return examiner.examine(data)


def _unread(source: SourceFile, *reported: Problem) -> _Examined:
    """The findings in a file that cannot be read now, but may be later."""
    return _Examined(_Findings(source.path, source.size, source.modified, "", None, reported, lasting=False))


def _sha256(root: Path, path: str) -> str:
    with on_disk(root, path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
