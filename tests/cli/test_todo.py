"""``bantin todo``."""

import json
from pathlib import Path

import pytest

from tests.bulletins import ARTICLE, COMPLETE, UNSEARCHED, files_of, write
from tests.cli.commands import bantin

ENDING = ARTICLE.replace(
    "  scope: central\n", "  scope: central\n  effective_on: 2020-05-05\n  expires_on: 2026-02-01\n"
)
GUESSED = ARTICLE.replace("title: Hai", "draft: true\ntitle: Hai").replace(
    "  scope: central\n", "  scope: central  #? cấp trung ương\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, COMPLETE, UNSEARCHED, {"content/articles/2020/bai.md": ENDING})


def kinds(*arguments: object) -> list[str]:
    output = bantin("todo", *arguments, "--format", "json", "--as-of", "2026-01-01").stdout
    return [one["kind"] for one in json.loads(output)["tasks"]]


def test_it_lists_what_is_to_be_done_and_writes_nothing(root: Path) -> None:
    before = files_of(root)
    done = bantin("todo", root, "--as-of", "2026-01-01")
    assert done.exit_code == 0
    assert "Sắp hết hiệu lực (1)" in done.output
    assert "content/articles/2020/bai.md: Quy chế phối hợp" in done.output
    assert files_of(root) == before


def test_it_looks_as_far_ahead_as_wanted(root: Path) -> None:
    assert kinds(root) == ["term_ends"]
    assert kinds(root, "--days", "30") == []


def test_an_agency_is_told_what_concerns_it(root: Path) -> None:
    write(root, {"content/agencies/co-quan-c.yml": "name: Cơ quan C\n"})
    assert kinds(root, "--agency", "co-quan-a") == ["term_ends"]
    assert kinds(root, "--agency", "co-quan-c") == []


def test_an_agency_that_is_not_there_is_refused_with_the_one_that_is_meant(root: Path) -> None:
    done = bantin("todo", root, "--agency", "co-quan-aa")
    assert done.exit_code == 2
    assert "có phải “co-quan-a”?" in done.output


def test_guesses_and_drafts_are_to_be_finished(root: Path) -> None:
    write(root, {"content/articles/2020/nhap.md": GUESSED.replace("Hai cơ quan", "Ba cơ quan")})
    assert kinds(root) == ["term_ends", "signed_not_published", "guesses"]


def test_a_bulletin_with_errors_is_reported_like_a_build(root: Path) -> None:
    write(root, {"content/articles/2020/bai.md": ENDING.replace("co-quan-b]", "co-quan-x]")})
    done = bantin("todo", root)
    assert done.exit_code == 1
    assert "unknown-agency" in done.output


def test_links_need_a_published_site(root: Path) -> None:
    assert bantin("todo", root, "--links", root / "site").exit_code == 2
