"""Pictures in the page itself."""

import base64

from bantin.importing.material import File, NoticeKind, Picture, Place, PlaceKind
from bantin.importing.readers.pages.html.embedded import extract_pictures
from bantin.importing.readers.pages.web_page import read_page

PLACE = Place(PlaceKind.PARAGRAPH, 1)
DATA = b"\xff\xd8" + b"x" * 2_000
ADDRESS = f"data:image/jpeg;base64,{base64.b64encode(DATA).decode()}"


def test_a_picture_in_the_page_becomes_a_file() -> None:
    material = read_page(f"<meta charset=utf-8><p>Lễ ký</p><img src='{ADDRESS}' alt='Hai bên'>".encode(), "tin.html")
    assert material.blocks[-1] == Picture("anh-1.jpg", Place(PlaceKind.PARAGRAPH, 2), "Hai bên")
    assert material.files == (File("anh-1.jpg", DATA),)


def test_what_is_no_picture_is_told_of() -> None:
    addresses = ("data:text/html;base64,PGI+", "data:image/png;base64,???", "a.jpg")
    blocks = tuple(Picture(address, PLACE) for address in addresses)
    found = extract_pictures(blocks)
    assert (found.blocks, found.files) == ((blocks[2],), ())
    assert [one.kind for one in found.notices] == [NoticeKind.UNREADABLE, NoticeKind.UNREADABLE]
