"""``bantin import``: sources become drafts that build, and nothing that somebody wrote is overwritten."""

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from bantin.domain.text.guesses import find_guesses
from bantin.domain.text.slugs import shorten, slugify
from tests.bulletins import SITE, codes_of, write
from tests.cli.commands import bantin
from tests.content.documents.pdfs import pdf
from tests.importing.readers.word.files import p, r, word_file

VOCABULARY = """\
types:
  quy-che-phoi-hop: {vi: Quy chế phối hợp, en: Coordination regulation}
fields:
  an-ninh: {vi: An ninh, en: Security}
"""
BULLETIN = {
    "content/site.yml": f"{SITE}search: off\n",
    "content/vocabulary.yml": VOCABULARY,
    "content/agencies/so-tu-phap.yml": "name: Sở Tư pháp tỉnh Lào Cai\n",
}
NEWS = """\
Trang chủ > Tin tức - Sự kiện
Sở Tư pháp và Công an tỉnh Lào Cai ký kết Quy chế phối hợp trong công tác lý lịch tư pháp
Thứ Tư, 24/11/2021 22:26
Chiều 24/11/2021, tại Hà Nội, Sở Tư pháp tỉnh Lào Cai và Công an tỉnh Lào Cai ký Quy chế phối hợp về lý lịch tư pháp.
Theo đó, Quy chế gồm 15 điều, quy định nguyên tắc, nội dung và trách nhiệm phối hợp của hai bên trong công tác này.
Minh Anh
Bình luận (0)
"""
PICTURED = """<!doctype html><meta charset=utf-8><title>Hội nghị triển khai công tác năm</title>
<h1>Hội nghị triển khai công tác năm</h1><article>
<p>Sáng nay Sở tổ chức hội nghị triển khai công tác, với sự có mặt của lãnh đạo và cán bộ các phòng trong tỉnh.</p>
<p><img src="le.jpg"></p>
<p>Các đại biểu đã thảo luận nhiều nội dung quan trọng và thống nhất các giải pháp cho những tháng cuối năm.</p>
</article>"""
ARTICLE = f"content/articles/2021/{shorten(slugify(NEWS.splitlines()[1]), 80)}.md"
STUB = "content/agencies/cong-an-tinh-lao-cai.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "bulletin", BULLETIN)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "cu" / "tin1.txt"
    path.parent.mkdir()
    path.write_text(NEWS, encoding="utf-8")
    return path


def imported(root: Path) -> dict[str, str]:
    """The files of articles, records and agencies that the import has made."""
    memory = (root / "content/.imported").read_text(encoding="utf-8")
    paths = [line.split("\t")[0] for line in memory.splitlines()[1:]]
    return {path: (root / path).read_text(encoding="utf-8") for path in paths}


def test_a_source_becomes_a_draft_with_its_guesses(root: Path, source: Path) -> None:
    done = bantin("import", str(source), "--into", str(root))
    assert done.exit_code == 0, done.output
    assert set(imported(root)) == {ARTICLE, STUB}
    text = imported(root)[ARTICLE]
    assert "\ndraft: true\n" in text
    assert "- so-tu-phap  #?" in text
    assert "Bình luận" not in text
    assert "đoán" in done.output


def test_the_drafts_build_and_say_how_many_guesses_are_open(root: Path, source: Path) -> None:
    bantin("import", str(source), "--into", str(root))
    assert set(codes_of(root)) == {"open-guesses"}
    for path, text in imported(root).items():
        (root / path).write_text(text.replace("draft: true\n", ""), encoding="utf-8")
    assert set(codes_of(root)) == {"open-guesses"}


def test_an_agency_that_nobody_has_confirmed_is_not_public(root: Path, source: Path) -> None:
    bantin("import", str(source), "--into", str(root))
    text = imported(root)[ARTICLE]
    (root / ARTICLE).write_text(text.replace("draft: true\n", ""), encoding="utf-8")
    assert "draft-agency" in codes_of(root)


def test_the_review_lists_what_is_open(root: Path, source: Path) -> None:
    bantin("import", str(source), "--into", str(root))
    done = bantin("import", "review", str(root))
    assert done.exit_code == 0
    count = sum(len(list(find_guesses(text))) for text in imported(root).values())
    assert f"{count} chỗ đoán trong 2 tệp." in done.output
    assert "clauses: 15\n" in done.output
    brief = bantin("import", "review", "--count", str(root)).output
    assert f"{STUB}: 1\n" in brief
    done = bantin("import", "confirm", *(str(root / path) for path in imported(root)))
    assert f"Đã xác nhận {count} chỗ đoán trong 2 tệp." in done.output
    assert bantin("import", "review", str(root)).output == "Không còn chỗ đoán nào.\n"


