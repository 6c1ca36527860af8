"""Incremental builds: after any change, a warm build gives the bytes of a cold one."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.build.build import build
from bantin.build.request import MEMORY, Stage
from tests.bulletins import ARTICLE, COMPLETE, SITE, UNSEARCHED, files_of, request, tools, write
from tests.conftest import examples
from tests.edits import (
    CHANGES,
    CROWD,
    ILLUSTRATED,
    LINKING,
    Edit,
    build_warm,
    change_settings,
    change_theme,
    cold,
    replace_in,
)
from tests.pictures import drawing


@settings(max_examples=examples(12), deadline=None)
@given(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=6), st.randoms(use_true_random=False), st.booleans())
def test_a_warm_build_gives_the_bytes_of_a_cold_one(changes: list[Edit], dice: Random, drafts: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        photo: dict[str, str | bytes] = {
            "content/articles/2020/anh.md": ILLUSTRATED,
            "content/articles/2020/a.png": drawing(),
        }
        root = write(Path(folder) / "bulletin", COMPLETE, CROWD, photo, {"content/articles/2020/ba.md": LINKING})
        build_warm(root)
        for number, change in enumerate(changes):
            change(root, dice)
            options = {"drafts": drafts, "as_of": date(2026, 1, 1 + number % 2), "history": number % 3 > 0}
            build_warm(root, **options)
            assert files_of(root / "site") == cold(root, **options)


TRANSLATION = "content/articles/2020/bai.en.md"
BILINGUAL = {
    "content/site.yml": f"{SITE}languages: [vi, en]\n",
    "content/articles/2020/ba.md": LINKING,
    TRANSLATION: "---\ntitle: Two agencies sign\nlead: Lead.\nagreement: {title: On work}\n---\n\nText.\n",
}


def test_a_translation_is_followed_like_any_other_file(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE, BILINGUAL)
    page = root / "site/en/articles/2020/bai/index.html"
    build_warm(root)
    for old, new in (("Two agencies", "Three agencies"), ("title: On work", "title: On working"), ("Text.", "Words.")):
        before = files_of(root / "site")
        replace_in(root, TRANSLATION, old, new)
        build_warm(root)
        assert files_of(root / "site") == cold(root)
        changed = {path for path, data in files_of(root / "site").items() if before.get(path) != data}
        assert "en/articles/2020/bai/index.html" in changed
        assert all(path.startswith("en/") or path == "provenance.json" for path in changed)
    (root / TRANSLATION).unlink()
    build_warm(root)
    assert files_of(root / "site") == cold(root)
    assert "Two agencies" not in page.read_text()
    assert "Hai cơ quan" in page.read_text()
    write(root, {TRANSLATION: BILINGUAL[TRANSLATION].replace("lead:", "slug: two\nlead:")})
    build_warm(root)
    assert files_of(root / "site") == cold(root)
    assert not page.exists()
    write(root, {"content/site.yml": SITE})
    build_warm(root)
    assert files_of(root / "site") == cold(root)
    assert not (root / "site/en").exists()


GROUPS = ("co-quan/co-quan-a/voi/co-quan-b/", "nguoi-ky/nguyen-van-a/", "chu-de/bien/")


def test_a_second_item_makes_the_page_of_a_group_and_its_end_unmakes_it(tmp_path: Path) -> None:
    tagged = {"content/articles/2020/bai.md": ARTICLE.replace("authors:", "tags: [Biển]\nauthors:")}
    root = write(tmp_path, COMPLETE, UNSEARCHED, tagged)
    build_warm(root)
    alone = files_of(root / "site")
    assert not [group for group in GROUPS if f"{group}index.html" in alone]
    second = tagged["content/articles/2020/bai.md"].replace("agreement:\n", "agreement:\n  id: hai\n")
    write(root, {"content/articles/2020/hai.md": second})
    build_warm(root)
    both = files_of(root / "site")
    assert both == cold(root)
    for page in ("bai-viet/2020/bai/", "bai-viet/2020/hai/"):
        assert [group for group in GROUPS if f"{group}index.html" not in both] == []
        assert all(f'href="../../../{group}"'.encode() in both[f"{page}index.html"] for group in GROUPS)
    (root / "content/articles/2020/hai.md").unlink()
    build_warm(root)
    assert files_of(root / "site") == alone


def test_where_nothing_has_changed_nothing_is_done(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE, CROWD)
    first = build_warm(root).report
    told: list[tuple[Stage, int, int]] = []
    watched = tools(progress=lambda *step: told.append(step), memory=root / MEMORY)
    report = build(request(root), root / "site", watched).report
    assert (report.written, report.removed) == (0, 0)
    assert report.unchanged == first.written
    assert Stage.RENDER not in {stage for stage, _done, _total in told}


def test_an_edit_renders_the_pages_that_show_it_and_no_others(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE, CROWD)
    build_warm(root)
    replace_in(root, "content/articles/2020/bai-7.md", "Nội dung.", "Nội dung khác.")
    rendered: list[str] = []
    watched = replace(tools(memory=root / MEMORY), stopwatch=lambda template, _seconds: rendered.append(template))
    before = files_of(root / "site")
    build(request(root), root / "site", watched)
    after = files_of(root / "site")
    changed = {path for path in after if after[path] != before[path]}
    assert changed == {"bai-viet/2020/bai-7/index.html", "atom.xml", "rss.xml", "feed.json", "provenance.json"}
    # No list shows the text of an article, so none is made again.
    assert sorted(rendered) == ["article.html", "atom.xml", "feed.json", "rss.xml"]


def test_an_unchanged_file_keeps_its_time(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE, CROWD)
    build_warm(root)
    page = root / "site/bai-viet/2020/bai-7/index.html"
    before = page.stat().st_mtime_ns
    change_settings(root, Random(1))
    build_warm(root)
    assert page.stat().st_mtime_ns == before


def test_a_warning_is_reported_again_though_its_file_is_not_read_again(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE, {"content/articles/2020/hai.md": "---\ntitle: Hai\n---\n\nNội dung.\n"})
    first = build_warm(root).edition.problems
    assert first
    assert build_warm(root).edition.problems == first


def damage_bytes(file: Path) -> None:
    file.write_bytes(Random(3).randbytes(4000))


def truncate(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def empty(file: Path) -> None:
    file.write_bytes(b"")


def scratch(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for at in range(5000, len(data), 997):
        data[at] ^= 0xFF
    file.write_bytes(data)


def statement(sql: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        database = sqlite3.connect(file)
        with database:
            database.execute(sql)
        database.close()

    return change


def remove(file: Path) -> None:
    file.unlink()


def make_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGES = {
    "random": damage_bytes,
    "truncated": truncate,
    "empty": empty,
    "scratched": scratch,
    "gone": remove,
    "folder": make_folder,
    "all texts swapped": statement("UPDATE text SET text = (SELECT text FROM text ORDER BY random() LIMIT 1)"),
    "texts of no kind": statement("UPDATE text SET text = 7"),
    "texts gone": statement("DELETE FROM text"),
    "records swapped": statement("UPDATE source SET record = (SELECT record FROM source LIMIT 1)"),
    "records of no kind": statement("UPDATE source SET record = 'x', digest = 3"),
    "notes alike": statement("UPDATE note SET record = (SELECT record FROM note LIMIT 1)"),
    "notes on something else": statement("UPDATE note SET subject = 'files /etc' || rowid"),
    "a view": statement(
        "CREATE VIEW endless AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT x FROM n"
    ),
    "a trigger": statement("CREATE TRIGGER t AFTER INSERT ON source BEGIN DELETE FROM text; END"),
    "another table": statement("DROP TABLE text"),
}


def edit_article_and_theme(root: Path) -> None:
    replace_in(root, "content/articles/2020/bai-7.md", "ký quy chế", "ký quy chế mới")
    change_theme(root, Random(1))


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of the bulletin with the damaged cache, after the edits, from a cold build."""
    root = write(tmp_path_factory.mktemp("edited"), COMPLETE, CROWD)
    edit_article_and_theme(root)
    return cold(root)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_memory_costs_time_and_nothing_else(tmp_path: Path, damage: str, edited: dict[str, bytes]) -> None:
    root = write(tmp_path, COMPLETE, CROWD)
    build_warm(root)
    DAMAGES[damage](root / MEMORY / "cache.db")
    edit_article_and_theme(root)
    for _ in range(2):
        build_warm(root)
        assert files_of(root / "site") == edited


def test_the_memory_of_another_program_counts_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path, COMPLETE)
    monkeypatch.setattr("bantin.build.build.program_version", lambda _plugins: b"another")
    build_warm(root)
    monkeypatch.undo()
    assert files_of(root / "site") == cold(root)
    assert build_warm(root).report.written == 0


def test_a_memory_that_cannot_be_kept_is_done_without(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE, {MEMORY: "a file where the folder should be"})
    build_warm(root)
    assert files_of(root / "site") == cold(root)


def test_a_memory_goes_wherever_the_bulletin_goes(tmp_path: Path) -> None:
    root = write(tmp_path / "here", COMPLETE, CROWD)
    build_warm(root)
    there = shutil.copytree(root, tmp_path / "there", copy_function=shutil.copy2)
    report = build_warm(there).report
    assert (report.written, report.removed) == (0, 0)
    assert files_of(there / "site") == cold(there)


def test_a_site_in_a_second_folder_is_built_whole(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE, CROWD)
    build_warm(root)
    build(request(root), root / "other", tools(memory=root / MEMORY))
    assert files_of(root / "other") == cold(root)
