"""``bantin build``: what it makes, what it says, and the status that it ends with."""

import json
from pathlib import Path

import pytest

from tests.bulletins import ARTICLE, COMPLETE, files_of, write
from tests.cli.commands import bantin, codes
from tests.cli.conftest import BAI

MAY_4, MAY_6 = "1588579200", "1588752000"


def test_a_sound_bulletin_becomes_a_site(sound: Path, tmp_path: Path) -> None:
    result = bantin("build", sound, "-o", tmp_path / "out", "-j", 1)
    assert (result.exit_code, result.stderr) == (0, "")
    written = len(files_of(tmp_path / "out")) - 1
    assert result.stdout.startswith(f"1 bài viết; ghi {written} tệp, giữ nguyên 0, xóa 0; tìm kiếm toàn văn; 0 lỗi")
    assert (tmp_path / "out/bai-viet/2020/bai/index.html").is_file()


def test_a_second_build_says_that_nothing_was_to_do(sound: Path, tmp_path: Path) -> None:
    bantin("build", sound, "-o", tmp_path / "out", "-j", 1)
    assert "ghi 0 tệp" in bantin("build", sound, "-o", tmp_path / "out", "-j", 1).stdout


def test_the_site_is_put_beside_the_content_unless_told_otherwise(tmp_path: Path) -> None:
    write(tmp_path, COMPLETE)
    assert bantin("build", tmp_path, "-j", 1).exit_code == 0
    assert (tmp_path / "site/index.html").is_file()


def test_the_bulletin_is_that_of_the_working_folder_unless_told_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, COMPLETE))
    assert bantin("build", "-j", 1).exit_code == 0
    assert (tmp_path / "site/index.html").is_file()


def test_problems_of_the_content_end_with_status_1_and_change_nothing(tmp_path: Path) -> None:
    write(tmp_path, COMPLETE)
    bantin("build", tmp_path, "-j", 1)
    before = files_of(tmp_path / "site")
    write(tmp_path, {BAI: ARTICLE.replace("central", "world")})
    result = bantin("build", tmp_path, "-j", 1)
    assert result.exit_code == 1
    assert codes(result.stderr) == ["bad-choice"]
    assert result.stdout.startswith("Chưa đạt: 1 lỗi, 0 cảnh báo; trang đã có giữ nguyên;")
    assert files_of(tmp_path / "site") == before