def test_what_is_confirmed_stays_a_draft_until_it_is_to_be_published(root: Path, source: Path) -> None:
    bantin("import", str(source), "--into", str(root))
    paths = [str(root / path) for path in imported(root)]
    before = {path: [line.split("  #?")[0] for line in text.splitlines()] for path, text in imported(root).items()}
    bantin("import", "confirm", *paths)
    assert {path: text.splitlines() for path, text in imported(root).items()} == before
    assert bantin("import", "confirm", "--publish", *paths).exit_code == 0
    assert not any("draft: true" in text for text in imported(root).values())
    assert codes_of(root) == []


def test_a_folder_is_confirmed_with_all_files_in_it(root: Path, source: Path) -> None:
    bantin("import", str(source), "--into", str(root))
    outside = root / "ngoai.md"
    outside.write_text("---\ntitle: A  #? b\n---\n", encoding="utf-8")
    (root / "content/articles/2021/lien-ket.md").symlink_to(outside)
    done = bantin("import", "confirm", str(root / "content"))
    assert done.exit_code == 0, done.output
    assert not any([*find_guesses(text)] for text in imported(root).values())
    assert "#?" in outside.read_text(encoding="utf-8")


def test_a_file_that_is_no_text_is_not_confirmed(root: Path) -> None:
    picture = root / "content/anh.jpg"
    picture.write_bytes(b"\xff\xd8\xff")
    done = bantin("import", "confirm", str(picture))
    assert done.exit_code == 2
    assert "không phải là tệp chữ UTF-8" in done.output
    assert picture.read_bytes() == b"\xff\xd8\xff"


def test_long_lists_are_abridged(root: Path, source: Path) -> None:
    for number in range(30):
        source.with_name(f"them{number}.txt").write_text(NEWS.replace("15 điều", f"{number + 20} điều"), "utf-8")
    told = bantin("import", str(source.parent), "--into", str(root)).output
    assert ARTICLE not in told
    assert "Xem từng tệp: chạy với --report TỆP.html" in told
    assert "Bài viết: 31 mới;" in told
    assert "… và 12 tệp khác; xem đủ: --verbose" in bantin("import", "review", str(root)).output
    assert "--verbose" not in bantin("import", "review", "--verbose", str(root)).output


def test_running_it_again_overwrites_nothing(root: Path, source: Path) -> None:
    bantin("import", str(source), "--into", str(root))
    before = imported(root)
    assert "không đổi" in bantin("import", str(source), "--into", str(root)).output
    assert imported(root) == before
    edited = before[ARTICLE].replace("draft: true\n", "")
    (root / ARTICLE).write_text(edited, encoding="utf-8")
    source.write_text(NEWS.replace("15 điều", "16 điều"), encoding="utf-8")
    assert "đã có người sửa" in bantin("import", str(source), "--into", str(root)).output
    assert imported(root)[ARTICLE] == edited


def test_what_nobody_has_edited_follows_its_source(root: Path, source: Path) -> None:
    bantin("import", str(source), "--into", str(root))
    source.write_text(NEWS.replace("15 điều", "16 điều"), encoding="utf-8")
    assert "ghi lại" in bantin("import", str(source), "--into", str(root)).output
    assert "clauses: 16" in imported(root)[ARTICLE]


def test_a_dry_run_writes_nothing(root: Path, source: Path) -> None:
    done = bantin("import", str(source), "--into", str(root), "--dry-run")
    assert "Chưa ghi gì" in done.output
    assert ARTICLE in done.output
    assert not (root / "content/.imported").exists()
    assert not (root / ARTICLE).exists()


def test_the_report_is_a_page_or_data(root: Path, source: Path, tmp_path: Path) -> None:
    source.write_text(NEWS.replace("Minh Anh", "<script>alert(1)</script>"), encoding="utf-8")
    page = tmp_path / "kq.html"
    bantin("import", str(source), "--into", str(root), "--dry-run", "--report", str(page))
    text = page.read_text(encoding="utf-8")
    assert "<title>Kết quả nhập</title>" in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<script>" not in text
    told = json.loads(bantin("import", str(source), "--into", str(root), "--dry-run", "--format", "json").stdout)
    assert {item["path"] for item in told["items"]} == {ARTICLE, STUB}


