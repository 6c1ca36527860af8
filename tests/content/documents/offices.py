"""Office files for tests: valid ones with Vietnamese text and with traces of editing, and hostile ones."""

import io
import zipfile
from collections.abc import Mapping

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "meta")
)
_DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata"'
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def zipped(parts: Mapping[str, str | bytes], *, stored: bool = False) -> bytes:
    """A ZIP file of ``parts``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, archive.compression)
    return out.getvalue()


def docx(*paragraphs: str, raw: str = "", author: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file with ``paragraphs``, followed by ``raw`` XML."""
    texts = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return zipped(
        {
            "[Content_Types].xml": _TYPES,
            "word/document.xml": word(texts + raw),
            "docProps/core.xml": f"<cp:coreProperties {_DC}><dc:creator>{author}</dc:creator></cp:coreProperties>",
            **(parts or {}),
        }
    )


def word(body: str) -> str:
    """A part of a Word file."""
    return f"<w:document {_W} {_V}><w:body>{body}</w:body></w:document>"


def paragraph(text: str, form: str = "") -> str:
    """A paragraph of Word, with ``form`` as XML of its properties."""
    return f"<w:p><w:r><w:rPr>{form}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def xlsx(*cells: str, state: str = "visible", name: str = "Trang 1", parts: Mapping[str, str] | None = None) -> bytes:
    """An Excel file with one sheet of ``cells``."""
    texts = "".join(f"<si><t>{text}</t></si>" for text in cells)
    return zipped(
        {
            "[Content_Types].xml": _TYPES,
            "xl/workbook.xml": f'<workbook><sheets><sheet name="{name}" state="{state}"/></sheets></workbook>',
            "xl/sharedStrings.xml": f"<sst>{texts}</sst>",
            "xl/worksheets/sheet1.xml": '<worksheet><row><c t="s"><v>0</v></c></row></worksheet>',
            **(parts or {}),
        }
    )


def opendocument(kind: str, *paragraphs: str, raw: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """An OpenDocument file of a ``kind``: text or spreadsheet."""
    texts = "".join(f"<text:p>{text}</text:p>" for text in paragraphs)
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": odf(texts + raw),
            **(parts or {}),
        }
    )


def odf(body: str) -> str:
    """A part of an OpenDocument file."""
    return f"<office:document-content {_ODF} {_DC}>{body}</office:document-content>"


def rtf(body: str, head: str = "") -> bytes:
    """An RTF file; characters beyond ASCII are escaped as Word does it."""
    text = "".join(one if one.isascii() else f"\\u{ord(one)}?" for one in body)
    return f"{{\\rtf1\\ansi\\ansicpg1258{{\\fonttbl{{\\f0 Times;}}}}{head}\\pard {text}\\par}}".encode()


def laughing() -> bytes:
    """A Word file with nested entities that expand tenfold at each of ten levels."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    doc = f'<!DOCTYPE w [<!ENTITY a0 "ha">{entities}]><w:document {_W}>&a9;</w:document>'
    return docx(parts={"word/footnotes.xml": doc})


def swelling(size: int = 1 << 30) -> bytes:
    """A Word file of a megabyte that decompresses to ``size`` bytes, a gigabyte by default."""
    out = io.BytesIO(docx("a"))
    archive = zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED, compresslevel=1)
    with archive, archive.open("word/header1.xml", "w", force_zip64=True) as part:
        part.write(word("").removesuffix("</w:body></w:document>").encode())
        for _ in range(size >> 20):
            part.write(b" " * (1 << 20))
    return out.getvalue()


def nested(depth: int, inmost: bytes) -> bytes:
    """A ZIP file in a ZIP file, ``depth`` times, with ``inmost`` inside."""
    for _ in range(depth):
        inmost = zipped({"a.zip": inmost}, stored=True)
    return inmost


def deep_markup(depth: int) -> bytes:
    """A Word file with elements nested ``depth`` deep."""
    return docx(raw="<w:p>" * depth + "</w:p>" * depth)
