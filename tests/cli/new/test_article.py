"""``bantin new`` and ``bantin new article``: a sound article in its place, and never over another."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.bulletins import ARTICLE, COMPLETE, MINIMAL, SITE, files_of, write
from tests.cli.commands import bantin, process

TITLE = "Hai cơ quan ký kế hoạch"
PARTIES = ["--agency", "co-quan-a", "--agency", "co-quan-b"]
MADE = "content/articles/2026/hai-co-quan-ky-ke-hoach.md"
VOCABULARY = """\
types:
  quy-che: {vi: Quy chế, en: Regulation}
  ke-hoach: {vi: Kế hoạch, en: Plan}
fields:
  an-ninh: {vi: An ninh, en: Security}
  y-te: {vi: Y tế, en: Health}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, COMPLETE, {"content/vocabulary.yml": VOCABULARY})


def test_a_new_article_passes_the_check(root: Path) -> None:
    result = bantin("new", root, TITLE, *PARTIES)
    assert result.exit_code == 0
    assert result.stdout == f"Đã tạo {root / MADE}. Hãy mở tệp và viết tiếp.\n"
    assert f"title: {TITLE}\n" in (root / MADE).read_text()
    assert bantin("check", root, "-j", 1, "--drafts", "-q").exit_code == 0


@pytest.mark.parametrize(
    "title",
    [
        "Hai cơ quan: ký “Quy chế”",
        "'Quy chế' # 1",
        "{quy: chế}",
        "[Quy chế]",
        "yes",
        "2012-11-20",
        "$title ${type} %s @{title}",
        'Quy chế \\ "x"',
        "Quy chế 😀",
        "  Quy chế  ",
        "Quy chế " * 40,
    ],
)
def test_a_title_may_have_any_signs(root: Path, title: str) -> None:
    assert bantin("new", root, title, *PARTIES).exit_code == 0
    result = bantin("check", root, "-j", 1, "--drafts", "-q")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("title", ["Index", "index", "INDEX!", "Ìndex"])
def test_a_title_that_gives_a_refused_name_is_refused(root: Path, title: str) -> None:
    before = files_of(root)
    result = bantin("new", root, title, *PARTIES)
    assert result.exit_code == 2
    assert "index.md" in result.stderr
    assert files_of(root) == before


def test_an_article_with_a_folder_of_its_own_is_there_already(root: Path) -> None:
    write(root, {MADE.replace(".md", "/index.md"): ARTICLE})
    before = files_of(root)
    result = bantin("new", root, TITLE, *PARTIES)
    assert (result.exit_code, "Đã có" in result.stderr) == (2, True)
    assert files_of(root) == before


def test_what_is_given_stands_in_the_article(root: Path) -> None:
    options = ["--type", "ke-hoach", "--field", "y-te", "--field", "an-ninh", "--signed-on", "2012-11"]
    assert bantin("new", root, TITLE, *PARTIES, *options, "--published", "2012-11-24").exit_code == 0
    text = (root / "content/articles/2012/hai-co-quan-ky-ke-hoach.md").read_text()
    assert "published: 2012-11-24\n" in text
    assert "  type: ke-hoach\n" in text
    assert "  parties:\n    - co-quan-a\n    - co-quan-b\n" in text
    assert "  fields:\n    - y-te\n    - an-ninh\n" in text
    assert "  signed_on: 2012-11 " in text


@pytest.mark.parametrize(
    ("parties", "kind", "fields"),
    [
        (["CQA", "--agency", "Cơ quan B"], "Kế hoạch", ["Y tế"]),
        (["cơ quan a, CQB"], "plan", ["health"]),
        (["Cơ quan của Văn hóa, Thể thao; cơ  quan B"], "KẾ HOẠCH", ["Y TẾ"]),
    ],
)
def test_things_may_be_given_by_their_names(root: Path, parties: list[str], kind: str, fields: list[str]) -> None:
    write(
        root,
        {
            "content/agencies/co-quan-a.yml": "name: Cơ quan A\nabbreviations: [CQA]\n"
            "aliases: ['Cơ quan của Văn hóa, Thể thao']\n",
            "content/agencies/co-quan-b.yml": "name: Cơ quan B\nabbreviations: [CQB]\n",
            "content/agencies/hong.yml": "name: [\n",
        },
    )
    result = bantin("new", root, TITLE, "--agency", *parties, "--type", kind, "--field", *fields)
    assert (result.exit_code, result.stderr) == (0, "")
    text = (root / MADE).read_text()
    assert "  type: ke-hoach\n" in text
    assert "  parties:\n    - co-quan-a\n    - co-quan-b\n" in text
    assert "  fields:\n    - y-te\n" in text


