"""``bantin migrate records``: agreements get files of their own, and nothing else changes."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from bantin.build.prepare import PreparedSite, prepare
from bantin.runtime.cache import open_store
from bantin.site.data.columns import DataSources
from bantin.site.data.history import CHANGES
from bantin.site.data.tables import TABLES, csv_rows
from tests.bulletins import ARTICLE, COMPLETE, UNSEARCHED, files_of, request, texts_of, tools, write
from tests.cli.commands import bantin, codes
from tests.test_sites import SITES

BULLETINS = ("bilingual", "english", "records", "register", "sample")
MOVED = "content/agreements/bai.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, COMPLETE, UNSEARCHED)


def prepared(root: Path) -> PreparedSite:
    with open_store(None, b"") as store:
        return prepare(request(root), tools(), store)


def rows(site: PreparedSite) -> dict[str, list[dict[str, Any]]]:
    """The rows of all tables, without the addresses of pages, in any order.

    Corrections and updates are those of a page, which stays that of the article.
    """
    bulletin = site.bulletin
    sources = DataSources(bulletin.directory, bulletin.register.records, bulletin.documents)
    found = {}
    for table in (table for table in TABLES if table is not CHANGES):
        names = [column.name for column in table.all_columns]
        made = (dict(zip(names, row, strict=True)) for row in csv_rows(table, sources))
        kept = ({key: value for key, value in row.items() if key not in ("url", "other_url")} for row in made)
        found[table.name] = sorted(kept, key=repr)
    return found


def told(site: PreparedSite) -> list[tuple[str, str]]:
    """The problems, without their places.

    A text in an article, or linked from it, is not the text of the record, which is reported after the move.
    """
    found = ((one.code, one.message("en").replace("“agreement.", "“")) for one in site.edition.problems)
    return sorted(one for one in found if one[0] != "no-full-text")


def addresses(site: PreparedSite) -> set[str]:
    return {page.address for page in site.pages}


@pytest.mark.parametrize("name", BULLETINS)
def test_a_bulletin_says_the_same_when_its_records_have_moved(name: str, tmp_path: Path) -> None:
    shutil.copytree(SITES / name / "input", tmp_path, dirs_exist_ok=True)
    before = prepared(tmp_path)
    result = bantin("migrate", "records", tmp_path)
    assert result.exit_code == 0, result.output
    moved = files_of(tmp_path)
    after = prepared(tmp_path)
    assert not any(article.agreement for article in after.bulletin.articles)
    assert told(after) == told(before)
    assert rows(after) == rows(before)
    # No address is lost, of pages or of data.
    assert addresses(before) <= addresses(after)
    assert bantin("migrate", "records", tmp_path).exit_code == 0
    assert files_of(tmp_path) == moved


def test_the_article_leads_to_the_record_and_the_old_data_are_a_copy(root: Path) -> None:
    result = bantin("migrate", "records", root)
    assert (result.exit_code, result.stdout) == (
        0,
        f"content/articles/2020/bai.md → {MOVED}\nĐã chuyển 1 văn bản.\n",
    )
    found = texts_of(root)
    assert found["bai-viet/2020/bai/index.json"] == found["van-ban/2020/bai/index.json"]
    assert 'href="../../../van-ban/2020/bai/"' in found["bai-viet/2020/bai/index.html"]


def test_without_data_no_address_of_data_is_kept(root: Path) -> None:
    write(root, {"content/site.yml": f"{UNSEARCHED['content/site.yml']}features: {{data: no}}\n"})
    assert bantin("migrate", "records", root).exit_code == 0
    assert "aliases" not in (root / MOVED).read_text()


def test_a_dry_run_shows_every_change_and_makes_none(root: Path) -> None:
    before = files_of(root)
    result = bantin("migrate", "records", root, "--dry-run")
    assert result.exit_code == 0
    assert f"--- /dev/null\n+++ b/{MOVED}\n" in result.stdout
    assert "-agreement:\n" in result.stdout
    assert "+about: [bai]\n" in result.stdout
    assert result.stdout.endswith("Sẽ chuyển 1 văn bản; chưa ghi gì.\n")
    assert files_of(root) == before


def test_only_the_records_that_are_named_move(root: Path) -> None:
    other = ARTICLE.replace("Hai cơ quan", "Hai bên").replace("2020-05-05", "2020-05-04").replace("phối hợp", "khác")
    write(root, {"content/articles/2020/khac.md": other})
    assert bantin("migrate", "records", root, "khac").exit_code == 0
    assert [path for path in files_of(root) if "agreements" in path] == ["content/agreements/khac.md"]
    # What has moved already may be named again.
    result = bantin("migrate", "records", root, "khac", "bai")
    assert result.stdout.endswith("Đã chuyển 1 văn bản.\n")


def test_the_folder_may_be_left_out(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert bantin("migrate", "records", "bai").exit_code == 0
    assert (root / MOVED).exists()


@pytest.mark.parametrize(("name", "said"), [("bao", "có phải “bai”"), ("x" * 9, "Không có văn bản nào")])
def test_an_id_that_does_not_exist_is_refused(root: Path, name: str, said: str) -> None:
    before = files_of(root)
    result = bantin("migrate", "records", root, name)
    assert (result.exit_code, files_of(root)) == (2, before)
    assert said in result.stderr


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("signed_on: 2020-05-05", "signed_on: hôm qua"), "bad-date"),
        (("  type: quy-che", "  id: Quy chế\n  type: quy-che"), "bad-slug"),
    ],
)
def test_what_is_wrong_is_reported_and_nothing_is_written(root: Path, change: tuple[str, str], code: str) -> None:
    write(root, {"content/articles/2020/hai.md": ARTICLE.replace(*change)})
    before = files_of(root)
    result = bantin("migrate", "records", root)
    assert (result.exit_code, files_of(root)) == (1, before)
    assert code in codes(result.stderr)


def test_if_one_file_cannot_be_written_none_is(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files_of(root)

    def refuse(source: Path, target: Path) -> None:
        if target.name == "bai.md" and "articles" in target.parts:
            raise OSError(28, "No space left on device")
        source.rename(target)

    monkeypatch.setattr("os.replace", refuse)
    result = bantin("migrate", "records", root)
    assert (result.exit_code, files_of(root)) == (2, before)


def test_a_link_out_of_the_bulletin_is_not_followed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (root / "content/agreements").symlink_to(outside)
    before = files_of(root)
    assert bantin("migrate", "records", root).exit_code in (1, 2)
    assert (files_of(root), files_of(outside)) == (before, {})
