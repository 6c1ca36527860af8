"""The files that the desk may write."""

from http import HTTPStatus
from pathlib import Path

import pytest

from bantin.content.files import LARGEST_TEXT
from bantin.desk.files import require_fit, require_no_link, require_writable
from bantin.desk.refusal import Refused
from tests.desk.repository import repository


@pytest.mark.parametrize(
    "path",
    [
        "content/articles/2026/bai.md",
        "content/articles/2026/bai/index.en.md",
        "content/articles/2026/bai/IMG_1.JPG",
        "content/agreements/quy-che.md",
        "content/agencies/bo-cong-an.yml",
        "content/media/bai/ảnh.png",
        "content/documents/quy-che.pdf",
        "content/pages/lien-he.md",
    ],
)
def test_files_of_the_form_are_written(path: str) -> None:
    require_writable(path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "content/site.yml",
        "content/vocabulary.yml",
        "content/.ledger",
        "content/root/CNAME",
        "content/root/a/b.md",
        "content/articles/2026/bai.html",
        "content/articles/2026/bai.svg",
        "content/articles/2026/bai",
        "content/agencies/a.md",
        "content/media/bai.md",
        "content/articles/../../.git/hooks/pre-commit.md",
        "content/articles/./bai.md",
        "content/articles//bai.md",
        "/content/articles/bai.md",
        "content\\articles\\bai.md",
        "content/articles/.git/bai.md",
        "content/articles/2026/bai.md\n",
        "content/articles/2026/bai\0.md",
        "content/articles/2026/ba\u0300i.md",
        "themes/default/theme.yml",
        ".git/config",
        f"content/articles/{'a' * 400}.md",
        f"content/articles/{'ă' * 200}/bai.md",
        "content/articles/GIT~1/bai.md",
        "content/articles/2026/con.md",
    ],
)
def test_no_other_file_is(path: str) -> None:
    with pytest.raises(Refused) as refused:
        require_writable(path)
    assert refused.value.status == HTTPStatus.UNPROCESSABLE_ENTITY


def test_sizes_are_limited_and_texts_are_texts() -> None:
    path = "content/articles/2026/bai.md"
    require_fit(path, b"a" * LARGEST_TEXT)
    require_fit("content/media/a.jpg", b"\xff" * (LARGEST_TEXT + 1))
    with pytest.raises(Refused, match="too large"):
        require_fit(path, b"a" * (LARGEST_TEXT + 1))
    with pytest.raises(Refused, match="UTF-8"):
        require_fit(path, b"\xff\xfe")


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    root = tmp_path / "ban-tin"
    root.joinpath("content").mkdir(parents=True)
    root.joinpath("content/media").symlink_to(tmp_path)
    git = repository(root).git
    head = git.head("main") or ""
    require_no_link(git, head, "content/documents/a.pdf")
    require_no_link(git, head, "content/articles/2020/bai.md")
    for path in ("content/media/a.png", "content/media", "content/articles/2020/bai.md/a.png"):
        with pytest.raises(Refused):
            require_no_link(git, head, path)
