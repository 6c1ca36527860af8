"""Files beside articles: used ones, and unused ones."""

import hashlib
from pathlib import Path

import pytest

from bantin.content.documents.sidecar import Sidecar, SidecarPage, write_sidecar
from tests.bulletins import ARTICLE, COMPLETE, codes_of, write
from tests.content.documents.pdfs import pdf
from tests.pictures import photo, saved

PHOTO = saved(photo(), "JPEG")
BAI = "content/articles/2020/bai.md"


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE.replace("Nội dung.", "![Ảnh](<anh 1.jpg>)"),
        ARTICLE.replace("Nội dung.", "[Ảnh](anh%201.jpg)"),
        ARTICLE.replace("authors:", "photos: [{src: anh 1.jpg, alt: Ảnh}]\nauthors:"),
        ARTICLE.replace("  scope:", "  documents: [{file: anh 1.jpg, kind: other}]\n  scope:"),
    ],
)
def test_a_file_that_an_article_refers_to_is_used(text: str, tmp_path: Path) -> None:
    write(tmp_path, COMPLETE, {BAI: text, "content/articles/2020/anh 1.jpg": PHOTO})
    assert codes_of(tmp_path) == []


def test_a_file_that_only_a_translation_or_a_page_shows_is_used(tmp_path: Path) -> None:
    translation = "---\ntitle: Two agencies sign\n---\n\n![One](mot.jpg)\n"
    page = "---\ntitle: Trang\n---\n\n![Hai](/articles/2020/hai.jpg)\n"
    site = f"{COMPLETE['content/site.yml']}languages: [en]\n"
    write(tmp_path, COMPLETE, {"content/articles/2020/bai.en.md": translation, "content/pages/trang.md": page})
    write(tmp_path, {"content/articles/2020/mot.jpg": PHOTO, "content/articles/2020/hai.jpg": PHOTO})
    assert "unused-file" not in codes_of(write(tmp_path, {"content/site.yml": site}))


@pytest.mark.parametrize("path", ["media/kho.jpg", "media/kho.avif.jpg"])
def test_what_lies_in_store_needs_no_use(path: str, tmp_path: Path) -> None:
    assert codes_of(write(tmp_path, COMPLETE, {f"content/{path}": PHOTO})) == []


def test_nothing_is_said_while_an_article_cannot_be_read(tmp_path: Path) -> None:
    write(tmp_path, COMPLETE, {BAI: ARTICLE.replace("title: Hai", "titel: Hai")})
    assert "unused-file" not in codes_of(write(tmp_path, {"content/articles/2020/anh.jpg": PHOTO}))


def test_what_a_machine_has_read_is_used_by_the_search(tmp_path: Path) -> None:
    data = pdf("a")
    sidecar = Sidecar("tesseract 5.3.0", "vie", hashlib.sha256(data).hexdigest(), (SidecarPage(1, ("a",), 91),))
    named = ARTICLE.replace("  scope:", "  documents: [{file: a.pdf, kind: other}]\n  scope:")
    folder = "content/articles/2020"
    write(tmp_path, COMPLETE, {BAI: named, f"{folder}/a.pdf": data, f"{folder}/a.pdf.txt": write_sidecar(sidecar)})
    assert codes_of(tmp_path) == []
