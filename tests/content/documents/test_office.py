"""Documents that are no PDF: stamps and traces are found wherever they are, within bounds, in every type we allow."""

import zipfile
from io import BytesIO

import pytest

from bantin.content.checks.attachments import DOCUMENTS, IMAGES
from bantin.content.documents.file_types import FILE_TYPES, FileType
from bantin.content.documents.messages import Examination, Outcome, Traces
from bantin.content.documents.sandbox import examine
from tests.content.documents.offices import (
    deep_markup,
    docx,
    laughing,
    nested,
    odf,
    opendocument,
    paragraph,
    rtf,
    swelling,
    word,
    xlsx,
    zipped,
)
from tests.content.documents.pdfs import pdf, protected

SOUND = {
    "docx": docx("Quy chế phối hợp", "Bảo vệ bí mật nhà nước"),
    "xlsx": xlsx("STT", "Tên văn bản"),
    "odt": opendocument("text", "Quy chế phối hợp"),
    "ods": opendocument("spreadsheet", "Quy chế"),
    "rtf": rtf("Quy chế phối hợp"),
    "txt": "Quy chế phối hợp".encode(),
    "utf-16": "Quy chế phối hợp".encode("utf-16"),
    "cp1258": "Quy chế".encode("cp1258", "ignore"),
    "zip": zipped({"a.docx": docx("a"), "b/c.pdf": pdf("c"), "b/": b"", "d.csv": b"a,b\n"}),
}


@pytest.mark.parametrize("name", SOUND)
def test_nothing_is_found_in_a_sound_document(name: str) -> None:
    found = examine(SOUND[name], ())
    assert (found.outcome, found.level, found.traces) == (Outcome.READ, "", Traces())


def test_every_type_that_is_allowed_is_looked_into() -> None:
    assert set(FILE_TYPES) == DOCUMENTS - IMAGES


