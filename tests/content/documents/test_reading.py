"""Findings in documents, which are cached without being trusted."""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from bantin.content.discover import discover
from bantin.content.documents import examiner, reading
from bantin.content.documents.examiner import Examiner
from bantin.content.documents.messages import Examination, Outcome, SignatureCheck
from bantin.content.documents.reading import read_documents
from bantin.content.documents.sandbox import examine
from bantin.content.documents.words import MOST_IN_ALL, MOST_ON_A_PAGE, words_of
from bantin.domain.model import Document, DocumentFacts, Trust
from bantin.domain.problems import LANGUAGES, Checked, Location
from bantin.runtime.cache import DamagedCache, Store, open_store
from bantin.runtime.workers import InProcess
from tests.bulletins import memory_in, write
from tests.content.documents.authorities import GOOD_UNTIL, A, added_to, authority, signed, signer, stamper
from tests.content.documents.offices import docx
from tests.content.documents.pdfs import looping_pages, pdf, protected
from tests.index.contents import TODAY, agreement, article

PLAIN = pdf("Quy chế phối hợp", "Phụ lục")
WORD = docx("Phụ lục")
PDF, DOC = "content/documents/a.pdf", "content/documents/b.docx"
ARTICLES = (article(agreement=agreement(documents=(Document(PDF, "signed"), Document(DOC, "annex")))),)
# A file that was changed so long before the build began cannot change any more without its time doing so.
A_MINUTE = 60 * 10**9
pytestmark = pytest.mark.usefixtures("inside")
Read = Checked[Mapping[str, DocumentFacts]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(memory_in(tmp_path / "memory"), b"") as opened:
        yield opened


class Inside(Examiner):
    """Examines PDFs in this process, which takes a fraction of the time."""

    def __init__(self, roots: Sequence[bytes]) -> None:
        super().__init__(roots)
        self._roots = tuple(roots)

    def examine(self, data: bytes) -> Examination:
        return examine(data, self._roots)


@pytest.fixture
def inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examiner, "Examiner", Inside)


def read(root: Path, store: Store, roots: tuple[bytes, ...] = (), today: date = TODAY) -> Read:
    sources = discover(root).value
    assert sources
    return read_documents(root, sources, ARTICLES, roots, today, workers=InProcess(), store=store)


def facts_of(data: bytes, root: Path, store: Store, **more: object) -> DocumentFacts:
    found = read(write(root, {PDF: data}), store, **more)  # type: ignore[arg-type]
    assert found.value
    return found.value[PDF]


def told(data: bytes, root: Path, store: Store) -> list[tuple[str, Location]]:
    found = read(write(root, {PDF: data}), store)
    for problem in found.problems:
        assert all(problem.message(language) and problem.hint(language) for language in LANGUAGES)
    return [(problem.code, problem.location) for problem in found.problems]


def test_documents_are_shown_by_size_digest_and_pages(tmp_path: Path, store: Store) -> None:
    found = read(write(tmp_path, {PDF: PLAIN, DOC: WORD}), store)
    assert found.problems == ()
    assert found.value == {
        PDF: DocumentFacts(PDF, len(PLAIN), hashlib.sha256(PLAIN).hexdigest(), 2, has_words=True),
        DOC: DocumentFacts(DOC, len(WORD), hashlib.sha256(WORD).hexdigest()),
    }


def words_in(store: Store, data: bytes) -> tuple[str, ...]:
    sha256 = hashlib.sha256(data).hexdigest()
    return words_of(store, [sha256])[sha256]


def test_the_words_of_a_pdf_are_remembered_while_it_is_there(tmp_path: Path, store: Store) -> None:
    read(write(tmp_path, {PDF: PLAIN}), store)
    assert words_in(store, PLAIN) == ("Quy chế phối hợp", "Phụ lục")
    read(tmp_path, store)
    assert words_in(store, PLAIN) == ("Quy chế phối hợp", "Phụ lục")
    changed = pdf("Bản khác")
    read(write(tmp_path, {PDF: changed}), store)
    assert words_in(store, changed) == ("Bản khác",)
    with pytest.raises(DamagedCache):
        words_in(store, PLAIN)


