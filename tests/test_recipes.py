"""The recipes of ``CONTRIBUTING.md``, followed to the letter on a copy of the tree."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from bantin.site.cms.bundles import BUNDLES
from tests.bulletins import ARTICLE, COMPLETE, SITE, files_of, write
from tests.conftest import REPOSITORY

MOST_EDITS = 6
TREE = ("generator", "themes", "docs")
_EDIT = re.compile(r"^In `([^`]+)`, above `([^`]+)`:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BULLETIN = {
    **COMPLETE,
    # The form is the program's; what shows it is not needed here.
    **{f"themes/default/static/{bundle.name}": "" for bundle in BUNDLES},
    "content/site.yml": f"{SITE}languages: [vi, en]\neditors: {{backend: test-repo}}\nsearch: off\n",
    "content/articles/2020/bai.md": ARTICLE.replace("agreement:\n", "agreement:\n  Mục đích: Bảo vệ rừng\n"),
    "content/articles/2020/bai.en.md": "---\ntitle: Two agencies\nlead: A lead.\n"
    "agreement: {title: A regulation, purpose: To keep forests}\n---\n\nText.\n",
}
KEYED = BULLETIN | {
    "content/articles/2020/bai.md": BULLETIN["content/articles/2020/bai.md"].replace("Mục đích:", "purpose:")
}


class Edit(NamedTuple):
    """Lines to write above the one that begins as ``above`` does."""

    path: str
    above: str
    lines: str


def edits_of(recipe: str) -> list[Edit]:
    """The edits by hand that a recipe asks for."""
    text = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text.split(f"### {recipe}\n")[1].split("\n##")[0]
    return [Edit(*found) for found in _EDIT.findall(section)]


def make(edit: Edit, tree: Path) -> None:
    path = tree / edit.path
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    (found,) = (number for number, line in enumerate(lines) if line.startswith(edit.above))
    path.write_text("".join((*lines[:found], edit.lines, *lines[found:])), encoding="utf-8")


def run(tree: Path, *arguments: str, status: int = 0) -> str:
    """The output of a module of the tree."""
    path = os.pathsep.join((str(tree / "generator"), str(tree)))
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=tree, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == status, done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree with a key more."""
    copy = tmp_path_factory.mktemp("tree")
    for name in TREE:
        shutil.copytree(REPOSITORY / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "gallery"))
    for edit in edits_of("Add a key"):
        make(edit, copy)
    run(copy, "docs.keys")
    return copy


@pytest.fixture(scope="module")
def site(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    root = write(tmp_path_factory.mktemp("bulletin"), KEYED)
    run(tree, "bantin", "build", str(root), "--as-of", "2026-01-01")
    return {path: data.decode(errors="replace") for path, data in files_of(root / "site").items()}


def test_a_key_takes_few_edits() -> None:
    assert 0 < len(edits_of("Add a key")) <= MOST_EDITS


def test_before_the_recipe_the_key_is_unknown(tmp_path: Path) -> None:
    root = write(tmp_path, KEYED)
    assert "purpose" in run(REPOSITORY, "bantin", "check", str(root), status=1)


def test_the_page_says_it_in_each_language(site: dict[str, str]) -> None:
    for prefix, label, text in (("", "Mục đích", "Bảo vệ rừng"), ("en/", "Purpose", "To keep forests")):
        (page,) = (
            html
            for path, html in site.items()
            if re.fullmatch(rf"{prefix}(bai-viet|articles)/2020/bai/index\.html", path)
        )
        assert re.search(rf"<dt>{label}</dt>\n<dd><span[^>]*>{text}</span></dd>", page)


def test_the_data_have_a_column_and_the_codebook_explains_it(site: dict[str, str]) -> None:
    (row,) = csv.DictReader(site["du-lieu/agreements.csv"].removeprefix("\ufeff").splitlines())
    assert row["purpose"] == "Bảo vệ rừng"
    (record,) = json.loads(site["du-lieu/agreements.json"])["agreements"]
    assert record["purpose"] == "Bảo vệ rừng"
    assert "Mục đích, theo lời văn bản." in site["du-lieu/index.html"]
    assert "What the agreement is for, in its words." in site["en/data/index.html"]


def test_the_form_of_the_editors_has_a_field(site: dict[str, str]) -> None:
    settings = json.loads(site["quan-tri/desk.json"])
    articles = settings["config"]["collections"][0]["fields"]
    (agreement,) = (field["fields"] for field in articles if field["name"] == "agreement")
    (field,) = (field for field in agreement if field["name"] == "purpose")
    assert (field["label"], field["widget"], field["required"]) == ("Mục đích", "string", False)


@pytest.mark.parametrize(("language", "meaning"), [("vi", "mục đích"), ("en", "purpose")])
def test_both_guides_name_it_for_agreements_and_for_their_translations(tree: Path, language: str, meaning: str) -> None:
    assert (tree / f"docs/editors.{language}.md").read_text().count(f"\n| `purpose` | {meaning} | |\n") == 2


def test_theme_authors_are_reported(tree: Path) -> None:
    assert "\n- `purpose`: str\n" in (tree / "docs/themes.md").read_text()


def test_whoever_writes_its_name_is_told_the_key(tree: Path, tmp_path: Path) -> None:
    said = run(tree, "bantin", "check", str(write(tmp_path, BULLETIN)), status=1)
    assert "content/articles/2020/bai.md:7" in said
    assert "purpose" in said
