"""Word files for tests: made by python-docx, with raw XML for what it has no words for."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from PIL import Image

SPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "o": "urn:schemas-microsoft-com:office:office",
        "v": "urn:schemas-microsoft-com:vml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DATE = "2026-11-20T08:00:00Z"


def saved(document: Document) -> bytes:
    """The bytes of the file that ``document`` becomes."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def document(*body: str) -> Document:
    """A document whose body is the XML ``body``: paragraphs and tables."""
    made = docx.Document()
    for fragment in body:
        add(made, fragment)
    return made


def word_file(*body: str) -> bytes:
    """The bytes of a document whose body is the XML ``body``."""
    return saved(document(*body))


def add(made: Document, fragment: str) -> None:
    """Adds the XML of a paragraph or a table to the end of a document."""
    made.element.body.insert_element_before(parsed(fragment), "w:sectPr")


def parsed(fragment: str) -> object:
    """The element of an XML fragment whose prefixes are the usual ones."""
    return parse_xml(f"<w:body {SPACES}>{fragment}</w:body>")[0]


def p(*runs: str, properties: str = "", mark: str = "") -> str:
    """A paragraph of ``runs``, which are XML or plain words; ``mark`` are properties of its mark."""
    mark = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    inner = "".join(one if one.startswith("<") else r(one) for one in runs)
    return f"<w:p><w:pPr>{properties}{mark}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def in_font(font: str) -> str:
    """The properties of a run in a font."""
    return f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>'


def inserted(*runs: str) -> str:
    """Runs that a tracked change has inserted."""
    return f'<w:ins w:id="1" w:author="A" w:date="{_DATE}">{"".join(runs)}</w:ins>'


def deleted(text: str) -> str:
    """Words that a tracked change has deleted."""
    run = f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    return f'<w:del w:id="2" w:author="A" w:date="{_DATE}">{run}</w:del>'


def table(*rows: Sequence[str]) -> str:
    """A table of rows of cells; each cell is XML, or words."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(row(*one) for one in rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row of a table."""
    inner = "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """A cell of a table: XML of paragraphs, or words."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def counted(list_id: int, level: int = 0) -> str:
    """The properties of a paragraph that a list counts."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def level(place: int, text: str, form: str = "decimal", more: str = "", start: int = 1) -> str:
    """A level of a list: ``level(0, "Điều %1.")``."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def set_lists(made: Document, abstracts: Mapping[int, str], lists: Mapping[int, tuple[int, str]]) -> None:
    """Replaces the lists of a document: levels of abstract lists by id, and lists by id with what they override."""
    numbering = made.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    for key, levels in abstracts.items():
        numbering.append(parsed(f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>'))
    for key, (abstract, overrides) in lists.items():
        inner = f'<w:abstractNumId w:val="{abstract}"/>{overrides}'
        numbering.append(parsed(f'<w:num w:numId="{key}">{inner}</w:num>'))


def add_style(made: Document, key: str, properties: str, kind: str = "paragraph") -> None:
    """Adds a style: ``properties`` is the XML within it."""
    made.styles.element.append(
        parsed(f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{key}"/>{properties}</w:style>')
    )


def styled(key: str) -> str:
    """The properties of a paragraph with a style."""
    return f'<w:pStyle w:val="{key}"/>'


def add_notes(made: Document, notes: Mapping[int, str], kind: str = "footnote") -> None:
    """Gives a document footnotes or endnotes: the XML of their paragraphs by their ids."""
    inner = "".join(f'<w:{kind} w:id="{key}">{note}</w:{kind}>' for key, note in notes.items())
    _add_part(made, f"{kind}s", f"<w:{kind}s {SPACES}>{inner}</w:{kind}s>")


def refers(key: int, kind: str = "footnote") -> str:
    """A run that refers to a footnote, an endnote or a comment."""
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'


def add_theme(made: Document, major: str, minor: str) -> None:
    """Gives a document a theme with these fonts."""
    fonts = (f'<a:{role}Font><a:latin typeface="{font}"/></a:{role}Font>' for role, font in
             (("major", major), ("minor", minor)))  # fmt: skip
    inner = f"<a:themeElements><a:fontScheme>{''.join(fonts)}</a:fontScheme></a:themeElements>"
    relations = made.part.rels
    for key in [key for key, one in relations.items() if one.reltype.endswith("/theme")]:
        del relations[key]
    _add_part(made, "theme", f"<a:theme {SPACES}>{inner}</a:theme>")


def picture(form: str = "PNG", size: tuple[int, int] = (8, 6)) -> bytes:
    """The bytes of a picture."""
    stream = io.BytesIO()
    Image.new("RGB", size, "teal").save(stream, form)
    return stream.getvalue()


def with_members(data: bytes, members: Mapping[str, bytes]) -> bytes:
    """A package with members replaced or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in members:
                new.writestr(name, old.read(name))
        for name, content in members.items():
            new.writestr(name, content)
    return stream.getvalue()


def member(data: bytes, name: str) -> bytes:
    """The bytes of a member of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def _add_part(made: Document, kind: str, markup: str) -> None:
    part = Part(PackURI(f"/word/{kind}.xml"), f"{_WORDML}.{kind}+xml", markup.encode(), made.part.package)
    made.part.relate_to(part, f"{_RELATIONS}/{kind}")
