"""An up-to-date site is left unchanged; any real or possible change is built."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bantin.build import up_to_date
from bantin.build.build import build, outdated
from bantin.build.request import MEMORY, PublishedSite
from bantin.runtime import bundled
from bantin.runtime.cache import program_version, store
from tests.bulletins import ARTICLE, COMPLETE, NOW, SITE, files_of, memory_in, request, tools, write
from tests.conftest import REPOSITORY
from tests.repositories import commit

PAGE = "content/articles/2020/bai.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bulletin that has been built, whose files were last changed long ago."""
    monkeypatch.setattr(store, "_STEP", -(10**18))
    written = write(tmp_path, COMPLETE, {"themes/default/static/main.css": "p {}", "content/media/a.txt": "x"})
    build_again(written)
    return written


def build_again(root: Path, **changes: object) -> PublishedSite:
    return build(request(root, **changes), root / "site", tools(memory=root / MEMORY))


def stands(root: Path, monkeypatch: pytest.MonkeyPatch, **changes: object) -> bool:
    """Whether a build finds nothing to do, without importing the pipeline."""
    with monkeypatch.context() as patch:
        patch.setattr("bantin.build.pipeline.make", refuse)
        patch.setattr("bantin.build.text_edit.with_edited_texts", refuse)
        patch.setattr("bantin.build.next_day.on_another_day", refuse)
        try:
            build_again(root, **changes)
        except Made:
            return False
    return True


class Made(Exception):
    """The pipeline was called for."""


def refuse(*_given: object, **_named: object) -> None:
    raise Made


def test_a_site_is_up_to_date_once_it_has_been_built(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert stands(root, monkeypatch)


def test_a_site_that_is_up_to_date_is_reported_as_it_was_built(root: Path) -> None:
    first = build(request(root), root / "other", tools(memory=root / MEMORY))
    again = build(request(root), root / "other", tools(memory=root / MEMORY))
    assert again.edition == first.edition
    assert (again.report.written, again.report.removed) == (0, 0)
    assert again.report.unchanged == first.report.written
    assert again.report.problems == ()


def test_the_warnings_of_a_site_that_is_up_to_date_are_shown_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, {PAGE: ARTICLE.replace("authors: [Người viết]\n", "")})
    first = build_again(root).edition
    assert [problem.code for problem in first.problems] == ["absent"]
    assert stands(root, monkeypatch)
    assert build_again(root).edition == first
    assert not stands(root, monkeypatch, strict=True)


