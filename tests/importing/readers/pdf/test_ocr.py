"""Scanned pages are read by the programs of the machine, and only with limits."""

from functools import partial
from pathlib import Path

import pytest

from bantin.domain.text.folding import fold
from bantin.importing.material import Refusal, Unreadable
from bantin.importing.readers.pdf import ocr
from bantin.importing.readers.pdf.ocr import PACKAGES, PageText, find_program, ocr_pdf, page_text
from bantin.runtime.confined.process import Limits
from tests.conftest import missing
from tests.content.documents.pdfs import pdf, raw
from tests.importing.readers.pdf.scans import scan

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
LINES = (
    "QUY CHẾ PHỐI HỢP",
    "Giữa Bộ Công an và Văn phòng Quốc hội",
    "Điều 1. Phạm vi điều chỉnh",
    "1. Quy chế này quy định nguyên tắc, nội dung, phương thức phối hợp.",
    "đ) Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương.",
    "TM. VĂN PHÒNG QUỐC HỘI\tKT. BỘ TRƯỞNG BỘ CÔNG AN",
    "CHỦ NHIỆM\tTHỨ TRƯỞNG",
    "Nguyễn Văn An\tTrần Thị Bình",
)


@pytest.fixture
def tools() -> None:
    try:
        find_program()
    except Unreadable as error:
        missing(error.detail)


def word(text: str, left: int, width: int, *, line: int = 1, sure: float = 90.0) -> str:
    return f"5\t1\t1\t1\t{line}\t1\t{left}\t0\t{width}\t40\t{sure}\t{text}"


def table(*words: str) -> str:
    return "\n".join((HEAD, "4\t1\t1\t1\t1\t0\t0\t0\t900\t40\t-1\t", *words))


def test_words_become_lines_and_wide_gaps_columns() -> None:
    read = page_text(3, table(word("BỘ", 0, 40), word("CÔNG", 50, 60), word("QUỐC", 300, 60), word("HỘI", 370, 40)))
    assert read == PageText(3, ("BỘ CÔNG\tQUỐC HỘI",), 90)


def test_the_confidence_is_that_of_the_letters() -> None:
    read = page_text(1, table(word("dài" * 3, 0, 90, sure=96), word("x", 100, 9, sure=6)))
    assert read.confidence == round((9 * 96 + 6) / 10)


def test_specks_are_no_words_unless_the_machine_is_sure() -> None:
    words = table(word("~", 0, 9, sure=20), word("Điều", 20, 60), word("–", 90, 9, sure=95), word("x", 110, 9, sure=5))
    words += "\n" + word("ˆ", 130, 9, sure=95)
    assert page_text(1, words).lines == ("Điều – x",)


def test_a_page_without_words_has_no_lines() -> None:
    assert page_text(2, table(word(" ", 0, 9), word("|", 0, 9, sure=1))) == PageText(2)


def test_words_are_in_nfc_whatever_the_machine_writes() -> None:
    assert page_text(1, table(word("hô\u0323i", 0, 40))).lines == ("hội",)


@pytest.mark.usefixtures("tools")
def test_a_scanned_page_is_read_with_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "-Bản quét.pdf"
    path.write_bytes(scan(LINES, ["không đọc"], ["Phụ lục"]))
    first, third = ocr_pdf(path, [1, 3])
    assert (first.number, third.number) == (1, 3)
    # Marks are what machines misread: a tone here, a circumflex there.
    assert [fold(line) for line in first.lines] == [fold(line) for line in LINES]
    assert third.lines == ("Phụ lục",)
    assert first.confidence > 80


@pytest.mark.usefixtures("tools")
def test_a_sheet_that_was_scanned_on_its_side_is_read_as_well(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(scan((*LINES[2:5] * 4, *LINES[5:]), askew=90))
    (read,) = ocr_pdf(tmp_path / "a.pdf", [1])
    assert fold(read.lines[-1]) == fold(LINES[-1])


@pytest.mark.usefixtures("tools")
def test_the_file_stays_as_it_is_and_nothing_is_left_behind(tmp_path: Path) -> None:
    path, data = tmp_path / "a.pdf", scan(["Phụ lục"])
    path.write_bytes(data)
    list(ocr_pdf(path, [1]))
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]
    assert path.read_bytes() == data


@pytest.mark.usefixtures("tools")
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", pdf("a")], ids=["empty", "cut", "no such page"])
def test_a_page_that_cannot_be_drawn_is_told_with_the_reason(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    assert list(ocr_pdf(tmp_path / "a.pdf", [2])) == [PageText(2, refusal=Refusal.DAMAGED)]


@pytest.mark.usefixtures("tools")
def test_after_a_page_that_takes_too_long_the_next_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(scan(["Phụ lục"]))
    impatient = partial(ocr_pdf, tmp_path / "a.pdf", limits=Limits(patience=0))
    monkeypatch.setattr(ocr, "find_program", lambda: "tesseract")
    assert list(impatient([1, 2])) == [PageText(n, refusal=Refusal.TOO_COSTLY) for n in (1, 2)]


@pytest.mark.usefixtures("tools")
def test_a_huge_page_is_drawn_within_limits(tmp_path: Path) -> None:
    catalogue, page = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 14400 9] >>"
    (tmp_path / "a.pdf").write_bytes(raw(catalogue, b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page))
    assert list(ocr_pdf(tmp_path / "a.pdf", [1])) == [PageText(1)]


def test_without_its_programs_ocr_names_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unreadable) as refused:
        list(ocr_pdf(tmp_path / "a.pdf", [1]))
    assert (refused.value.refusal, refused.value.detail) == (Refusal.TOOL_MISSING, " ".join(PACKAGES))


@pytest.mark.parametrize("does", ["echo eng", "exit 1"], ids=["other languages", "fails"])
def test_without_vietnamese_ocr_is_refused_too(does: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pdfinfo", "pdftoppm", "tesseract"):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{does}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(Unreadable) as refused:
        find_program()
    assert refused.value.refusal is Refusal.TOOL_MISSING
