"""``--profile``: a report of the time spent, in the language of the site, separate from the other output."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bantin.build.request import Stage
from bantin.cli import main, profile
from bantin.cli.profile import Profile
from tests.bulletins import COMPLETE, SITE, write


def build(root: Path, *options: str) -> Result:
    done = CliRunner().invoke(main, ["build", str(root), "--as-of", "2026-01-01", *options])
    assert done.exit_code == 0, done.output
    return done


def test_stages_and_templates_are_reported_on_the_error_stream(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE)
    done = build(root, "--profile", "-j", "1")
    lines = done.stderr.splitlines()
    assert [line.split("  ")[0] for line in lines if line][:6] == [
        "Chặng",
        "Đối chiếu với lần trước",
        "Đọc và kiểm tra nội dung",
        "Lập danh mục trang",
        "Dựng trang",
        "Ghi trang",
    ]
    (article,) = [line.split() for line in lines if line.startswith("article.html")]
    assert article[1] == "1"
    unwatched = build(root, "--no-cache", "-o", str(tmp_path / "other")).stdout
    assert done.stdout.rpartition(";")[0] == unwatched.rpartition(";")[0]


def test_it_speaks_the_language_of_the_site(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE, {"content/site.yml": SITE.replace("language: vi", "language: en")})
    done = build(root, "--profile")
    assert done.stderr.startswith("Stage ")
    assert "Rendering" in done.stderr


def test_json_stays_json(tmp_path: Path) -> None:
    done = build(write(tmp_path, COMPLETE), "--profile", "--format", "json")
    assert json.loads(done.stdout)["ok"]
    assert "article.html" in done.stderr


def test_nothing_is_shown_unasked(tmp_path: Path) -> None:
    assert build(write(tmp_path, COMPLETE)).stderr == ""


def test_time_is_counted_to_the_stage_it_was_spent_in(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([0.0, 1.0, 4.0, 10.0])
    monkeypatch.setattr(profile, "perf_counter", lambda: next(times))
    told: list[tuple[Stage, int, int]] = []
    watch = Profile(lambda *step: told.append(step))
    for step in ((Stage.READ, 0, 0), (Stage.RENDER, 0, 2), (Stage.RENDER, 1, 2)):
        watch.progress(*step)
    for template, seconds in (("a.html", 0.5), ("b.html", 2.0), ("a.html", 0.25)):
        watch.rendered(template, seconds)
    assert watch.tables("en") == (
        "Stage                             s    %\n"
        "Comparing with the last build  1.00  10%\n"
        "Reading and checking           3.00  30%\n"
        "Rendering                      6.00  60%\n"
        "\n"
        "Template  pages  ms a page     s\n"
        "b.html        1    2000.00  2.00\n"
        "a.html        2     375.00  0.75\n"
    )
    assert told == [(Stage.READ, 0, 0), (Stage.RENDER, 0, 2), (Stage.RENDER, 1, 2)]


def test_numbers_are_written_as_the_language_does(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([0.0, 1.5])
    monkeypatch.setattr(profile, "perf_counter", lambda: next(times))
    watch = Profile(lambda *_step: None)
    for _ in range(1000):
        watch.rendered("a.html", 0.0015)
    tables = watch.tables("vi")
    assert "1,50" in tables
    assert "1.000" in tables
