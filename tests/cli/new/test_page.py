"""``bantin new page``: a static page, whose placeholder is never published."""

from pathlib import Path

import pytest

from tests.bulletins import COMPLETE, codes_of, files_of, write
from tests.cli.commands import bantin

MADE = "content/pages/lien-he.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, COMPLETE)


def test_a_new_page_is_a_sound_draft(root: Path) -> None:
    result = bantin("new", "page", root, "Liên hệ")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Đã tạo {root / MADE}. ")
    assert "“  - pages/lien-he.md”" in result.stdout
    assert codes_of(root, drafts=True) == []


def test_the_placeholder_is_reported_until_the_text_is_written(root: Path) -> None:
    bantin("new", "page", root, "Liên hệ")
    finished = (root / MADE).read_text().replace("draft: true", "draft: false")
    write(root, {MADE: finished})
    assert codes_of(root) == ["placeholder"]
    write(root, {MADE: finished.replace("Viết nội dung trang ở đây, thay cho dòng này.", "Số 1, phố A.")})
    assert codes_of(root) == []


def test_the_line_for_the_menu_works(root: Path) -> None:
    bantin("new", "page", root, "Liên hệ")
    write(root, {"content/site.yml": f"{COMPLETE['content/site.yml']}menu:\n  - pages/lien-he.md\n"})
    assert codes_of(root, drafts=True) == []


def test_the_name_in_the_address_may_be_chosen(root: Path) -> None:
    assert bantin("new", "page", root, "Cơ quan chúng tôi", "--slug", "gioi-thieu").exit_code == 0
    assert "title: Cơ quan chúng tôi\n" in (root / "content/pages/gioi-thieu.md").read_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "tiêu đề"),
        (["?"], "phải có chữ hoặc số"),
        (["Cơ quan"], "/co-quan/"),
        (["Tìm kiếm"], "/tim-kiem/"),
        (["Trang", "--slug", "A b"], "a-b"),
    ],
)
def test_what_makes_no_sense_is_refused_and_writes_nothing(root: Path, arguments: list[str], words: str) -> None:
    before = files_of(root)
    result = bantin("new", "page", root, *arguments)
    assert (result.exit_code, files_of(root)) == (2, before)
    assert words in " ".join(result.stderr.split())


def test_no_page_is_written_over_another(root: Path) -> None:
    bantin("new", "page", root, "Liên hệ")
    before = files_of(root)
    result = bantin("new", "page", root, "Liên hệ")
    assert (result.exit_code, files_of(root)) == (2, before)
    assert "Đã có" in result.stderr