@pytest.mark.parametrize("data", [pdf("a", "TỐI MẬT"), protected(PLAIN, "x"), pdf("", " ")])
def test_a_pdf_with_errors_or_without_text_has_no_words(data: bytes, tmp_path: Path, store: Store) -> None:
    found = read(write(tmp_path, {PDF: data}), store).value
    assert found is not None
    assert not any(one.has_words for one in found.values())
    with pytest.raises(DamagedCache):
        words_in(store, data)


def test_a_process_that_a_document_has_taken_over_may_not_answer_without_end(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken_over(_self: Examiner, _data: bytes) -> Examination:
        return Examination(Outcome.READ, 1, words=("chữ \u2042 " * MOST_IN_ALL,) * 9)

    monkeypatch.setattr(Inside, "examine", taken_over)
    read(write(tmp_path, {PDF: PLAIN}), store)
    words = words_in(store, PLAIN)
    assert all(len(page) <= MOST_ON_A_PAGE and "\u2042" not in page for page in words)


def test_only_pdfs_are_looked_at_that_no_agreement_refers_to(tmp_path: Path, store: Store) -> None:
    other, photo = "content/media/c.PDF", "content/media/d.jpg"
    found = read(write(tmp_path, {other: PLAIN, photo: b"JPEG"}), store)
    assert list(found.value or ()) == [other]


def test_a_bulletin_without_documents_has_none(tmp_path: Path, store: Store) -> None:
    assert read(write(tmp_path, {"content/site.yml": ""}), store) == Checked({})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b"PK\x03\x04", "not-a-pdf"),
        (b" " * 1020 + PLAIN, "not-a-pdf"),
        (PLAIN[:400], "damaged-pdf"),
        (looping_pages(), "damaged-pdf"),
        (protected(PLAIN, "x"), "encrypted-pdf"),
        (pdf("a", "TỐI MẬT"), "secrecy-stamp"),
    ],
    ids=["empty", "zip", "late", "cut", "loop", "protected", "stamped"],
)
def test_a_pdf_that_must_not_be_published_is_an_error(data: bytes, code: str, tmp_path: Path, store: Store) -> None:
    assert told(data, tmp_path, store) == [(code, Location(PDF))]
    assert read(tmp_path, store).value == {}


def test_a_stamp_is_reported_with_its_page(tmp_path: Path, store: Store) -> None:
    (problem,) = read(write(tmp_path, {PDF: pdf("a", "b", "Độ mật: Mật")}), store).problems
    assert dict(problem.values) == {"level": "MẬT", "page": "3"}