def test_a_type_that_the_vocabulary_lacks_is_added_to_it(root: Path, source: Path) -> None:
    source.write_text(NEWS.replace("Quy chế phối hợp", "Biên bản ghi nhớ"), encoding="utf-8")
    bantin("import", str(source), "--into", str(root))
    assert "  bien-ban-ghi-nho:\n    vi: Biên bản ghi nhớ  #?" in (root / "content/vocabulary.yml").read_text()
    assert set(codes_of(root)) == {"open-guesses"}


def test_a_source_that_says_too_little_for_a_record_becomes_news_without_one(root: Path, source: Path) -> None:
    source.write_text(NEWS.replace("Quy chế phối hợp", "hợp đồng"), encoding="utf-8")
    bantin("import", str(source), "--into", str(root))
    assert set(codes_of(root)) <= {"open-guesses"}


def test_news_in_word_that_name_the_party_are_news(root: Path, tmp_path: Path) -> None:
    headline = "Sở Tư pháp và Công an tỉnh Lào Cai ký kết Quy chế phối hợp"
    text = "Lễ ký kết chào mừng ngày thành lập Đảng Cộng sản Việt Nam, với sự có mặt của lãnh đạo hai cơ quan."
    source = tmp_path / "tin.docx"
    source.write_bytes(word_file(p(r(headline, "<w:b/>")), p(r(text))))
    bantin("import", str(source), "--into", str(root))
    (draft,) = (root / "content/articles").rglob("*.md")
    assert f"title: {headline}" in draft.read_text(encoding="utf-8")


