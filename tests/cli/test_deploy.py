"""``bantin deploy`` and ``bantin rollback``, as an editor runs them."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.bulletins import ARTICLE, COMPLETE, SITE, UNSEARCHED, files_of, write
from tests.cli.commands import bantin, codes
from tests.cli.conftest import BAI
from tests.render.search.engines import real_engine

TARGETS = """\
deploy:
  may-chu: {kind: folder, to: public, keep: 2}
"""


@pytest.fixture
def built(sound: Path) -> Path:
    write(sound, {"content/site.yml": UNSEARCHED["content/site.yml"] + TARGETS})
    assert bantin("build", sound, "-j", 1).exit_code == 0
    return sound


def published(root: Path) -> dict[str, bytes]:
    return files_of((root / "public/current").resolve())


def site(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in files_of(root / "site").items() if path != ".bantin-manifest.json"}


def test_a_site_is_looked_at_then_made_public_and_taken_back(built: Path) -> None:
    looked = bantin("deploy", built, "--to", "may-chu", "--dry-run")
    assert looked.exit_code == 0
    assert "+ index.html" in looked.stdout or "tệp nữa" in looked.stdout
    assert f"may-chu: thêm {len(site(built))}, thay 0, xóa 0 tệp" in looked.stdout
    assert not (built / "public").exists()

    made = bantin("deploy", built, "--to", "may-chu")
    assert (made.exit_code, made.stderr) == (0, "")
    assert "bantin verify https://bantin.example/" in made.stdout
    first = published(built)
    assert first == site(built)
    assert "không có gì thay đổi" in bantin("deploy", built, "--to", "may-chu").stdout

    with (built / BAI).open("a", encoding="utf-8") as file:
        file.write("\nThêm một đoạn.\n")
    assert bantin("build", built, "-j", 1).exit_code == 0
    assert "~ bai-viet/2020/bai/index.html" in bantin("deploy", built, "--to", "may-chu", "--dry-run").stdout
    assert bantin("deploy", built, "--to", "may-chu").exit_code == 0
    assert published(built) == site(built) != first
    assert bantin("verify", built / "public/current").exit_code == 0

    back = bantin("rollback", built, "--to", "may-chu")
    assert back.exit_code == 0
    assert published(built) == first
    assert codes(bantin("rollback", built, "--to", "may-chu").stderr) == ["no-such-release"]


def test_an_earlier_release_is_named_with_the_folder_of_the_bulletin_or_in_it(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2):
        write(built, {"content/pages/trang.md": f"---\ntitle: Trang {number}\n---\n\nMột.\n"})
        assert bantin("build", built, "-j", 1).exit_code == 0
        assert bantin("deploy", built, "--to", "may-chu").exit_code == 0
    older, newer = sorted(one.name for one in (built / "public/releases").iterdir())
    to = ("--to", "may-chu")
    assert bantin("rollback", built, older, *to).stdout == f"may-chu: bản đang công khai là {older}.\n"
    assert bantin("rollback", built, newer[:18], *to).stdout == f"may-chu: bản đang công khai là {newer}.\n"
    monkeypatch.chdir(built)
    for words, live in (((), older), ((newer,), newer), ((older,), older), ((".", newer), newer), ((built,), older)):
        assert bantin("rollback", *words, *to).stdout == f"may-chu: bản đang công khai là {live}.\n"
        assert (built / "public/current").resolve().name == live
    told = bantin("rollback", "khong-co", *to)
    assert (told.exit_code, codes(told.stderr)) == (1, ["no-such-release"])
    assert f"{newer}, {older}. Đang công khai: {older}" in told.stderr
    too_much = bantin("rollback", built, older, newer, *to)
    assert (too_much.exit_code, "Thừa đối số" in too_much.stderr) == (2, True)


def test_a_site_that_another_machine_has_built_of_the_same_content_has_nothing_to_deploy(sound: Path) -> None:
    """Without anything from an earlier build, as in CI, the search index is still the same."""
    real_engine()
    write(sound, {"content/site.yml": SITE + TARGETS})
    for sentence in ("Đã công khai", "không có gì thay đổi"):
        assert bantin("build", sound, "-j", 1).exit_code == 0
        assert "pagefind/pagefind-entry.json" in site(sound)
        assert sentence in bantin("deploy", sound, "--to", "may-chu").stdout
        shutil.rmtree(sound / ".bantin")
        shutil.rmtree(sound / "site")


PREVIEWED = """\
title: {vi: Bản tin, en: Bulletin}
base_url: https://bantin.vn/
language: vi
languages: [vi, en]
timezone: Asia/Ho_Chi_Minh
search: off
hubs: ["http://127.0.0.1:9/"]
counter: live
comments: {isso: "https://bantin.vn/isso/"}
"""


@pytest.fixture
def previewed(tmp_path: Path) -> Path:
    settings = {"content/site.yml": PREVIEWED + TARGETS}
    root = write(tmp_path, COMPLETE, settings, {BAI: ARTICLE.replace("lead:", "aliases: [/cu/]\nlead:")})
    assert bantin("build", root, "-j", 1).exit_code == 0
    assert bantin("deploy", root, "--to", "may-chu").exit_code == 0
    return root


def test_a_preview_is_put_beside_the_public_site_and_removed(previewed: Path) -> None:
    root, to = previewed, ("--to", "may-chu", "--as", "preview/42")
    public, ledger = published(root), (root / "content/.ledger").read_bytes()
    with (root / BAI).open("a", encoding="utf-8") as file:
        file.write("\nĐoạn đang chờ duyệt.\n")
    assert bantin("build", root, "-j", 1, "--preview", "42").exit_code == 0

    refused = bantin("deploy", root, "--to", "may-chu")
    assert (refused.exit_code, codes(refused.stderr)) == (1, ["preview-not-deployed"])
    looked = bantin("deploy", root, *to, "--dry-run")
    assert (looked.exit_code, (root / "public/preview").exists()) == (0, False)
    made = bantin("deploy", root, *to)
    # No hub is told; the one of the bulletin would not answer.
    assert (made.exit_code, made.stderr) == (0, "")
    assert made.stdout.endswith("Xem thử tại https://bantin.vn/preview/42/\n")
    shown = files_of((root / "public/preview/42/current").resolve())
    assert "Đoạn đang chờ duyệt.".encode() in shown["bai-viet/2020/bai/index.html"]
    assert (published(root), (root / "content/.ledger").read_bytes()) == (public, ledger)

    gone = bantin("deploy", root, *to, "--remove")
    assert (gone.exit_code, gone.stdout) == (0, "may-chu: đã gỡ preview/42.\n")
    assert not (root / "public/preview/42").exists()
    assert bantin("deploy", root, *to, "--remove").stdout == "may-chu: không có preview/42.\n"
    assert published(root) == public


def test_every_page_of_a_preview_says_so_and_none_is_for_search_engines(previewed: Path) -> None:
    public = site(previewed)
    assert bantin("build", previewed, "-j", 1, "--preview", "42").exit_code == 0
    shown = site(previewed)
    pages = {path: data.decode() for path, data in shown.items() if path.endswith(".html")}
    assert {"index.html", "en/index.html", "404.html", "cu/index.html", "bai-viet/2020/bai/index.html"} <= pages.keys()
    for path, page in pages.items():
        assert '<meta name="robots" content="noindex">' in page, path
        moved = 'http-equiv="refresh"' in page
        assert moved or "bản xem thử" in page or "preview of a change" in page, path
        assert moved or '<a href="https://bantin.vn/">' in page, path
        # The addresses are those of the preview; nothing leads to a path of the host, which is that of the public site.
        assert not re.search(r'(?:href|src)="/(?!preview/42/)', page), path
    assert '<link rel="canonical" href="https://bantin.vn/preview/42/en/">' in pages["en/index.html"]
    assert shown["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    assert not re.search(r"data-bt-counter|isso|/_c/", "".join(pages.values()))
    assert b"127.0.0.1:9" in public["atom.xml"]
    assert b"127.0.0.1:9" not in shown["atom.xml"]
    assert json.loads(shown["provenance.json"])["preview"] == "42"
    assert "preview" not in json.loads(public["provenance.json"])
    assert public["robots.txt"].startswith(b"User-agent: *\nAllow: /\n")
    assert not any(b"noindex" in data for path, data in public.items() if path == "index.html")
    # The next build of the public site is that again, and so is a preview with another id.
    assert bantin("build", previewed, "-j", 1, "--preview", "43").exit_code == 0
    assert b"https://bantin.vn/preview/43/" in site(previewed)["index.html"]
    assert bantin("build", previewed, "-j", 1).exit_code == 0
    assert site(previewed) == public


def test_a_preview_of_edited_texts_is_still_one(previewed: Path) -> None:
    """The fast build after an edit of texts keeps what the receipt and the pages say."""
    for number in range(2):
        with (previewed / BAI).open("a", encoding="utf-8") as file:
            file.write(f"\nĐoạn {number}.\n")
        assert bantin("build", previewed, "-j", 1, "--preview", "42", "--no-history").exit_code == 0
    assert "Đoạn 1.".encode() in site(previewed)["bai-viet/2020/bai/index.html"]
    assert json.loads(site(previewed)["provenance.json"])["preview"] == "42"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("deploy", ["--as", "preview/../releases"]),
        ("deploy", ["--as", "preview/"]),
        ("deploy", ["--as", "preview/A"]),
        ("deploy", ["--as", "previews/1"]),
        ("deploy", ["--as", "1"]),
        ("deploy", ["--as", ""]),
        ("deploy", ["--remove"]),
        ("deploy", ["--as", "preview/1", "--remove", "--dry-run"]),
        ("build", ["--preview", "a/b"]),
        ("build", ["--preview", "Á"]),
        ("build", ["--preview", "1", "--ledger"]),
    ],
)
def test_wrong_use_of_previews_changes_nothing(sound: Path, command: str, words: list[str]) -> None:
    write(sound, {"content/site.yml": UNSEARCHED["content/site.yml"] + TARGETS, "public/preview/1/releases/a": "x"})
    before = files_of(sound)
    told = bantin(command, sound, *(("--to", "may-chu") if command == "deploy" else ()), *words)
    assert (told.exit_code, told.stdout) == (2, "")
    assert files_of(sound) == before


OLDER = ["site-older-than-content"]


def test_a_site_that_is_older_than_its_content_is_reported_and_deployed(built: Path) -> None:
    assert bantin("deploy", built, "--to", "may-chu").stderr == ""
    with (built / BAI).open("a", encoding="utf-8") as file:
        file.write("\nThêm một đoạn.\n")
    write(built, {"content/media/moi.txt": "Mới"})
    for options in (("--dry-run",), ()):
        told = bantin("deploy", built, "--to", "may-chu", *options)
        assert (told.exit_code, codes(told.stderr)) == (0, OLDER)
        assert f"{BAI}: cảnh báo: Trang ở đây cũ hơn nội dung. Số tệp đã thay đổi" in told.stderr
        assert "lần dựng gần nhất: 2." in told.stderr
        assert "Hãy dựng lại rồi triển khai lại: bantin build." in told.stderr
        assert "không có gì thay đổi" in told.stdout
    # A build that fails leaves the site as old as it was.
    write(built, {"content/articles/2020/hong.md": "---\n---\n"})
    assert bantin("build", built, "-j", 1).exit_code == 1
    assert codes(bantin("deploy", built, "--to", "may-chu").stderr) == OLDER
    (built / "content/articles/2020/hong.md").unlink()
    assert bantin("build", built, "-j", 1).exit_code == 0
    assert bantin("deploy", built, "--to", "may-chu").stderr == ""


def test_a_site_whose_content_is_not_there_or_not_known_is_not_called_old(built: Path, tmp_path: Path) -> None:
    """As in a CI job that gets the site from another job, or after the cache has been deleted."""
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(built / "site", elsewhere / "site")
    write(elsewhere, {"content/site.yml": UNSEARCHED["content/site.yml"] + TARGETS})
    moved = bantin("deploy", elsewhere, "--to", "may-chu")
    assert (moved.exit_code, moved.stderr) == (0, "")
    shutil.copytree(built / ".bantin", elsewhere / ".bantin")
    assert bantin("deploy", elsewhere, "--to", "may-chu").stderr == ""
    other = ("-o", tmp_path / "elsewhere/site")
    assert bantin("deploy", built, "--to", "may-chu", *other).stderr == ""
    write(built, {BAI: (built / BAI).read_text(encoding="utf-8") + "\nThêm.\n"})
    shutil.rmtree(built / ".bantin")
    assert bantin("deploy", built, "--to", "may-chu").stderr == ""
    assert not (built / ".bantin").exists()


def test_a_site_that_breaks_an_embargo_is_refused(tmp_path: Path) -> None:
    kept = "---\ntitle: Trang còn phải giữ kín\nembargo: 2199-01-01\n---\n\nNội dung.\n"
    settings = {"content/site.yml": UNSEARCHED["content/site.yml"] + TARGETS}
    root = write(tmp_path, COMPLETE, settings, {"content/pages/kin.md": kept})
    assert bantin("build", root, "-j", 1, "--as-of", "2199-01-01").exit_code == 0
    for option in ((), ("--dry-run",)):
        refused = bantin("deploy", root, "--to", "may-chu", *option)
        assert (refused.exit_code, set(codes(refused.stderr))) == (1, {"embargo-broken"})
        assert "giữ kín đến 2199-01-01" in refused.stderr
        assert "Trang còn phải" not in refused.stderr
        assert not (root / "public").exists()
    assert bantin("build", root, "-j", 1).exit_code == 0
    assert bantin("deploy", root, "--to", "may-chu").exit_code == 0


def test_what_was_not_built_or_named_is_reported(built: Path) -> None:
    assert codes(bantin("deploy", built, "--to", "maychu").stderr) == ["unknown-deploy-target"]
    assert codes(bantin("deploy", built, "--to", "may-chu", "-o", built / "x").stderr) == ["nothing-to-deploy"]
    write(built, UNSEARCHED)
    result = bantin("deploy", built, "--to", "may-chu")
    assert (result.exit_code, codes(result.stderr)) == (1, ["no-deploy-targets"])
    write(built, {"content/site.yml": "title: [\n"})
    assert bantin("deploy", built, "--to", "may-chu").exit_code == 1


def test_much_that_would_be_removed_is_asked_for(built: Path) -> None:
    bantin("deploy", built, "--to", "may-chu")
    before = published(built)
    other = write(built.parent / "other", UNSEARCHED, {"content/vocabulary.yml": "types: {}\nfields: {}\n"})
    to = str(built / "public")
    settings = UNSEARCHED["content/site.yml"] + "features: {agencies: no, feeds: no, vocabulary: no}\n"
    write(other, {"content/site.yml": settings + TARGETS.replace("public", to)})
    assert bantin("build", other, "-j", 1).exit_code == 0
    refused = bantin("deploy", other, "--to", "may-chu")
    assert (refused.exit_code, codes(refused.stderr)) == (1, ["too-many-removals"])
    assert published(built) == before
    assert bantin("deploy", other, "--to", "may-chu", "--allow-removals").exit_code == 0
    assert published(built) == site(other)


def test_what_was_damaged_there_is_reported_and_made_good_and_what_verify_advises_helps(built: Path) -> None:
    bantin("deploy", built, "--to", "may-chu")
    live = (built / "public/current").resolve()
    (live / "index.html").write_bytes((live / "index.html").read_bytes()[::-1])
    (live / "robots.txt").unlink()
    found = bantin("verify", live)
    assert codes(found.stderr) == ["file-changed", "file-missing"]
    assert "bantin deploy --to ĐÍCH --verify" in found.stderr

    looked = bantin("deploy", built, "--to", "may-chu", "--dry-run")
    assert "! index.html\n! robots.txt\n2 tệp ở đó không còn như lúc triển khai" in looked.stdout
    made = bantin("deploy", built, "--to", "may-chu", "--verify")
    assert made.exit_code == 0
    assert "2 tệp ở đó không còn như lúc triển khai" in made.stdout
    assert published(built) == site(built)
    assert bantin("verify", built / "public/current").exit_code == 0