def test_a_pdf_that_is_too_much_is_an_error_each_time(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST_DOCUMENT", len(PLAIN) - 1)
    assert told(PLAIN, tmp_path, store) == [("costly-pdf", Location(PDF))]
    monkeypatch.undo()
    assert told(PLAIN, tmp_path, store) == []


@pytest.mark.parametrize("path", [PDF, DOC])
def test_a_document_that_cannot_be_read_is_an_error(path: str, tmp_path: Path, store: Store) -> None:
    sources = discover(write(tmp_path, {path: PLAIN})).value
    assert sources
    (tmp_path / path).unlink()
    found = read_documents(tmp_path, sources, ARTICLES, (), TODAY, workers=InProcess(), store=store)
    assert [(problem.code, problem.location) for problem in found.problems] == [("file-unreadable", Location(path))]
    assert found.value == {}


def test_signatures_are_checked_against_the_roots(tmp_path: Path, store: Store) -> None:
    data = signed(PLAIN, signer())
    (unchecked,) = facts_of(data, tmp_path, store).signatures
    (trusted,) = facts_of(data, tmp_path, store, roots=(authority(A).der,)).signatures
    assert (unchecked.trust, trusted.trust) == (Trust.UNCHECKED, Trust.TRUSTED)


def test_a_certificate_is_good_until_it_has_expired(tmp_path: Path, store: Store) -> None:
    roots, last = (authority(A).der,), GOOD_UNTIL.date()
    data = signed(PLAIN, signer())
    trust = {
        today: facts_of(data, tmp_path, store, roots=roots, today=today).signatures[0].trust
        for today in (TODAY, last, last + timedelta(days=1))
    }
    assert list(trust.values()) == [Trust.TRUSTED, Trust.TRUSTED, Trust.EXPIRED]


def test_a_time_stamp_outlasts_the_certificate(tmp_path: Path, store: Store) -> None:
    data = signed(PLAIN, signer(), stamped_by=stamper())
    late = GOOD_UNTIL.date() + timedelta(days=1)
    (signature,) = facts_of(data, tmp_path, store, roots=(authority(A).der,), today=late).signatures
    assert (signature.trust, signature.trusted_by) == (Trust.TRUSTED, A)


@pytest.mark.parametrize(
    "data",
    [signed(PLAIN, signer()).replace(b"0 595 842", b"0 595 843"), added_to(signed(PLAIN, signer()))],
    ids=["tampered", "added to"],
)
def test_a_signed_pdf_that_was_changed_is_pointed_out(data: bytes, tmp_path: Path, store: Store) -> None:
    found = read(write(tmp_path, {PDF: data}), store)
    (problem,) = found.problems
    assert (problem.code, dict(problem.values)) == ("signature-not-intact", {"signer": "Nguyễn Văn A"})
    assert PDF in (found.value or {})


def test_a_signature_of_an_unknown_kind_is_pointed_out(tmp_path: Path, store: Store) -> None:
    data = signed(PLAIN, signer()).replace(b"/ETSI.CAdES.detached", b"/EXTRA.CAdES.detached")
    assert told(data, tmp_path, store) == [("signatures-not-checked", Location(PDF))]
    assert facts_of(data, tmp_path, store).unchecked


def test_what_is_missing_for_signatures_is_named(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = Examination(Outcome.READ, 2, signed=SignatureCheck.NO_MEANS)
    monkeypatch.setattr(Inside, "examine", lambda self, data: lacking)
    found = read(write(tmp_path, {PDF: PLAIN}), store)
    (problem,) = found.problems
    assert (problem.code, problem.location) == ("signatures-not-checked", Location(PDF))
    assert "pip install pyhanko pyhanko-certvalidator" in problem.hint("vi")
    assert found.value
    assert (found.value[PDF].signatures, found.value[PDF].unchecked) == ((), True)


def test_what_is_known_is_not_read_again(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {PDF: signed(PLAIN, signer()), DOC: WORD, "content/documents/c.pdf": b"no PDF"}
    write(tmp_path, files)
    later = replace(store, began=store.began + A_MINUTE)
    first = read(tmp_path, later)
    monkeypatch.setattr(Inside, "examine", None)
    monkeypatch.setattr(reading, "read", None)
    monkeypatch.setattr(reading, "_sha256", None)
    assert read(tmp_path, later) == first


def test_a_new_time_alone_is_no_change(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(write(tmp_path, {PDF: PLAIN}), store)
    os.utime(tmp_path / PDF)
    monkeypatch.setattr(Inside, "examine", None)
    assert read(tmp_path, store) == first


@pytest.mark.parametrize("other", [pdf("Quy chế phối hợp", "Phụ lực"), PLAIN + b"\n"], ids=["as large", "larger"])
def test_a_changed_file_is_read_again(other: bytes, tmp_path: Path, store: Store) -> None:
    first = facts_of(PLAIN, tmp_path, store)
    assert facts_of(other, tmp_path, store) != first
    assert facts_of(PLAIN, tmp_path, store) == first


def test_files_that_are_gone_are_forgotten(tmp_path: Path, store: Store) -> None:
    read(write(tmp_path, {PDF: PLAIN, DOC: WORD}), store)
    (tmp_path / DOC).unlink()
    assert list(read(tmp_path, store).value or ()) == [PDF]
    noted = store.noted("documents")
    assert noted
    assert DOC.encode() not in noted
