"""``bantin init``: a new bulletin that builds at once, and never overwrites anything."""

import json
import shlex
from pathlib import Path

import pytest
import yaml

from bantin.content.discover import discover
from bantin.content.load import load_settings
from tests.bulletins import files_of, write
from tests.cli.commands import bantin


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("ci", ["github", "gitlab", "none"])
def test_a_new_bulletin_builds_and_tells_what_is_left_to_do(tmp_path: Path, language: str, ci: str) -> None:
    folder = tmp_path / "moi"
    assert bantin("init", folder, "--language", language, "--ci", ci).exit_code == 0
    # Before the build, whose memory is no text and may hold any bytes.
    assert not [path for path, data in files_of(folder).items() if "@{" in path or b"@{" in data]
    result = bantin("build", folder, "-j", 1, "--format", "json")
    assert result.exit_code == 0
    told = [problem["code"] for problem in json.loads(result.stdout)["problems"]]
    assert told == ["sample-text", "sample-text", "sample-address"]


def test_it_says_what_is_to_be_done_next(tmp_path: Path) -> None:
    folder = tmp_path / "moi"
    assert bantin("init", folder).stdout == f"Đã tạo bản tin trong {folder}. Tiếp theo: bantin serve {folder}\n"
    folder = tmp_path / "new"
    assert "Next: bantin serve" in bantin("init", folder, "--language", "en").stdout


@pytest.mark.parametrize(
    "title", ["Bản tin: số 1", "# “A” & 'B' <c>", "yes", "2012", "- x", "{x}", "[x]: y", "$title", "%s", "  x  "]
)
def test_its_title_and_address_are_those_given(tmp_path: Path, title: str) -> None:
    bantin("init", tmp_path / "moi", "--title", title, "--base-url", "https://x.example/bt")
    settings = yaml.load((tmp_path / "moi/content/site.yml").read_text(), Loader=yaml.BaseLoader)
    assert (settings["title"], settings["base_url"]) == (title, "https://x.example/bt/")
    sources = discover(tmp_path / "moi").value
    assert sources is not None
    site = load_settings(tmp_path / "moi", sources).value
    assert site
    assert site.site
    assert site.site.title == title.strip()


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert bantin("init", tmp_path).exit_code == 0
    assert (tmp_path / "content/site.yml").is_file()


def test_the_working_folder_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert bantin("init", ".").exit_code == 0
    assert (tmp_path / "content/site.yml").is_file()


@pytest.mark.parametrize("there", ["a.txt", "content/site.yml", ".git/HEAD"])
def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path, there: str) -> None:
    write(tmp_path, {there: "mine"})
    result = bantin("init", tmp_path)
    assert result.exit_code == 2
    assert files_of(tmp_path) == {there: b"mine"}


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["moi", "cu"],
        ["moi", "--language", "fr"],
        ["moi", "--ci", "jenkins"],
        ["moi", "--base-url", "x.example"],
        ["a-file"],
    ],
)
def test_what_makes_no_sense_is_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(write(tmp_path, {"a-file": "mine"}))
    result = bantin("init", *arguments)
    assert result.exit_code == 2
    assert files_of(tmp_path) == {"a-file": b"mine"}


def test_what_is_to_be_typed_next_can_be_typed(tmp_path: Path) -> None:
    folder = tmp_path / "Bản tin 'mới' $HOME"
    told = bantin("init", folder).stdout.strip()
    assert shlex.split(told.partition("Tiếp theo: ")[2]) == ["bantin", "serve", str(folder)]
