"""Pictures of saved pages: found beside the page, and never outside the folder."""

import pytest

from bantin.importing.material import File, Form, Material, NoticeKind, Picture, Place, PlaceKind, Table
from bantin.importing.readers.pages.page_files import find_picture, known_files, with_files

FILES = known_files(
    [
        "2012/tin.html",
        "2012/tin_files/anh.jpg",
        "2012/kèm/Ảnh 1.JPG",
        "PublishingImages/lễ.jpg",
        "bo.example.vn/anh/b.png",
        "anh.ashx?w=300",
    ]
)
PLACE = Place(PlaceKind.PARAGRAPH, 1)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("tin_files/anh.jpg", "2012/tin_files/anh.jpg"),
        ("./tin_files/anh.jpg?v=2", "2012/tin_files/anh.jpg"),
        ("tin_files\\anh.jpg", "2012/tin_files/anh.jpg"),
        ("k%C3%A8m/%E1%BA%A2nh%201.jpg", "2012/kèm/Ảnh 1.JPG"),
        ("ke\u0300m/ảnh 1.jpg", "2012/kèm/Ảnh 1.JPG"),
        ("/PublishingImages/l%E1%BB%85.jpg", "PublishingImages/lễ.jpg"),
        ("../PublishingImages/lễ.jpg", "PublishingImages/lễ.jpg"),
        ("http://bo.example.vn/anh/b.png", "bo.example.vn/anh/b.png"),
        ("https://khac.example.vn/PublishingImages/lễ.jpg", "PublishingImages/lễ.jpg"),
        ("/uploads/2012/anh.jpg", "2012/tin_files/anh.jpg"),
        ("/anh.ashx?w=300", "anh.ashx?w=300"),
    ],
)
def test_pictures_in_the_folder(address: str, path: str) -> None:
    assert find_picture(address, "2012/tin.html", FILES) == path


@pytest.mark.parametrize(
    "address",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "C:\\anh\\b.png",
        "data:image/png;base64,AA",
        "http://[x/anh.jpg",
        "%2e%2e/%2e%2e/anh.jpg",
        "",
        "khong-co.jpg",
    ],
)
def test_what_is_not_in_the_folder_is_not_found(address: str) -> None:
    outside = known_files(["../etc/passwd", "/etc/passwd", "../anh.jpg", "a.html"])
    assert find_picture(address, "2012/tin.html", outside) == ""


def test_files_of_the_material_itself_are_not_looked_for() -> None:
    material = Material("tin.html", Form.PAGE, (Picture("anh-1.jpg", PLACE),), files=(File("anh-1.jpg", b"x"),))
    assert with_files(material, "2012/tin.html", FILES) == material


def test_a_material_gets_the_paths_of_its_files_and_is_told_of_those_that_lack() -> None:
    table = Table((((Picture("tin_files/anh.jpg", PLACE),),),), PLACE)
    material = Material("tin.html", Form.PAGE, (Picture("/mat.jpg", PLACE), table))
    found = with_files(material, "2012/tin.html", FILES)
    assert found.blocks == (
        Picture("/mat.jpg", PLACE),
        Table((((Picture("2012/tin_files/anh.jpg", PLACE),),),), PLACE),
    )
    assert [(one.kind, one.words) for one in found.notices] == [(NoticeKind.MISSING_FILE, "/mat.jpg")]
