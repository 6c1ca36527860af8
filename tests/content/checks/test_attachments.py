"""VALIDATE: which files may be published, and whether a document is the one that was described."""

import hashlib

import pytest

from bantin.content.checks.attachments import DOCUMENTS, IMAGES, check_file, check_sums
from bantin.domain.model import DocumentFacts
from bantin.domain.problems import Location
from tests.content.readings import ARTICLE, SIGNED, article, told

AT = Location(ARTICLE, 3, 7, 4)
A = "content/articles/2020/a.pdf"


def told_of(path: str, *, image: bool) -> list[str]:
    return told(check_file(path, frozenset({path}), AT, image=image))


@pytest.mark.parametrize(
    "name", ["a.jpg", "a.jpeg", "a.JPG", "a.png", "a.gif", "a.webp", "a.avif", "a.b.png", "ảnh.Png"]
)
def test_a_picture_that_browsers_only_show_is_published(name: str) -> None:
    assert told_of(f"content/media/{name}", image=True) == []
    assert told_of(f"content/media/{name}", image=False) == []


@pytest.mark.parametrize(
    "name",
    ["a.pdf", "a.PDF", "a.docx", "a.xlsx", "a.odt", "a.ods", "a.rtf", "a.csv", "a.txt", "a.zip"],
)
def test_a_document_is_published_but_is_no_picture(name: str) -> None:
    assert told_of(f"content/documents/{name}", image=False) == []
    assert told_of(f"content/documents/{name}", image=True) == ["3:7+4 bad-file-type"]


@pytest.mark.parametrize(
    "name",
    ["a.svg", "a.SVG", "a.html", "a.htm", "a.xhtml", "a.xml", "a.js", "a.mjs", "a.css", "a.php", "a.exe", "a.swf",
     "a.pdf.html", "a.jpg.svg", "a.pdf ", "a.", "a", "pdf", ".pdf", "a.yml"],
)  # fmt: skip
def test_what_a_browser_might_run_is_never_published(name: str) -> None:
    assert told_of(f"content/media/{name}", image=False) == ["3:7+4 bad-file-type"]
    assert told_of(f"content/media/{name}", image=True) == ["3:7+4 bad-file-type"]


@pytest.mark.parametrize(("name", "suffix"), [("a.SVG", ".svg"), ("a.b.exe", ".exe"), ("khong-duoi", "khong-duoi")])
def test_a_refused_file_is_reported_by_its_ending_or_its_name(name: str, suffix: str) -> None:
    path = f"content/media/{name}"
    (problem,) = check_file(path, frozenset({path}), AT, image=True)
    assert dict(problem.values) == {"suffix": suffix, "allowed": ".avif .gif .jpeg .jpg .png .webp"}


def test_every_picture_may_be_a_document() -> None:
    assert IMAGES < DOCUMENTS


@pytest.mark.parametrize("path", ["content/media/b.jpg", "content/media/A.jpg", "content/media/b.svg"])
def test_a_file_that_is_not_there_is_reported(path: str) -> None:
    files = frozenset({"content/media/a.jpg"})
    (problem,) = check_file(path, files, AT, image=True)
    assert (problem.code, problem.location) == ("no-such-file", AT)


SUM = hashlib.sha256("bản đã ký".encode()).hexdigest()
KNOWN = {A: DocumentFacts(A, 12, SUM)}


def sums(written: str) -> list[str]:
    return told(check_sums([article(f"{SIGNED}  documents: [{written}]\n")], KNOWN))


@pytest.mark.parametrize("stated", [SUM, SUM.upper()])
def test_a_document_with_the_sum_that_was_stated_is_the_one(stated: str) -> None:
    assert sums(f"{{file: a.pdf, sha256: {stated}}}") == []


def test_a_document_with_another_sum_is_reported_with_its_own() -> None:
    (problem,) = check_sums([article(f"{SIGNED}  documents: [b.pdf, {{file: a.pdf, sha256: {'0' * 64}}}]\n")], KNOWN)
    assert problem.code == "checksum-mismatch"
    assert problem.location == Location(ARTICLE, 7, 29, 5)
    assert dict(problem.values)["actual"] == SUM


def test_a_document_without_a_sum_may_be_any() -> None:
    assert sums("a.pdf, {file: b.pdf, kind: annex}") == []


def test_of_a_document_that_is_not_known_another_problem_tells() -> None:
    assert sums(f"{{file: b.pdf, sha256: {'0' * 64}}}") == []


def test_articles_without_agreements_have_no_sums() -> None:
    assert list(check_sums([article("title: Bài\n")], KNOWN)) == []
