"""``bantin new translation``: the texts of the original, each with a placeholder that is never published."""

from pathlib import Path

import pytest

from bantin.domain.problems import has_errors
from tests.bulletins import ARTICLE, COMPLETE, SITE, codes_of, files_of, problems_of, write
from tests.cli.commands import bantin

INTO_ENGLISH = {"content/site.yml": f"{SITE}languages: [vi, en]\n"}
ORIGINAL, MADE = "content/articles/2020/bai.md", "content/articles/2020/bai.en.md"
GAP = "(ghi nội dung bằng tiếng Anh)"
PAGE, RECORD = "content/pages/gioi-thieu.md", "content/agreements/quy-che.md"
TEXTS = {
    PAGE: "---\ntitle: Giới thiệu\nlead: Một câu.\n---\n\nChữ.\n",
    RECORD: "---\ntype: quy-che\ntitle: Quy chế khác\nparties: [co-quan-a, co-quan-b]\nfields: [an-ninh]\n"
    "legal_basis: [Luật A, Luật B]\nsigned_at: {place: Hà Nội, venue: Nhà A}\nmuc-dich: Phối hợp\n---\n\nĐiều 1. Chữ\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, COMPLETE, INTO_ENGLISH)


def test_each_text_of_an_article_has_its_key_and_the_original_beside_it(root: Path) -> None:
    result = bantin("new", "translation", root, ORIGINAL)
    said = f"Đã tạo {root / MADE}. Hãy mở tệp và dịch: bản gốc ghi sau dấu #.\n"
    assert (result.exit_code, result.stdout) == (0, said)
    expected = f"""\
---
# Hai cơ quan ký quy chế
title: {GAP}
# Sa-pô.
lead: {GAP}
agreement:
  # Quy chế phối hợp
  title: {GAP}
  # Nội bộ
  text_reason: {GAP}
slug:                 # tên trong địa chỉ của bản dịch; bỏ trống thì như bản gốc
draft: true           # xóa dòng này khi đã dịch xong
---

Viết bản dịch ở đây, thay cho dòng này.
"""
    assert (root / MADE).read_text() == expected
    assert codes_of(root, drafts=True) == []


def test_placeholders_are_reported_until_all_is_translated(root: Path) -> None:
    bantin("new", "translation", root, ORIGINAL)
    finished = (root / MADE).read_text().replace("draft: true", "draft: false")
    write(root, {MADE: finished})
    assert codes_of(root) == ["placeholder"] * 5
    translated = finished.replace(GAP, "In English").replace("Viết bản dịch ở đây, thay cho dòng này.", "Text.")
    write(root, {MADE: translated})
    assert codes_of(root) == []


def test_people_photos_and_changes_keep_what_identifies_them(root: Path) -> None:
    person = "{name: Tô A, rank: Đại tá, also: [Ủy viên, Đại biểu]}"
    changes = "changes:\n  - {on: 2020-06-01, kind: update, note: Thêm ảnh}\n  - {on: 2020-07-01, kind: minor}\n"
    more = {
        "{name: Nguyễn Văn A, party: co-quan-a}": person,
        "agreement:\n": f"photos: [{{src: a.png, alt: Lễ ký}}]\n{changes}agreement:\n",
        "  fields:": f"  attended_by: [Trần B, {person}]\n  fields:",
    }
    article = ARTICLE
    for old, new in more.items():
        article = article.replace(old, new)
    write(root, {ORIGINAL: article})
    assert bantin("new", "translation", root, ORIGINAL).exit_code == 0
    text = (root / MADE).read_text()
    assert f"photos:\n  - src: a.png\n    # Lễ ký\n    alt: {GAP}\n" in text
    assert f"changes:\n  - on: '2020-06-01'\n    kind: update\n    # Thêm ảnh\n    note: {GAP}\n" in text
    head = f"  people:\n    - name: Tô A\n      # Đại tá\n      rank: {GAP}\n      also:\n"
    assert f"{head}        # Ủy viên\n        - {GAP}\n        # Đại biểu\n        - {GAP}\n" in text
    assert (text.count("Tô A"), text.count("Trần B"), text.count("minor")) == (1, 0, 0)


@pytest.mark.parametrize("named", [PAGE, RECORD, "pages/gioi-thieu.md", "agreements/quy-che.md", "quy-che"])
def test_pages_and_records_are_translated_too(root: Path, named: str) -> None:
    own = f"{INTO_ENGLISH['content/site.yml']}fields: {{muc-dich: Mục đích}}\n".replace("muc-dich", "muc_dich")
    texts = {path: text.replace("muc-dich", "muc_dich") for path, text in TEXTS.items()}
    write(root, texts, {"content/site.yml": own})
    assert bantin("new", "translation", root, named).exit_code == 0
    made = root / (PAGE if "gioi-thieu" in named else RECORD).replace(".md", ".en.md")
    text = made.read_text()
    if "quy-che" in named:
        for line in (
            f"title: {GAP}",
            f"  # Luật B\n  - {GAP}",
            f"  # Nhà A\n  venue: {GAP}",
            f"# Phối hợp\nmuc_dich: {GAP}",
        ):
            assert f"{line}\n" in text
        assert "slug" not in text
    assert not has_errors(problems_of(root, drafts=True))
    finished = text.replace(GAP, "English").replace("draft: true", "draft: false")
    write(
        root,
        {
            made.relative_to(root).as_posix(): finished.replace(
                "Viết bản dịch ở đây, thay cho dòng này.", "Điều 1. Text"
            )
        },
    )
    assert not has_errors(problems_of(root))


def test_the_article_of_a_folder_is_meant_by_its_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, {"content/articles/2021/hai/index.md": ARTICLE.replace("2020", "2021").replace("quy chế", "hai")})
    monkeypatch.chdir(root / "content/articles/2021")
    assert bantin("new", "translation", "hai").exit_code == 0
    assert (root / "content/articles/2021/hai/index.en.md").is_file()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "đường dẫn của tệp cần dịch"),
        (["khong-co"], "Không có bài viết, trang hay văn bản nào là “khong-co”"),
        (["content/site.yml"], "không phải là bài viết"),
        ([ORIGINAL, "--language", "vi"], "languages: [vi, en]"),
        ([ORIGINAL, "--language", "fr"], "fr"),
        (["content/articles/2020/hong.md"], "còn lỗi"),
        (["content/articles/2020/go.md"], "đã được gỡ"),
    ],
)
def test_what_makes_no_sense_is_refused_and_writes_nothing(root: Path, arguments: list[str], words: str) -> None:
    gone = "---\ntitle: A\ngone: {on: 2021-01-01, reason: Đăng nhầm}\n---\n"
    write(root, {"content/articles/2020/hong.md": "---\n[\n", "content/articles/2020/go.md": gone})
    before = files_of(root)
    result = bantin("new", "translation", root, *arguments)
    assert (result.exit_code, files_of(root)) == (2, before)
    assert words in " ".join(result.stderr.split())


def test_a_bulletin_in_one_language_is_told_how_to_have_two(root: Path) -> None:
    write(root, {"content/site.yml": SITE})
    result = bantin("new", "translation", root, ORIGINAL)
    assert result.exit_code == 2
    assert "languages: [vi, en]" in result.stderr


def test_no_translation_is_written_over_another(root: Path) -> None:
    bantin("new", "translation", root, ORIGINAL)
    before = files_of(root)
    result = bantin("new", "translation", root, ORIGINAL, "--language", "en")
    assert (result.exit_code, files_of(root)) == (2, before)
