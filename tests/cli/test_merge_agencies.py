"""``bantin merge-agencies``: an administrative reform in one step, checked, and nothing typed again."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bantin.build.build import check
from bantin.cli import merge_agencies
from bantin.scaffold import NewAgency, agency_text
from tests.bulletins import ARTICLE, COMPLETE, UNSEARCHED, files_of, problems_of, texts_of, write
from tests.cli.commands import bantin, codes

AGENCIES = {
    "content/agencies/co-quan-a.yml": "# Bộ A, đến 2025\nname: Cơ quan A\nabbreviations: [CQA]\nlevel: central\n",
    "content/agencies/co-quan-b.yml": "name: Cơ quan B\nlevel: central  # hết\n",
    "content/agencies/co-quan-c.yml": "name: Cơ quan C\n",
    "content/agencies/cuc-x.yml": "name: Cục X\nparent: CQA\n",
}
ON = ("--on", "2025-03-01")
NEW = ("--into", "co-quan-d", "--name", "Cơ quan D")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, COMPLETE, UNSEARCHED, AGENCIES)


def text(root: Path, agency: str) -> str:
    return (root / f"content/agencies/{agency}.yml").read_text(encoding="utf-8")


def test_a_reform_in_one_step(root: Path) -> None:
    before = files_of(root)
    result = bantin("merge-agencies", "cqa", "Cơ quan B", *NEW, *ON, root)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "Đã ghi content/agencies/co-quan-d.yml.",
        "Đã ghi content/agencies/co-quan-a.yml.",
        "Đã ghi content/agencies/co-quan-b.yml.",
        "Đã ghi content/agencies/cuc-x.yml.",
        "co-quan-a, co-quan-b → co-quan-d (Cơ quan D), từ 01/03/2025.",
    ]
    assert text(root, "co-quan-a") == (
        "# Bộ A, đến 2025\nname: Cơ quan A\nabbreviations: [CQA]\nlevel: central\n"
        "successors:\n  - {agency: co-quan-d, on: 2025-03-01}\n"
    )
    # The file of the new agency is as “bantin new agency” writes it.
    assert text(root, "co-quan-d") == agency_text(NewAgency("Cơ quan D", level="central"), "vi")
    assert text(root, "cuc-x") == "name: Cục X\nparent: co-quan-d\n"
    changed = [path for path, data in files_of(root).items() if before.get(path) != data]
    assert changed == [f"content/agencies/{name}.yml" for name in ("co-quan-a", "co-quan-b", "co-quan-d", "cuc-x")]


def test_pages_keep_who_signed_and_tell_who_it_is_now(root: Path) -> None:
    codes_before = [problem.code for problem in problems_of(root)]
    assert bantin("merge-agencies", "co-quan-a", "co-quan-b", *NEW, *ON, root).exit_code == 0
    assert [problem.code for problem in problems_of(root)] == codes_before
    site = texts_of(root)
    article = site["bai-viet/2020/bai/index.html"]
    assert "Cơ quan A" in article
    assert re.search(r"[Nn]ay là.{0,80}Cơ quan D", article, re.DOTALL)
    assert re.search(r"Kế thừa.{0,200}Cơ quan A", site["co-quan/co-quan-d/index.html"], re.DOTALL)
    assert re.search(r"[Nn]ay là.{0,80}Cơ quan D", site["co-quan/co-quan-a/index.html"], re.DOTALL)
    assert "Cơ quan D" in site["co-quan/cuc-x/index.html"]


@pytest.mark.parametrize("again", [NEW, ("--into", "Cơ quan D")])
def test_twice_is_done_already(root: Path, again: tuple[str, ...]) -> None:
    assert bantin("merge-agencies", "co-quan-a", *NEW, *ON, root).exit_code == 0
    before = files_of(root)
    result = bantin("merge-agencies", "co-quan-a", *again, *ON, root)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Việc sáp nhập này đã được ghi từ trước")
    assert files_of(root) == before


def test_a_dry_run_shows_every_change_and_makes_none(root: Path) -> None:
    before = files_of(root)
    result = bantin("merge-agencies", "co-quan-a", *NEW, *ON, "--dry-run", root)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "--- /dev/null\n+++ b/content/agencies/co-quan-d.yml\n" in result.stdout
    assert "+  - {agency: co-quan-d, on: 2025-03-01}\n" in result.stdout
    assert "-parent: CQA\n+parent: co-quan-d\n" in result.stdout
    assert "Sẽ ghi 3 tệp; chưa ghi gì.\n" in result.stdout
    assert files_of(root) == before


@pytest.mark.parametrize("folder", ["", "content/agencies"])
def test_the_bulletin_of_the_working_folder(root: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    monkeypatch.chdir(root / folder)
    assert bantin("merge-agencies", "co-quan-a", "--into", "co-quan-c", *ON).exit_code == 0
    assert "co-quan-c" in text(root, "co-quan-a")


def test_units_stay_until_the_day(root: Path) -> None:
    result = bantin("merge-agencies", "co-quan-a", *NEW, "--on", "2026-02-01", root)
    assert result.stdout.endswith("hãy chạy lại lệnh này để chuyển các đơn vị trực thuộc: cuc-x.\n")
    assert text(root, "cuc-x") == AGENCIES["content/agencies/cuc-x.yml"]
    later = bantin("merge-agencies", "co-quan-a", *NEW, "--on", "2026-02-01", root, epoch="1770000000")
    assert later.exit_code == 0
    assert text(root, "cuc-x") == "name: Cục X\nparent: co-quan-d\n"


def test_units_of_a_divided_agency_are_told(root: Path) -> None:
    assert bantin("merge-agencies", "co-quan-b", "--into", "co-quan-c", *ON, root).exit_code == 0
    write(root, {"content/agencies/cuc-x.yml": "name: Cục X\nparent: co-quan-b\n"})
    result = bantin("merge-agencies", "co-quan-b", *NEW, *ON, root)
    assert result.exit_code == 0
    assert "“co-quan-b” được chia cho nhiều cơ quan; hãy tự ghi “parent”" in result.stdout
    assert text(root, "co-quan-b").endswith(
        "  - {agency: co-quan-c, on: 2025-03-01}\n  - {agency: co-quan-d, on: 2025-03-01}\n"
    )


WRONG: dict[str, tuple[tuple[str, ...], str, str]] = {
    "into itself": (
        ("CQA", "--into", "co-quan-a", *ON),
        "“co-quan-a” không thể sáp nhập vào chính nó",
        "“co-quan-a” cannot be merged into itself",
    ),
    "unknown": (
        ("co-quan-e", "--into", "co-quan-c", *ON),
        "không có “co-quan-e”; hiện có: co-quan-a, co-quan-b, ",
        "there is no “co-quan-e”; known: co-quan-a, co-quan-b, ",
    ),
    "unknown new one": (
        ("co-quan-a", "--into", "Ủy ban Y", *ON),
        "muốn lập cơ quan mới thì nêu thêm tên: --into uy-ban-y --name",
        "to make a new agency, give its name too: --into uy-ban-y --name",
    ),
    "new one that is nearly known": (
        ("co-quan-a", "--into", "co-quan-cc", *ON),
        "có phải “co-quan-c”? Muốn lập",
        "did you mean “co-quan-c”? To make",
    ),
    "no id for the new one": (
        ("co-quan-a", "--into", "Bộ Đất đai", "--name", "Bộ Đất đai", *ON),
        "hãy viết --into bo-dat-dai",
        "write --into bo-dat-dai",
    ),
    "no date": (
        ("co-quan-a", "--into", "co-quan-c", "--on", "1/3/2025"),
        "“1/3/2025” không phải là một ngày; hãy viết năm-tháng-ngày",
        "“1/3/2025” is no day; write year-month-day",
    ),
    "another name": (
        ("co-quan-a", "--into", "co-quan-c", "--name", "Cơ quan Z", *ON),
        "“co-quan-c” đã có, tên là “Cơ quan C”",
        "“co-quan-c” is there already and called “Cơ quan C”",
    ),
    "an English name alone": (
        ("co-quan-a", "--into", "co-quan-d", "--name-en", "Agency D", *ON),
        "--name-en đi cùng --name",
        "--name-en goes with --name",
    ),
    "no agency": (("--into", "co-quan-c", *ON), "ít nhất một cơ quan", "at least one agency"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_use_is_refused_in_both_languages(root: Path, name: str) -> None:
    arguments, vietnamese, english = WRONG[name]
    before = files_of(root)
    result = bantin("merge-agencies", *arguments, root)
    assert (result.exit_code, vietnamese in result.stderr) == (2, True), result.stderr
    write(root, {"content/site.yml": UNSEARCHED["content/site.yml"].replace("language: vi", "language: en")})
    result = bantin("merge-agencies", *arguments, root, locale="en_GB.UTF-8")
    assert (result.exit_code, english in result.stderr) == (2, True), result.stderr
    assert {**files_of(root), "content/site.yml": before["content/site.yml"]} == before


def test_a_name_that_several_agencies_have(root: Path) -> None:
    write(root, {"content/agencies/co-quan-c.yml": "name: Cơ quan C\nabbreviations: [CQA]\n"})
    result = bantin("merge-agencies", "CQA", "--into", "co-quan-b", *ON, root)
    assert result.exit_code == 2
    assert "“CQA” có thể là một trong: co-quan-a (Cơ quan A), co-quan-c (Cơ quan C)" in result.stderr


def test_an_agency_whose_file_cannot_be_read(root: Path) -> None:
    write(root, {"content/agencies/co-quan-a.yml": "names: A\n"})
    result = bantin("merge-agencies", "co-quan-a", "--into", "co-quan-c", *ON, root)
    assert result.exit_code == 2
    assert "Tệp của “co-quan-a” còn lỗi" in result.stderr


def test_what_cannot_be_true_is_shown_where_it_is_written(root: Path) -> None:
    write(root, {"content/agencies/co-quan-a.yml": "name: A\nsuccessors: [{agency: co-quan-c, on: 2024-01-01}]\n"})
    before = files_of(root)
    result = bantin("merge-agencies", "co-quan-a", *NEW, *ON, root)
    assert result.exit_code == 1
    assert "agencies/co-quan-a.yml:2:38: lỗi: “co-quan-a” đã có cơ quan kế thừa là “co-quan-c” từ 2024-01-01" in (
        result.stderr
    )
    assert "2 | successors: [{agency: co-quan-c, on: 2024-01-01}]" in result.stderr
    assert files_of(root) == before


def test_nothing_is_written_if_the_bulletin_would_have_errors(root: Path) -> None:
    """Here a party is called by a name that two agencies would have."""
    write(root, {"content/articles/2020/bai.md": ARTICLE.replace("[co-quan-a, co-quan-b]", "[Cơ quan A, co-quan-b]")})
    before = files_of(root)
    result = bantin("merge-agencies", "co-quan-a", "--into", "co-quan-d", "--name", "Cơ quan A", *ON, root)
    assert result.exit_code == 1
    assert codes(result.stderr)[-1] == "ambiguous-name", result.stderr
    assert "Chưa ghi gì: sau khi sáp nhập, bản tin sẽ có những lỗi trên." in result.stderr
    assert files_of(root) == before


def test_an_error_in_a_file_that_would_be_written_shows_its_new_line(root: Path) -> None:
    write(root, {"content/agencies/co-quan-d.yml": "name: Cơ quan D\ndraft: true\n"})
    result = bantin("merge-agencies", "co-quan-a", "--into", "co-quan-d", *ON, root)
    assert result.exit_code == 1
    assert "6 |   - {agency: co-quan-d, on: 2025-03-01}" in result.stderr


def changing(path: Path, wanted: str | None) -> Callable[..., object]:
    """The check, during which somebody else changes ``path``."""

    def checked(*arguments: object) -> object:
        found = check(*arguments)  # type: ignore[arg-type]
        if wanted is None:
            path.unlink()
        else:
            path.write_text(wanted, encoding="utf-8")
        return found

    return checked


@pytest.mark.parametrize(
    ("agency", "wanted"), [("co-quan-b", "name: Cơ quan Bê\n"), ("co-quan-b", None), ("co-quan-d", "name: D\n")]
)
def test_a_file_that_changes_meanwhile_is_kept_and_so_are_all_others(
    root: Path, monkeypatch: pytest.MonkeyPatch, agency: str, wanted: str | None
) -> None:
    path = root / f"content/agencies/{agency}.yml"
    monkeypatch.setattr(merge_agencies, "check", changing(path, wanted))
    before = files_of(root)
    result = bantin("merge-agencies", "co-quan-a", "co-quan-b", *NEW, *ON, root)
    assert result.exit_code == 2
    assert f"Có người vừa thay đổi content/agencies/{agency}.yml; chưa ghi gì cả" in result.stderr
    inside = f"content/agencies/{agency}.yml"
    assert files_of(root) == {
        **{path: data for path, data in before.items() if path != inside},
        **({inside: wanted.encode()} if wanted else {}),
    }


def test_warnings_about_the_files_that_were_written_are_told(root: Path) -> None:
    write(root, {"content/agencies/co-quan-c.yml": "name: Cơ quan C\nwebsite: https://c.example/\n"})
    result = bantin("merge-agencies", "co-quan-a", "--into", "co-quan-d", "--name", "Cơ quan C", *ON, root)
    assert result.exit_code == 0
    assert codes(result.stderr) == ["same-agency-name"]
    assert "content/agencies/co-quan-d.yml" in result.stderr
