"""Edits that keep the size and the time of a file are still built."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bantin.build.build import build
from bantin.build.request import MEMORY
from bantin.runtime.cache import store
from tests.bulletins import ARTICLE, COMPLETE, SITE, files_of, request, tools, write
from tests.content.documents.pdfs import pdf
from tests.pictures import drawing

BAI = "content/articles/2020/bai.md"
SHOWING = ARTICLE.replace("agreement:\n", "photos: [{src: a.png, alt: x}]\nagreement:\n", 1)
FILES: dict[str, str | bytes] = {
    **COMPLETE,
    "content/site.yml": f"{SITE}search: off\n",
    BAI: f"{SHOWING}\n[Tệp](bang.csv), [bản ký](quy-che.pdf), ![hình](b.png)\n",
    "content/articles/2020/a.png": drawing(1),
    "content/articles/2020/b.png": drawing(1),
    "content/articles/2020/bang.csv": "a,b\n",
    "content/articles/2020/quy-che.pdf": pdf("mot"),
    "content/pages/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\n\nMột.\n",
    "content/root/robot.txt": "a",
    "themes/default/static/more.css": "p {}",
    "themes/default/templates/footer-note.html": "a",
}
EDITS: dict[str, tuple[str, str | bytes, str | bytes]] = {
    "an article's text": (BAI, "Nội dung.", "Nội cung."),
    "an article's facts": (BAI, "Hai cơ quan", "Hao cơ quan"),
    "a page": ("content/pages/gioi-thieu.md", "Một.", "Mốt."),
    "an agency": ("content/agencies/co-quan-a.yml", "Cơ quan A", "Cơ quan C"),
    "the settings": ("content/site.yml", "Bản tin", "Bản tan"),
    "the vocabulary": ("content/vocabulary.yml", "Quy chế", "Quy chể"),
    "a photo": ("content/articles/2020/a.png", drawing(1), drawing(2)),
    "an image": ("content/articles/2020/b.png", drawing(1), drawing(2)),
    "a table": ("content/articles/2020/bang.csv", "a,b", "a,c"),
    "a document": ("content/articles/2020/quy-che.pdf", b"%PDF-1.7", b"%PDF-1.6"),
    "a file at the root": ("content/root/robot.txt", "a", "b"),
    "a style sheet": ("themes/default/static/more.css", "p {}", "q {}"),
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bulletin that seems to have been built long ago."""
    monkeypatch.setattr(store, "_STEP", -(10**18))
    return write(tmp_path / "bulletin", FILES)


def warm(root: Path) -> dict[str, bytes]:
    build(request(root), root / "site", tools(memory=root / MEMORY))
    return files_of(root / "site")


def cold(root: Path) -> dict[str, bytes]:
    build(request(root), root.parent / "cold", tools())
    return files_of(root.parent / "cold")


def as_bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_that_keeps_size_and_time_is_seen(root: Path, name: str) -> None:
    path, old, new = EDITS[name]
    before = warm(root)
    file = root / path
    then, data = file.stat(), file.read_bytes()
    edited = data.replace(as_bytes(old), as_bytes(new))
    assert len(edited) == len(data)
    assert edited != data
    file.write_bytes(edited)
    os.utime(file, ns=(then.st_atime_ns, then.st_mtime_ns))
    now = file.stat()
    assert (now.st_size, now.st_mtime_ns) == (then.st_size, then.st_mtime_ns)
    after = warm(root)
    assert after != before
    assert after == cold(root)


def swap_folders(root: Path) -> None:
    folder = root / "content/articles/2019"
    (folder / "mot").rename(folder / "khac")
    (folder / "hai").rename(folder / "mot")
    (folder / "khac").rename(folder / "hai")


def turn_link(root: Path) -> None:
    (root / "content/pages/lien-ket.md").unlink()
    (root / "content/pages/lien-ket.md").symlink_to("hai.md")


@pytest.mark.parametrize("change", [swap_folders, turn_link])
def test_another_file_of_the_same_size_and_time_in_its_place_is_seen(
    root: Path, change: Callable[[Path], object]
) -> None:
    for number, name in ((1, "mot"), (2, "hai")):
        text = ARTICLE.replace("agreement:\n", f"agreement:\n  id: so-{number}\n").replace("Nội", f"{number} nội")
        page = f"---\ntitle: Trang {number}\n---\n\nNội dung.\n"
        paths = {f"content/articles/2019/{name}/index.md": text, f"content/pages/{name}.md": page}
        write(root, {path: one.replace("2020-05", "2019-04") for path, one in paths.items()})
    (root / "content/pages/lien-ket.md").symlink_to("mot.md")
    # Later than any change of their entries: then the times of both are the same.
    soon = time.time_ns() + 3_600_000_000_000
    for file in (*root.glob("content/articles/2019/*/index.md"), *root.glob("content/pages/*.md")):
        os.utime(file, ns=(soon, soon))
    before = warm(root)
    change(root)
    after = warm(root)
    assert after != before
    assert after == cold(root)
