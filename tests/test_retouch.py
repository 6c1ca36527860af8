"""Edits of texts alone, in a program that builds again and again: nothing is planned, and the site is the same."""

import os
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build import rebuild
from generator.errors import BulletinError
from generator.prepare import prepare
from generator.request import MEMORY
from generator.retouch import Last
from tests import test_incremental as incremental
from tests.bulletins import ARTICLE, COMPLETE, SITE, files_of, request, tools, write
from tests.pictures import drawing

BAI = "content/articles/2020/bai.md"
ABOUT = {"content/pages/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\n\nXem [cơ quan](/co-quan/).\n"}
LINKED = {BAI: ARTICLE + "\n## Phần đầu\n\nXem [giới thiệu](../../pages/gioi-thieu.md) và [ảnh](anh.png).\n"}
FILES = {"content/articles/2020/anh.png": drawing(), "content/articles/2020/khac.png": drawing(1)}
BILINGUAL = {"content/site.yml": f"{SITE}languages: [vi, en]\n"}


class Program:
    """Builds the bulletin in ``root`` again and again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._last = Last()
        self._ticks = 0

    def build(self, **changes: object) -> bool:
        """Whether the site had to be planned."""
        self._age()
        with patch("generator.pipeline.prepare", wraps=prepare) as asked:
            rebuild(request(self.root, **changes), self.root / "site", tools(memory=self.root / MEMORY), self._last)
        return asked.called

    def _age(self) -> None:
        """As if all changes had been made long ago, one after the other: their times are certain to tell."""
        self._ticks += 1
        for path in self.root.glob("content/**/*"):
            if path.stat().st_mtime > 10**9:
                os.utime(path, (self._ticks, self._ticks))


@pytest.fixture
def program(tmp_path: Path) -> Program:
    made = Program(write(tmp_path / "bulletin", COMPLETE, ABOUT, LINKED, FILES))
    made.build()
    return made


def change(root: Path, old: str, new: str, path: str = BAI) -> None:
    assert old in (root / path).read_text(encoding="utf-8")
    incremental.replace_in(root, path, old, new)


def test_an_edited_text_is_shown_wherever_it_stands_and_nothing_is_planned(program: Program) -> None:
    root = program.root
    for old, new in (
        ("Nội dung.", "Lời mới."),
        ("Lời mới.", "Lời mới hơn, xem [giới thiệu](../../pages/gioi-thieu.md)."),
        ("## Phần đầu", "## Phần đầu\n\n## Phần giữa"),
    ):
        change(root, old, new)
        assert not program.build()
        assert files_of(root / "site") == incremental.cold(root)
    assert "Lời mới hơn" in (root / "site/atom.xml").read_text()
    change(root, "Xem [cơ quan]", "Đọc [cơ quan]", "content/pages/gioi-thieu.md")
    assert not program.build()
    assert files_of(root / "site") == incremental.cold(root)


def test_a_text_is_edited_in_every_language_that_shows_it(tmp_path: Path) -> None:
    program = Program(write(tmp_path / "bulletin", COMPLETE, ABOUT, LINKED, FILES, BILINGUAL))
    program.build()
    change(program.root, "Nội dung.", "Lời mới.")
    assert not program.build()
    assert "Lời mới." in (program.root / "site/en/articles/2020/bai/index.html").read_text()
    assert files_of(program.root / "site") == incremental.cold(program.root)


@pytest.mark.parametrize(
    "edit",
    [
        lambda root: change(root, "Sa-pô.", "Sa-pô khác."),
        lambda root: change(root, "published", "draft: true\npublished"),
        lambda root: change(root, "[ảnh](anh.png)", "[ảnh](khac.png)"),
        lambda root: change(root, " và [ảnh](anh.png)", ""),
        lambda root: change(root, "## Phần đầu", "## Phần một"),
        lambda root: write(root, {"content/articles/2020/anh.png": drawing(2)}),
        lambda root: change(root, "Cơ quan A", "Cơ quan Á", "content/agencies/co-quan-a.yml"),
        lambda root: write(root, {"content/articles/2020/moi.md": incremental.ANOTHER}),
        lambda root: (root / BAI).unlink(),
        lambda root: write(root, {"themes/default/templates/page.html": "{{ page.title }}"}),
    ],
    ids=["lead", "draft", "another link", "a link less", "heading", "file", "agency", "added", "deleted", "theme"],
)
def test_whatever_else_has_changed_is_planned(program: Program, edit: Callable[[Path], object]) -> None:
    edit(program.root)
    assert program.build()
    assert files_of(program.root / "site") == incremental.cold(program.root)


def test_another_day_or_another_request_is_planned(program: Program) -> None:
    for options in ({"as_of": date(2026, 1, 2)}, {"drafts": True}, {"base_url": "https://khac.example/"}):
        assert program.build(**options)
        assert files_of(program.root / "site") == incremental.cold(program.root, **options)


def test_a_text_with_an_error_is_told_and_the_next_one_is_shown(program: Program) -> None:
    before = files_of(program.root / "site")
    change(program.root, "Nội dung.", "[không có](khong-co.md)")
    with pytest.raises(BulletinError):
        program.build()
    assert files_of(program.root / "site") == before
    change(program.root, "[không có](khong-co.md)", "Lời mới.")
    program.build()
    assert files_of(program.root / "site") == incremental.cold(program.root)


def test_a_memory_that_is_deleted_meanwhile_is_done_without(program: Program) -> None:
    (program.root / MEMORY / "cache.db").unlink()
    change(program.root, "Nội dung.", "Lời mới.")
    assert program.build()
    assert files_of(program.root / "site") == incremental.cold(program.root)


def add_photo(root: Path, dice: Random) -> None:
    path = dice.choice(sorted((root / "content/articles").rglob("*.md")))
    with path.open("a", encoding="utf-8") as file:
        file.write("\n![Ảnh](/articles/2020/a.png)\n")


@settings(max_examples=8, deadline=None)
@given(
    st.lists(st.sampled_from([*[incremental.edit_text] * 8, add_photo, *incremental.CHANGES]), min_size=2, max_size=8),
    st.randoms(use_true_random=False),
)
def test_it_gives_the_bytes_of_a_cold_build(changes: list[Callable[[Path, Random], None]], dice: Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        photo = {"content/articles/2020/a.png": drawing()}
        linking = {"content/articles/2020/ba.md": incremental.LINKING}
        program = Program(write(Path(folder) / "bulletin", COMPLETE, incremental.CROWD, photo, linking, ABOUT))
        program.build()
        for one in changes:
            one(program.root, dice)
            program.build()
            assert files_of(program.root / "site") == incremental.cold(program.root)
