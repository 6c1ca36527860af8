"""A build of the public site keeps the ledger; no other one writes into the bulletin."""

import os
from pathlib import Path

import msgspec
import pytest

from bantin.build.build import build
from bantin.build.ledger_file import published_addresses
from bantin.build.request import MEMORY, PublishedSite
from bantin.content.ledger import LEDGER, read_ledger
from bantin.domain.model import AddressKind
from bantin.domain.problems import BulletinError
from bantin.index import index
from bantin.output.publish import RECEIPT, Output
from tests.bulletins import ARTICLE, COMPLETE, UNSEARCHED, codes_of, files_of, request, tools, write
from tests.index.contents import NOW, SITE, content
from tests.repositories import commit, git

BAI = "content/articles/2020/bai.md"
BULLETIN = index(content(), NOW)
ABOUT = "---\ntitle: Giới thiệu\n---\n\nNội dung.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, COMPLETE, UNSEARCHED, {"content/pages/gioi-thieu.md": ABOUT})


def kept(root: Path, **changes: object) -> PublishedSite:
    """Builds the site as for the public."""
    return build(request(root, keeps_ledger=True, **changes), root / "site", tools(memory=root / MEMORY))


def ledger(root: Path) -> str:
    return (root / LEDGER).read_text(encoding="utf-8")


def test_only_the_build_of_the_public_site_writes_the_ledger(root: Path) -> None:
    build(request(root), root / "site", tools())
    assert not (root / LEDGER).exists()
    kept(root)
    assert "/bai-viet/2020/bai/\trecord\tbai\t2026-01-01\t-\t" in ledger(root)


def test_a_build_that_fails_leaves_the_ledger_alone(root: Path) -> None:
    kept(root)
    before = ledger(root)
    write(root, {BAI: "---\n---\n", "content/pages/hai.md": ABOUT})
    with pytest.raises(BulletinError):
        kept(root)
    assert ledger(root) == before


