"""Verification of a site in a folder."""

import gzip
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from bantin.output.publish import RECEIPT
from bantin.output.publish.receipt import FileSum, sum_of_file
from bantin.output.verify import Folder, verify
from tests.bulletins import COMPLETE, build_site, write
from tests.calls import ROOM, few_calls
from tests.repositories import git


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write(tmp_path_factory.mktemp("bulletin"), COMPLETE)
    build_site(root)
    return root / "site"


@pytest.fixture
def site(original: Path, tmp_path: Path) -> Path:
    return shutil.copytree(original, tmp_path / "site")


def found(site: Path, kept: bytes | None = None) -> list[tuple[str, str]]:
    """The codes of what differs and the paths in the site, in order."""
    problems = verify(Folder(site), kept).problems
    return sorted((one.code, Path(one.location.path).relative_to(site).as_posix()) for one in problems)


def test_a_site_as_it_was_published_is_as_its_receipt_says(site: Path) -> None:
    assert found(site) == []


def turn(path: Path) -> None:
    path.write_bytes(path.read_bytes()[::-1])


def link(path: Path) -> None:
    path.rename(path.parent.parent / "kept")
    path.symlink_to(path.parent.parent / "kept")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


PAGE = "index.html"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (turn, "file-changed"),
        (lambda path: path.write_text("x"), "file-changed"),
        (link, "file-changed"),
        (pipe, "file-changed"),
        (folder, "file-changed"),
        (lambda path: path.unlink(), "file-missing"),
        (lambda path: path.rename(path.with_name("b.html")) and path.with_name("b.html").unlink(), "file-missing"),
    ],
)
def test_a_page_that_is_not_as_it_was_published_is_found(
    site: Path, change: Callable[[Path], object], code: str
) -> None:
    change(site / PAGE)
    assert found(site) == [(code, PAGE)]


def test_a_folder_that_became_a_link_holds_nothing_that_was_published(site: Path) -> None:
    (site / "co-quan").rename(site.parent / "moved")
    (site / "co-quan").symlink_to("../moved")
    codes = {code for code, _ in found(site)}
    assert codes == {"file-changed", "file-extra"}
    assert ("file-extra", "co-quan") in found(site)


def test_what_was_not_published_is_found(site: Path) -> None:
    write(site, {"more.html": "x", "bai-viet/.hidden": "x", ".well-known/security.txt": "x"})
    (site / "to").symlink_to("..")
    names = [".well-known/security.txt", "bai-viet/.hidden", "more.html", "to"]
    assert found(site) == [("file-extra", name) for name in names]


def test_folders_may_lie_deeper_than_a_function_can_call_itself(site: Path) -> None:
    path = f"{'d/' * ROOM}x"
    write(site, {path: "x"})
    with few_calls():
        differs = found(site)
    assert differs == [("file-extra", path)]


def test_a_folder_that_cannot_be_looked_into_is_reported(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def refuse(path: str) -> object:
        if path == f"{site}/co-quan/":
            raise PermissionError(13, "refused")
        return scan(path)

    monkeypatch.setattr("os.scandir", refuse)
    assert found(site) == [("file-unreadable", "co-quan")]


def test_what_no_server_shows_is_passed_over(site: Path) -> None:
    git(site, "init", "-q")
    assert (site / ".bantin-manifest.json").exists()
    assert found(site) == []


def test_a_file_that_cannot_be_read_is_reported(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> FileSum:
        if path.name == "robots.txt":
            raise PermissionError(13, "refused")
        return sum_of_file(path)

    monkeypatch.setattr("bantin.output.verify.folder.sum_of_file", refuse)
    assert found(site) == [("file-unreadable", "robots.txt")]


def test_a_receipt_that_was_kept_tells_when_the_whole_site_was_changed(site: Path, tmp_path: Path) -> None:
    kept = (site / RECEIPT).read_bytes()
    assert found(site, kept) == []
    other = write(tmp_path / "other", COMPLETE, {"content/pages/moi.md": "---\ntitle: Mới\n---\n\nMới.\n"})
    build_site(other, site)
    assert found(site) == []
    differs = found(site, kept)
    assert ("file-changed", RECEIPT) in differs
    assert ("file-extra", "moi/index.html") in differs


@pytest.mark.parametrize("how", ["gone", "a folder", "a link"])
def test_a_site_without_a_receipt_cannot_be_verified(site: Path, how: str) -> None:
    (site / RECEIPT).rename(site / "kept.json")
    if how == "a folder":
        (site / RECEIPT).mkdir()
    elif how == "a link":
        (site / RECEIPT).symlink_to("kept.json")
    assert found(site) == [("no-receipt", RECEIPT)]


def test_what_a_deployment_has_compressed_beside_a_file_is_no_stranger(site: Path) -> None:
    page = (site / "index.html").read_bytes()
    (site / "index.html.gz").write_bytes(gzip.compress(page))
    (site / "index.html.br").write_bytes(brotli.compress(page))
    (site / ".bantin-compressed").write_text("1")
    assert found(site) == []
    (site / "index.html.gz").write_bytes(gzip.compress(b"theirs"))
    (site / "index.html.br").unlink()
    (site / "index.html.br").symlink_to("index.html.gz")
    (site / "khac.gz").write_bytes(gzip.compress(page))
    assert found(site) == [("file-extra", path) for path in ("index.html.br", "index.html.gz", "khac.gz")]
