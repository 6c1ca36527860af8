"""``bantin new agency``: a sound file, and no second one for a known agency."""

from pathlib import Path

import pytest

from tests.bulletins import COMPLETE, SITE, codes_of, files_of, write
from tests.cli.commands import bantin

MADE = "content/agencies/bo-van-hoa-the-thao-va-du-lich.yml"
NAME = "Bộ Văn hóa, Thể thao và Du lịch"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, COMPLETE, {"content/agencies/co-quan-a.yml": "name: Cơ quan A\nabbreviations: [CQA]\n"})


def test_an_agency_with_only_a_name_passes_the_check(root: Path) -> None:
    result = bantin("new", "agency", root, NAME)
    assert result.exit_code == 0
    said = f"Đã tạo {root / MADE}. Mã của cơ quan là bo-van-hoa-the-thao-va-du-lich và không bao giờ thay đổi.\n"
    assert result.stdout == said
    assert codes_of(root) == []


def test_all_that_is_given_stands_in_the_file_and_passes_the_check(root: Path) -> None:
    facts = ["--english", "Ministry of Culture, Sports", "--abbreviation", "BVHTTDL", "--abbreviation", "VHTT"]
    more = ["--parent", "CQA", "--level", "Trung ương", "--website", "https://bvhttdl.gov.vn/"]
    assert bantin("new", "agency", root, NAME, "--id", "bo-van-hoa", *facts, *more).exit_code == 0
    text = (root / "content/agencies/bo-van-hoa.yml").read_text()
    lines = [line.partition("  #")[0].rstrip() for line in text.splitlines()]
    assert lines[:7] == [
        "name:",
        "  vi: Bộ Văn hóa, Thể thao và Du lịch",
        "  en: Ministry of Culture, Sports",
        "abbreviations: [BVHTTDL, VHTT]",
        "level: central",
        "parent: co-quan-a",
        "website: https://bvhttdl.gov.vn/",
    ]
    assert codes_of(root) == []


@pytest.mark.parametrize("name", ["'Cục' #1: {a}", "2012", "yes", "Cục [B], - C", "Cục 😀"])
def test_a_name_may_have_any_signs(root: Path, name: str) -> None:
    assert bantin("new", "agency", root, name, "--english", name, "--abbreviation", name).exit_code == 0
    assert [code for code in codes_of(root) if code != "odd-letter"] == []


def test_an_english_bulletin_has_english_comments(root: Path) -> None:
    write(root, {"content/site.yml": SITE.replace("language: vi", "language: en")})
    result = bantin("new", "agency", root, "Ministry of Health")
    assert result.stdout.startswith("There is a new agency: ")
    assert "an abbreviation" in (root / "content/agencies/ministry-of-health.yml").read_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "tên cơ quan"),
        ([""], "tên cơ quan"),
        (["…"], "phải có chữ hoặc số"),
        (["Cơ quan A"], "co-quan-a (Cơ quan A)"),
        (["cơ  quan a"], "co-quan-a (Cơ quan A)"),
        (["Cơ quan khác", "--id", "co-quan-a"], "Đã có"),
        (["Cơ quan khác", "--abbreviation", "CQA"], "“CQA” là tên đã có"),
        (["Cơ quan khác", "--english", "CQA"], "“CQA” là tên đã có"),
        (["Cơ quan khác", "--id", "Cơ quan C"], "co-quan-c"),
        (["Cơ quan khác", "--id", "…"], "không dùng làm mã được"),
        (["Cơ quan khác", "--id", "a" * 300], "không dùng làm mã được"),
        (["Cơ quan khác", "--parent", "co-quna-a"], "có phải"),
        (["Cơ quan khác", "--parent", "Bộ Tài chính"], "không có “Bộ Tài chính”"),
        (["Cơ quan khác", "--level", "vũ trụ"], "central (trung ương)"),
        (["Cơ quan khác", "--website", "bocongan.gov.vn"], "https://bocongan.gov.vn"),
        (["x", "Cơ quan khác"], "trong dấu nháy: bantin new agency"),
    ],
)
def test_what_makes_no_sense_is_refused_and_writes_nothing(root: Path, arguments: list[str], words: str) -> None:
    before = files_of(root)
    result = bantin("new", "agency", root, *arguments)
    assert (result.exit_code, files_of(root)) == (2, before)
    assert words in " ".join(result.stderr.split())
