"""``bantin theme``: a copy of a theme, which changes nothing until it is edited."""

from pathlib import Path

import pytest

from bantin.runtime.bundled import bundled_themes
from tests.bulletins import COMPLETE, build_site, files_of, write
from tests.cli.commands import bantin


def test_a_theme_is_copied_whole(tmp_path: Path) -> None:
    result = bantin("theme", "eject", "default", tmp_path)
    assert (result.exit_code, result.stdout) == (0, f"{tmp_path / 'themes/default'}\n")
    assert files_of(tmp_path / "themes/default") == files_of(bundled_themes() / "default")


def test_the_copy_makes_the_same_site(tmp_path: Path) -> None:
    build_site(write(tmp_path, COMPLETE))
    before = files_of(tmp_path / "site")
    bantin("theme", "eject", "default", tmp_path)
    build_site(tmp_path)
    assert files_of(tmp_path / "site") == before


def test_what_is_changed_in_the_copy_shows_and_what_is_deleted_follows_the_program_again(tmp_path: Path) -> None:
    write(tmp_path, COMPLETE)
    bantin("theme", "eject", "default", tmp_path)
    (tmp_path / "themes/default/templates/robots.txt").write_text("own")
    (tmp_path / "themes/default/templates/404.html").unlink()
    (tmp_path / "themes/default/theme.yml").unlink()
    build_site(tmp_path)
    assert (tmp_path / "site/robots.txt").read_text() == "own\n"
    assert "<h1>" in (tmp_path / "site/404.html").read_text()


def test_a_theme_that_is_there_already_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {"themes/default/theme.yml": "name: mine\n"})
    assert bantin("theme", "eject", "default", tmp_path).exit_code == 2
    assert files_of(tmp_path) == {"themes/default/theme.yml": b"name: mine\n"}


@pytest.mark.parametrize("name", ["khong-co", "", "..", "../themes/default", "theme.yml", "DEFAULT"])
def test_a_theme_that_does_not_come_with_the_program_is_wrong_use(tmp_path: Path, name: str) -> None:
    result = bantin("theme", "eject", name, tmp_path)
    assert result.exit_code == 2
    assert "default" in result.stderr
    assert files_of(tmp_path) == {}


@pytest.mark.parametrize("arguments", ["", "eject", "khong-co", "eject default a b"])
def test_what_makes_no_sense_is_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert bantin("theme", *arguments.split()).exit_code == 2
    assert files_of(tmp_path) == {}