def test_a_ledger_that_cannot_be_written_is_told_even_if_quiet_and_ends_with_status_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, COMPLETE)
    move = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target.name == ".ledger":
            raise PermissionError(13, "Permission denied")
        return move(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    result = bantin("build", tmp_path, "-j", 1, "-q")
    assert (result.exit_code, result.stdout, codes(result.stderr)) == (1, "", ["ledger-not-written"])
    assert (tmp_path / "site/index.html").is_file()
    monkeypatch.undo()
    assert bantin("build", tmp_path, "-j", 1, "-q").exit_code == 0
    assert (tmp_path / "content/.ledger").is_file()


def test_warnings_are_reported_and_end_with_status_0(lacking: Path, tmp_path: Path) -> None:
    result = bantin("build", lacking, "-o", tmp_path / "out", "-j", 1)
    assert result.exit_code == 0
    assert codes(result.stderr) == ["absent"]
    assert "0 lỗi, 1 cảnh báo" in result.stdout


def test_a_strict_build_takes_warnings_for_errors(lacking: Path, tmp_path: Path) -> None:
    result = bantin("build", lacking, "-o", tmp_path / "out", "-j", 1, "--strict")
    assert result.exit_code == 1
    assert codes(result.stderr) == ["absent"]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("root", [".", "khong-co", "a-file/x", "no-folder"])
def test_without_a_bulletin_the_use_is_wrong(tmp_path: Path, root: str) -> None:
    before = files_of(write(tmp_path, {"a-file": "x", "no-folder/content": "a file"}))
    result = bantin("build", tmp_path / root, "-j", 1)
    assert result.exit_code == 2
    assert codes(result.stderr) == ["no-content"]
    assert files_of(tmp_path) == before


@pytest.mark.parametrize(
    ("out", "code"),
    [(".", "unsafe-output"), ("content", "unsafe-output"), ("theirs", "output-not-ours"), ("a.txt", "unsafe-output")],
)
def test_a_folder_that_must_not_be_written_to_is_wrong_use(tmp_path: Path, out: str, code: str) -> None:
    before = files_of(write(tmp_path, COMPLETE, {"theirs/a.txt": "x", "a.txt": "x"}))
    result = bantin("build", tmp_path, "-o", tmp_path / out, "-j", 1)
    assert result.exit_code == 2
    assert codes(result.stderr) == [code]
    assert files_of(tmp_path) == before


def test_a_folder_with_strangers_may_be_adopted(tmp_path: Path) -> None:
    write(tmp_path, COMPLETE, {"site/own.txt": "mine", "site/robots.txt": "mine"})
    result = bantin("build", tmp_path, "-j", 1, "--adopt")
    assert result.exit_code == 0
    assert codes(result.stderr) == ["foreign-file"]
    assert (tmp_path / "site/robots.txt").read_text() == "mine"
    assert (tmp_path / "site/index.html").is_file()


def test_a_site_that_cannot_be_written_is_a_problem(sound: Path, tmp_path: Path) -> None:
    write(tmp_path, {"out": "a file"})
    result = bantin("build", sound, "-o", tmp_path / "out/site", "-j", 1)
    assert result.exit_code == 1
    assert codes(result.stderr) == ["cannot-write"]


@pytest.mark.parametrize(
    "options",
    [
        ["--format", "xml"],
        ["--as-of", "2020-02-30"],
        ["--as-of", "today"],
        ["--base-url", "bantin.example"],
        ["--base-url", "ftp://bantin.example/"],
        ["--base-url", "https://bantin.example/?x=1"],
        ["-j", "0"],
        ["-j", "many"],
        ["--khong-co"],
        ["mot", "hai"],
    ],
)
def test_options_that_make_no_sense_are_wrong_use(tmp_path: Path, options: list[str]) -> None:
    write(tmp_path, COMPLETE)
    result = bantin("build", tmp_path, *options)
    assert result.exit_code == 2
    assert "Cách dùng:" in result.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("epoch", ["today", "1.5", "99999999999999999999"])
def test_a_source_date_that_is_no_time_is_wrong_use(sound: Path, epoch: str) -> None:
    result = bantin("build", sound, "-j", 1, epoch=epoch)
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH" in result.stderr


@pytest.mark.parametrize(
    ("options", "epoch", "articles"),
    [
        ([], MAY_6, 1),
        ([], MAY_4, 0),
        (["--as-of", "2020-05-06"], MAY_4, 1),
        (["--as-of", "2020-05-05"], "1893456000", 0),
    ],
)
def test_a_site_is_built_for_a_day(sound: Path, tmp_path: Path, options: list[str], epoch: str, articles: int) -> None:
    # Its article was published on 6 May 2020.
    result = bantin("build", sound, "-o", tmp_path / "out", "-j", 1, *options, epoch=epoch)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{articles} bài viết;")


@pytest.mark.parametrize(("options", "articles"), [([], 0), (["--drafts"], 1)])
def test_drafts_are_shown_on_request(tmp_path: Path, options: list[str], articles: int) -> None:
    root = write(tmp_path, COMPLETE, {BAI: ARTICLE.replace("lead:", "draft: yes\nlead:")})
    assert bantin("build", root, "-j", 1, *options).stdout.startswith(f"{articles} bài viết;")


def test_another_address_may_be_given(sound: Path, tmp_path: Path) -> None:
    bantin("build", sound, "-o", tmp_path / "out", "-j", 1, "--base-url", "https://x.example/bt")
    assert (tmp_path / "out/robots.txt").read_text().endswith("Sitemap: https://x.example/bt/sitemap.xml\n")


def test_quietly_only_errors_are_reported(sound: Path, lacking: Path, wrong: Path, tmp_path: Path) -> None:
    for root in (sound, lacking):
        result = bantin("build", root, "-o", tmp_path / root.name, "-j", 1, "-q")
        assert (result.exit_code, result.output) == (0, "")
    result = bantin("build", wrong, "-o", tmp_path / "out", "-j", 1, "-q")
    assert (result.exit_code, result.stdout) == (1, "")
    assert codes(result.stderr) == ["bad-choice"]


def test_json_tells_what_was_made(lacking: Path, tmp_path: Path) -> None:
    result = bantin("build", lacking, "-o", tmp_path / "out", "-j", 1, "--format", "json")
    told = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert told["ok"] is True
    assert [(one["path"], one["code"], one["severity"]) for one in told["problems"]] == [(BAI, "absent", "warning")]
    assert told["summary"]["published"] is True
    assert told["summary"]["written"] == len(files_of(tmp_path / "out")) - 1


def test_json_tells_what_is_wrong(wrong: Path, tmp_path: Path) -> None:
    result = bantin("build", wrong, "-o", tmp_path / "out", "-j", 1, "--format", "json", "-q")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (told["ok"], told["summary"]["published"]) == (False, False)
    assert {one["code"] for one in told["problems"]} == {"absent", "bad-choice"}
    (error,) = [one for one in told["problems"] if one["severity"] == "error"]
    assert (error["line"], error["column"], error["excerpt"]) == (12, 10, "  scope: world")


def test_github_is_told_at_the_lines(wrong: Path, tmp_path: Path) -> None:
    result = bantin("build", wrong, "-o", tmp_path / "out", "-j", 1, "--format", "github")
    *annotations, summary = result.stdout.splitlines()
    assert result.exit_code == 1
    assert len(annotations) == 2
    assert any(line.startswith(f"::error file={wrong}/{BAI},title=bad-choice,line=12,col=10,") for line in annotations)
    assert any(line.startswith(f"::warning file={wrong}/{BAI},title=absent,") for line in annotations)
    assert summary.startswith("Chưa đạt:")


def test_paths_can_be_followed_from_the_working_folder(wrong: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(wrong.parent)
    assert bantin("build", wrong.name, "-j", 1).stderr.startswith(f"{wrong.name}/{BAI}:")
    monkeypatch.chdir(wrong)
    assert bantin("build", "-j", 1).stderr.startswith(f"{BAI}:")


def test_several_processes_build_what_one_does(sound: Path, tmp_path: Path) -> None:
    for jobs in (1, 2):
        assert bantin("build", sound, "-o", tmp_path / f"{jobs}", "-j", jobs).exit_code == 0
    assert files_of(tmp_path / "1") == files_of(tmp_path / "2")


def test_the_next_change_is_told_and_nothing_is_built(tmp_path: Path) -> None:
    later = ARTICLE.replace("published: 2020-05-06", "published: 2026-11-30T23:30+07:00")
    write(tmp_path, COMPLETE, {"content/articles/2026/moi.md": later})
    asked = ("build", tmp_path, "--next", "--as-of", "2026-11-30T23:29:59+07:00")
    told = bantin(*asked)
    assert (told.exit_code, told.stdout, told.stderr) == (0, "2026-11-30T23:30:00+07:00\n", "")
    assert json.loads(bantin(*asked, "--format", "json").stdout) == {"next_change": "2026-11-30T23:30:00+07:00"}
    after = bantin("build", tmp_path, "--next", "--as-of", "2026-11-30T16:30Z")
    assert after.stdout == "2027-01-01T00:00:00+07:00\n"
    assert not (tmp_path / "site").exists()


def test_where_nothing_is_to_come_it_says_so(tmp_path: Path) -> None:
    write(tmp_path, {path: text for path, text in COMPLETE.items() if "articles" not in path})
    told = bantin("build", tmp_path, "--next")
    assert (told.exit_code, told.stdout) == (0, "-\n")
    assert "chỉ thay đổi khi có người sửa nội dung" in told.stderr
    assert json.loads(bantin("build", tmp_path, "--next", "--format", "json").stdout) == {"next_change": None}


def test_the_next_change_of_a_built_site_is_known_without_reading_it(
    sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bantin.runtime.cache.store._STEP", -(10**18))
    assert bantin("build", sound, "-j", 1).exit_code == 0
    told = bantin("build", sound, "--next").stdout
    monkeypatch.setattr("bantin.build.prepare.prepare", None)
    assert bantin("build", sound, "--next").stdout == told != ""


def test_the_next_change_of_a_bulletin_with_errors_is_not_known(tmp_path: Path) -> None:
    write(tmp_path, COMPLETE, {BAI: ARTICLE.replace("central", "world")})
    refused = bantin("build", tmp_path, "--next")
    assert (refused.exit_code, codes(refused.stderr)) == (1, ["bad-choice"])


@pytest.mark.parametrize(
    "text", ["2026-11-20T09:30", "2026-11-20T09:30+0700x", "2300-01-01T00:00Z", "2026-11-20 09:30Z"]
)
def test_a_moment_to_build_for_has_an_offset(text: str, tmp_path: Path) -> None:
    refused = bantin("build", write(tmp_path, COMPLETE), "--as-of", text)
    assert refused.exit_code == 2
    assert "--as-of" in refused.stderr
