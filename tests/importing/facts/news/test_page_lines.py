"""Lines of a page, each by itself."""

from bantin.importing.facts.news.page_lines import Line, read_line, same_words
from bantin.importing.facts.news.widgets import WidgetKind
from bantin.importing.material import Picture, Place, PlaceKind
from tests.importing.facts.news.pages import FIRST, HANOI, LEAD, TITLE, paragraph


def line(text: str) -> Line:
    return read_line(paragraph(1, text), HANOI)


def test_a_line_is_one_thing() -> None:
    assert line("Trang chủ > Tin tức").is_breadcrumb
    assert line("21/11/2012").date is not None
    assert line("Từ khóa: cảnh vệ, Lào Cai.").tags == ("cảnh vệ", "Lào Cai")
    assert line("Chia sẻ").widget is WidgetKind.TOOLS
    assert line("Ảnh: Xuân Mai").is_credit
    assert line("Tin, ảnh: Xuân Mai").labelled is not None
    assert line("Xuân Mai").bare is not None
    assert line(FIRST).is_prose
    assert line("(CAO) Hai bên ký kết quy chế phối hợp").is_prose
    assert line("Nội dung phối hợp").is_plain


def test_a_headline_is_plain_and_none_of_the_others_may_be_one() -> None:
    assert line(TITLE).may_be_title
    assert line(f"{TITLE}.").is_title_with_point
    assert not line(LEAD).is_title_with_point
    for other in ("Trang chủ > Tin tức", "21/11/2012", "Tags: a, b", "Chia sẻ", "Tin, ảnh: Xuân Mai", FIRST):
        assert not line(other).may_be_title


def test_tools_names_and_pictures_may_stand_between_a_headline_and_its_date() -> None:
    picture = read_line(Picture("a.jpg", Place(PlaceKind.ELEMENT, 1)), HANOI)
    assert picture.may_stand_between
    assert line("Cỡ chữ").may_stand_between
    assert line("Xuân Mai").may_stand_between
    assert not line("Tìm kiếm").may_stand_between


def test_headings_and_widgets_are_no_captions() -> None:
    assert line("Quang cảnh buổi lễ").is_caption(200)
    assert not read_line(paragraph(1, "Quang cảnh buổi lễ", level=2), HANOI).is_caption(200)
    assert not line("Hình ảnh").is_caption(200)


def test_spellings_of_words_are_the_same_words() -> None:
    assert same_words("Văn hoá – Thể thao", "VĂN HÓA - THỂ THAO")
    assert not same_words("Văn hoá", "Vân hóa")
