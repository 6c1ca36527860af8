"""Recognised text of scans is found, checked and cached with its PDF; a build recognises no text itself."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from bantin.content.discover import discover
from bantin.content.documents import machine_reading
from bantin.content.documents.machine_reading import with_readings
from bantin.content.documents.sidecar import Sidecar, SidecarPage, write_sidecar
from bantin.content.documents.words import words_of
from bantin.domain.model import DocumentFacts, MachineReading
from bantin.domain.problems import LANGUAGES, Checked, Location
from bantin.runtime.cache import DamagedCache, Store, open_store
from tests.bulletins import memory_in, write

PDF, SIDECAR = "content/documents/quet.pdf", "content/documents/quet.pdf.txt"
SHA256 = "ab" * 32
FACTS = DocumentFacts(PDF, 3, SHA256, 3)
A_MINUTE = 60 * 10**9


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(memory_in(tmp_path / "memory"), b"") as opened:
        yield opened


def sidecar(*pages: SidecarPage, sha256: str = SHA256) -> str:
    return write_sidecar(Sidecar("tesseract 5.3.0", "vie", sha256, pages))


FIRST, THIRD = SidecarPage(1, ("QUY CHẾ\tBỘ TRƯỞNG", "Điều 1."), 91), SidecarPage(3, ("Phụ lục",), 91)


def read(
    root: Path, store: Store, text: str, *others: DocumentFacts, name: str = SIDECAR
) -> Checked[Mapping[str, DocumentFacts]]:
    sources = discover(write(root, {PDF: b"PDF", name: text.encode()})).value
    assert sources
    return with_readings(root, sources, {one.path: one for one in (FACTS, *others)}, store)


def told(root: Path, store: Store, text: str, name: str = SIDECAR) -> list[tuple[str, Location]]:
    found = read(root, store, text, name=name)
    assert found.value == {PDF: FACTS}
    for problem in found.problems:
        assert all(problem.message(language) and problem.hint(language) for language in LANGUAGES)
    return [(problem.code, problem.location) for problem in found.problems]


def test_what_was_read_belongs_to_its_pdf_and_its_words_to_their_pages(tmp_path: Path, store: Store) -> None:
    text = sidecar(FIRST, THIRD)
    digest = hashlib.sha256(text.encode()).hexdigest()
    found = read(tmp_path, store, text)
    assert found == Checked({PDF: replace(FACTS, reading=MachineReading(digest, 91))})
    assert words_of(store, [digest])[digest] == ("QUY CHẾ BỘ TRƯỞNG Điều 1.", "", "Phụ lục")


def test_what_is_known_is_not_read_again(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    later = replace(store, began=store.began + A_MINUTE)
    first = read(tmp_path, later, sidecar(FIRST))
    sources = discover(tmp_path).value
    assert sources
    monkeypatch.setattr(machine_reading, "read", None)
    assert with_readings(tmp_path, sources, {PDF: FACTS}, later) == first


def test_a_corrected_text_is_read_again_and_the_former_forgotten(tmp_path: Path, store: Store) -> None:
    before = sidecar(FIRST)
    read(tmp_path, store, before)
    after = before.replace("độ tin cậy 91%", "đã sửa")
    digest = hashlib.sha256(after.encode()).hexdigest()
    assert read(tmp_path, store, after).value == {PDF: replace(FACTS, reading=MachineReading(digest, None))}
    with pytest.raises(DamagedCache):
        words_of(store, [hashlib.sha256(before.encode()).hexdigest()])


def test_a_pdf_that_has_changed_is_not_searched_by_what_was_read_before(tmp_path: Path, store: Store) -> None:
    assert told(tmp_path, store, sidecar(FIRST, sha256="cd" * 32)) == [("machine-text-of-other-pdf", Location(SIDECAR))]


@pytest.mark.parametrize("pages", [(), (SidecarPage(1, ("……",), 3),)])
def test_a_sidecar_without_words_is_as_none(pages: tuple[SidecarPage, ...], tmp_path: Path, store: Store) -> None:
    assert told(tmp_path, store, sidecar(*pages)) == []


def test_a_sidecar_without_its_pdf_is_reported(tmp_path: Path, store: Store) -> None:
    other = "content/documents/khac.pdf.txt"
    assert told(tmp_path, store, sidecar(FIRST), other) == [("machine-text-without-pdf", Location(other))]


def test_a_malformed_sidecar_is_reported_at_its_line(tmp_path: Path, store: Store) -> None:
    assert told(tmp_path, store, "QUY CHẾ") == [("machine-text-head", Location(SIDECAR, 1))]
    (problem,) = told(tmp_path, store, f"{sidecar(FIRST)}=== trang\n")
    assert (problem[0], problem[1].line) == ("machine-text-page", 7)


def test_a_stamp_of_secrecy_that_a_machine_has_read_is_an_error(tmp_path: Path, store: Store) -> None:
    (problem,) = told(tmp_path, store, sidecar(FIRST, SidecarPage(2, ("TỐI MẬT",), 80)))
    assert (problem[0], problem[1].line) == ("secrecy-stamp", 9)


def test_a_sidecar_in_another_encoding_is_reported(tmp_path: Path, store: Store) -> None:
    sources = discover(write(tmp_path, {PDF: b"PDF", SIDECAR: b"\xff\xfe\xff"})).value
    assert sources
    (problem,) = with_readings(tmp_path, sources, {PDF: FACTS}, store).problems
    assert problem.location.path == SIDECAR


def test_a_sidecar_that_cannot_be_read_is_reported_and_tried_again(tmp_path: Path, store: Store) -> None:
    text = sidecar(FIRST)
    sources = discover(write(tmp_path, {PDF: b"PDF", SIDECAR: text.encode()})).value
    assert sources
    (tmp_path / SIDECAR).rename(tmp_path / "away")
    (problem,) = with_readings(tmp_path, sources, {PDF: FACTS}, store).problems
    assert problem.code == "file-unreadable"
    (tmp_path / "away").rename(tmp_path / SIDECAR)
    found = with_readings(tmp_path, sources, {PDF: FACTS}, store).value
    assert found
    assert found[PDF].reading


def test_a_file_that_an_agreement_refers_to_is_no_sidecar(tmp_path: Path, store: Store) -> None:
    attached = DocumentFacts(SIDECAR, 7, "ef" * 32)
    found = read(tmp_path, store, "QUY CHẾ", attached)
    assert found == Checked({PDF: FACTS, SIDECAR: attached})