def test_pictures_of_a_saved_page_lie_beside_its_article(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cu"
    picture = io.BytesIO()
    Image.new("RGB", (640, 480), "white").save(picture, "JPEG")
    write(
        folder,
        {
            "tin2.html": """<!doctype html><meta charset=utf-8><title>Lễ ký kết Quy chế phối hợp</title>
<h1>Lễ ký kết Quy chế phối hợp giữa hai sở</h1><article>
<p>Sáng nay hai sở ký kết quy chế phối hợp, với sự có mặt của lãnh đạo và cán bộ của cả hai cơ quan trong tỉnh.</p>
<figure><img src="tin2_files/Anh%20Le.JPG" alt="Hai giám đốc ký"><figcaption>Quang cảnh buổi lễ</figcaption></figure>
<p>Quy chế quy định nguyên tắc, nội dung và trách nhiệm của từng bên trong việc trao đổi thông tin thường xuyên.</p>
</article>""",
            "tin2_files/anh le.jpg": picture.getvalue(),
        },
    )
    done = bantin("import", str(folder), "--into", str(root))
    assert done.exit_code == 0, done.output
    article = next(path for path in imported(root) if path.endswith("/index.md"))
    assert (root / article).with_name("anh-le.jpg").exists()
    assert set(codes_of(root)) <= {"open-guesses"}


def test_a_picture_without_a_caption_awaits_its_description(root: Path, tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (640, 480), "white").save(picture, "JPEG")
    folder = write(tmp_path / "cu", {"tin.html": PICTURED, "le.jpg": picture.getvalue()})
    done = bantin("import", str(folder), "--into", str(root))
    assert done.exit_code == 0, done.output
    text = next(text for path, text in imported(root).items() if path.endswith("/index.md"))
    assert "![Ảnh trong bài](le.jpg)" in text
    assert "# Ảnh le.jpg trong bài chưa có lời tả; hãy viết thay cho “Ảnh trong bài”.  #? nguồn không nói\n" in text
    assert set(codes_of(root)) <= {"open-guesses"}


def test_a_link_out_of_the_folder_is_not_followed(root: Path, source: Path, tmp_path: Path) -> None:
    secret = tmp_path / "bi-mat.txt"
    secret.write_text(NEWS, encoding="utf-8")
    (source.parent / "lien-ket.txt").symlink_to(secret)
    done = bantin("import", str(source.parent), "--into", str(root))
    assert done.exit_code == 1
    assert "cu/lien-ket.txt: liên kết dẫn ra ngoài thư mục nguồn" in done.output
    assert set(imported(root)) == {ARTICLE, STUB}


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.docx", b"PK\x03\x04 none", "tệp hỏng"),
        ("a.txt", b" \n", "tệp trống"),
        ("b.docx", "chỉ còn vài chữ".encode(), "tệp hỏng"),
        ("a.bin", b"\0\1\2\3", "không phải loại tệp nhập được"),
        ("a.pdf", b"%PDF-1.7 none", "tệp hỏng"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_is_imported(
    name: str, data: bytes, reason: str, root: Path, source: Path
) -> None:
    other = source.with_name(name)
    other.write_bytes(data)
    done = bantin("import", str(other), str(source), "--into", str(root))
    assert done.exit_code == 1
    assert f"không nhập: {name}: {reason}" in done.output
    assert ARTICLE in imported(root)


def test_a_bulletin_that_is_none_is_told(source: Path, tmp_path: Path) -> None:
    done = bantin("import", str(source), "--into", str(tmp_path))
    assert done.exit_code == 2
    assert "Traceback" not in done.output


def test_files_that_a_register_names_are_told_in_the_draft(root: Path, tmp_path: Path) -> None:
    table = tmp_path / "theo-doi.csv"
    table.write_text(
        "Số ký hiệu,Loại văn bản,Các bên ký kết,Ngày ký,Tệp\n"
        "01/QCPH,Quy chế phối hợp,Sở Tư pháp tỉnh Lào Cai; Công an tỉnh Lào Cai,20/11/2012,qc-01.pdf\n",
        encoding="utf-8",
    )
    bantin("import", str(table), "--into", str(root))
    text = next(text for path, text in imported(root).items() if "/agreements/" in path)
    assert "# Nguồn nêu tệp qc-01.pdf: hãy đặt vào content/documents/ rồi ghi vào “documents”.  #? " in text
    assert set(codes_of(root)) == {"open-guesses"}


def test_the_help_tells_of_both_commands() -> None:
    told = bantin("import", "--help").output
    assert "review" in told
    assert "files" in told


def test_a_page_can_be_imported_as_a_record(root: Path, source: Path) -> None:
    done = bantin("import", str(source), "--into", str(root), "--as", "record")
    assert done.exit_code == 0, done.output
    (record,) = [path for path in imported(root) if path.startswith("content/agreements/")]
    assert "clauses: 15" in imported(root)[record]
    assert set(codes_of(root)) == {"open-guesses"}


def test_files_of_one_name_stay_two_files(root: Path, tmp_path: Path) -> None:
    lines = ("QUY CHẾ PHỐI HỢP", "Về công tác y tế", "Điều 1. Phạm vi", "Quy chế này", "Điều 2. Hiệu lực", "Từ ngày ký")
    heads = (("BỘ CÔNG AN - BỘ Y TẾ", f"Số: 0{number}/QCPH-BCA-BYT") for number in (1, 2))
    first, second = (pdf("\n".join((*head, *lines))) for head in heads)
    write(tmp_path / "scan", {"2019/qc.pdf": first, "2020/qc.pdf": second, "2021/qc.pdf": second})
    done = bantin("import", str(tmp_path / "scan"), "--into", str(root))
    assert done.exit_code == 0, done.output
    kept = {path.name: path.read_bytes() for path in (root / "content/documents").glob("*.pdf")}
    assert sorted(kept.values()) == sorted((first, second))
    assert all(name.startswith("qc-") for name in kept)


def test_each_page_that_is_named_has_its_own_pictures(root: Path, tmp_path: Path) -> None:
    pictures = [io.BytesIO(), io.BytesIO()]
    for colour, picture in zip(("white", "black"), pictures, strict=True):
        Image.new("RGB", (640, 480), colour).save(picture, "JPEG")
    for name, picture in zip(("mot", "hai"), pictures, strict=True):
        page = f"""<!doctype html><meta charset=utf-8><h1>Lễ ký kết Quy chế phối hợp số {name}</h1><article>
<p>Sáng nay hai sở ký kết quy chế phối hợp, với sự có mặt của lãnh đạo và cán bộ của cả hai cơ quan trong tỉnh.</p>
<figure><img src="{name}_files/anh.jpg" alt="Hai giám đốc ký"><figcaption>Quang cảnh buổi lễ</figcaption></figure>
<p>Quy chế quy định nguyên tắc, nội dung và trách nhiệm của từng bên trong việc trao đổi thông tin thường xuyên.</p>
</article>"""
        write(tmp_path, {f"{name}.html": page, f"{name}_files/anh.jpg": picture.getvalue()})
    pages = [str(tmp_path / f"{name}.html") for name in ("mot", "hai")]
    done = bantin("import", *pages, "--into", str(root), "--format", "json")
    assert done.exit_code == 0, done.output
    told = [one["reason"] for item in json.loads(done.stdout)["items"] for one in item["not_understood"]]
    assert "missing-file" not in told
    shown = sorted(path.read_bytes() for path in (root / "content/articles").rglob("anh.jpg"))
    assert shown == sorted(picture.getvalue() for picture in pictures)
