"""``bantin mv``: an article or page gets another name, and nothing leads nowhere."""

from pathlib import Path

import pytest

from bantin.build.build import build
from bantin.content.ledger import LEDGER
from bantin.domain.problems import BulletinError
from tests.bulletins import ARTICLE, COMPLETE, SITE, files_of, problems_of, request, tools, write
from tests.cli.commands import bantin

NEWS = """\
---
title: Tin
published: 2020-05-07
lead: Sa-pô.
authors: [Người viết]
photos:
  - {src: anh.png, alt: Ảnh}
---

[Bài](../bai.md#a), [trang](/pages/gioi-thieu.md), ![ảnh](anh.png)
"""
PAGE = """\
---
title: Giới thiệu
---

[Tin][tin] và [bài](../articles/2020/bai.md)

[tin]: /articles/2020/tin/index.md
"""
NAMED = f"{SITE}search: off\nmenu: [pages/gioi-thieu.md, {{to: /articles/2020/bai.md}}]\n"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A bulletin that has not been published yet."""
    heading = ARTICLE.replace("Nội dung.", "Nội dung.\n\n## A")
    return write(
        tmp_path,
        COMPLETE,
        {
            "content/site.yml": NAMED,
            "content/articles/2020/bai.md": heading,
            "content/articles/2020/tin/index.md": NEWS,
            "content/articles/2020/tin/anh.png": picture(),
            "content/pages/gioi-thieu.md": PAGE,
        },
    )


@pytest.fixture
def root(written: Path) -> Path:
    """A bulletin that has been published."""
    build(request(written, keeps_ledger=True), written / "site", tools())
    return written


def picture() -> bytes:
    """An image of one white pixel."""
    return bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b8"
        "0000000049454e44ae426082"
    )


def publish(root: Path) -> dict[str, bytes]:
    """Builds the site again, which must have no new problems, and returns its files."""
    build(request(root, keeps_ledger=True), root / "site", tools())
    return files_of(root / "site")


def text(root: Path, path: str) -> str:
    return (root / "content" / path).read_text(encoding="utf-8")


def test_an_article_moves_with_what_names_it(root: Path) -> None:
    codes = [problem.code for problem in problems_of(root)]
    result = bantin("mv", "content/articles/2020/bai.md", "content/articles/2021/moi.md", root)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "content/articles/2020/bai.md → content/articles/2021/moi.md",
        "Đã sửa đường dẫn trong content/articles/2020/tin/index.md.",
        "Đã sửa đường dẫn trong content/pages/gioi-thieu.md.",
        "Đã sửa đường dẫn trong content/site.yml.",
    ]
    assert "[Bài](../../2021/moi.md#a)" in text(root, "articles/2020/tin/index.md")
    assert "[bài](../articles/2021/moi.md)" in text(root, "pages/gioi-thieu.md")
    assert "{to: /articles/2021/moi.md}" in text(root, "site.yml")
    # The id of a record never changes.
    assert "agreement:\n  id: bai\n  type: quy-che" in text(root, "articles/2021/moi.md")
    # The article was not published in the year that the editor has chosen.
    assert sorted(problem.code for problem in problems_of(root)) == sorted([*codes, "other-year"])
    site = publish(root)
    assert b"url=../../../bai-viet/2021/moi/" in site["bai-viet/2020/bai/index.html"]
    assert site["bai-viet/2020/bai/index.json"]


def test_a_folder_moves_with_its_photos(root: Path) -> None:
    result = bantin("mv", root / "content/articles/2020/tin", root / "content/articles/2021/tin-moi", root)
    assert result.exit_code == 0, result.output
    assert not (root / "content/articles/2020/tin").exists()
    moved = text(root, "articles/2021/tin-moi/index.md")
    assert "[Bài](../../2020/bai.md#a), [trang](/pages/gioi-thieu.md), ![ảnh](anh.png)" in moved
    assert "src: anh.png" in moved
    assert "[tin]: /articles/2021/tin-moi/index.md" in text(root, "pages/gioi-thieu.md")
    assert "/bai-viet/2020/tin/ sẽ dẫn đến nơi mới." in result.stdout
    # Facts may be edited before the next build: the move is noted.
    write(root, {"content/articles/2021/tin-moi/index.md": moved.replace("title: Tin", "title: Tin khác")})
    site = publish(root)
    assert b"url=../../../bai-viet/2021/tin-moi/" in site["bai-viet/2020/tin/index.html"]


def test_a_page_moves_with_its_translation(root: Path) -> None:
    write(root, {"content/site.yml": f"{NAMED}languages: [vi, en]\n"})
    write(root, {"content/pages/gioi-thieu.en.md": "---\ntitle: About\nslug: about\n---\n\nText.\n"})
    publish(root)
    result = bantin("mv", "pages/gioi-thieu.md", "pages/ve-chung-toi.md", root)
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (root / "content/pages").iterdir()) == ["ve-chung-toi.en.md", "ve-chung-toi.md"]
    assert "menu: [pages/ve-chung-toi.md" in text(root, "site.yml")
    site = publish(root)
    assert b"url=../ve-chung-toi/" in site["gioi-thieu/index.html"]
    assert b"refresh" not in site["en/about/index.html"]


def test_an_article_becomes_a_folder(root: Path) -> None:
    result = bantin("mv", "articles/2020/bai.md", "articles/2020/bai/index.md", root)
    assert result.exit_code == 0, result.output
    assert "id:" not in text(root, "articles/2020/bai/index.md")
    assert "[Bài](../bai/index.md#a)" in text(root, "articles/2020/tin/index.md")


def test_a_name_alone_moves_into_a_folder(root: Path) -> None:
    assert bantin("mv", "articles/2020/bai.md", "articles/2021/", root).exit_code == 0
    assert "id:" not in text(root, "articles/2021/bai.md")


def test_what_was_moved_by_hand_is_noted(root: Path) -> None:
    (root / "content/articles/2021").mkdir()
    (root / "content/articles/2020/tin").rename(root / "content/articles/2021/moi")
    edited = text(root, "articles/2021/moi/index.md").replace("title: Tin", "title: Khác")
    write(root, {"content/articles/2021/moi/index.md": edited})
    with pytest.raises(BulletinError):
        publish(root)
    result = bantin("mv", "articles/2020/tin", "articles/2021/moi", root)
    assert result.exit_code == 0, result.output
    assert "[Bài](../../2020/bai.md#a)" in text(root, "articles/2021/moi/index.md")
    assert b"url=../../../bai-viet/2021/moi/" in publish(root)["bai-viet/2020/tin/index.html"]


def test_an_article_with_an_agreement_that_was_moved_by_hand_gets_its_id_back(root: Path) -> None:
    (root / "content/articles/2020/bai.md").rename(root / "content/articles/2020/moi.md")
    assert bantin("mv", "articles/2020/bai.md", "articles/2020/moi.md", root).exit_code == 0
    assert "  id: bai\n" in text(root, "articles/2020/moi.md")


@pytest.mark.parametrize("stop", ["bantin.cli.mv._move", "bantin.cli.mv._rewrite"])
def test_an_interrupted_move_is_finished_by_the_same_command(
    root: Path, monkeypatch: pytest.MonkeyPatch, stop: str
) -> None:
    def interrupt(*_given: object) -> None:
        raise KeyboardInterrupt

    command = ("mv", "articles/2020/tin", "articles/2021/moi", root)
    with monkeypatch.context() as patch:
        patch.setattr(stop, interrupt)
        assert bantin(*command).exit_code != 0
    assert bantin(*command).exit_code == 0
    found = files_of(root / "content")
    assert "articles/2020/tin/index.md" not in found
    assert "[Bài](../../2020/bai.md#a)" in text(root, "articles/2021/moi/index.md")
    assert "[tin]: /articles/2021/moi/index.md" in text(root, "pages/gioi-thieu.md")
    assert "\t2021/moi\n" in (root / LEDGER).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "vi", "en"),
    [
        ("agencies/co-quan-a.yml", "agencies/moi.yml", "là mã", "is its id"),
        ("agreements/mot.md", "agreements/hai.md", "là mã", "is its id"),
        ("articles/2020/khong.md", "articles/2020/moi.md", "Không có tệp content/articles/2020/khong.md.", "no file"),
        ("articles/2020/bai.md", "articles/2020/tin/index.md", "Đã có content/articles/2020/tin/index.md", "is there"),
        ("articles/2020/bai.md", "pages/bai.md", "không thể thành content/pages/bai.md", "cannot become"),
        ("articles/2020/tin", "articles/2020/tin.md", "không thể thành", "cannot become"),
        ("articles/2020/bai.md", "articles/2020/BAI.MD", "không thể thành", "cannot become"),
        ("articles/2020/bai.md", "../ngoai.md", "không nằm trong content/", "is not in content/"),
        ("articles/2020/bai.md", "articles/2020/bai.md", "không thể thành", "cannot become"),
    ],
)
def test_what_cannot_be_moved_is_refused(written: Path, old: str, new: str, vi: str, en: str) -> None:
    before = files_of(written / "content")
    result = bantin("mv", old, new, written)
    assert (result.exit_code, vi in result.stderr) == (2, True), result.output
    write(written, {"content/site.yml": NAMED.replace("language: vi", "language: en")})
    assert en in bantin("mv", old, new, written).stderr
    write(written, {"content/site.yml": NAMED})
    assert files_of(written / "content") == before


def test_an_article_with_errors_is_not_moved(written: Path) -> None:
    write(written, {"content/articles/2020/bai.md": "---\ntitle:\n---\n"})
    result = bantin("mv", "articles/2020/bai.md", "articles/2020/moi.md", written)
    assert (result.exit_code, "bantin check" in result.stderr) == (2, True)


def test_without_a_ledger_the_editor_is_told(written: Path) -> None:
    result = bantin("mv", "articles/2020/bai.md", "articles/2020/moi.md", written)
    assert (result.exit_code, "Chưa có content/.ledger" in result.stderr) == (0, True)


def test_an_address_that_another_article_has_is_not_taken(written: Path) -> None:
    write(written, {"content/articles/2020/le-ky/index.md": NEWS.replace("anh.png", "../tin/anh.png")})
    before = files_of(written / "content")
    done = bantin("mv", "articles/2020/bai.md", "articles/2020/le-ky.md", written)
    assert done.exit_code == 2
    assert "content/articles/2020/le-ky/index.md" in done.stderr
    assert files_of(written / "content") == before
