"""Sidecars with recognised text: people can correct them, and they are parsed strictly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.documents.sidecar import (
    Sidecar,
    SidecarPage,
    is_sidecar,
    pdf_of,
    read_sidecar,
    write_sidecar,
)
from bantin.domain.problems import LANGUAGES, Location

PATH = "content/documents/quet.pdf.txt"
SHA256 = "0123456789abcdef" * 4
HEAD = f"Do máy đọc · tesseract 5.3.0 · vie · SHA-256 {SHA256}"
READ = Sidecar(
    "tesseract 5.3.0",
    "vie",
    SHA256,
    (SidecarPage(1, ("QUY CHẾ PHỐI HỢP", "CHỦ NHIỆM\tTHỨ TRƯỞNG"), 91), SidecarPage(3, ("Điều 1. Phạm vi",), None)),
)


def told(text: str) -> list[tuple[str, int]]:
    found = read_sidecar(text, PATH)
    assert found.value is None
    for problem in found.problems:
        assert all(problem.message(language) and problem.hint(language) for language in LANGUAGES)
    return [(problem.code, problem.location.line) for problem in found.problems]


def test_a_sidecar_says_first_by_what_it_was_read_and_from_which_pdf() -> None:
    first, _, blank, page, *_ = write_sidecar(READ).splitlines()
    assert (first, blank, page) == (HEAD, "", "=== trang 1 · độ tin cậy 91%")


def test_a_page_that_people_have_corrected_says_so_itself() -> None:
    read = read_sidecar(f"{HEAD}\n=== trang 3 · đã sửa\nĐiều 1.\n", PATH).value
    assert read
    assert read.pages == (SidecarPage(3, ("Điều 1.",), None),)
    assert read.confidence is None


@pytest.mark.parametrize(
    "line", ["=== trang 2 · độ tin cậy 91 %", "=== Trang 2 · Độ tin cậy 91%", "===trang 2 · độ tin cậy 91%  "]
)
def test_small_differences_in_typing_do_not_matter(line: str) -> None:
    read = read_sidecar(f"{HEAD}\n{line}\nchữ", PATH).value
    assert read
    assert read.pages == (SidecarPage(2, ("chữ",), 91),)


def test_the_confidence_of_all_is_that_of_the_longer_pages() -> None:
    pages = SidecarPage(1, ("x" * 30,), 90), SidecarPage(2, ("x" * 10,), 50), SidecarPage(3, ("x" * 500,), None)
    assert Sidecar("p", "vie", SHA256, pages).confidence == 80
    assert Sidecar("p", "vie", SHA256, (SidecarPage(1, (), 40),)).confidence == 0


@pytest.mark.parametrize(
    "first",
    ["", "QUY CHẾ", HEAD[:-1], f"{HEAD}0", HEAD.replace("tesseract 5.3.0", ""), HEAD.replace("Do máy đọc", "Do người")],
)
def test_without_its_first_line_a_sidecar_is_refused(first: str) -> None:
    assert told(f"{first}\n=== trang 1 · độ tin cậy 91%\nchữ") == [("machine-text-head", 1)]


@pytest.mark.parametrize(
    "line",
    [
        "=== trang một · độ tin cậy 91%",
        "=== trang 0 · độ tin cậy 91%",
        "=== trang 10000 · độ tin cậy 91%",
        "=== trang 2 · độ tin cậy 101%",
        "=== trang ٢ · độ tin cậy 91%",
        "=== trang 2",
        "===",
    ],
)
def test_a_line_that_begins_no_page_is_reported_at_its_place(line: str) -> None:
    assert told(f"{HEAD}\n=== trang 1 · độ tin cậy 91%\nchữ\n{line}\n") == [("machine-text-page", 4)]


@pytest.mark.parametrize("numbers", [(2, 2), (2, 1)])
def test_a_page_stands_once_and_in_order(numbers: tuple[int, int]) -> None:
    pages = "\n".join(f"=== trang {number} · đã sửa" for number in numbers)
    assert told(f"{HEAD}\n{pages}\n") == [("machine-text-page", 3)]


def test_problems_are_reported_with_the_path() -> None:
    (problem,) = read_sidecar("", PATH).problems
    assert problem.location == Location(PATH, 1)


def test_sidecars_are_known_by_their_names() -> None:
    assert [is_sidecar(path) for path in ("a/b.pdf.txt", "a/b.PDF.TXT", "a/b.txt", "a/b.pdf")] == [
        True,
        True,
        False,
        False,
    ]
    assert pdf_of("a/b.PDF.TXT") == "a/b.PDF"


LINES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1)


@given(st.lists(st.tuples(st.lists(LINES, min_size=1), st.none() | st.integers(0, 100)), max_size=4))
def test_what_is_written_is_read_again(pages: list[tuple[list[str], int | None]]) -> None:
    made = tuple(SidecarPage(number, tuple(lines), sure) for number, (lines, sure) in enumerate(pages, start=2))
    read = read_sidecar(write_sidecar(Sidecar("a 1", "vie", SHA256, made)), PATH).value
    assert read
    kept = [(page.number, tuple(line.strip() for line in page.lines), page.confidence) for page in read.pages]
    assert kept == [(page.number, page.lines, page.confidence) for page in made]


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    found = read_sidecar(f"{HEAD}\n{text}", PATH)
    assert (found.value is None) == bool(found.problems)
