"""Edits of texts only: the site is the same as after a full plan, without planning."""

import contextlib
import os
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path
from random import Random
from unittest.mock import patch as patched

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.build import up_to_date
from bantin.build.build import build
from bantin.build.prepare import prepare
from bantin.build.request import MEMORY
from bantin.domain.problems import BulletinError
from bantin.output.publish import RECEIPT
from bantin.render.search import FindEngine, find_engine
from bantin.runtime.cache import Store, open_store, program_version, store
from tests import edits
from tests.bulletins import ARTICLE, COMPLETE, SITE, files_of, memory_in, request, tools, write
from tests.conftest import examples
from tests.output.publish.test_kills import killed_at
from tests.pictures import drawing
from tests.repositories import commit

BAI = "content/articles/2020/bai.md"
ABOUT = {"content/pages/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\n\nXem [cơ quan](/co-quan/).\n"}
LINKED = {BAI: ARTICLE + "\n## Phần đầu\n\nXem [giới thiệu](../../pages/gioi-thieu.md) và [ảnh](anh.png).\n"}
FILES = {"content/articles/2020/anh.png": drawing(), "content/articles/2020/khac.png": drawing(1)}
BILINGUAL = {"content/site.yml": f"{SITE}languages: [vi, en]\n"}


@pytest.fixture(scope="module", autouse=True)
def _long_ago() -> Iterator[None]:
    """Simulates that no file has changed just now, since the times of such a file are not reliable."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "_STEP", -(10**18))
        yield


class Program:
    """Builds the bulletin in ``root`` again and again."""

    def __init__(self, root: Path, find: FindEngine | None = None) -> None:
        self.root = root
        self._find = find
        self._ticks = 0

    def build(self, **changes: object) -> bool:
        """Whether the site had to be planned."""
        self._age()
        with patched("bantin.build.pipeline.prepare", wraps=prepare) as asked:
            memory = replace(tools(memory=self.root / MEMORY), find_engine=self._find)
            build(request(self.root, **changes), self.root / "site", memory)
        return asked.called

    def _age(self) -> None:
        """Simulates that all changes were made long ago, one after the other, so that all times are reliable."""
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
    edits.replace_in(root, path, old, new)


def test_an_edited_text_is_shown_wherever_it_stands_and_nothing_is_planned(program: Program) -> None:
    root = program.root
    for old, new in (
        ("Nội dung.", "Lời mới."),
        ("Lời mới.", "Lời mới hơn, xem [giới thiệu](../../pages/gioi-thieu.md)."),
        ("## Phần đầu", "## Phần đầu\n\n## Phần giữa"),
    ):
        change(root, old, new)
        assert not program.build()
        assert files_of(root / "site") == edits.cold(root)
    assert "Lời mới hơn" in (root / "site/atom.xml").read_text()
    change(root, "Xem [cơ quan]", "Đọc [cơ quan]", "content/pages/gioi-thieu.md")
    assert not program.build()
    assert files_of(root / "site") == edits.cold(root)


def test_an_article_may_go_by_names_and_what_they_mean_may_change(tmp_path: Path) -> None:
    named = {
        BAI: ARTICLE.replace("[co-quan-a, co-quan-b]", "[CQA, Cơ quan B]").replace("party: co-quan-a", "party: cqa")
    }
    agency = {"content/agencies/co-quan-a.yml": "name: Cơ quan A\nabbreviations: [CQA]\n"}
    program = Program(write(tmp_path / "bulletin", COMPLETE, named, agency))
    program.build()
    root = program.root
    change(root, "Nội dung.", "Lời mới.")
    assert not program.build()
    assert files_of(root / "site") == edits.cold(root)
    change(root, "abbreviations: [CQA]", "", "content/agencies/co-quan-a.yml")
    with pytest.raises(BulletinError):
        program.build()
    change(root, "name: Cơ quan B", "name: Cơ quan C\naliases: [CQA, Cơ quan B]", "content/agencies/co-quan-b.yml")
    change(root, "[CQA, Cơ quan B]", "[Cơ quan A, CQA]")
    assert program.build()
    assert files_of(root / "site") == edits.cold(root)


def test_a_text_is_edited_in_every_language_that_shows_it(tmp_path: Path) -> None:
    program = Program(write(tmp_path / "bulletin", COMPLETE, ABOUT, LINKED, FILES, BILINGUAL))
    program.build()
    change(program.root, "Nội dung.", "Lời mới.")
    assert not program.build()
    assert "Lời mới." in (program.root / "site/en/articles/2020/bai/index.html").read_text()
    assert files_of(program.root / "site") == edits.cold(program.root)


def test_headings_are_planned_where_translations_have_them_too(tmp_path: Path) -> None:
    program = Program(write(tmp_path / "bulletin", COMPLETE, ABOUT, LINKED, FILES, BILINGUAL))
    program.build()
    change(program.root, "Nội dung.", "Nội dung.\n\n## Phần mới\n\nChữ.")
    assert program.build()
    assert files_of(program.root / "site") == edits.cold(program.root)


@pytest.mark.parametrize(
    "edit",
    [
        lambda root: change(root, "Sa-pô.", "Sa-pô khác."),
        lambda root: change(root, "published", "draft: true\npublished"),
        lambda root: change(root, "[ảnh](anh.png)", "[ảnh](khac.png)"),
        lambda root: change(root, " và [ảnh](anh.png)", ""),
        lambda root: change(root, "Nội dung.", "Xem https://bantin.example/co-quan/ nhé."),
        lambda root: change(root, "## Phần đầu", "## Phần một"),
        lambda root: write(root, {"content/articles/2020/anh.png": drawing(2)}),
        lambda root: change(root, "Cơ quan A", "Cơ quan Á", "content/agencies/co-quan-a.yml"),
        lambda root: write(root, {"content/articles/2020/moi.md": edits.ANOTHER}),
        lambda root: (root / BAI).unlink(),
        lambda root: write(root, {"themes/default/templates/page.html": "{{ page.title }}"}),
    ],
    ids=[
        "lead",
        "draft",
        "another link",
        "a link less",
        "a full address",
        "heading",
        "file",
        "agency",
        "added",
        "deleted",
        "theme",
    ],
)  # fmt: skip
def test_whatever_else_has_changed_is_planned(program: Program, edit: Callable[[Path], object]) -> None:
    edit(program.root)
    assert program.build()
    assert files_of(program.root / "site") == edits.cold(program.root)


def test_a_text_on_another_day_or_another_request_is_planned(program: Program) -> None:
    change(program.root, "Nội dung.", "Lời mới.")
    for options in ({"as_of": date(2026, 1, 2)}, {"drafts": True}, {"base_url": "https://khac.example/"}):
        assert program.build(**options)
        assert files_of(program.root / "site") == edits.cold(program.root, **options)


def test_a_text_with_an_error_is_reported_and_the_next_one_is_shown(program: Program) -> None:
    before = files_of(program.root / "site")
    change(program.root, "Nội dung.", "[không có](khong-co.md)")
    with pytest.raises(BulletinError):
        program.build()
    assert files_of(program.root / "site") == before
    change(program.root, "[không có](khong-co.md)", "Lời mới.")
    program.build()
    assert files_of(program.root / "site") == edits.cold(program.root)


def test_a_memory_that_is_deleted_meanwhile_is_done_without(program: Program) -> None:
    (program.root / MEMORY / "cache.db").unlink()
    change(program.root, "Nội dung.", "Lời mới.")
    assert program.build()
    assert files_of(program.root / "site") == edits.cold(program.root)


def statement(sql: str) -> Callable[[Path], None]:
    """Damages the cache of ``root``, without changing its seals."""

    def change(root: Path) -> None:
        with contextlib.closing(sqlite3.connect(root / MEMORY / "cache.db")) as database, database:
            database.execute(sql)

    return change


SKELETONS = "FROM note WHERE subject LIKE 'skeleton%'"
DAMAGES: dict[str, Callable[[Path], object]] = {
    "without a skeleton": statement(f"DELETE {SKELETONS} AND subject LIKE '%bai/'"),
    "with one skeleton for all": statement(f"UPDATE note SET record = (SELECT record {SKELETONS} LIMIT 1)"),
    "with invalid skeletons": statement("UPDATE note SET record = 'x' WHERE subject LIKE 'skeleton%'"),
    "without the list of what is shown": statement("DELETE FROM note WHERE subject LIKE 'site%'"),
    "without the ledger": statement("DELETE FROM note WHERE subject LIKE 'files%'"),
    "without what was read": statement("DELETE FROM source"),
    "with a page that somebody edited": lambda root: (root / "site/index.html").write_text("x"),
    "with the page that somebody removed": lambda root: (root / "site/bai-viet/2020/bai/index.html").unlink(),
    "with a build that was broken off": lambda root: (root / "site/.bantin-staging").mkdir(),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_not_as_it_was_left_is_planned(program: Program, damage: str) -> None:
    DAMAGES[damage](program.root)
    change(program.root, "Nội dung.", "Lời mới.")
    assert program.build()
    assert files_of(program.root / "site") == edits.cold(program.root)
    change(program.root, "Lời mới.", "Lời mới hơn.")
    assert not program.build()
    assert files_of(program.root / "site") == edits.cold(program.root)


def test_rows_that_fit_their_seals_but_are_none_cost_time_and_nothing_else(program: Program) -> None:
    place = program.root / "site"
    with open_store(memory_in(program.root / MEMORY), program_version()) as opened:
        subject = f"skeleton {os.path.realpath(place)} bai-viet/2020/bai/"
        row = opened.noted(subject)
        assert row
        opened.note(subject, row[:16] + b"\xc1")
    change(program.root, "Nội dung.", "Lời mới.")
    assert program.build()
    assert files_of(place) == edits.cold(program.root)


def test_several_texts_are_put_in_at_once_but_not_very_many(tmp_path: Path) -> None:
    crowd = {
        f"content/articles/2020/so-{number}.md": ARTICLE.replace("title: Quy chế", f"title: Quy chế số {number} về")
        for number in range(21)
    }
    program = Program(write(tmp_path / "bulletin", COMPLETE, ABOUT, crowd))
    program.build()
    for path in (*list(crowd)[:3], "content/pages/gioi-thieu.md"):
        with (program.root / path).open("a", encoding="utf-8") as file:
            file.write("\nThêm.\n")
    assert not program.build()
    assert files_of(program.root / "site") == edits.cold(program.root)
    for path in crowd:
        change(program.root, "Nội dung.", "Lời mới.", path)
    assert program.build()


def test_a_text_that_was_changed_just_now_is_looked_at_again_the_next_time(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = time.time_ns()
    monkeypatch.setattr(Store, "settled", lambda _store, modified: modified < began)
    change(program.root, "Nội dung.", "Lời mới.")
    assert not program.build()
    for _ in range(2):
        with patched("bantin.build.up_to_date.note", wraps=up_to_date.note) as noted:
            assert not program.build()
        # The file may have changed once more without a change of its times.
        assert noted.called
    assert files_of(program.root / "site") == edits.cold(program.root)


def test_what_has_been_deleted_is_not_remembered(program: Program) -> None:
    (program.root / "content/pages/gioi-thieu.md").unlink()
    change(program.root, "Xem [giới thiệu](../../pages/gioi-thieu.md)", "Xem")
    assert program.build()
    with contextlib.closing(sqlite3.connect(program.root / MEMORY / "cache.db")) as database:
        subjects = [subject for (subject,) in database.execute(f"SELECT subject {SKELETONS}")]
    assert subjects
    assert not [subject for subject in subjects if "gioi-thieu" in subject]


def test_a_site_that_tells_of_commits_is_planned(program: Program) -> None:
    commit(program.root)
    program.build(history=True)
    change(program.root, "Nội dung.", "Lời mới.")
    assert program.build(history=True)
    change(program.root, "Lời mới.", "Lời mới hơn.")
    program.build()
    change(program.root, "Lời mới hơn.", "Lời mới nhất.")
    assert not program.build()


@pytest.mark.parametrize(("scope", "planned"), [("titles", False), ("full", True), ("off", False)])
def test_an_index_of_texts_is_made_of_the_whole_bulletin(tmp_path: Path, scope: str, *, planned: bool) -> None:
    settings = {"content/site.yml": f"{SITE}search: {scope}\n"}
    program = Program(write(tmp_path / "bulletin", COMPLETE, ABOUT, settings), find_engine)
    program.build()
    change(program.root, "Nội dung.", "Lời mới.")
    assert program.build() is planned


def test_a_build_that_is_killed_leaves_whole_files_and_the_next_one_the_right_site(program: Program) -> None:
    root, text, planned = program.root, "Nội dung.", Counter[bool]()
    pages = {path: data for path, data in files_of(root / "site").items() if path != RECEIPT}
    first = text.encode()
    for number in count():
        old, text = text, f"Lời mới {number}."
        change(root, old, text)
        killed = killed_at(number, program.build)
        for path, data in files_of(root / "site").items():
            if path in pages:
                assert data in {pages[path].replace(first, one.encode()) for one in (old, text)}
        planned[program.build()] += 1
        made = files_of(root / "site")
        assert {**made, RECEIPT: b""} == {
            RECEIPT: b"",
            **{path: data.replace(first, text.encode()) for path, data in pages.items()},
        }
        if not killed:
            break
    assert made == edits.cold(root)
    assert sum(planned.values()) > 10
    # A kill that changed nothing has no effect on the next edit.
    assert planned[False] > 2


def add_photo(root: Path, dice: Random) -> None:
    path = dice.choice(sorted((root / "content/articles").rglob("*.md")))
    with path.open("a", encoding="utf-8") as file:
        file.write("\n![Ảnh](/articles/2020/a.png)\n")


@settings(max_examples=examples(8), deadline=None)
@given(
    st.lists(st.sampled_from([*[edits.edit_text] * 8, add_photo, *edits.CHANGES]), min_size=2, max_size=8),
    st.randoms(use_true_random=False),
)
def test_it_gives_the_bytes_of_a_cold_build(changes: list[Callable[[Path, Random], None]], dice: Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        photo = {"content/articles/2020/a.png": drawing()}
        linking = {"content/articles/2020/ba.md": edits.LINKING}
        program = Program(write(Path(folder) / "bulletin", COMPLETE, edits.CROWD, photo, linking, ABOUT))
        program.build()
        for one in changes:
            one(program.root, dice)
            program.build()
            assert files_of(program.root / "site") == edits.cold(program.root)
