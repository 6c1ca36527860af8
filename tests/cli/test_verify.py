"""``bantin verify``: what it says, and the status that it ends with."""

import shutil
from pathlib import Path

import pytest

from tests.bulletins import COMPLETE, write
from tests.cli.commands import bantin, codes
from tests.repositories import commit


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write(tmp_path_factory.mktemp("bulletin"), COMPLETE)
    commit(root)
    bantin("build", root, "-j", 1)
    return root / "site"


@pytest.fixture
def site(original: Path, tmp_path: Path) -> Path:
    return shutil.copytree(original, tmp_path / "site")


def test_a_site_as_it_was_published_ends_with_status_0(site: Path) -> None:
    result = bantin("verify", site)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "đúng như biên nhận (tính đến ngày 01/01/2026, commit " in result.stdout
    english = bantin("verify", site, "--language", "en").stdout
    assert "files are as the receipt says (as of 01/01/2026, commit " in english
    assert bantin("verify", site, "-q").stdout == ""


def test_a_site_that_differs_ends_with_status_1_and_names_what_does(site: Path) -> None:
    (site / "robots.txt").write_text("x")
    result = bantin("verify", site)
    assert result.exit_code == 1
    assert codes(result.stderr) == ["file-changed"]
    assert f"{site}/robots.txt: lỗi: " in result.stderr
    assert result.stdout == "Không đạt: 1 vấn đề.\n"


def test_a_receipt_may_be_kept_elsewhere(site: Path, tmp_path: Path) -> None:
    kept = shutil.copy(site / "provenance.json", tmp_path / "kept.json")
    assert bantin("verify", site, "--receipt", kept).exit_code == 0
    (site / "provenance.json").unlink()
    assert codes(bantin("verify", site).stderr) == ["no-receipt"]
    assert codes(bantin("verify", site, "--receipt", kept).stderr) == ["file-missing"]


def test_a_hostile_receipt_ends_with_status_1(site: Path) -> None:
    (site / "provenance.json").write_text("[" * 100_000)
    result = bantin("verify", site)
    assert (result.exit_code, codes(result.stderr)) == (1, ["bad-receipt"])


def test_an_address_where_nobody_answers_ends_with_status_1() -> None:
    result = bantin("verify", "http://127.0.0.1:1", "--language", "en")
    assert (result.exit_code, codes(result.stderr)) == (1, ["unreachable"])
    assert "http://127.0.0.1:1/provenance.json" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["khong-co"], ["ftp://x.example/"], ["file:///etc"], ["https://x.example/?a"], ["https://x.example/#a"],
        ["."] * 2, [".", "--receipt", "khong-co"], [".", "--language", "fr"],
    ],
)  # fmt: skip
def test_wrong_use_ends_with_status_2(arguments: list[str]) -> None:
    result = bantin("verify", *arguments)
    assert result.exit_code == 2
    assert "Cách dùng:" in result.stderr


def test_a_build_may_leave_the_history_out(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE)
    head = commit(root)
    bantin("build", root, "-j", 1)
    assert head in (root / "site/provenance.json").read_text()
    bantin("build", root, "-j", 1, "--no-history")
    assert '"source": null' in (root / "site/provenance.json").read_text()