def test_a_name_that_two_agencies_bear_is_asked_for_again(root: Path) -> None:
    same = {f"content/agencies/co-quan-{one}.yml": f"name: Cơ quan {one}\nabbreviations: CQ\n" for one in "ab"}
    result = bantin("new", write(root, same), TITLE, "--agency", "CQ", "--agency", "co-quan-b")
    assert result.exit_code == 2
    assert "co-quan-a (Cơ quan a), co-quan-b (Cơ quan b)" in result.stderr


def test_what_is_not_given_is_the_first_of_the_vocabulary_and_today(root: Path) -> None:
    bantin("new", root, TITLE, *PARTIES)
    text = (root / MADE).read_text()
    assert "published: 2026-01-01\n" in text
    assert "  type: quy-che\n" in text
    assert "  fields:\n    - an-ninh\n" in text


def test_today_is_the_day_in_the_zone_of_the_site(root: Path) -> None:
    # 23:30 in Greenwich is the next morning in Hà Nội.
    bantin("new", root, TITLE, *PARTIES, epoch="1767223800")
    assert (root / MADE).is_file()


def test_the_bulletin_is_that_of_the_working_folder_unless_told_otherwise(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    assert bantin("new", TITLE, *PARTIES).exit_code == 0
    assert (root / MADE).is_file()


def test_an_english_bulletin_has_english_comments(root: Path) -> None:
    write(root, {"content/site.yml": SITE.replace("language: vi", "language: en")})
    result = bantin("new", root, TITLE, *PARTIES)
    assert result.stdout.startswith("There is a new article: ")
    assert "Write the article here" in (root / MADE).read_text()


def test_an_article_is_never_written_over_another(root: Path) -> None:
    write(root, {MADE: ARTICLE})
    before = files_of(root)
    result = bantin("new", root, TITLE, *PARTIES)
    assert result.exit_code == 2
    assert files_of(root) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([""], "Còn thiếu"),
        (["", *PARTIES], "Còn thiếu"),
        (["…", *PARTIES], "phải có chữ hoặc số"),
        ([TITLE], "Còn thiếu"),
        ([TITLE, "--agency", "co-quan-a"], "ít nhất 2"),
        ([TITLE, "--agency", "co-quan-a", "--agency", "co-quan-a"], "ít nhất 2"),
        ([TITLE, "--agency", "co-quan-a", "--agency", "co-quna-b"], "co-quan-b"),
        ([TITLE, *PARTIES, "--type", "quy-cha"], "quy-che"),
        ([TITLE, *PARTIES, "--field", "khong-co"], "khong-co"),
        ([TITLE, *PARTIES, "--signed-on", "20/11/2012"], "2012-11-20"),
        ([TITLE, *PARTIES, "--signed-on", "2012-02-30"], "2012-02-30"),
        ([TITLE, *PARTIES, "--published", "XXXX-08-18"], "XXXX-08-18"),
        (["x", TITLE, *PARTIES], "trong dấu nháy"),
        (["x", "y", "z", TITLE, *PARTIES], "trong dấu nháy"),
    ],
)
def test_what_makes_no_sense_is_wrong_use_and_writes_nothing(root: Path, arguments: list[str], words: str) -> None:
    before = files_of(root)
    result = bantin("new", root, *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert files_of(root) == before


@pytest.mark.parametrize(
    "files",
    [{}, {"content/site.yml": SITE}, {**MINIMAL, "content/site.yml": SITE.replace("language: vi", "language: fr")}],
    ids=["nothing", "no-vocabulary", "unsound-settings"],
)
def test_without_a_sound_bulletin_the_use_is_wrong(tmp_path: Path, files: dict[str, str]) -> None:
    result = bantin("new", write(tmp_path, files), TITLE, *PARTIES)
    assert result.exit_code == 2
    assert "bantin check" in result.stderr


def test_in_a_terminal_it_asks_for_what_is_missing_until_it_makes_sense(root: Path) -> None:
    pty = pytest.importorskip("pty")
    terminal, stdin = pty.openpty()
    answers = [TITLE, "co-quan-x, co-quan-b", "CO-QUAN-A; cơ quan B", "", "", "20/11/2012", "2012-11-20"]
    os.write(terminal, "".join(f"{answer}\n" for answer in answers).encode())
    asking = process("new", root, "", stdin=stdin, stderr=subprocess.STDOUT)
    said, _ = asking.communicate(timeout=60)
    os.close(terminal)
    os.close(stdin)
    assert asking.returncode == 0, said.decode()
    assert "Tiêu đề" in said.decode()
    text = (root / MADE).read_text()
    assert f"title: {TITLE}\n" in text
    assert "    - co-quan-a\n    - co-quan-b\n" in text
    assert "  signed_on: 2012-11-20 " in text


RECORD = "content/agreements/hai-co-quan-ky-ke-hoach.md"


def test_a_record_of_its_own_passes_the_check(root: Path) -> None:
    result = bantin("new", root, TITLE, "--record", *PARTIES, "--signed-on", "2012-11")
    assert (result.exit_code, result.stdout) == (0, f"Đã tạo {root / RECORD}. Hãy mở tệp và ghi tiếp.\n")
    text = (root / RECORD).read_text()
    assert "parties:\n  - co-quan-a\n  - co-quan-b\n" in text
    assert "signed_on: 2012-11 " in text
    assert bantin("check", root, "-j", 1, "--drafts", "-q").exit_code == 0


def test_a_record_is_never_written_over_another(root: Path) -> None:
    assert bantin("new", root, TITLE, "--record", *PARTIES).exit_code == 0
    before = files_of(root)
    assert bantin("new", root, TITLE, "--record", *PARTIES).exit_code == 2
    assert files_of(root) == before


def test_news_is_about_known_records_wherever_they_are(root: Path) -> None:
    assert bantin("new", root, TITLE, "--record", *PARTIES).exit_code == 0
    own = ARTICLE.replace("agreement:\n", "agreement:\n  id: quy-che-2020\n")
    write(root, {"content/articles/2020/khac.md": own, "content/articles/2020/hong.md": "---\n[\n"})
    ids = ["bai", "quy-che-2020", "hai-co-quan-ky-ke-hoach", "bai"]
    result = bantin("new", root, "Nhìn lại", *(word for one in ids for word in ("--about", one)))
    assert (result.exit_code, result.stderr) == (0, "")
    text = (root / "content/articles/2026/nhin-lai.md").read_text()
    assert "about: [bai, quy-che-2020, hai-co-quan-ky-ke-hoach]\n" in text
    assert "agreement:" not in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--about", "bia"], "có phải “bai”"),
        (["--about", "khong-he-co"], "Không có văn bản nào có mã “khong-he-co”"),
        (["--about", "bai", "--record"], "--about chỉ dùng"),
        (["--about", "bai", *PARTIES], "--about chỉ dùng"),
        (["--record", *PARTIES, "--published", "2020-01-01"], "không có --published"),
        (["--record"], "Còn thiếu"),
    ],
)
def test_what_does_not_go_together_is_refused(root: Path, arguments: list[str], words: str) -> None:
    before = files_of(root)
    result = bantin("new", root, TITLE, *arguments)
    assert (result.exit_code, files_of(root)) == (2, before)
    assert words in " ".join(result.stderr.split())


def test_the_name_of_the_kind_may_be_written(root: Path) -> None:
    assert bantin("new", "article", root, TITLE, *PARTIES).exit_code == 0
    assert (root / MADE).is_file()


def test_an_article_of_unknown_day_is_among_the_undated(root: Path) -> None:
    assert bantin("new", root, TITLE, *PARTIES, "--undated").exit_code == 0
    text = (root / "content/articles/undated/hai-co-quan-ky-ke-hoach.md").read_text()
    assert "published: unknown\n" in text
    result = bantin("check", root, "-j", 1, "--drafts", "--quiet")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("arguments", [["--undated", "--published", "2020-01-01"], ["--record", "--undated"]])
def test_an_article_has_one_day_or_none(root: Path, arguments: list[str]) -> None:
    before = files_of(root)
    result = bantin("new", root, TITLE, *PARTIES, *arguments)
    assert (result.exit_code, files_of(root)) == (2, before)
    assert "--undated" in result.stderr


def test_the_bulletin_is_found_from_any_folder_in_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "content/articles/2020")
    result = bantin("new", TITLE, *PARTIES)
    assert (result.exit_code, result.stderr) == (0, "")
    assert (root / MADE).is_file()