def test_the_next_build_finds_the_site_up_to_date_although_the_ledger_was_written(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(root)
    write(root, {"content/pages/hai.md": ABOUT.replace("Giới thiệu", "Hai")})
    kept(root)

    def refuse(*_given: object, **_named: object) -> None:
        raise AssertionError

    monkeypatch.setattr("bantin.runtime.cache.store._STEP", -(10**18))
    kept(root)
    monkeypatch.setattr("bantin.build.pipeline.make", refuse)
    os.utime(root / LEDGER, (1, 1))
    kept(root)
    with (root / LEDGER).open("a", encoding="utf-8") as file:
        file.write("# thêm\n")
    with pytest.raises(AssertionError):
        kept(root)


def test_warm_and_cold_builds_make_the_same_site_of_a_moved_article(root: Path) -> None:
    kept(root)
    (root / BAI).rename(root / "content/articles/2020/moi.md")
    first = kept(root)
    assert [problem.code for problem in first.edition.problems] == []
    assert "url=../../../bai-viet/2020/moi/" in (root / "site/bai-viet/2020/bai/index.html").read_text("utf-8")
    cold = build(request(root, keeps_ledger=True), root / "cold", tools())
    assert cold.edition == kept(root).edition
    assert files_of(root / "site") == files_of(root / "cold")


def test_the_receipt_and_the_servers_are_told_of_a_moved_article(root: Path) -> None:
    kept(root)
    (root / BAI).rename(root / "content/articles/2020/moi.md")
    kept(root)
    receipt = msgspec.json.decode((root / "site" / RECEIPT).read_bytes())
    assert receipt["redirects"]["bai-viet/2020/bai/index.html"] == "bai-viet/2020/moi/index.html"
    for name in ("nginx.conf", "caddy.conf"):
        assert "/bai-viet/2020/bai/" in (root / "site/_serving" / name).read_text("utf-8")


def test_a_page_that_is_gone_stops_the_build_and_is_restored_by_the_command_in_the_hint(root: Path) -> None:
    kept(root)
    page = root / "content/pages/gioi-thieu.md"
    page.unlink()
    with pytest.raises(BulletinError) as plain:
        kept(root)
    assert [problem.code for problem in plain.value.problems] == ["address-lost"]
    assert (root / "site/gioi-thieu/index.html").exists()
    page.write_text(ABOUT, encoding="utf-8")
    commit(root)
    page.unlink()
    for _ in range(2):
        with pytest.raises(BulletinError) as known:
            kept(root)
        (problem,) = known.value.problems
        command = problem.value("command")
        assert command in problem.hint("vi")
        git(root, *command.split()[1:])
        assert page.read_text(encoding="utf-8") == ABOUT
        git(root, "rm", "-q", "--cached", str(page))
        page.unlink()
        commit(root)


def test_a_ledger_that_cannot_be_written_is_a_problem_of_a_published_site(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target.name == ".ledger":
            raise PermissionError(13, "Permission denied")
        return move(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    built = kept(root)
    assert [problem.code for problem in built.report.problems] == ["ledger-not-written"]
    assert (root / "site/index.html").exists()
    assert [path.name for path in (root / "content").iterdir() if path.name.startswith(".")] == []
    monkeypatch.undo()
    assert kept(root).report.problems == ()
    assert "/gioi-thieu/\t" in ledger(root)


def test_a_bulletin_without_a_ledger_takes_over_what_was_published(root: Path) -> None:
    build(request(root), root / "site", tools())
    (root / "content/pages/gioi-thieu.md").unlink()
    assert codes_of(root) == []
    with pytest.raises(BulletinError) as error:
        kept(root)
    assert [(one.code, one.value("address")) for one in error.value.problems] == [("address-lost", "gioi-thieu/")]


def test_without_its_ledger_a_bulletin_keeps_the_redirects_of_what_was_moved(root: Path) -> None:
    kept(root)
    (root / BAI).rename(root / "content/articles/2020/moi.md")
    kept(root)
    for _ in range(2):
        (root / LEDGER).unlink()
        assert kept(root).edition.problems == ()
        old = root / "site/bai-viet/2020/bai/index.html"
        assert "url=../../../bai-viet/2020/moi/" in old.read_text("utf-8")
        assert "\n/bai-viet/2020/bai/\trecord\tmoi\t2026-01-01\t2026-01-01\t-\t-\n" in ledger(root)


def test_a_former_address_that_a_file_declares_is_not_taken_over(root: Path) -> None:
    write(root, {"content/pages/gioi-thieu.md": ABOUT.replace("---\n\n", "aliases: [xua]\n---\n\n")})
    build(request(root), root / "site", tools())
    kept(root)
    assert "xua" not in ledger(root)


def test_no_ledger_is_kept_of_a_new_bulletin_whose_address_is_the_sample(root: Path) -> None:
    settings = COMPLETE["content/site.yml"].replace("https://bantin.example/", "https://bulletin.example/")
    write(root, {"content/site.yml": settings})
    kept(root)
    (root / "content/pages/gioi-thieu.md").unlink()
    kept(root)
    assert not (root / LEDGER).exists()
    write(root, {"content/site.yml": COMPLETE["content/site.yml"]})
    kept(root)
    assert "gioi-thieu" not in ledger(root)


def test_the_kinds_of_taken_over_addresses_are_read_from_their_words(tmp_path: Path) -> None:
    paths = {
        "index.html": (AddressKind.DERIVED, ""),
        "bai-viet/2020/bai/index.html": (AddressKind.ARTICLE, "2020/bai"),
        "bai-viet/khong-ro-ngay/bai/index.html": (AddressKind.ARTICLE, "undated/bai"),
        "van-ban/2020/mot/index.html": (AddressKind.RECORD, "mot"),
        "van-ban/2020/mot/index.json": (AddressKind.DERIVED, ""),
        "van-ban/nam/2020/index.html": (AddressKind.DERIVED, ""),
        "co-quan/a/index.html": (AddressKind.AGENCY, "a"),
        "co-quan/theo-cap/index.html": (AddressKind.DERIVED, ""),
        "gioi-thieu/index.html": (AddressKind.PAGE, "gioi-thieu"),
        "tim-kiem/index.html": (AddressKind.DERIVED, ""),
        "atom.xml": (AddressKind.DERIVED, ""),
    }
    others = (
        "404.html",
        "sitemap.xml",
        "static/main.css",
        "xua/index.html",
        "a b/index.html",
        "bai-viet/2020/A_b/index.html",
    )
    write_receipt(tmp_path, (*paths, *others))
    found = published_addresses(Output(tmp_path, frozenset()), BULLETIN)
    assert {one.address: (one.kind, one.id) for one in found.values()} == {
        "xua/": (AddressKind.DERIVED, ""),
        **{path.removesuffix("index.html"): kind for path, kind in paths.items()},
    }
    assert [one.address for one in found.values() if one.last_seen] == ["xua/"]


@pytest.mark.parametrize("change", [{"drafts": True}, {"base_url": "https://khac.example/"}, {"version": 2}])
def test_a_preview_or_another_site_is_not_taken_over(tmp_path: Path, change: dict[str, object]) -> None:
    assert published_addresses(Output(tmp_path, frozenset()), BULLETIN) == {}
    write_receipt(tmp_path, ("index.html",), **change)
    assert published_addresses(Output(tmp_path, frozenset()), BULLETIN) == {}


def write_receipt(folder: Path, paths: tuple[str, ...], **change: object) -> None:
    one = {"size": 1, "sha256": "0" * 64}
    receipt = {
        "version": 1,
        "generator": {"name": "bantin", "version": "1"},
        "base_url": SITE.base_url,
        "as_of": "2025-01-01",
        "source": None,
        "files": dict.fromkeys(paths, one),
        "redirects": {"xua/index.html": "index.html"},
        **change,
    }
    (folder / RECEIPT).write_bytes(msgspec.json.encode(receipt))


def test_the_ledgers_of_two_branches_and_of_a_pull_are_merged_by_git(tmp_path: Path) -> None:
    root = write(tmp_path / "root", COMPLETE, UNSEARCHED, {".gitattributes": f"{LEDGER} merge=union\n"})
    (root / ".gitignore").write_text("site/\n", encoding="utf-8")
    kept(root)
    commit(root)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", str(root), str(clone))
    for number, folder in enumerate((root, clone)):
        write(folder, {f"content/pages/{number}.md": ABOUT.replace("Giới thiệu", f"Trang {number}")})
        kept(folder)
    commit(root)
    (clone / "content/pages/1.md").rename(clone / "content/pages/2.md")
    kept(clone)
    git(clone, "pull", "-q", "--autostash")
    assert git(clone, "status", "--porcelain", "-uno") == f"M {LEDGER}"
    for address in ("0/", "1/", "2/"):
        assert f"\n/{address}\t" in ledger(clone)
    assert kept(clone).edition.problems == ()
    assert ledger(clone).splitlines()[1:] == sorted(ledger(clone).splitlines()[1:])


def test_what_the_build_mended_in_the_ledger_is_told_once(root: Path) -> None:
    kept(root)
    (root / LEDGER).write_text(f"<<<<<<< HEAD\n{ledger(root)}", encoding="utf-8")
    assert [problem.code for problem in kept(root).edition.problems] == ["ledger-conflict"]
    assert kept(root).edition.problems == ()


def test_an_edited_text_is_published_without_planning(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bantin.runtime.cache.store._STEP", -(10**18))
    kept(root)
    before = read_ledger(root).value
    write(root, {BAI: ARTICLE.replace("Nội dung.", "Nội dung đã sửa.")})
    monkeypatch.setattr("bantin.build.pipeline.make", None)
    kept(root)
    assert "Nội dung đã sửa." in (root / "site/bai-viet/2020/bai/index.html").read_text("utf-8")
    assert read_ledger(root).value == before
