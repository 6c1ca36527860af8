"""Text that must not be published: secrecy stamps, traces in attachments, remains of editing, personal numbers."""

from tests.bulletins import COMPLETE
from tests.content.documents.offices import docx, opendocument, paragraph, rtf, word, xlsx, zipped
from tests.content.documents.pdfs import pdf
from tests.mistakes.mistake import TEXT_LINE, Change, Mistake, in_article, in_text, line_of

STAMP = "TỐI MẬT"
FILE = "content/documents/van-ban"
SITE = "content/site.yml"
AGENCY = "content/agencies/co-quan-a.yml"
SUBJECT = "title: Quy chế phối hợp"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _stamped(name: str, text: str, line: int = 0, others: tuple[str, ...] = ()) -> Mistake:
    changes = in_text(f"Nội dung.\n\n{text}\n\nHết.\n")
    return Mistake(name, changes, "secrecy-stamp", TEXT_LINE + 2 + line, others=others)


def _with_file(name: str, suffix: str, data: bytes, code: str) -> Mistake:
    return Mistake(name, {FILE + suffix: data}, code, 0, path=FILE + suffix)


def _left(name: str, text: str, code: str = "unfinished", line: int = 0) -> Mistake:
    return Mistake(name, in_text(f"Nội dung.\n\n{text}\n\nHết.\n"), code, TEXT_LINE + 2 + line)


def _value(name: str, key: str, value: str, code: str) -> Mistake:
    line = next(line for line in COMPLETE["content/articles/2020/bai.md"].split("\n") if line.strip().startswith(key))
    return Mistake(name, in_article(f"{line}\n", f"{line[: line.index(key)]}{key} {value}\n"), code, line_of(key))


def _with_document(suffix: str, data: bytes) -> dict[str, Change]:
    named = in_article("  scope:", f"  documents: [{{file: /documents/van-ban{suffix}, kind: annex}}]\n  scope:")
    return {FILE + suffix: data, **named}


