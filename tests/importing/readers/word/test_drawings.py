"""Pictures of Word files come with them, under names that are safe; what is no picture for pages is told."""

from io import BytesIO

import pytest

from bantin.importing.material import File, Material, Notice, NoticeKind, Picture, Place, PlaceKind, Table
from bantin.importing.readers.word.reading import read_word
from tests.importing.readers.word.files import add, document, p, picture, saved, table, with_members

AT = Place(PlaceKind.PARAGRAPH, 2)
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def drawing(inner: str, alt: str = "") -> str:
    return f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/>{inner}</wp:inline></w:drawing></w:r>'


def with_picture(data: bytes, alt: str = "Lễ ký") -> bytes:
    """A file with the picture ``data`` in its second paragraph."""
    made = document(p("Quy chế"))
    made.add_picture(BytesIO(picture()))
    made.element.body.xpath(".//wp:docPr")[0].set("descr", alt)
    return with_members(saved(made), {"word/media/image1.png": data})


def read(data: bytes) -> Material:
    return read_word(data, "a.docx")


@pytest.mark.parametrize(("form", "suffix"), [("PNG", "png"), ("JPEG", "jpg"), ("GIF", "gif"), ("WEBP", "webp")])
def test_a_picture_is_taken_whatever_its_name_says(form: str, suffix: str) -> None:
    data = picture(form)
    material = read(with_picture(data))
    assert material.blocks[1:] == (Picture(f"image-1.{suffix}", AT, "Lễ ký"),)
    assert (material.files, material.notices) == ((File(f"image-1.{suffix}", data),), ())


@pytest.mark.parametrize("data", [picture("BMP"), picture("TIFF"), b"\x01\x00\x00\x00 EMF", picture()[:20], b""])
def test_a_picture_that_pages_cannot_show_is_told(data: bytes) -> None:
    material = read(with_picture(data))
    assert (len(material.blocks), material.files) == (1, ())
    assert material.notices == (Notice(NoticeKind.UNREADABLE, "image1.png", AT),)


def test_a_picture_that_is_used_twice_is_one_file() -> None:
    made = document(p("a"))
    for _ in range(2):
        made.add_picture(BytesIO(picture()))
    made.add_picture(BytesIO(picture(size=(3, 3))))
    material = read(saved(made))
    paths = [block.path for block in material.blocks if isinstance(block, Picture)]
    assert paths == ["image-1.png", "image-1.png", "image-2.png"]
    assert [file.name for file in material.files] == ["image-1.png", "image-2.png"]


def test_a_picture_in_a_cell_or_in_the_old_form_is_found() -> None:
    made = document(p("a"))
    key, _ = made.part.get_or_add_image(BytesIO(picture()))
    old = f'<w:r><w:pict><v:shape alt="Con dấu"><v:imagedata r:id="{key}"/></v:shape></w:pict></w:r>'
    add(made, table([p(old)]))
    (_, block) = read(saved(made)).blocks
    assert isinstance(block, Table)
    assert block.rows == (((Picture("image-1.png", AT, "Con dấu"),),),)


def test_a_picture_that_lies_elsewhere_is_told_and_never_fetched() -> None:
    made = document(p("a"))
    key = made.part.relate_to("http://127.0.0.1/a.png", IMAGE, is_external=True)
    add(made, p(drawing(f'<a:blip r:link="{key}"/>'), drawing('<a:blip r:embed="none"/>')))
    material = read(saved(made))
    assert [(notice.kind, notice.words) for notice in material.notices] == [
        (NoticeKind.MISSING_FILE, "http://127.0.0.1/a.png"),
        (NoticeKind.MISSING_FILE, ""),
    ]


def test_a_picture_that_is_not_in_the_file_is_told() -> None:
    data = with_picture(picture())
    material = read(data.replace(b"word/media/image1.png", b"word/media/image9.png"))
    assert material.notices == (Notice(NoticeKind.MISSING_FILE, "image1.png", AT),)


def test_objects_are_told_and_lines_are_nothing() -> None:
    made = document(p("a"))
    chart = '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic>'
    sheet = '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
    line = drawing(
        '<a:graphic><a:graphicData uri="http://x/wordprocessingShape"><wps:wsp/></a:graphicData></a:graphic>'
    )
    add(made, p(drawing(chart), sheet, line))
    assert read(saved(made)).notices == (
        Notice(NoticeKind.OBJECT, "chart", AT),
        Notice(NoticeKind.OBJECT, "Excel.Sheet.12", AT),
    )


def test_a_picture_that_was_deleted_is_out() -> None:
    made = document(p("a"))
    key, _ = made.part.get_or_add_image(BytesIO(picture()))
    shown = drawing(f'<a:blip r:embed="{key}"/>')
    add(made, p(f'<w:del w:id="1" w:author="A">{shown}</w:del>', "b"))
    material = read(saved(made))
    assert (len(material.blocks), material.files) == (2, ())
