"""A new bulletin: whole, sound, and without a gap left open."""

import re
from datetime import date

import click
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin import __version__
from bantin.cli import main
from bantin.domain.problems import LANGUAGES, Language
from bantin.scaffold import Ci, NewBulletin, bulletin_files

NEW = NewBulletin("Bản tin ký kết", "https://bantin.example/", "vi", "github", date(2025, 11, 24))
CIS: tuple[Ci, ...] = ("github", "gitlab", "none")
COMMON = {"content/site.yml", "content/vocabulary.yml", "requirements.txt", "README.md", ".gitignore"}
# Of a command in running text or in a file for CI: its name and everything that is given to it.
COMMAND = re.compile(r"\bbantin (?!==)([a-z]+)([^`\n#]*)")


def each() -> list[NewBulletin]:
    return [replace(NEW, language=language, ci=ci) for language in LANGUAGES for ci in CIS]


@pytest.mark.parametrize("bulletin", each(), ids=lambda one: f"{one.language}-{one.ci}")
def test_nothing_is_left_to_be_filled_in(bulletin: NewBulletin) -> None:
    for path, text in bulletin_files(bulletin).items():
        assert "@{" not in path + text
        assert "_dot_" not in path


@pytest.mark.parametrize("bulletin", each(), ids=lambda one: f"{one.language}-{one.ci}")
def test_every_yaml_file_can_be_read(bulletin: NewBulletin) -> None:
    files = {path: text for path, text in bulletin_files(bulletin).items() if path.endswith(".yml")}
    assert len(files) >= 4
    for text in files.values():
        assert isinstance(yaml.safe_load(text), dict)


@pytest.mark.parametrize(
    ("ci", "files"),
    [
        ("github", {".github/workflows/bantin.yml", ".github/workflows/todo.yml"}),
        ("gitlab", {".gitlab-ci.yml"}),
        ("none", set()),
    ],
)
def test_the_files_of_the_ci_are_those_asked_for(ci: Ci, files: set[str]) -> None:
    made = set(bulletin_files(replace(NEW, ci=ci)))
    assert made >= COMMON | files
    assert {path for path in made if "git" in path} == {".gitattributes", ".gitignore", *files}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_article_is_of_today(language: Language) -> None:
    files = bulletin_files(replace(NEW, language=language))
    (path,) = [path for path in files if path.startswith("content/articles/")]
    assert path.startswith("content/articles/2025/")
    assert "published: 2025-11-24\n" in files[path]


def test_what_was_given_stands_in_the_settings() -> None:
    files = bulletin_files(NEW)
    settings = yaml.safe_load(files["content/site.yml"])
    assert (settings["title"], settings["base_url"], settings["language"]) == (NEW.title, NEW.base_url, "vi")
    assert files["README.md"].startswith(f"# {NEW.title}\n")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).filter(lambda title: "@{" not in title))
def test_a_title_is_read_as_it_was_given_whatever_signs_it_has(title: str) -> None:
    files = bulletin_files(replace(NEW, title=title))
    assert yaml.load(files["content/site.yml"], Loader=yaml.BaseLoader)["title"] == title


def test_the_program_is_asked_for_in_the_version_that_made_the_bulletin() -> None:
    assert bulletin_files(NEW)["requirements.txt"] == f"bantin=={__version__}\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_built_is_not_kept_under_version_control(language: Language) -> None:
    ignored = bulletin_files(replace(NEW, language=language))[".gitignore"].split()
    assert {"site/", ".bantin/"} <= set(ignored)


@pytest.mark.parametrize("bulletin", each(), ids=lambda one: f"{one.language}-{one.ci}")
def test_every_command_that_the_files_tell_of_exists(bulletin: NewBulletin) -> None:
    told = [match for text in bulletin_files(bulletin).values() for match in COMMAND.finditer(text)]
    assert len(told) >= 3
    for match in told:
        command = main.get_command(click.Context(main), match[1])
        assert command, match[0]
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in match[2].split() if re.match(r"--?[a-z]", word)} <= known