STAMPS = (
    _stamped("stamp on its line", "TỐI MẬT"),
    _stamped("stamp beside the name of the state", "TỐI MẬT   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    _stamped("stamp and state, blanks lost", "MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    _stamped("stamp beside the number", "Số: 12/BC-CQA   TỐI MẬT"),
    _stamped("stamp in brackets", "(MẬT)"),
    _stamped("level in brackets behind a title", "## Báo cáo tình hình (Mật)"),
    _stamped("level told", "Độ mật: Mật"),
    _stamped("level told further on", "Số: 12/BC; độ mật: Tối mật"),
    _stamped("stamp behind a line break", "Kính gửi: Cơ quan A<br>TUYỆT MẬT"),
    _stamped("stamp in a cell", "| Số | Tên |\n|---|---|\n| 12 | **MẬT** |", 2),
    _stamped("stamp in small letters", "Tối mật"),
    _stamped("stamp in bold", "**tối mật**"),
    _stamped("a letter a line", "M\n\nẬ\n\nT", 2),
    _stamped("two lines", "TUYỆT\nMẬT", 1),
    _stamped("letters apart", "T Ố I   M Ậ T"),
    _stamped("a heading", "# TUYỆT MẬT"),
    _stamped("stamp with urgency", "TỐI MẬT – HỎA TỐC"),
    _stamped("Cyrillic letters", "М Ậ Т", others=("look-alike-letter", "look-alike-letter")),
    _value("stamp in the lead", "lead:", "(MẬT) Hai cơ quan ký quy chế.", "secrecy-stamp"),
    Mistake("stamp as subject line", in_article(SUBJECT, "title: TỐI MẬT"), "secrecy-stamp", line_of(SUBJECT)),
    Mistake(
        "stamp in an agency", {AGENCY: "name: Cơ quan A\ncontact: {address: MẬT}\n"}, "secrecy-stamp", 2, path=AGENCY
    ),
    _with_file("stamp in a PDF", ".pdf", pdf("a", STAMP), "secrecy-stamp"),
    _with_file("stamp in Word", ".docx", docx("Số 1", STAMP), "secrecy-stamp"),
    _with_file(
        "stamp in the header", ".docx", docx("a", parts={"word/header1.xml": word(paragraph(STAMP))}), "secrecy-stamp"
    ),
    _with_file(
        "stamp in a text box",
        ".docx",
        docx(raw=f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('MẬT')}</w:txbxContent></w:pict></w:r></w:p>"),
        "secrecy-stamp",
    ),
    _with_file("stamp in Excel", ".xlsx", xlsx("STT", STAMP), "secrecy-stamp"),
    _with_file("stamp in OpenDocument", ".odt", opendocument("text", STAMP), "secrecy-stamp"),
    _with_file("stamp in a sheet", ".ods", opendocument("spreadsheet", STAMP), "secrecy-stamp"),
    _with_file("stamp in RTF", ".rtf", rtf(f"a\\par {STAMP}\\par b"), "secrecy-stamp"),
    _with_file("stamp in a text file", ".txt", f"a\n{STAMP}\nb".encode(), "secrecy-stamp"),
    _with_file("stamp in TCVN3", ".txt", b"a\nm\xcbt\nb", "secrecy-stamp"),
    _with_file("stamp in CSV", ".csv", f"số,tên\n1,{STAMP}\n".encode(), "secrecy-stamp"),
    _with_file("stamp in a ZIP", ".zip", zipped({"a/b.docx": docx("a", STAMP)}), "secrecy-stamp"),
    _with_file("stamp in a name", " - MẬT.pdf", pdf("a"), "secrecy-stamp"),
)
TRACES = (
    _with_file("comments", ".docx", docx("a", parts={"word/comments.xml": word("<w:comment/>")}), "document-comments"),
    _with_file("tracked change", ".docx", docx(raw='<w:p><w:del w:author="B"/></w:p>'), "document-changes"),
    _with_file("comments of Writer", ".odt", opendocument("text", raw="<office:annotation/>"), "document-comments"),
    _with_file("author", ".docx", docx("a", author="Trần Văn Bê"), "document-author"),
    _with_file("author of RTF", ".rtf", rtf("a", head="{\\info{\\author Trần Văn Bê}}"), "document-author"),
    _with_file("hidden sheet", ".xlsx", xlsx("a", state="hidden"), "document-hidden"),
    _with_file("hidden text", ".docx", docx(raw=paragraph("x", "<w:vanish/>")), "document-hidden"),
    _with_file("macros", ".docx", docx("a", parts={"word/vbaProject.bin": b"\0"}), "unreadable-part"),
    _with_file("old Word in a ZIP", ".zip", zipped({"a.doc": OLD_WORD}), "unreadable-part"),
    _with_file("empty Word", ".docx", b"", "empty-file"),
    _with_file("empty PDF", ".pdf", b"", "empty-file"),
    _with_file("empty text", ".txt", b"", "empty-file"),
    _with_file("PDF called Word", ".docx", pdf("a"), "wrong-file-type"),
    _with_file("old Word called new", ".docx", OLD_WORD, "wrong-file-type"),
    _with_file("Word called text", ".txt", docx("a"), "wrong-file-type"),
    _with_file("web page called Excel", ".xlsx", b"<html><table>", "wrong-file-type"),
    _with_file("password", ".docx", OLD_WORD[:8] + "EncryptedPackage".encode("utf-16-le"), "encrypted-document"),
    _with_file("cut off", ".xlsx", xlsx("a")[:300], "damaged-document"),
    _with_file(
        "entities",
        ".odt",
        opendocument("text", parts={"a.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}),
        "damaged-document",
    ),
    _with_file("bomb", ".zip", zipped({f"{n}.txt": b"" for n in range(10_001)}), "costly-document"),
    Mistake("old Word", _with_document(".doc", OLD_WORD), "old-office-file", line_of("scope:")),
    Mistake("old Excel", _with_document(".xls", OLD_WORD), "old-office-file", line_of("scope:")),
    Mistake("a text as image", _with_document(".jpg", b"abc"), "wrong-file-type", 0, path=f"{FILE}.jpg"),
)
LEFT = (
    _left("conflict", "<<<<<<< HEAD\nMột.\n=======\nHai.\n>>>>>>> nhanh", "conflict-marker"),
    _left("conflict half mended", "Một.\n>>>>>>> nhanh", "conflict-marker", 1),
    Mistake(
        "conflict in front matter",
        in_article("title: Hai cơ quan", "<<<<<<< HEAD\ntitle: Hai cơ quan"),
        "conflict-marker",
        line_of("title: Hai"),
    ),
    Mistake(
        "conflict in settings",
        {SITE: ("language: vi\n", "<<<<<<< HEAD\nlanguage: vi\n=======\nlanguage: en\n>>>>>>> x\n")},
        "conflict-marker",
        3,
        path=SITE,
    ),
    Mistake(
        "conflict in an agency",
        {AGENCY: "name: Cơ quan A\n||||||| gốc\nlevel: central\n"},
        "conflict-marker",
        2,
        path=AGENCY,
    ),
    _left("text of a new article", "Viết nội dung bài ở đây, thay cho dòng này.", "placeholder"),
    _left("lorem ipsum", "Lorem ipsum dolor sit amet.", "placeholder"),
    _left("to fill in", "Đại diện: [điền tên người ký]", "placeholder"),
    _left("to fill in, angle brackets", "Đại diện: <điền tên>", "placeholder"),
    _value("dots", "lead:", "...", "no-words"),
    _value("ellipsis", "lead:", "…", "no-words"),
    Mistake("question marks", in_article(SUBJECT, 'title: "???"'), "no-words", line_of(SUBJECT)),
    _value("lead under way", "lead:", "Đang cập nhật", "unfinished"),
    Mistake("subject line to come", in_article(SUBJECT, "title: bổ sung sau"), "unfinished", line_of(SUBJECT)),
    _left("TODO", "Hai bên ký (TODO: kiểm tra ngày)."),
    _left("FIXME", "FIXME hỏi lại Văn phòng"),
    _left("under way", "Đang cập nhật…"),
    _left("to be added", "Danh sách dự lễ (cần bổ sung)."),
    _left("not there yet", "Số văn bản: (chưa có)"),
    _left("three x", "Quy chế số xxx/QC-CQA."),
    _left("dots alone", "..."),
    _left("sample article", "Đây là bài mẫu. Hãy sửa lại hoặc xóa đi khi đã có bài thật.", "sample-text"),
    _left("address for examples", "Thư gửi về lien-he@example.com.", "sample-address"),
    Mistake(
        "sample address of the site",
        {SITE: ("https://bantin.example/", "https://bulletin.example/")},
        "sample-address",
        2,
        path=SITE,
    ),
    Mistake(
        "own machine as address",
        {SITE: ("https://bantin.example/", "http://localhost:8000/")},
        "sample-address",
        2,
        path=SITE,
    ),
)
PERSONAL = (
    _left("mobile number", "Chi tiết xin gọi 0912 345 678 (ông A).", "personal-number"),
    _left("mobile number with dots", "ĐT: 0987.654.321", "personal-number"),
    _left("mobile number from abroad", "Zalo: +84 912 345 678", "personal-number"),
    _left("identity card", "Ông A, CCCD số 001085012345", "personal-number"),
    _left("identity card without a word", "Ông A (034190012345)", "personal-number"),
    _left("old identity card", "Bà B, CMND: 123 456 789", "personal-number"),
    _left("passport", "Ông C, hộ chiếu số C1234567", "personal-number"),
    _value("mobile number in the lead", "lead:", "Liên hệ 0912345678.", "personal-number"),
)

MISTAKES: tuple[Mistake, ...] = (*STAMPS, *TRACES, *LEFT, *PERSONAL)
