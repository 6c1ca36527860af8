"""VALIDATE: the recognised text of scanned PDFs: the sidecars beside them → ``MachineReading``.

A build never recognises text itself. A sidecar is read once; its contents are cached while its size and time are the
same.
"""

import hashlib
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from bantin.content.checks.text import check_secrecy, read_utf8
from bantin.content.discover import Role, SourceFile, Sources, read
from bantin.content.documents.sidecar import Sidecar, is_sidecar, pdf_of, read_sidecar
from bantin.content.documents.words import clean_pages, drop_words, keep_words
from bantin.content.files import LARGEST_TEXT
from bantin.content.problems import documents as problems
from bantin.domain.model import DocumentFacts, MachineReading
from bantin.domain.problems import Checked, Location, Problem, has_errors
from bantin.runtime.cache import DamagedCache, Store

_SUBJECT = "sidecars"


class _Findings(Struct, frozen=True):
    """The cached contents of the sidecar at ``path`` with this size, time of change and inode.

    ``pdf`` is the SHA-256 of the PDF that it belongs to; ``reading`` is missing if the sidecar has errors.
    """

    path: str
    size: int
    modified: int
    inode: int
    pdf: str = ""
    reading: MachineReading | None = None
    problems: tuple[Problem, ...] = ()


class _Read(Struct, frozen=True):
    findings: _Findings
    words: tuple[str, ...] = ()


def with_readings(
    root: Path, sources: Sources, documents: Mapping[str, DocumentFacts], store: Store
) -> Checked[Mapping[str, DocumentFacts]]:
    """The facts of ``documents`` with their recognised text, by path.

    A sidecar that is itself one of ``documents``, because an agreement refers to it, is an ordinary file. Reports
    sidecars that are malformed, have a secrecy stamp, belong to no PDF, or whose PDF has changed.
    """
    wanted = [one for one in sources.of(Role.ATTACHMENT) if is_sidecar(one.path) and one.path not in documents]
    found = _findings(root, wanted, store)
    names = {one.path for one in sources.files}
    reported = [problem for one in found for problem in (*one.problems, *_check_pdf(one, names, documents))]
    readings = {pdf_of(one.path): one for one in found if one.reading}
    return Checked({path: _with(facts, readings.get(path)) for path, facts in documents.items()}, tuple(reported))


def _with(facts: DocumentFacts, found: _Findings | None) -> DocumentFacts:
    return replace(facts, reading=found.reading) if found and found.pdf == facts.sha256 else facts


def _check_pdf(found: _Findings, names: set[str], documents: Mapping[str, DocumentFacts]) -> Iterator[Problem]:
    pdf = pdf_of(found.path)
    facts = documents.get(pdf)
    name = posixpath.basename(pdf)
    if pdf not in names:
        yield problems.SIDECAR_WITHOUT_PDF.at(Location(found.path), name=name)
    elif facts and found.reading and found.pdf != facts.sha256:
        yield problems.SIDECAR_OF_OTHER_PDF.at(Location(found.path), name=name)


def _findings(root: Path, wanted: Iterable[SourceFile], store: Store) -> list[_Findings]:
    known = _load_cached(store)
    found: list[_Findings] = []
    for source in wanted:
        cached = known.get(source.path)
        found.append(cached if cached and _is_unchanged(cached, source) else _read_one(root, source, store))
    if {one.path: one for one in found} != known:
        kept = _digests(found)
        drop_words(store, (digest for digest in _digests(known.values()) if digest not in kept))
        store.note(_SUBJECT, msgspec.msgpack.encode(found))
    return found


def _digests(found: Iterable[_Findings]) -> set[str]:
    return {one.reading.digest for one in found if one.reading}


def _load_cached(store: Store) -> dict[str, _Findings]:
    record = store.noted(_SUBJECT)
    if record is None:
        return {}
    try:
        return {one.path: one for one in msgspec.msgpack.decode(record, type=tuple[_Findings, ...])}
    except ValueError as error:
        raise DamagedCache from error


def _is_unchanged(known: _Findings, source: SourceFile) -> bool:
    return (known.size, known.modified, known.inode) == (source.size, source.modified, source.inode)


def _read_one(root: Path, source: SourceFile, store: Store) -> _Findings:
    data = read(root, source.path, LARGEST_TEXT)
    # The time of an unreadable file is not stored: it may be readable at the next build.
    nothing = _Findings(source.path, source.size, 0, source.inode, problems=data.problems)
    if data.value is None:
        return nothing
    found = _read_data(data.value, replace(nothing, modified=store.stamp(source.modified)))
    if found.findings.reading:
        keep_words(store, {found.findings.reading.digest: found.words})
    return found.findings


def _read_data(data: bytes, nothing: _Findings) -> _Read:
    text = read_utf8(data, nothing.path)
    if text.value is None:
        return _Read(replace(nothing, problems=text.problems))
    sidecar = read_sidecar(text.value, nothing.path)
    reported = (*sidecar.problems, *check_secrecy(text.value, nothing.path))
    if sidecar.value is None or has_errors(reported):
        return _Read(replace(nothing, problems=reported))
    words = clean_pages(_by_number(sidecar.value))
    reading = MachineReading(hashlib.sha256(data).hexdigest(), sidecar.value.confidence) if words else None
    return _Read(replace(nothing, pdf=sidecar.value.sha256, reading=reading), words)


def _by_number(sidecar: Sidecar) -> Iterator[str]:
    """The texts of all pages up to the last recognised one, in order; others are empty."""
    texts = {page.number: "\n".join(page.lines) for page in sidecar.pages}
    return (texts.get(number, "") for number in range(1, max(texts, default=0) + 1))
