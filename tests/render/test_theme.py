"""Themes: which folders they consist of, nearest first, and when they have changed."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.bundled import bundled_themes
from generator.content.files import SITE
from generator.render import load_theme
from generator.render.theme import files_in
from tests.bulletins import write
from tests.render.themes import ALONE, CHILD, theme_of


def layers(root: Path, name: str) -> list[tuple[str, bool]]:
    return [(layer.theme, layer.bundled) for layer in theme_of(root, name).layers]


def problems(root: Path, name: str = "mine") -> list[tuple[str, str]]:
    checked = load_theme(root, name, SITE)
    assert checked.value is None
    return [(problem.code, str(problem.location)) for problem in checked.problems]


def test_the_default_theme_comes_with_the_program(tmp_path: Path) -> None:
    assert (bundled_themes() / "default" / "theme.yml").is_file()
    assert layers(tmp_path, "default") == [("default", True)]


def test_a_theme_is_followed_by_what_it_extends(tmp_path: Path) -> None:
    write(tmp_path, {"themes/mine/theme.yml": "name: A\nextends: yours\n"})
    write(tmp_path, {"themes/yours/theme.yml": "name: B\nextends: default\n"})
    assert layers(tmp_path, "mine") == [("mine", False), ("yours", False), ("default", True)]


def test_a_theme_may_stand_alone(tmp_path: Path) -> None:
    write(tmp_path, ALONE)
    assert layers(tmp_path, "mine") == [("mine", False)]


def test_a_folder_of_the_same_name_overrides_a_theme_of_the_program_file_by_file(tmp_path: Path) -> None:
    write(tmp_path, {"themes/default/templates/robots.txt": "x"})
    assert layers(tmp_path, "default") == [("default", False), ("default", True)]


def test_what_overrides_a_theme_counts_for_the_themes_that_extend_it(tmp_path: Path) -> None:
    write(tmp_path, CHILD, {"themes/default/templates/robots.txt": "x"})
    assert layers(tmp_path, "mine") == [("mine", False), ("default", False), ("default", True)]


def test_a_checkout_with_its_own_themes_does_not_count_them_twice() -> None:
    assert layers(bundled_themes().parent, "default") == [("default", True)]


def test_folders_of_a_theme_are_looked_into_nearest_first(tmp_path: Path) -> None:
    write(tmp_path, CHILD)
    expected = [tmp_path / "themes/mine/templates", bundled_themes() / "default/templates"]
    assert theme_of(tmp_path).folders("templates") == expected


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, [("unknown-theme", "content/site.yml")]),
        ({"themes/mine": "a file"}, [("unknown-theme", "content/site.yml")]),
        (
            {"themes/mine/theme.yml": "name: A\nextends: khong-co\n"},
            [("unknown-theme", "themes/mine/theme.yml")],
        ),
        ({"themes/mine/theme.yml": "name: A\nextends: mine\n"}, [("theme-cycle", "themes/mine/theme.yml")]),
        (
            {
                "themes/mine/theme.yml": "name: A\nextends: yours\n",
                "themes/yours/theme.yml": "name: B\nextends: mine\n",
            },
            [("theme-cycle", "themes/yours/theme.yml")],
        ),
        ({"themes/mine/theme.yml": "extends: default\n"}, [("missing-key", "themes/mine/theme.yml:1:1")]),
        ({"themes/mine/theme.yml": "name: A\ncolour: red\n"}, [("unknown-key", "themes/mine/theme.yml:2:1")]),
        ({"themes/mine/static/a.css": ""}, [("file-unreadable", "themes/mine/theme.yml")]),
    ],
)
def test_a_theme_that_cannot_be_used_is_a_problem_where_it_is_named(
    tmp_path: Path, files: Mapping[str, str], told: list[tuple[str, str]]
) -> None:
    assert problems(write(tmp_path, files)) == told


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "templates/a.html").write_text("two"),
        lambda folder: (folder / "templates/b.html").write_text("one"),
        lambda folder: (folder / "templates/a.html").unlink(),
        lambda folder: (folder / "templates/a.html").rename(folder / "templates/c.html"),
        lambda folder: (folder / "theme.yml").write_text("name: Other\nextends: default\n"),
    ],
    ids=["edited", "added", "removed", "renamed", "manifest"],
)
def test_every_change_of_a_theme_shows_in_its_digest(tmp_path: Path, change: Callable[[Path], object]) -> None:
    write(tmp_path, CHILD, {"themes/mine/templates/a.html": "one"})
    before = theme_of(tmp_path).digest
    change(tmp_path / "themes/mine")
    assert theme_of(tmp_path).digest != before


def test_the_digest_of_a_theme_depends_on_nothing_else(tmp_path: Path) -> None:
    files = {"themes/mine/templates/a.html": "one"}
    here, there = (write(tmp_path / name, CHILD, files) for name in ("here", "there"))
    write(there, {"themes/mine/.DS_Store": "x", "themes/mine/templates/.a.html.swp": "x", "themes/other/a.html": "x"})
    assert theme_of(here).digest == theme_of(there).digest


def test_files_are_found_in_one_order_and_hidden_ones_passed_over(tmp_path: Path) -> None:
    write(tmp_path, {"b/c.css": "", "b.css": "", "a.css": "", ".git/x": "", "b/.x": ""})
    assert [path.relative_to(tmp_path).as_posix() for path in files_in(tmp_path)] == ["a.css", "b.css", "b/c.css"]
