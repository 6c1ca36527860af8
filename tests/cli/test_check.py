"""``bantin check``: all that a build checks, and not a byte written."""

import json
import re
from pathlib import Path

import pytest

from tests.bulletins import ARTICLE, COMPLETE, files_of, write
from tests.cli.commands import bantin, codes


def test_a_sound_bulletin_passes(sound: Path) -> None:
    result = bantin("check", sound, "-j", 1)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("1 bài viết; 0 lỗi, 0 cảnh báo;")


@pytest.mark.parametrize(
    ("bulletin", "options", "status"),
    [
        ("sound", [], 0),
        ("sound", ["--strict"], 0),
        ("lacking", [], 0),
        ("lacking", ["--strict"], 1),
        ("lacking", ["--strict", "-q"], 1),
        ("wrong", [], 1),
        ("wrong", ["-q"], 1),
        ("wrong", ["--format", "json"], 1),
        ("wrong", ["--format", "github"], 1),
        ("sound", ["--as-of", "2020-05-01"], 0),
        ("sound", ["--as-of", "2020-05-01", "--strict"], 1),
        ("sound", ["--as-of", "mai"], 2),
        ("sound", ["--adopt"], 2),
        ("sound", ["-o", "site"], 2),
    ],
)
def test_the_status_tells_how_it_went(
    bulletin: str, options: list[str], status: int, request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(bulletin)
    before = files_of(root)
    assert bantin("check", root, "-j", 1, *options).exit_code == status
    assert files_of(root) == before


def test_without_a_bulletin_the_use_is_wrong(tmp_path: Path) -> None:
    result = bantin("check", tmp_path, "-j", 1)
    assert result.exit_code == 2
    assert codes(result.stderr) == ["no-content"]


def test_json_says_that_nothing_was_published(sound: Path) -> None:
    told = json.loads(bantin("check", sound, "-j", 1, "--format", "json").stdout)
    assert (told["ok"], told["problems"]) == (True, [])
    assert (told["summary"]["articles"], told["summary"]["published"], told["summary"]["written"]) == (1, False, 0)


def test_every_problem_is_shown_with_its_line(wrong: Path) -> None:
    stderr = bantin("check", wrong, "-j", 1).stderr
    assert "  12 |   scope: world\n     |          ^^^^^\n" in stderr


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_it_tells_how_it_is_used(option: str) -> None:
    result = bantin("check", option)
    assert result.exit_code == 0
    assert "Cách dùng:" in result.stdout
    assert "--strict" in result.stdout


def test_the_command_tells_its_version() -> None:
    assert re.fullmatch(r"bantin [0-9.]+\n", bantin("--version").stdout)


@pytest.mark.parametrize("arguments", [[], ["khong-co"], ["--khong-co"]])
def test_a_command_that_does_not_exist_is_wrong_use(arguments: list[str]) -> None:
    assert bantin(*arguments).exit_code == 2


def test_the_bulletin_is_found_from_any_folder_in_it(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sound / "content/articles")
    result = bantin("check", "-j", 1)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("1 bài viết; 0 lỗi, 0 cảnh báo;")


TWO_WRONG = {
    "content/articles/2020/mot.md": ARTICLE.replace("scope: central", "scope: nowhere"),
    "content/articles/2021/hai.md": ARTICLE.replace("fields: [an-ninh]", "fields: [khong-co]").replace("2020", "2021"),
    "content/pages/tot.md": "---\ntitle: Tốt\n---\n\nChữ.\n",
}


@pytest.mark.parametrize(
    ("named", "reported", "status"),
    [
        (["content/articles/2020/mot.md"], {"mot.md"}, 1),
        (["content/articles/2021"], {"hai.md"}, 1),
        (["content/articles/2021/hai.md", "content/articles/2020"], {"mot.md", "hai.md"}, 1),
        (["content/pages/tot.md"], set(), 0),
        (["."], {"mot.md", "hai.md"}, 1),
    ],
)
def test_of_named_files_only_their_problems_are_reported_and_decide(
    tmp_path: Path, named: list[str], reported: set[str], status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, COMPLETE, TWO_WRONG))
    result = bantin("check", *named, "-j", 1)
    assert result.exit_code == status
    assert {name for name in ("mot.md", "hai.md") if name in result.stderr} == reported
    assert ("Ngoài các tệp đã nêu, bản tin còn" in result.stdout) is (len(reported) < 2)
    told = json.loads(bantin("check", *named, "-j", 1, "--format", "json").stdout)
    assert {Path(one["path"]).name for one in told["problems"]} == reported
    assert told["ok"] is (status == 0)


def test_warnings_of_named_files_fail_a_strict_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = {"content/pages/tot.md": "---\ntitle: Tốt\n---\n\nChữ.\n"}
    root = write(tmp_path, COMPLETE, {"content/articles/2020/bai.md": ARTICLE.replace("lead: Sa-pô.\n", "")}, good)
    monkeypatch.chdir(root / "content")
    assert bantin("check", "pages/tot.md", "-j", 1, "--strict").exit_code == 0
    assert bantin("check", "articles", "-j", 1, "--strict").exit_code == 1


@pytest.mark.parametrize(
    ("named", "words"),
    [
        (["content/articles/2020/khong-co.md"], "Không có tệp"),
        (["content/site.yml", "content/khong-co"], "Không có tệp"),
        (["content/site.yml", "/"], "không nằm trong bản tin"),
    ],
)
def test_files_that_are_not_in_the_bulletin_are_refused(
    sound: Path, named: list[str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sound)
    result = bantin("check", *named, "-j", 1)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
