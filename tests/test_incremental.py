"""Builds that remember: whatever has changed, a warm build gives the bytes of a cold one."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.build import build
from generator.request import MEMORY, Built, Stage
from tests.bulletins import ARTICLE, COMPLETE, SITE, files_of, request, tools, write
from tests.pictures import drawing
from tests.repositories import MAY_6, commit

ANOTHER = ARTICLE.replace("Hai cơ quan", "Ba cơ quan").replace("2020-05", "2020-04")
LINKING = ANOTHER.replace("Nội dung.", "Xem [bài kia](bai.md).").replace("agreement:\n", "agreement:\n  id: ba\n")
ILLUSTRATED = ANOTHER.replace("agreement:\n", "photos: [{src: a.png, alt: x}]\nagreement:\n  id: anh\n")
CROWD = {f"content/articles/2020/bai-{number}.md": ANOTHER.replace("Ba", f"Bài {number}") for number in range(8)}


def build_warm(root: Path, **changes: object) -> Built:
    return build(request(root, **changes), root / "site", tools(memory=root / MEMORY))


def cold(root: Path, **changes: object) -> dict[str, bytes]:
    """The files of the site of the bulletin in ``root``, built from nothing."""
    with tempfile.TemporaryDirectory() as folder:
        build(request(root, **changes), Path(folder) / "site", tools())
        return files_of(Path(folder) / "site")


def replace_in(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    if file.exists():
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def edit(root: Path, dice: Random) -> None:
    path = dice.choice(sorted((root / "content/articles").rglob("*.md")))
    replace_in(root, path.relative_to(root).as_posix(), "ký quy chế", f"ký quy chế {dice.randrange(3)}")


def edit_text(root: Path, dice: Random) -> None:
    path = dice.choice(sorted((root / "content/articles").rglob("*.md")))
    with path.open("a", encoding="utf-8") as file:
        file.write(dice.choice(["\n## Mục\n", "\nThêm một câu.\n", "\n[^1]\n\n[^1]: Chú thích.\n"]))


def add(root: Path, dice: Random) -> None:
    number = dice.randrange(100)
    text = ANOTHER.replace("2020-04", f"20{dice.randrange(10, 21)}-0{dice.randrange(1, 10)}")
    write(root, {f"content/articles/2018/moi-{number}.md": text.replace("Ba", f"Mới {number}")})


def rename(root: Path, dice: Random) -> None:
    path = dice.choice(sorted((root / "content/articles/2020").glob("bai-*.md")))
    path.rename(path.with_name(f"bai-doi-{dice.randrange(1000)}.md"))


def delete(root: Path, dice: Random) -> None:
    found = sorted((root / "content/articles/2020").glob("bai-*.md"))
    if len(found) > 1:
        dice.choice(found).unlink()


def rename_agency(root: Path, dice: Random) -> None:
    write(root, {"content/agencies/co-quan-a.yml": f"name: Cơ quan {dice.choice('AÁÀ')}\nlevel: central\n"})


def add_agency(root: Path, dice: Random) -> None:
    number = dice.randrange(5)
    write(root, {f"content/agencies/con-{number}.yml": f"name: Con {number}\nparent: co-quan-a\n"})


def change_settings(root: Path, dice: Random) -> None:
    write(root, {"content/site.yml": f"{SITE}page_size: {dice.randrange(2, 6)}\nfeed_size: {dice.randrange(1, 4)}\n"})


def change_vocabulary(root: Path, dice: Random) -> None:
    replace_in(root, "content/vocabulary.yml", "vi: Quy chế", f"vi: Quy chế {dice.randrange(3)}")


def change_theme(root: Path, dice: Random) -> None:
    macro = '{% extends "default/base.html" %}{% block footer %}<p>' + str(dice.randrange(3)) + "</p>{% endblock %}"
    write(root, {"themes/default/templates/base.html": macro})


def change_style(root: Path, dice: Random) -> None:
    write(root, {"themes/default/static/main.css": f"p {{ margin: {dice.randrange(4)}px }}"})


def touch(root: Path, dice: Random) -> None:
    path = dice.choice(sorted((root / "content").rglob("*.*")))
    os.utime(path, ns=(dice.randrange(10**18), dice.randrange(10**18)))


def meddle(root: Path, dice: Random) -> None:
    """Somebody changes or removes files of the site by hand."""
    path = dice.choice(sorted((root / "site").rglob("*.html")))
    path.write_text("changed") if dice.random() < 0.5 else path.unlink()


def commit_all(root: Path, dice: Random) -> None:
    """Not a file changes, but what is told of where they come from."""
    commit(root, at=MAY_6 + timedelta(days=dice.randrange(3)))


def change_photo(root: Path, dice: Random) -> None:
    """Of the same size each time; so long ago that its time is certain to tell."""
    path = root / "content/articles/2020/a.png"
    write(root, {"content/articles/2020/a.png": drawing(dice.randrange(3))})
    os.utime(path, ns=(0, dice.randrange(10**18)))


def translate(root: Path, dice: Random) -> None:
    """The bulletin is there in two languages from now on, or one of its translations has changed."""
    text = f"---\ntitle: Two agencies {dice.randrange(3)}\nslug: two\n---\n\nText {dice.randrange(3)}.\n"
    write(root, {"content/site.yml": f"{SITE}languages: [vi, en]\n", "content/articles/2020/bai.en.md": text})


CHANGES: list[Callable[[Path, Random], None]] = [
    edit, edit_text, add, rename, delete, rename_agency, add_agency, change_settings, change_vocabulary,
    change_theme, change_style, touch, meddle, commit_all, change_photo, translate,
]  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=6), st.randoms(use_true_random=False), st.booleans())
def test_a_warm_build_gives_the_bytes_of_a_cold_one(
    changes: list[Callable[[Path, Random], None]], dice: Random, drafts: bool
) -> None:
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


def test_a_warning_is_told_again_though_its_file_is_not_read_again(tmp_path: Path) -> None:
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
    """The site of the bulletin whose memory is damaged, after the edits, built from nothing."""
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
    monkeypatch.setattr("generator.build.program_version", lambda: b"another")
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
