"""Documents in WordprocessingML (ECMA-376, part 1, chapter 17): a title and a table on landscape pages of A4."""

from collections.abc import Iterator, Sequence

from bantin.render.office.package import RELATIONS, XML, Part, package, xml_text
from bantin.site.views import DocumentColumn, TableDocumentView

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROWS_AT_ONCE = 500


def _twips(millimetres: int) -> int:
    return round(millimetres * 1440 / 25.4)


# Margins and the place of the page number are those of Decree 30/2020/NĐ-CP, appendix I: the number stands in the
# middle of the upper margin, and not on the first page.
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>'
    f'<w:pgSz w:w="{_twips(297)}" w:h="{_twips(210)}" w:orient="landscape"/>'
    f'<w:pgMar w:top="{_twips(20)}" w:right="{_twips(15)}" w:bottom="{_twips(20)}" w:left="{_twips(30)}"'
    f' w:header="{_twips(10)}" w:footer="{_twips(10)}" w:gutter="0"/><w:titlePg/></w:sectPr>'
)
_HEADER = (
    f'{XML}<w:hdr xmlns:w="{_MAIN}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def write_document(view: TableDocumentView) -> bytes:
    """The document as a file. The head of its table is repeated on every page, and no row is split between pages."""
    parts = (
        Part(
            "word/document.xml",
            f"{_TYPE}.document.main+xml",
            _document(view),
            (("styles", "styles.xml"), ("header", "header1.xml")),
        ),
        Part("word/styles.xml", f"{_TYPE}.styles+xml", (_styles(view.lang),)),
        Part("word/header1.xml", f"{_TYPE}.header+xml", (_HEADER,)),
    )
    return package(parts, "word/document.xml", view.title, view.author)


def _styles(lang: str) -> str:
    """The styles. Times New Roman is the font of Vietnamese documents (Decree 30/2020/NĐ-CP)."""
    fonts = "".join(f' w:{script}="Times New Roman"' for script in ("ascii", "hAnsi", "cs", "eastAsia"))
    return (
        f'{XML}<w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>'
        f'<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="{xml_text(lang)}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:pPr><w:spacing w:after="120"/>'
        '<w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:caps/><w:sz w:val="28"/></w:rPr></w:style></w:styles>'
    )


def _document(view: TableDocumentView) -> Iterator[str]:
    yield f'{XML}<w:document xmlns:w="{_MAIN}" xmlns:r="{RELATIONS}"><w:body>'
    yield f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{_run(view.title)}</w:p>'
    for line in view.below:
        yield f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{_run(line, "<w:i/>")}</w:p>'
    yield f'<w:p/><w:tbl><w:tblPr><w:tblW w:w="{_width(view.columns)}" w:type="dxa"/><w:tblBorders>{_BORDERS}'
    yield '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
    yield "".join(f'<w:gridCol w:w="{_twips(column.width)}"/>' for column in view.columns)
    yield f"</w:tblGrid>{_head(view.columns)}"
    for heading, rows in view.groups:
        yield _heading(heading, view.columns)
        for start in range(0, len(rows), _ROWS_AT_ONCE):
            yield "".join([_row(row, view.columns) for row in rows[start : start + _ROWS_AT_ONCE]])
    # A table must be followed by a paragraph.
    yield f"</w:tbl><w:p/>{_SECTION}</w:body></w:document>"


def _head(columns: Sequence[DocumentColumn]) -> str:
    cells = (
        _cell(_twips(one.width), _paragraph(one.head, centred=True, bold=True), '<w:vAlign w:val="center"/>')
        for one in columns
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _heading(text: str, columns: Sequence[DocumentColumn]) -> str:
    paragraph = f"<w:p><w:pPr><w:keepNext/></w:pPr>{_run(text, '<w:b/>')}</w:p>"
    cell = _cell(_width(columns), paragraph, before=f'<w:gridSpan w:val="{len(columns)}"/>')
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"


def _row(texts: Sequence[str], columns: Sequence[DocumentColumn]) -> str:
    cells = [
        _cell(_twips(one.width), _paragraph(text, centred=one.centred))
        for text, one in zip(texts, columns, strict=True)
    ]
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(width: int, paragraph: str, after: str = "", before: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{before}{after}</w:tcPr>{paragraph}</w:tc>'


def _paragraph(text: str, *, centred: bool = False, bold: bool = False) -> str:
    place = '<w:pPr><w:jc w:val="center"/></w:pPr>' if centred else ""
    return f"<w:p>{place}{_run(text, '<w:b/>' if bold else '')}</w:p>"


def _run(text: str, properties: str = "") -> str:
    """The text in one run; line breaks are kept."""
    if not text:
        return ""
    told = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = (f'<w:t xml:space="preserve">{xml_text(line)}</w:t>' for line in text.splitlines())
    return f"<w:r>{told}{'<w:br/>'.join(lines)}</w:r>"


def _width(columns: Sequence[DocumentColumn]) -> int:
    return sum(_twips(one.width) for one in columns)
