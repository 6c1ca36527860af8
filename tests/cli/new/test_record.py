"""``bantin new record``, and the same with ``--record``."""

from pathlib import Path

import pytest

from tests.bulletins import COMPLETE, files_of, write
from tests.cli.commands import bantin

TITLE = "Quy chế phối hợp phòng, chống thiên tai"
PARTIES = ["--agency", "co-quan-a", "--agency", "Cơ quan B"]
MADE = "content/agreements/quy-che-phoi-hop-phong-chong-thien-tai.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, COMPLETE)


def test_both_ways_to_say_it_write_the_same(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = write(tmp_path_factory.mktemp("other"), COMPLETE)
    assert bantin("new", "record", root, TITLE, *PARTIES).exit_code == 0
    assert bantin("new", "--record", other, TITLE, *PARTIES).exit_code == 0
    assert files_of(root) == files_of(other)
    assert (root / MADE).is_file()
    assert bantin("check", root, "-j", 1, "--drafts", "-q").exit_code == 0


def test_the_id_may_be_chosen(root: Path) -> None:
    result = bantin("new", "record", root, TITLE, *PARTIES, "--id", "thien-tai-2026")
    target = root / "content/agreements/thien-tai-2026.md"
    assert (result.exit_code, result.stdout) == (0, f"Đã tạo {target}. Hãy mở tệp và ghi tiếp.\n")
    assert f"title: {TITLE} " in target.read_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([TITLE], "Còn thiếu: Các bên ký kết"),
        ([], "Còn thiếu: Tên văn bản"),
        ([TITLE, *PARTIES, "--id", "bai"], "Một bài viết đã có văn bản mang mã “bai”"),
        ([TITLE, *PARTIES, "--id", "A B"], "a-b"),
    ],
)
def test_what_makes_no_sense_is_refused_and_writes_nothing(root: Path, arguments: list[str], words: str) -> None:
    before = files_of(root)
    result = bantin("new", "record", root, *arguments)
    assert (result.exit_code, files_of(root)) == (2, before)
    assert words in " ".join(result.stderr.split())
