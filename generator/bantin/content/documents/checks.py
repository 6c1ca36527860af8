"""VALIDATE: reports the problems of an examined document."""

import posixpath
from collections.abc import Iterator

from bantin.content.checks.attachments import IMAGES
from bantin.content.documents.file_types import FILE_TYPES, FileType
from bantin.content.documents.messages import Examination, Outcome, SignatureCheck, Traces
from bantin.content.problems import documents as problems
from bantin.domain.problems import Kind, Location, Problem
from bantin.domain.text.secrecy_stamps import find_stamp_in_name

_PDF_FAILURES = {
    Outcome.DAMAGED: problems.DAMAGED,
    Outcome.ENCRYPTED: problems.ENCRYPTED,
    Outcome.COSTLY: problems.TOO_COSTLY,
}
_FAILURES = {
    Outcome.DAMAGED: problems.DAMAGED_DOCUMENT,
    Outcome.ENCRYPTED: problems.ENCRYPTED_DOCUMENT,
    Outcome.COSTLY: problems.COSTLY_DOCUMENT,
    Outcome.EMPTY: problems.EMPTY,
}
_UNCHECKED = {
    SignatureCheck.NO_MEANS: problems.EXTRA_MISSING,
    SignatureCheck.UNREADABLE: problems.SIGNATURES_UNREADABLE,
}
# Default names that programs and computer shops give to users.
_DEFAULT_NAMES = frozenset(
    (
        "admin", "administrator", "asus", "author", "dell", "hp", "lenovo", "microsoft office user", "openpyxl", "pc",
        "python-docx", "unknown", "user", "windows user",
    )
)  # fmt: skip


def suffix_of(path: str) -> str:
    """The extension of a path, in lower case."""
    return posixpath.splitext(path)[1].lower()


def check_name(path: str) -> Iterator[Problem]:
    """Reports a secrecy stamp in the name of a file: ``TỐI MẬT - báo cáo.pdf``."""
    stamp = find_stamp_in_name(posixpath.splitext(posixpath.basename(path))[0])
    if stamp:
        yield problems.STAMPED_NAME.at(Location(path), level=stamp.level)


def check_document(found: Examination, path: str) -> Iterator[Problem]:
    """Reports the problems of the document at ``path``, whose examination is ``found``."""
    suffix = suffix_of(path)
    if suffix not in FILE_TYPES and suffix not in IMAGES:
        return  # such a file is never published, which is reported where it is named
    at, form = Location(path), FILE_TYPES.get(suffix, FileType.IMAGE)
    if found.outcome is Outcome.READ and found.form is not form:
        yield problems.NOT_A_PDF.at(at) if form is FileType.PDF else problems.WRONG_FORM.at(at, form=found.form)
        return
    if found.outcome is not Outcome.READ:
        yield _failure(found, form).at(at)
    if found.level and found.part:
        yield problems.STAMPED_PART.at(at, level=found.level, part=found.part)
    elif found.level and found.form is FileType.PDF:
        yield problems.STAMPED.at(at, level=found.level, page=found.stamped)
    elif found.level:
        yield problems.STAMPED_DOCUMENT.at(at, level=found.level)
    if found.signed is not SignatureCheck.CHECKED:
        yield _UNCHECKED[found.signed].at(at)
    for signature in found.signatures:
        if not signature.intact or signature.changed_since:
            yield problems.NOT_INTACT.at(at, signer=signature.signer)
    yield from _traces(found.traces, at)


def _failure(found: Examination, form: FileType) -> Kind:
    kinds = _PDF_FAILURES if form is FileType.PDF and found.outcome in _PDF_FAILURES else _FAILURES
    return kinds[found.outcome]


def _traces(traces: Traces, at: Location) -> Iterator[Problem]:
    if traces.comments:
        yield problems.COMMENTS.at(at, count=traces.comments)
    if traces.changes:
        yield problems.TRACKED_CHANGES.at(at, count=traces.changes)
    if traces.hidden:
        yield problems.HIDDEN.at(at)
    if traces.unread:
        yield problems.UNREAD_PART.at(at, part=", ".join(traces.unread))
    authors = [name for name in traces.authors if name.casefold() not in _DEFAULT_NAMES]
    # The names of comments and changes disappear with these.
    if authors and not (traces.comments or traces.changes):
        yield problems.AUTHORS.at(at, names=", ".join(authors))