STAMP = "TỐI MẬT"
STAMPED = {
    "docx": docx("a", STAMP, "b"),
    "docx, beside": docx(f"{STAMP}   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    "docx, runs": docx(raw="<w:p><w:r><w:t>TỐI</w:t></w:r><w:r><w:t xml:space='preserve'> MẬT</w:t></w:r></w:p>"),
    "docx, cell": docx(raw=f"<w:tbl><w:tr><w:tc>{paragraph(STAMP)}</w:tc></w:tr></w:tbl>"),
    "docx, decomposed": docx("TÔ\u0301I MÂ\u0323T"),
    "docx, capitals by format": docx(raw=paragraph("số 1   tối mật", '<w:caps w:val="1"/>')),
    "docx, small capitals": docx(raw=paragraph("số 1   tối mật", "<w:smallCaps/>")),
    "docx, text box": docx(
        raw=f"<w:p><w:r><w:t>a</w:t><w:pict><v:textbox><w:txbxContent>{paragraph(STAMP)}</w:txbxContent>"
        "</v:textbox></w:pict></w:r></w:p>"
    ),
    "docx, watermark": docx(parts={"word/header1.xml": word(f'<w:p><v:textpath string="{STAMP}"/></w:p>')}),
    "docx, header": docx("a", parts={"word/header2.xml": word(paragraph(STAMP))}),
    "docx, footnote": docx("a", parts={"word/footnotes.xml": word(paragraph(STAMP))}),
    "docx, diagram": docx("a", parts={"word/diagrams/data1.xml": word(f"<a:p><a:r><a:t>{STAMP}</a:t></a:r></a:p>")}),
    "docx, embedded": docx("a", parts={"word/embeddings/b.xlsx": xlsx(STAMP)}),
    "docx, vertical": docx("M", "Ậ", "T"),
    "docx, title of the file": docx("a", parts={"docProps/core.xml": "<a><title>TỐI MẬT</title></a>"}),
    "xlsx": xlsx("a", STAMP),
    "xlsx, header": xlsx(
        "a",
        parts={
            "xl/worksheets/sheet1.xml": '<worksheet><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12TỐI MẬT&amp;Ra</oddHeader>'
            "</worksheet>"
        },
    ),
    "xlsx, name of a sheet": xlsx("a", name="MẬT"),
    "xlsx, formula": xlsx(
        parts={"xl/worksheets/sheet2.xml": f'<worksheet><c t="str"><f>x</f><v>{STAMP}</v></c></worksheet>'}
    ),
    "odt": opendocument("text", "a", STAMP),
    "odt, header": opendocument("text", "a", parts={"styles.xml": odf(f"<text:p>{STAMP}</text:p>")}),
    "odt, spans": opendocument("text", "TỐI<text:s/><text:span>MẬT</text:span>"),
    "ods": opendocument("spreadsheet", raw=f"<table:table-cell><text:p>{STAMP}</text:p></table:table-cell>"),
    "rtf": rtf(STAMP),
    "rtf, line": rtf("a\\par TỐI MẬT\\par b"),
    "rtf, header": rtf("a", head="{\\header \\u7888? x}{\\header M\\u7852?T\\par}"),
    "rtf, text box": rtf("a{\\shp{\\*\\shpinst{\\shptxt M\\u7852?T\\par}}}"),
    "rtf, watermark": rtf("a{\\shp{\\*\\shpinst{\\sp{\\sn gtextUNICODE}{\\sv M\\u7852?T}}}}"),
    "rtf, capitals": rtf("{\\caps số 1   tối mật}"),
    "rtf, TCVN3": rtf("a\\par m\\'cbt\\par b").replace(b"1258", b"1252"),
    "txt": f"a\n{STAMP}\nb".encode(),
    "txt, utf-16": STAMP.encode("utf-16"),
    "txt, TCVN3": "a\ntèi mËt\nb".encode("cp1252"),
    "txt, VNI": "a\nMAÄT\nb".encode("cp1252"),
    "csv": f"số,tên\n1,{STAMP}\n".encode(),
    "zip": zipped({"a.txt": STAMP.encode()}),
    "zip, name": zipped({"TỐI MẬT.txt": b"a"}),
    "zip, docx": zipped({"x/a.docx": docx(STAMP)}),
    "zip, pdf": zipped({"a.pdf": pdf("a", STAMP)}),
    "zip, zip": nested(2, zipped({"a.txt": STAMP.encode()})),
}


@pytest.mark.parametrize("name", STAMPED)
def test_a_stamp_is_found_wherever_it_is(name: str) -> None:
    found = examine(STAMPED[name], ())
    assert found.outcome is Outcome.READ
    assert found.level in ("MẬT", "TỐI MẬT")


TRACES = {
    "author": (docx("a", author="Nguyễn Văn A"), Traces(authors=("Nguyễn Văn A",))),
    "saved by": (
        docx(parts={"docProps/app.xml": "<Properties><Company>Cơ quan A</Company></Properties>"}),
        Traces(authors=("Cơ quan A",)),
    ),
    "comments": (
        docx(parts={"word/comments.xml": word('<w:comment w:author="B"><w:p/></w:comment><w:comment/>')}),
        Traces(comments=2),
    ),
    "insertion": (docx(raw='<w:p><w:ins w:author="B"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'), Traces(changes=1)),
    "deletion": (
        docx(raw='<w:p><w:del w:author="B"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>'),
        Traces(changes=1),
    ),
    "change of form": (
        docx(raw='<w:p><w:pPr><w:pPrChange w:author="B"/></w:pPr></w:p>'),
        Traces(changes=1),
    ),
    "hidden text": (docx(raw=paragraph("x", "<w:vanish/>") + paragraph("y")), Traces(hidden=1)),
    "shown after all": (docx(raw=paragraph("x", '<w:vanish w:val="0"/>')), Traces()),
    "hidden sheet": (xlsx("a", state="veryHidden"), Traces(hidden=1)),
    "comments of Excel": (
        xlsx("a", parts={"xl/comments1.xml": "<comments><commentList><comment/></commentList></comments>"}),
        Traces(comments=1),
    ),
    "comments of Excel in a folder": (
        xlsx("a", parts={"xl/comments/comment1.xml": "<comments><comment/></comments>"}),
        Traces(comments=1),
    ),
    "macros": (docx(parts={"word/vbaProject.bin": b"\0"}), Traces(unread=("word/vbaProject.bin",))),
    "annotation": (opendocument("text", raw="<office:annotation/>"), Traces(comments=1)),
    "changes of OpenDocument": (
        opendocument("text", raw="<text:tracked-changes><text:changed-region/></text:tracked-changes>"),
        Traces(changes=1),
    ),
    "author of OpenDocument": (
        opendocument("text", parts={"meta.xml": odf("<dc:creator>B</dc:creator>")}),
        Traces(authors=("B",)),
    ),
    "author of RTF": (rtf("a", head="{\\info{\\author B}{\\title x}}"), Traces(authors=("B",))),
    "revision of RTF": (rtf("{\\revised\\revauth1 a}"), Traces(changes=1)),
    "comment of RTF": (rtf("a{\\*\\annotation b}"), Traces(comments=1)),
    "hidden text of RTF": (rtf("a{\\v b}c"), Traces(hidden=1)),
    "object of RTF": (rtf("{\\object{\\*\\objdata 0105}}"), Traces(unread=("OLE",))),
    "old Word file in a ZIP": (
        zipped({"a.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9)}),
        Traces(unread=("a.doc",)),
    ),
    "program in a ZIP": (zipped({"a.exe": b"MZ\0\0"}), Traces(unread=("a.exe",))),
    "many names": (docx(author="x" * 1000), Traces(authors=("x" * 100,))),
}


@pytest.mark.parametrize("name", TRACES)
def test_what_its_makers_left_in_a_document_is_found(name: str) -> None:
    data, traces = TRACES[name]
    found = examine(data, ())
    assert found.outcome is Outcome.READ
    assert found.traces == traces


def locked_zip() -> bytes:
    data = bytearray(zipped({"a.txt": b"a"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    return bytes(data)


BAD = {
    "locked ZIP": (locked_zip(), Outcome.ENCRYPTED, FileType.ZIP),
    "locked Word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        Outcome.ENCRYPTED,
        FileType.PROTECTED_OFFICE,
    ),
    "locked OpenDocument": (
        opendocument("text", parts={"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
        Outcome.ENCRYPTED,
        FileType.ODT,
    ),
    "locked PDF in a ZIP": (zipped({"a.pdf": protected(pdf("a"), "x")}), Outcome.ENCRYPTED, FileType.ZIP),
    "cut Word": (docx("a")[:200], Outcome.DAMAGED, FileType.ZIP),
    "broken XML": (docx(raw="<w:p>"), Outcome.DAMAGED, FileType.DOCX),
    "entities": (laughing(), Outcome.DAMAGED, FileType.DOCX),
    "outside entity": (
        docx(parts={"word/a.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'}),
        Outcome.DAMAGED,
        FileType.DOCX,
    ),
    "nested": (nested(30, docx("a")), Outcome.COSTLY, FileType.ZIP),
    "braces": (b"{\\rtf1 " + b"{" * 100_000, Outcome.COSTLY, FileType.RTF),
    "many parts": (zipped({f"{n}.txt": b"" for n in range(11_000)}), Outcome.COSTLY, FileType.ZIP),
}


@pytest.mark.parametrize("name", BAD)
def test_every_document_has_an_outcome(name: str) -> None:
    data, outcome, form = BAD[name]
    assert examine(data, ()) == Examination(outcome, form=form)


def test_what_swells_is_given_up() -> None:
    assert examine(swelling(1 << 29), ()).outcome is Outcome.COSTLY


def test_depth_costs_nothing() -> None:
    assert examine(deep_markup(100_000), ()).outcome is Outcome.READ


def test_the_builders_make_zip_files() -> None:
    assert zipfile.ZipFile(BytesIO(docx("a"))).testzip() is None
