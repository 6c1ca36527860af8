"""Themes: which folders they consist of, nearest first, and when they have changed."""

import contextlib
import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from bantin.content.files import SITE
from bantin.render.theme_loading import load_theme
from bantin.runtime.bundled import bundled_themes
from tests.bulletins import write
from tests.render.themes import ALONE, CHILD, page, rendered, theme_of


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


def test_a_file_of_a_nearer_layer_wins(tmp_path: Path) -> None:
    write(tmp_path, CHILD, {"themes/mine/templates/robots.txt": "x", "themes/mine/templates/a/b.html": "x"})
    found = theme_of(tmp_path).within("templates")
    bundled = bundled_themes() / "default/templates"
    assert found["robots.txt"] == tmp_path / "themes/mine/templates/robots.txt"
    assert found["a/b.html"] == tmp_path / "themes/mine/templates/a/b.html"
    assert found["home.html"] == bundled / "home.html"
    assert len(found) == 1 + sum(path.is_file() for path in bundled.rglob("*"))


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
    files = dict.fromkeys(("b/c.css", "b.css", "a.css", ".git/x", "b/.x"), "")
    write(tmp_path, ALONE, {f"themes/mine/{path}": text for path, text in files.items()})
    assert theme_of(tmp_path).layers[0].files == ("a.css", "b.css", "b/c.css", "theme.yml")


def test_a_link_to_another_file_of_the_themes_is_followed(tmp_path: Path) -> None:
    write(tmp_path, ALONE, {"themes/mine/static/a.css": "a", "themes/common.css": "b"})
    (tmp_path / "themes/mine/static/b.css").symlink_to("a.css")
    (tmp_path / "themes/mine/static/c.css").symlink_to("../../common.css")
    assert sorted(theme_of(tmp_path).within("static")) == ["a.css", "b.css", "c.css"]


PLACES = ("static/a.css", "templates/a.html", "locale/vi/LC_MESSAGES/messages.po", "theme.yml")


def room_for(root: Path, place: str) -> Path:
    """The path of a file of the theme, where there is none."""
    path = write(root, CHILD) / "themes/mine" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    return path


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("target", ["../outside", "content/site.yml", ".git/config"])
def test_a_link_that_leads_out_of_the_themes_is_not_followed(tmp_path: Path, place: str, target: str) -> None:
    root = tmp_path / "bulletin"
    write(root, {target: "secret"})
    room_for(root, place).symlink_to(root / target)
    assert problems(root) == [("theme-link-outside", f"themes/mine/{place}")]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("target", ["nowhere", "theme.yml/below"])
def test_a_link_that_leads_nowhere_is_a_problem(tmp_path: Path, place: str, target: str) -> None:
    room_for(tmp_path, place).symlink_to(tmp_path / "themes/mine" / target)
    assert problems(tmp_path) == [("file-unreadable", f"themes/mine/{place}")]


@pytest.mark.parametrize("place", ["themes", "themes/mine", "themes/mine/static", "themes/mine/templates/parts"])
def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path, place: str) -> None:
    root, outside = write(tmp_path / "bulletin", CHILD), write(tmp_path / "outside", CHILD, {"mine/a.css": "secret"})
    if place in {"themes", "themes/mine"}:
        shutil.rmtree(root / place)
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).symlink_to(outside / "themes" if place == "themes" else outside / "mine")
    assert problems(root) == [("symlink-folder", place)]


def listen(path: Path) -> None:
    with contextlib.chdir(path.parent), socket.socket(socket.AF_UNIX) as one:
        one.bind(path.name)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("make", [os.mkfifo, listen])
def test_what_is_no_file_is_not_opened(tmp_path: Path, place: str, make: Callable[[Path], object]) -> None:
    make(room_for(tmp_path, place))
    assert problems(tmp_path) == [("theme-not-a-file", f"themes/mine/{place}")]


@contextlib.contextmanager
def no_administrator() -> Iterator[None]:
    """To an administrator nothing is closed."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize(
    "place", ["themes", "themes/mine", "themes/mine/static", *(f"themes/mine/{place}" for place in PLACES)]
)
def test_what_is_closed_is_a_problem(place: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder), CHILD, {f"themes/mine/{one}": "x" for one in PLACES if one != "theme.yml"})
        root.chmod(0o755)
        (root / place).chmod(0)
        with no_administrator():
            assert problems(root) == [("file-unreadable", place)]
        (root / place).chmod(0o700)


def test_nothing_hidden_is_loaded_by_its_name(tmp_path: Path) -> None:
    write(tmp_path, CHILD, {"themes/mine/templates/a.html": "{% include '.hidden' %}", "secret": "x"})
    (tmp_path / "themes/mine/templates/.hidden").symlink_to(tmp_path / "secret")
    (checked,) = rendered(tmp_path, page("a.html"))
    assert [problem.code for problem in checked.problems] == ["template-missing"]
