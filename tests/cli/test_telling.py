"""The output for many problems: errors on the last screen, all problems on request."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.bulletins import ARTICLE, COMPLETE, write
from tests.cli.commands import bantin, codes, process
from tests.cli.conftest import BAI

SCREEN = 24
OLD = 200
LACKING = ("lead: Sa-pô.\n", "authors: [Người viết]\n", "  text_public: {no: Nội bộ}\n", "  scope: central\n")


@pytest.fixture(scope="module")
def imperfect(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bulletin with 200 old articles of which little is known, and one new article with an error."""
    poor = ARTICLE
    for line in LACKING:
        poor = poor.replace(line, "")
    old = {
        f"content/articles/{1990 + number % 30}/bai-{number}.md": poor.replace(
            "2020-05-0", f"{1990 + number % 30}-05-0"
        )
        .replace("Hai cơ quan ký quy chế", f"Hai cơ quan ký quy chế số {number}")
        .replace("Quy chế phối hợp", f"Quy chế phối hợp về việc số {number}")
        for number in range(OLD)
    }
    return write(tmp_path_factory.mktemp("imperfect"), COMPLETE, old, {BAI: ARTICLE.replace("central", "world")})


def test_the_error_stands_whole_on_the_last_screen(imperfect: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(imperfect)
    result = bantin("check", "-j", 1)
    screen = result.output.splitlines()[-SCREEN:]
    at = screen.index("  13 |   scope: world")
    assert screen[at - 1].startswith(f"{BAI}:13:10: lỗi: “world” ")
    assert screen[at + 1] == "     |          ^^^^^"
    assert screen[at + 2].startswith("  → ")
    assert screen[-1].startswith(f"Chưa đạt: 1 lỗi, {OLD * len(LACKING)} cảnh báo;")
    assert len(result.output.splitlines()) < 2 * SCREEN
    assert f"cảnh báo: {OLD * len(LACKING)} chỗ trong {OLD} tệp [absent]" in result.output


def test_every_warning_is_shown_in_full_on_request(imperfect: Path) -> None:
    result = bantin("check", imperfect, "-j", 1, "--verbose")
    assert codes(result.stderr) == ["absent"] * OLD * len(LACKING) + ["bad-choice"]
    assert result.stderr.count("→ ") == OLD * len(LACKING) + 1


def test_programs_get_every_problem(imperfect: Path) -> None:
    told = json.loads(bantin("check", imperfect, "-j", 1, "--format", "json").stdout)
    assert len(told["problems"]) == OLD * len(LACKING) + 1
    github = bantin("check", imperfect, "-j", 1, "--format", "github").stdout.splitlines()
    assert github[0].startswith("::error ")
    assert len(github) == OLD * len(LACKING) + 2
    assert len(json.loads(bantin("check", imperfect, "-j", 1, "--format", "gitlab").stdout)) == OLD * len(LACKING) + 1


def test_quietly_the_error_is_all_that_is_reported(imperfect: Path) -> None:
    result = bantin("check", imperfect, "-j", 1, "-q")
    assert codes(result.stderr) == ["bad-choice"]
    assert result.stdout == ""


@pytest.mark.parametrize("options", [[], ["-q"]])
def test_a_strict_run_says_what_it_fails_for(lacking: Path, options: list[str]) -> None:
    result = bantin("check", lacking, "-j", 1, "--strict", *options)
    assert codes(result.stderr) == ["absent"]
    assert options or result.stdout.startswith("Chưa đạt (--strict coi cảnh báo là lỗi): 0 lỗi, 1 cảnh báo;")


def test_an_interrupted_build_is_no_problem_of_the_content(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bantin.cli.build.build", interrupted)
    result = bantin("build", sound, "-j", 1)
    assert (result.exit_code, result.output.strip()) == (130, "Đã dừng.")


def test_nobody_who_listens_is_no_mistake(sound: Path) -> None:
    running = process("check", sound, "-j", 1, "--help", stdout=subprocess.PIPE)
    assert running.stdout is not None
    running.stdout.close()
    _, said = running.communicate(timeout=60)
    assert said == b""