def test_what_programs_of_an_editor_leave_beside_the_files_is_no_change(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = (".bai.md.swp", "bai.md~", "~$bai.docx", ".git/HEAD", "README.md")
    write(root, {f"content/articles/2020/{name}": "x" for name in left}, {"themes/default/.main.css.swp": "x"})
    assert stands(root, monkeypatch)


def append(root: Path, path: str) -> None:
    with (root / path).open("a") as file:
        file.write("\n")


def rewrite(root: Path, path: str) -> None:
    """Changes a file without changing its size or its time of change."""
    file = root / path
    before = file.stat()
    file.write_bytes(file.read_bytes()[::-1])
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def swap(root: Path, one: str, other: str) -> None:
    (root / one).rename(root / "kept")
    (root / other).rename(root / one)
    (root / "kept").rename(root / other)


CHANGES: dict[str, Callable[[Path], object]] = {
    "an article edited": lambda root: append(root, PAGE),
    "an article changed in secret": lambda root: rewrite(root, PAGE),
    "an article added": lambda root: write(root, {"content/articles/2020/moi.md": ARTICLE}),
    "an article renamed": lambda root: (root / PAGE).rename(root / "content/articles/2020/doi.md"),
    "an article removed": lambda root: (root / PAGE).unlink(),
    "an article that cannot be read": lambda root: (root / PAGE).chmod(0),
    "an attachment edited": lambda root: append(root, "content/media/a.txt"),
    "an attachment added": lambda root: write(root, {"content/media/b.txt": "x"}),
    "agencies swapped": lambda root: swap(root, *(f"content/agencies/co-quan-{one}.yml" for one in "ab")),
    "settings edited": lambda root: append(root, "content/site.yml"),
    "a folder added": lambda root: (root / "content/articles/2021").mkdir(),
    "a folder that became a file": lambda root: (root / "content/pages").write_text("x"),
    "a link": lambda root: (root / "content/media/link").symlink_to(root / "content/site.yml"),
    "a pipe": lambda root: os.mkfifo(root / "content/media/pipe"),
    "the theme edited": lambda root: append(root, "themes/default/static/main.css"),
    "the theme extended": lambda root: write(root, {"themes/default/static/more.css": "x"}),
    "the theme removed": lambda root: (root / "themes").rename(root / "topics"),
    "a page edited": lambda root: append(root, "site/index.html"),
    "a page changed in secret": lambda root: rewrite(root, "site/index.html"),
    "a page removed": lambda root: (root / "site/index.html").unlink(),
    "a page that became a link": lambda root: swap_for_link(root / "site/index.html"),
    "the site removed": lambda root: (root / "site").rename(root / "gone"),
    "the list of files edited": lambda root: append(root, "site/.bantin-manifest.json"),
    "the memory removed": lambda root: (root / MEMORY / "cache.db").unlink(),
}


def swap_for_link(path: Path) -> None:
    path.rename(path.with_name("kept"))
    path.symlink_to("kept")


@pytest.mark.parametrize("change", CHANGES)
def test_a_site_does_not_stand_after_a_change(root: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    CHANGES[change](root)
    assert not stands(root, monkeypatch)


@pytest.mark.parametrize(
    "changes",
    [
        {"drafts": True},
        {"base_url": "https://other.example/"},
        {"as_of": date(2026, 1, 2)},
        {"as_of": None, "now": datetime(2026, 1, 1, 17, 0, tzinfo=UTC)},
    ],
    ids=str,
)
def test_a_site_does_not_stand_for_another_request(
    root: Path, monkeypatch: pytest.MonkeyPatch, changes: dict[str, object]
) -> None:
    assert not stands(root, monkeypatch, **changes)


def test_a_site_is_up_to_date_until_the_end_of_its_day(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_again(root, as_of=None, now=NOW)
    assert stands(root, monkeypatch, as_of=None, now=datetime(2026, 1, 1, 16, 59, tzinfo=UTC))
    assert not stands(root, monkeypatch, as_of=None, now=datetime(2026, 1, 1, 17, 0, tzinfo=UTC))


def test_a_site_is_up_to_date_until_the_next_article_is_public(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = ARTICLE.replace("published: 2020-05-06", "published: 2026-01-01T23:30+07:00")
    write(root, {"content/articles/2026/moi.md": later})
    moment = datetime(2026, 1, 1, 16, 30, tzinfo=UTC)
    assert build_again(root, as_of=None, now=NOW).edition.next_change == moment
    assert stands(root, monkeypatch, as_of=None, now=moment - timedelta(seconds=1))
    assert not stands(root, monkeypatch, as_of=None, now=moment)
    assert not stands(root, monkeypatch, as_of=None, now=NOW - timedelta(seconds=1))


def test_a_commit_changes_what_a_site_tells_of_its_history(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(root)
    build_again(root, history=True)
    assert stands(root, monkeypatch, history=True)
    assert not stands(root, monkeypatch)
    commit(root)
    assert not stands(root, monkeypatch, history=True)
    build_again(root)
    commit(root)
    assert stands(root, monkeypatch)


def test_a_theme_that_comes_with_the_program_counts(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = write(tmp_path / "program", {"default/theme.yml": "name: Khác\n"})
    assert bundled.bundled_themes() != other
    monkeypatch.setattr(up_to_date, "bundled_themes", lambda: other)
    assert not stands(root, monkeypatch)


def test_what_has_changed_just_now_is_built_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path, COMPLETE)
    assert time.time_ns() - (root / PAGE).stat().st_ctime_ns < 2_000_000_000
    build_again(root)
    assert not stands(root, monkeypatch)


def test_without_a_memory_everything_is_built(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bantin.build.pipeline.make", refuse)
    with pytest.raises(Made):
        build(request(root), root / "site", tools())


def test_a_site_with_a_foreign_file_is_looked_at_each_time(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "site/bai-viet/2021").mkdir(parents=True)
    write(root, {"site/moi.txt": "x", "site/main.xsl": "x"})
    write(root, {"site/bai-viet/2020/moi/index.html": "x", "content/articles/2020/moi.md": ARTICLE})
    built = build_again(root)
    assert [problem.code for problem in built.report.problems] == ["foreign-file"]
    assert not stands(root, monkeypatch)


def test_a_record_that_cannot_be_read_costs_time_only(root: Path) -> None:
    before = files_of(root / "site")
    with store.open_store(memory_in(root / MEMORY), program_version()) as opened:
        opened.note(f"site {os.path.realpath(root / 'site')}", b"\xc1")
    built = build_again(root)
    assert files_of(root / "site") == before
    assert built.edition.articles == 1


def test_settings_of_another_zone_are_of_another_day(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, {"content/site.yml": SITE.replace("Asia/Ho_Chi_Minh", "Europe/Berlin")})
    night = datetime(2026, 1, 1, 17, 0, tzinfo=UTC)
    assert build_again(root, as_of=None, now=night).edition.day == date(2026, 1, 1)
    assert stands(root, monkeypatch, as_of=None, now=night)


def test_what_a_build_does_not_need_is_not_loaded(tmp_path: Path) -> None:
    """What reads and checks is loaded only where something is read; on the next day, nothing is."""
    root = write(tmp_path / "bulletin", COMPLETE)
    # A program and a theme under development may change before the next build.
    themes = shutil.copytree(bundled.bundled_themes(), tmp_path / "themes")
    loaded = [_loaded_by_build(root, themes, day) for day in ("2026-01-01", "2026-01-01", "2026-01-02")]
    assert {"pydantic", "jinja2", "yaml"} <= loaded[0]
    assert loaded[1] == set()
    assert loaded[2] == {"jinja2", "babel"}


def _loaded_by_build(root: Path, themes: Path, day: str) -> set[str]:
    """The heavy libraries that are loaded by a build of the site of ``day``."""
    heavy = "{'babel', 'jinja2', 'livereload', 'markdown', 'multiprocessing', 'nh3', 'pydantic', 'rich', 'yaml'}"
    script = (
        "import atexit, pathlib, sys; from bantin.runtime import bundled, cache;"
        "from bantin.runtime.cache import store;"
        f"store._STEP = -10**18; cache.program_version = bytes; themes = pathlib.Path({str(themes)!r});"
        "bundled.bundled_themes = lambda: themes; from bantin.cli import main;"
        f"atexit.register(lambda: print(*({heavy} & set(sys.modules))));"
        f"main(['build', '.', '--as-of', '{day}'], standalone_mode=False)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


NEWER: dict[str, Callable[[Path], object]] = {
    name: CHANGES[name]
    for name in (
        "an article edited",
        "an article added",
        "an article renamed",
        "an article removed",
        "an attachment edited",
        "an attachment added",
        "settings edited",
        "the theme edited",
        "the theme extended",
        "the theme removed",
    )
}


@pytest.mark.parametrize("change", NEWER)
def test_a_site_is_older_than_content_that_has_changed_until_it_is_built(
    root: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    assert outdated(root, root / "site", memory_in(root / MEMORY)) == []
    NEWER[change](root)
    found = outdated(root, root / "site", memory_in(root / MEMORY))
    assert found
    assert all(path.startswith(("content/", "themes/")) for path in found)
    monkeypatch.undo()
    build_again(root)
    assert outdated(root, root / "site", memory_in(root / MEMORY)) == []


AS_OLD: dict[str, Callable[[Path], object]] = {
    "rights": lambda root: (root / PAGE).chmod(0o600),
    "a copy for safety": lambda root: (root / "kept").hardlink_to(root / PAGE),
    "a folder": lambda root: (root / "content/articles/2021").mkdir(),
    "what editors leave": lambda root: write(root, {"content/articles/2020/bai.md~": "x", "content/README.md": "x"}),
    "another site": lambda root: append(root, "site/provenance.json"),
    "no site": lambda root: shutil.rmtree(root / "site"),
    "no memory": lambda root: shutil.rmtree(root / MEMORY),
    "a memory that is damaged": lambda root: (root / MEMORY / "cache.db").write_text("x"),
}


@pytest.mark.parametrize("change", AS_OLD)
def test_a_site_is_not_called_older_for_anything_else(root: Path, change: str) -> None:
    AS_OLD[change](root)
    if change in ("another site", "no site", "no memory", "a memory that is damaged"):
        append(root, PAGE)
    assert outdated(root, root / "site", memory_in(root / MEMORY)) == []


def test_what_was_edited_just_before_the_build_is_not_newer_than_the_site(tmp_path: Path) -> None:
    """It may have changed once more within the resolution of its time, so a build reads it again."""
    root = write(tmp_path, COMPLETE)
    build_again(root)
    assert outdated(root, root / "site", memory_in(root / MEMORY)) == []
    new = "content/articles/2020/moi.md"
    write(root, {"site/bai-viet/2020/moi/index.html": "x", new: ARTICLE})
    assert outdated(root, root / "site", memory_in(root / MEMORY)) == [new]
    assert [problem.code for problem in build_again(root).report.problems] == ["foreign-file"]
    assert outdated(root, root / "site", memory_in(root / MEMORY)) == []
